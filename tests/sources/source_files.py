"""A small office, and spreadsheets as clerks would save them, for the tests of sources."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import xlsxwriter
import xlwt

from gongkai.office.pack import (
    Account,
    Column,
    ColumnCategory,
    ColumnDuty,
    NoticeSettings,
    Office,
    Outlet,
    Region,
    Rules,
    SubmissionRules,
    Unit,
    UnitKind,
)
from gongkai.office.scheme import Dimension, Event, Item, Manual, Scheme
from gongkai.sources import reading
from gongkai.sources.faults import Code
from gongkai.sources.reading import Reading
from gongkai.terms import Period

Rows = Sequence[Sequence[object]]


def office(**changes: object) -> Office:
    """渭滨 in small: eight units, three columns, three accounts, two outlets, a scored scheme."""
    parts: dict[str, object] = {
        "key": "sample",
        "name": "宝鸡市渭滨区",
        "region": Region(province="陕西省", city="宝鸡市", name="渭滨区", short="渭滨"),
        "groups": ("部门", "镇街"),
        "units": tuple(
            _unit(name)
            for name in ("财政局", "司法局", "卫健局", "教体局", "姜谭工业园", "姜谭办", "石鼓镇", "高家镇")
        ),
        "columns": (
            _column("规范性文件", "1条/月", "司法局"),
            _column("公共文化体育", "1条/2周", "教体局", "卫健局"),
            _column("政府债务", "1条/季度", "财政局"),
        ),
        "accounts": (
            Account(name="印象石鼓", platform="微信订阅号", unit="石鼓镇", holder="渭滨区石鼓镇人民政府"),
            Account(name="平安石鼓", platform="新浪微博", unit="石鼓镇", holder="渭滨区石鼓镇人民政府"),
            Account(name="印象石鼓", platform="新浪微博", unit="石鼓镇", holder="渭滨区石鼓镇人民政府"),
            Account(
                name="司法在线", platform="小程序(微信)", unit="司法局", holder="渭滨区司法局", posting=False
            ),
        ),
        "outlets": (
            Outlet(name="区政府网站", level="本级网站"),
            Outlet(name="宝鸡日报", level="市级"),
        ),
        "rules": Rules(submissions=SubmissionRules(quota=24)),
        "notice": NoticeSettings(issuer="区政府办", title="通报", addressee="各单位"),
        "scheme": _scheme(),
        "template": "",
    }
    return Office.model_validate(parts | changes)


def _unit(name: str) -> Unit:
    town = name.endswith(("镇", "办"))
    kind = UnitKind.TOWN if town else UnitKind.DEPARTMENT
    return Unit(name=name, kind=kind, group="镇街" if town else "部门")


def _column(name: str, frequency: str, *units: str) -> Column:
    return Column(
        name=name, category=ColumnCategory.STATUTORY, duties=(ColumnDuty(units=units, frequency=frequency),)
    )


def _scheme() -> Scheme:
    return Scheme(
        name="办法",
        version="1",
        source="示例",
        base=Decimal(300),
        dimensions=tuple(Dimension(name=name) for name in ("新闻动态", "日常工作", "政务新媒体")),
        items=(
            Item(key="news", dimension="新闻动态", label="新闻动态加减分", rule=Manual(kind="manual")),
            Item(key="daily", dimension="日常工作", label="日常工作加减分", rule=Manual(kind="manual")),
            Item(
                key="media",
                dimension="政务新媒体",
                label="备案账号",
                measure="accounts.registered",
                rule=Event(kind="event", points=Decimal(2)),
            ),
        ),
    )


def xlsx(path: Path, rows: Rows, sheet: str = "Sheet1", merges: Iterable[str] = ()) -> Path:
    """Rows as an .xlsx; a date becomes a date cell, None a blank; `merges` are ranges like A2:A3."""
    book = xlsxwriter.Workbook(path)
    fill(book, rows, sheet, merges)
    book.close()
    return path


def fill(book: xlsxwriter.Workbook, rows: Rows, sheet: str, merges: Iterable[str] = ()) -> None:
    target = book.add_worksheet(sheet)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                target.write_datetime(number, column, value, day)
            elif value is not None:
                target.write(number, column, value)
    for area in merges:
        target.merge_range(area, _first(rows, area))


def _first(rows: Rows, area: str) -> object:
    column, row = ord(area[0]) - 65, int(area[1 : area.index(":")]) - 1
    return rows[row][column]


def xls(path: Path, rows: Rows, sheet: str = "Sheet1") -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    target = book.add_sheet(sheet)
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                target.write(number, column, value, day)
            elif value is not None:
                target.write(number, column, value)
    book.save(str(path))
    return path


def csv_text(rows: Rows) -> str:
    return "".join(",".join("" if value is None else str(value) for value in row) + "\n" for row in rows)


def read(path: Path, period: str = "2021Q4", kind: str | None = None, **changes: object) -> Reading:
    return reading.read(path, office=office(**changes), period=Period.parse(period), kind=kind)


ReadRows = Callable[..., Reading]


def codes(found: Reading) -> list[Code]:
    return [fault.code for fault in found.faults]


SUBMISSIONS = [["单位", "应报", "实报", "网站采用"], ["财政局", 24, 8, 3], ["石鼓镇", 24, 38, 13]]
"""The least table that is right: 信息报送情况统计表 of two units."""
