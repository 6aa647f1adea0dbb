"""What the manual quotes as a button, a menu or a heading stands in the interface."""

import re
from functools import cache
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
MANUAL = sorted((TOP / "docs/manual").glob("[0-9]*.md"))
FLOORS = ("web", "workflows", "actions", "assessment", "office", "records")


@cache
def interface() -> str:
    """The text of all templates and modules whose words reach a page."""
    sources = [path for floor in FLOORS for path in (TOP / "gongkai" / floor).rglob("*.py")]
    sources += (TOP / "gongkai/web/templates").rglob("*.html")
    return "\n".join(path.read_text(encoding="utf-8") for path in sources)


@pytest.mark.parametrize("chapter", MANUAL, ids=lambda path: path.stem)
def test_what_a_chapter_quotes_is_in_the_interface(chapter: Path) -> None:
    quoted = set(re.findall(r"“([^”]+)”", chapter.read_text(encoding="utf-8")))
    assert sorted(words for words in quoted if words not in interface()) == []


@pytest.mark.parametrize("chapter", MANUAL, ids=lambda path: path.stem)
def test_a_chapter_leads_to_chapters_and_pictures_there_are(chapter: Path) -> None:
    text = chapter.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (chapter.parent / target).exists(), target


def test_there_is_a_chapter_for_each_part_of_the_manual() -> None:
    assert [path.name for path in MANUAL] == [
        "1-start.md",
        "2-clerk.md",
        "3-reviewer.md",
        "4-unit.md",
        "5-supervision.md",
        "6-administrator.md",
        "7-questions.md",
    ]
