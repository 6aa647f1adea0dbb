"""What a file is read against: the office and its registers, and the period."""

from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from gongkai.assessment import registers
from gongkai.office import several
from gongkai.office.names import Ask, Certain, Names
from gongkai.office.pack import Account, Column, Office, Unit
from gongkai.sources import cells, days
from gongkai.sources.accounts import Accounts
from gongkai.sources.faults import CellFault, Choice, Code, Unsure
from gongkai.sources.fields import Blank, Field, Takes
from gongkai.sources.readers import DayReader, Reader
from gongkai.sources.sheet_scan import Unreadable
from gongkai.sources.workbook import Value
from gongkai.terms import Period
from gongkai.workdays import Calendar


class Desk:
    """The office and period a file is read for, with readers that remember."""

    def __init__(self, office: Office, period: Period) -> None:
        self.office = office
        self.period = period
        self._names = Names(office.units, office.region)
        self._readers: dict[tuple[Takes, Blank], Reader] = {}
        self.names: dict[str, str] = {}
        """Every unit's name met → the unit it was taken for."""

    def reader(self, field: Field) -> Reader:
        key = field.takes, field.blank
        if key not in self._readers:
            reader = DayReader if field.takes in (Takes.DAY, Takes.DAY_IN_PERIOD) else Reader
            self._readers[key] = reader(self._parser(field.takes), field.blank)
        return self._readers[key]

    def _parser(self, takes: Takes) -> Callable[[Value], object]:
        parsers: dict[Takes, Callable[[Value], object]] = {
            Takes.UNIT: self.unit,
            Takes.COLUMN: self.column,
            Takes.COUNT: cells.count,
            Takes.DAY: lambda cell: days.read(cell, self.period),
            Takes.DAY_IN_PERIOD: self.day_in_period,
            Takes.PERCENT: cells.percent,
            Takes.POINTS: cells.points,
            Takes.NUMBER: cells.number,
            Takes.FLAG: cells.flag,
            Takes.TEXT: cells.text,
        }
        return parsers[takes]

    def day_in_period(self, cell: Value) -> date | None:
        """A day that must lie in the period."""
        day = days.read(cell, self.period)
        if day is not None and day not in self.period:
            raise CellFault(
                Code.DAY_OUTSIDE,
                f"不在导入期间（{self.period.label}）内",
                "请核对日期；确属其他期间的，请移到该期间的文件中导入",
            )
        return day

    def unit(self, cell: Value) -> str | None:
        """The register's name of the unit. Raises Unsure where a person must say which is meant."""
        if isinstance(cell, Unreadable):
            raise cells.unreadable(cell)
        name = cells.plain(cell)
        if not name:
            return None
        answer = self._names.resolve(name)
        if isinstance(answer, Certain):
            self.names[name] = answer.unit.name
            return answer.unit.name
        if several.names_several(str(cell), self._names):
            raise CellFault(
                Code.UNIT_SEVERAL, "一格写了多家单位", "请分行填写，一家单位一行，各填各的数量或事项"
            )
        if isinstance(answer, Ask):
            raise Unsure(name, tuple(Choice(each.unit.name, each.score) for each in answer.candidates))
        raise CellFault(Code.UNIT_UNKNOWN, "不是名册中的单位", "请改用名册中的单位名称，或先在名册中补充别名")

    @cached_property
    def _columns(self) -> dict[str, Column]:
        return {cells.plain(column.name): column for column in self.office.columns}

    def column(self, cell: Value) -> str | None:
        """The register's name of the website column."""
        if isinstance(cell, Unreadable):
            raise cells.unreadable(cell)
        name = cells.plain(cell)
        if not name:
            return None
        if name not in self._columns:
            near = nearest(name, [column.name for column in self.office.columns])
            raise CellFault(
                Code.COLUMN_UNKNOWN, "不是名册中的栏目", near or "请核对栏目名称，或先在名册中登记该栏目"
            )
        return self._columns[name].name

    def registered_column(self, name: str) -> Column:
        return self._columns[cells.plain(name)]

    @cached_property
    def _outlets(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for outlet in self.office.outlets:
            for name in (outlet.name, *outlet.aliases):
                names.setdefault(cells.plain(name), outlet.name)
        if self.own_outlet:
            for name in ("", "网站", "本级网站", "政府网站"):
                names.setdefault(name, self.own_outlet)
        return names

    @cached_property
    def own_outlet(self) -> str | None:
        """The office's own site, when the pack names one."""
        return next((outlet.name for outlet in self.office.outlets if outlet.own), None)

    def outlet(self, text: str) -> str | None:
        """The register's name of the outlet that `text` names: 网站采用, 宝鸡日报, 省级采用数…"""
        name = cells.plain(text)
        if name in self._outlets:
            return self._outlets[name]
        for ending in ("采用条数", "采用数量", "采用数", "采用"):
            if name.endswith(ending):
                return self._outlets.get(name.removesuffix(ending))
        return None

    @cached_property
    def _accounts(self) -> Accounts:
        return Accounts(self.office.accounts)

    def account(self, name: str, platform: str) -> Account:
        """The registered account. Raises CellFault when there is none, or several."""
        return self._accounts.find(name, platform)

    @cached_property
    def _calendar(self) -> Calendar:
        return registers.calendar(self.office)

    def posting_quota(self, account: Account) -> int | None:
        """Original posts due from the account in the period, None without a duty."""
        return registers.account_quota(self.office, account, self.period, self._calendar)

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {unit.name: unit for unit in self.office.units}

    def registered_unit(self, name: str) -> Unit:
        return self._units[name]

    def submission_quota(self, unit: str) -> int | None:
        """Items due from the unit in the period, None without a duty."""
        rules = self.office.rules.submissions
        if rules is None or not self._units[unit].ranked:
            return None
        return registers.submission_quota(rules.quota, self.period)


def nearest(name: str, known: list[str]) -> str:
    """The advice to a misspelt name, "" when nothing comes near."""
    matches = get_close_matches(name, known, n=1, cutoff=0.5)
    return f"最接近的是“{matches[0]}”，请核对后改正" if matches else ""
