"""A field of a form: under which headers clerks put it, what its cells hold, what a blank means."""

from enum import StrEnum
from typing import NamedTuple


class Takes(StrEnum):
    """What the cells of a field hold."""

    UNIT = "unit"
    COLUMN = "column"
    COUNT = "count"
    DAY = "day"
    DAY_IN_PERIOD = "day_in_period"
    PERCENT = "percent"
    POINTS = "points"
    NUMBER = "number"
    FLAG = "flag"
    TEXT = "text"


class Blank(StrEnum):
    """What a blank cell means; a column that is absent is None whatever a blank would be."""

    REFUSED = "refused"
    NONE = "none"
    ZERO = "zero"
    EMPTY = "empty"
    NO = "no"
    ABOVE = "above"


class Field(NamedTuple):
    """`headers` best first, the first being the standard term. A form without a `required` field's column is
    not recognised. Blank.ABOVE: the value is named once and holds for the rows below."""

    name: str
    takes: Takes
    headers: tuple[str, ...]
    required: bool = False
    blank: Blank = Blank.NONE

    @property
    def label(self) -> str:
        return self.headers[0]


UNIT_HEADERS = (
    "承办单位",
    "保障单位",
    "责任单位",
    "报送单位",
    "单位名称",
    "单位",
    "主办单位",
    "办理单位",
    "发布单位",
    "开设单位",
    "部门",
    "责任部门",
    "承办部门",
    "镇街",
    "镇(街道)",
    "被考核单位",
    "考核单位",
)


def unit(*best: str, blank: Blank = Blank.REFUSED) -> Field:
    """The unit a row is about; `best` are the headers that fit the form most."""
    return Field("unit", Takes.UNIT, (*best, *UNIT_HEADERS), required=True, blank=blank)


def count(name: str, *headers: str, required: bool = False, blank: Blank = Blank.ZERO) -> Field:
    return Field(name, Takes.COUNT, headers, required, blank)


def text(name: str, *headers: str, required: bool = False) -> Field:
    """Text; a blank cell is empty text, refused where the field is required."""
    return Field(name, Takes.TEXT, headers, required, Blank.REFUSED if required else Blank.EMPTY)
