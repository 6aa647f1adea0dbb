"""Ordinary official prose of a dozen genres gives no alarm: false alarms make people switch a proofreader off."""

from pathlib import Path

from gongkai.proofreading.wording import Wording

PROSE = (Path(__file__).parent / "clean_prose.txt").read_text("utf-8")


def test_a_long_page_of_clean_prose_has_nothing_to_look_at() -> None:
    assert len(PROSE) > 6000
    assert [PROSE[each.start : each.end] for each in Wording().find(PROSE)] == []
