"""Fact and register rows with defaults, and an embedded engine that answers them: a test shows only what matters."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import duckdb

from gongkai.assessment import registers
from gongkai.measures.facts import FACTS
from gongkai.measures.figures import Figure
from gongkai.measures.registers import REGISTERS
from gongkai.measures.schemas import fields
from gongkai.office.pack import NoticeSettings, Office, Region, Unit
from gongkai.office.scheme import Scheme
from gongkai.records.tables import question
from gongkai.terms import Period
from gongkai.workdays import Calendar

Q4 = Period.parse("2021Q4")
BLANK = {str: "", int: 0, bool: False}
SQL_TYPES = {str: "VARCHAR", int: "BIGINT", bool: "BOOLEAN", date: "DATE"}


def fact(kind: str, unit: str, **given: Any) -> Any:
    """One fact of `kind`: one item of `unit` on 2021-10-11, a Monday; what is not given is blank."""
    blank = {one.name: None if one.optional else BLANK.get(one.kind) for one in fields(FACTS[kind])}
    usual = {"unit": unit, "day": date(2021, 10, 11), "precision": "day", "quantity": 1, "sheet": "Sheet1"}
    return FACTS[kind](**(blank | usual | given))


def office(units: Sequence[str] = ("甲局", "乙局"), **given: Any) -> Office:
    """An office of ranked units (or of `Unit`s) with nothing to do but what is given."""
    made = [Unit(name=unit, kind="部门", group="部门") if isinstance(unit, str) else unit for unit in units]
    usual: dict[str, Any] = {
        "key": "office",
        "name": "某区",
        "region": Region(province="某省", city="某市", name="某区", short="某"),
        "units": tuple(made),
        "notice": NoticeSettings(issuer="某区政府办", title="通报", addressee="各单位"),
        "scheme": Scheme(name="不计分", version="1", source="测试"),
        "template": "",
    }
    return Office(**(usual | given))


def duties(of: Office, period: Period = Q4) -> dict[str, list[NamedTuple]]:
    """The registers of an office by the statutory calendar."""
    return registers.build(of, period, Calendar.statutory())


def tables(rows: Sequence[Any] = (), registers: dict[str, list] | None = None) -> dict[str, list]:
    """Facts sorted into their tables, beside the registers (of two units without duties when not given)."""
    kinds = {row_type: kind for kind, row_type in FACTS.items()}
    sorted_rows: dict[str, list] = {kind: [] for kind in FACTS}
    for row in rows:
        sorted_rows[kinds[type(row)]].append(row)
    return sorted_rows | (registers if registers is not None else duties(office()))


class Engine:
    """DuckDB in memory, asked again and again; only tables that changed are filled anew."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        self.held: dict[str, list] = {}
        for kind, row_type in (FACTS | REGISTERS).items():
            columns = ", ".join(f'"{one.name}" {SQL_TYPES[one.kind]}' for one in fields(row_type))
            self.connection.execute(f"CREATE TABLE {kind} ({columns})")

    def ask(self, tables: dict[str, list]) -> list[Figure]:
        """Every figure of the tables, in the order the engine gives them."""
        for kind, rows in tables.items():
            if self.held.get(kind, []) != rows:
                self._fill(kind, rows)
        return [Figure(*row) for row in self.connection.execute(question("duckdb")).fetchall()]

    def _fill(self, kind: str, rows: list) -> None:
        self.connection.execute(f"DELETE FROM {kind}")
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self.connection.executemany(f"INSERT INTO {kind} VALUES ({marks})", rows)
        self.held[kind] = list(rows)
