"""What the text of a register's cell means. Each function raises CellFault where it means nothing."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from gongkai.office.names import Ask, Certain, Names
from gongkai.office.pack import Office
from gongkai.office.texts import ColumnFrequency, PeriodCode, PostingFrequency
from gongkai.sources.desk import nearest
from gongkai.sources.faults import CellFault, Code

Choice = TypeVar("Choice", bound=StrEnum)

BETWEEN = "、"
"""Stands between several names in a cell."""
_SEPARATORS = re.compile(r"[、，,;；\n]+")
_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_YES, _NO = ("是", "√", "有"), ("否", "×", "无")


def choice(kind: type[Choice]) -> Callable[[str], Choice]:
    """One of the words of an enumeration."""
    words = [each.value for each in kind]

    def parse(text: str) -> Choice:
        return kind(among(words)(text))

    return parse


def among(words: Iterable[str]) -> Callable[[str], str]:
    """One of the words."""
    known = list(words)

    def parse(text: str) -> str:
        if text not in known:
            advice = nearest(text, known) or f"应为以下之一：{BETWEEN.join(known)}"
            raise CellFault(Code.REGISTER_VALUE, "不在可填写的范围内", advice)
        return text

    return parse


def flag(text: str) -> bool:
    """是 or 否."""
    if text in _YES or text in _NO:
        return text in _YES
    raise CellFault(Code.FLAG_INVALID, "看不出是“是”还是“否”", "请填写“是”或“否”")


def names(text: str) -> tuple[str, ...]:
    """The names in a cell."""
    return tuple(filter(None, (part.strip() for part in _SEPARATORS.split(text))))


def number(text: str) -> int:
    """A whole number above 0."""
    if not text.isdecimal() or not int(text):
        raise CellFault(Code.COUNT_INVALID, "不是大于 0 的整数", "请填写整数天数，例如 5")
    return int(text)


def day(text: str) -> str:
    """A day as the registers keep it, 2022-01-17; also written 2022/1/17 or 2022年1月17日."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise CellFault(Code.DAY_INVALID, "不是日期", "请按 2022-01-17 的样式填写")
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError as error:
        raise CellFault(Code.DAY_IMPOSSIBLE, "没有这一天", "请核对日期") from error


def _term(kind: Any) -> Callable[[str], str]:
    """A text that must be readable as a term of the pack, kept as it is written."""
    adapter: TypeAdapter[str] = TypeAdapter(kind)

    def parse(text: str) -> str:
        try:
            return adapter.validate_python(text)
        except ValidationError as error:
            reason = str(error.errors()[0]["ctx"]["error"])
            raise CellFault(Code.REGISTER_VALUE, reason, "请改正后重新导入") from error

    return parse


column_frequency = _term(ColumnFrequency)
posting_frequency = _term(PostingFrequency)
period_code = _term(PeriodCode)


class UnitNames:
    """The units of an office by any name that is beyond doubt."""

    def __init__(self, office: Office) -> None:
        self._names = Names(office.units, office.region)

    def one(self, text: str) -> str:
        """The register's name of the unit."""
        answer = self._names.resolve(text)
        if isinstance(answer, Certain):
            return answer.unit.name
        if isinstance(answer, Ask):
            names = BETWEEN.join(candidate.unit.name for candidate in answer.candidates)
            reason = f"“{text}”不能确定是哪个单位，可能是{names}"
            raise CellFault(Code.UNIT_AMBIGUOUS, reason, "请填写名册中的单位名称")
        reason = f"“{text}”不是单位名册中的单位"
        raise CellFault(Code.UNIT_UNKNOWN, reason, "请核对名称，或先在单位名册中登记")

    def several(self, text: str) -> tuple[str, ...]:
        """The register's names of the units in a cell, none of them twice."""
        found = tuple(self.one(name) for name in names(text))
        repeated = [name for place, name in enumerate(found) if name in found[:place]]
        if repeated:
            reason = f"“{repeated[0]}”写了两次"
            raise CellFault(Code.REGISTER_REPEATED, reason, "同一单位在一格中只写一次")
        return found
