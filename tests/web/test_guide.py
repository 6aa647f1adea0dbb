"""“本页说明” opens what the manual says of a page."""

from pathlib import Path
from urllib.parse import unquote

import pytest

from gongkai.web import guide
from gongkai.web.shell import DOORS
from gongkai.workflows.rights import GRANTS
from gongkai.workflows.roles import Role

MANUAL = Path(__file__).parents[2] / "docs/manual"


@pytest.mark.parametrize("role", Role)
def test_what_a_role_is_led_to_stands_in_its_chapter(role):
    [chapter] = MANUAL.glob(f"[0-9]-{guide.CHAPTERS[role]}.md")
    headings = {
        line.removeprefix("## ") for line in chapter.read_text().splitlines() if line.startswith("## ")
    }
    assert set(guide.SECTIONS[role].values()) <= headings


@pytest.mark.parametrize("role", Role)
def test_every_entry_of_the_side_bar_is_explained(role):
    rooms = [door.page for door in DOORS if role in GRANTS[door.action]]
    assert [room for room in rooms if not guide.section([role], room, room)] == []


def test_the_role_that_has_most_to_say_of_a_page_explains_it():
    both = [Role.ADMINISTRATOR, Role.CLERK]
    assert guide.section(both, "grid", "imports").startswith("/help/clerk/")
    assert guide.section(both, "person", "people").startswith("/help/administrator/")


def test_a_page_of_a_room_is_explained_with_the_room():
    address = guide.section([Role.HEAD], "rectification_repeats", "rectifications")
    assert unquote(address) == "/help/unit/#办理整改"
