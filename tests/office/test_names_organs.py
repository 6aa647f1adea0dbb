"""The table of standard short names holds together: one meaning a form, nothing that shadows another."""

import tomllib
from pathlib import Path

import pytest

from gongkai.office import organs as module
from gongkai.office.organs import organs

TABLE = tomllib.loads(Path(module.__file__).with_name("organs.toml").read_text(encoding="utf-8"))
STEMS: dict[str, list[str]] = TABLE["stems"]
LONG = [form for forms in STEMS.values() for form in forms]


def test_no_long_form_stands_for_two_organs() -> None:
    assert len(LONG) == len(set(LONG))


def test_no_name_is_short_and_long_at_once() -> None:
    assert not set(LONG) & set(STEMS)


def test_a_plain_name_has_no_second_meaning() -> None:
    plain = TABLE["plain"]["stems"]
    assert len(plain) == len(set(plain))
    assert not set(plain) & (set(STEMS) | set(LONG))


@pytest.mark.parametrize("form", LONG)
def test_long_forms_are_written_without_connectives(form: str) -> None:
    assert not set("和与及") & set(form)


@pytest.mark.parametrize(("former", "successor"), TABLE["former"].items())
def test_a_former_organ_has_a_successor_of_another_name(former: str, successor: str) -> None:
    assert former != successor
    assert successor in organs().known


def test_every_spelling_of_an_organ_leads_to_the_others() -> None:
    assert organs().spellings("卫生健康") == organs().spellings("卫健") == {"卫健", "卫生健康"}
    assert organs().spellings("石鼓") == {"石鼓"}
