"""What an entry kept of before and after, as pairs of readable values: parts that differ, place by place."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from gongkai.web import fact_words
from gongkai.web.pages.audit import words

MOST = 200
"""Places shown of one entry; the workbook has them all."""
LONG = 160
"""Characters from which a value is folded."""
CONTEXT = 2
"""Lines shown around a change in a long text."""


@dataclass(frozen=True)
class Line:
    """A line of two long texts: its sign is − for gone, + for new, blank for both, … for lines left out."""

    sign: str
    text: str


@dataclass(frozen=True)
class Change:
    """A place and what stood there before and after; `lines` instead where both are long texts."""

    place: str
    old: str
    new: str
    lines: Sequence[Line] = ()

    @property
    def long(self) -> bool:
        return max(len(self.old), len(self.new)) > LONG


def changes(old: Any, new: Any) -> list[Change]:
    """Every place that differs, in the order of the entry; where one side is empty, all of the other."""
    before, after = dict(_flat(old)), dict(_flat(new))
    places = list(dict.fromkeys([*before, *after]))
    return [
        _change(place, before.get(place, ""), after.get(place, ""))
        for place in places
        if before.get(place) != after.get(place)
    ]


def plain(value: Any) -> str:
    """A value on one line, for a cell: 状态：已报送；整改情况：…"""
    if value is None:
        return ""
    parts = (f"{place}：{text}" if place else text for place, text in _flat(value))
    return "；".join(parts)


def _change(place: str, old: str, new: str) -> Change:
    if "\n" in old and "\n" in new:
        return Change(place, old, new, tuple(_lines(old.splitlines(), new.splitlines())))
    return Change(place, old, new)


def _lines(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    groups = SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(CONTEXT)
    for count, group in enumerate(groups):
        if count:
            yield Line("…", "")
        for tag, start, end, begin, stop in group:
            if tag == "equal":
                yield from (Line(" ", text) for text in old[start:end])
                continue
            yield from (Line("−", text) for text in old[start:end])
            yield from (Line("+", text) for text in new[begin:stop])


def _flat(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """(place, text) of each part of a stored value."""
    if isinstance(value, Mapping):
        yield from _flat_mapping(value, place)
    elif isinstance(value, list) and any(isinstance(part, (Mapping, list)) for part in value):
        for number, part in enumerate(value, 1):
            yield from _flat_part(part, place, number)
    elif value is not None or place:
        yield place, _text(value)


def _flat_mapping(value: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    if set(value) == {"fields", "rows"}:
        labels = [words.field(name) for name in value["fields"]]
        for number, row in enumerate(value["rows"], 1):
            text = "；".join(f"{label}：{_text(cell)}" for label, cell in zip(labels, row, strict=False))
            yield _within(place, f"第{number}行"), text
        return
    for key, part in value.items():
        yield from _flat(part, _within(place, words.field(key)))


def _flat_part(part: Any, place: str, number: int) -> Iterator[tuple[str, str]]:
    """A row of a list, named by its key where it has one."""
    if isinstance(part, Mapping) and "key" in part:
        rest = {key: value for key, value in part.items() if key != "key"}
        yield from _flat(rest, _within(place, str(part["key"])))
    else:
        yield from _flat(part, _within(place, f"第{number}项"))


def _within(place: str, name: str) -> str:
    return f"{place} · {name}" if place else name


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(map(str, value))
    if isinstance(value, (int, float)):
        return json.dumps(value)
    return fact_words.value_text(value) if str(value) else ""
