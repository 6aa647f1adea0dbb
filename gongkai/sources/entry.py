"""Rows that a person types into a form: read as the rows of a spreadsheet are, by the same readers."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gongkai.office.pack import Office
from gongkai.sources import mappings, registry
from gongkai.sources.desk import Desk
from gongkai.sources.faults import Code, Fault, Severity
from gongkai.sources.forms import Form
from gongkai.sources.headers import Header
from gongkai.sources.layouts import SERIES_MARK
from gongkai.sources.mappings import SheetMapping
from gongkai.sources.reading import Reading, SheetReading, read_table
from gongkai.sources.workbook import Row, Sheet
from gongkai.terms import Period

SHEET = "手工录入"
"""Stands as file and sheet in the provenance of what was typed."""

TypedRow = Mapping[str, str]
"""Field → text, fields as `adjusting.FieldChoice.key` names them (adopted:宝鸡日报 for a member of a series)."""


def read(kind: str, rows: Sequence[TypedRow], *, office: Office, period: Period, form: str = "") -> Reading:
    """The rows as facts, faults and questions, as a spreadsheet with these columns would give them.

    Rows are numbered from 1, columns stand in the order of the form; `sheets[0].layout.field_at` tells the
    field of a fault's column. A row left blank is passed over. `form` is the title of the form, "" for the
    kind's list of events. Raises UnknownKind.
    """
    chosen, desk = registry.form(kind, form), Desk(office, period)
    fields = _fields(chosen, rows)
    header = Header(-1, -1, tuple((_label(chosen, field),) for field in fields), "")
    sheet = _sheet(fields, rows)
    mapped = mappings.apply(sheet, header, SheetMapping(kind, chosen.title, fields), desk)
    if mapped.layout is None:
        found = SheetReading(SHEET, kind, [], mapped.faults, [], mapped.shown)
    elif not any(map(_filled, rows)):
        found = SheetReading(SHEET, kind, [], [nothing("没有填写任何内容")], [], mapped.shown)
    else:
        found = read_table(sheet, mapped.layout, mapped.shown, desk, defaultdict(dict))
        found = replace(found, faults=[*_own(found), *_unread(found, rows)])
    return Reading(SHEET, digest([kind, chosen.title, *rows]), (found,), (), desk.names)


def nothing(reason: str) -> Fault:
    """The fault of a form that was sent without anything in it."""
    return Fault(SHEET, 0, "", "", reason, "请填写后再提交", Severity.ERROR, Code.NO_ROWS)


def digest(typed: object) -> str:
    """SHA-256 of what was typed: it stands for the file."""
    return hashlib.sha256(json.dumps(typed, ensure_ascii=False, default=dict).encode()).hexdigest()


def _fields(form: Form, rows: Sequence[TypedRow]) -> tuple[str, ...]:
    """The columns: those that must be there or stand in a row, in the form's order, then any others."""
    used = dict.fromkeys(field for row in rows for field in row)
    known = [field.name for field in form.fields if field.required or field.name in used]
    return tuple(dict.fromkeys([*known, *used]))


def _label(form: Form, field: str) -> str:
    return form.label(field.partition(SERIES_MARK)[2] or field)


def _sheet(fields: tuple[str, ...], rows: Sequence[TypedRow]) -> Sheet:
    def cells() -> Iterator[Row]:
        return ([row.get(field, "") for field in fields] if _filled(row) else [""] for row in rows)

    return Sheet(SHEET, cells, len(fields))


def _filled(row: TypedRow) -> bool:
    return any(text.strip() for text in row.values())


def _own(found: SheetReading) -> list[Fault]:
    """The faults but for those that speak of rows passed over: each of these rows says so itself."""
    return [
        fault for fault in found.faults if fault.code is not Code.NO_ROWS and fault.row not in found.set_aside
    ]


def _unread(found: SheetReading, rows: Sequence[TypedRow]) -> Iterator[Fault]:
    """An error for each row that in a spreadsheet would be passed over; somebody typed it."""
    for number in found.set_aside:
        value = next(text for text in rows[number - 1].values() if text.strip())
        reason = "这一行像是合计、说明或小标题，没有读取"
        advice = "请按单位逐行填写；合计由系统计算，说明写入备注"
        yield Fault(SHEET, number, "", value, reason, advice, Severity.ERROR, Code.ROW_UNREAD)
