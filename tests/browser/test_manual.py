"""The pictures of the manual are pages of today: GONGKAI_PICTURES=docs/manual/pictures draws them anew."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.furnished import Furnished
from tests.browser.pictures import PICTURES, Picture

MANUAL = Path(__file__).parents[2] / "docs" / "manual"
KEPT = MANUAL / "pictures"
MOST_BYTES = 120 * 1024
TARGET = os.environ.get("GONGKAI_PICTURES", "")


@pytest.mark.parametrize(("name", "picture"), PICTURES.items(), ids=list(PICTURES))
def test_a_picture_of_the_manual_can_be_drawn(
    opened: Callable[..., BrowserContext], furnished: Furnished, tmp_path: Path, name: str, picture: Picture
) -> None:
    size = {"width": picture.width, "height": picture.height}
    context = opened(base_url=furnished.address, viewport=size)
    context.add_cookies([furnished.cookie(_username(picture))])
    page = context.new_page()
    answer = page.goto(picture.address(furnished))
    assert answer is not None
    assert answer.ok
    picture.before(page)
    page.wait_for_load_state("networkidle")
    drawn = Path(TARGET or tmp_path) / f"{name}.png"
    page.screenshot(path=drawn, scale="css", animations="disabled")
    assert drawn.stat().st_size <= MOST_BYTES


def test_the_manual_shows_the_pictures_there_are() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in MANUAL.glob("*.md"))
    shown = set(re.findall(r"!\[[^\]]+\]\(pictures/([a-z-]+)\.png\)", text))
    assert shown == set(PICTURES)
    assert shown == {path.stem for path in KEPT.glob("*.png")}


def _username(picture: Picture) -> str:
    office = picture.path.split("/")[2]
    return f"{office}-{picture.role}"
