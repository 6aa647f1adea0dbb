"""What a person needs to say what a sheet is: the forms there are and their fields, the headers a sheet may
have, and what the words of a header speak for."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gongkai.measures.facts import KIND_LABELS
from gongkai.office.pack import Office
from gongkai.sources import headers, layouts, registry, workbook
from gongkai.sources.desk import Desk
from gongkai.sources.fields import Blank, Field, Takes
from gongkai.sources.forms import Form
from gongkai.sources.headers import Header
from gongkai.sources.layouts import SERIES_MARK, SheetLayout
from gongkai.terms import Period

HOLDS = {
    Takes.UNIT: "单位名称",
    Takes.COLUMN: "栏目名称",
    Takes.COUNT: "整数",
    Takes.DAY: "日期",
    Takes.DAY_IN_PERIOD: "日期",
    Takes.PERCENT: "百分数",
    Takes.POINTS: "分值",
    Takes.NUMBER: "编号",
    Takes.FLAG: "是或否",
    Takes.TEXT: "文字",
}
"""What the cells of a field hold, in a word for the form."""


class FieldChoice(NamedTuple):
    """A field that a column may be read as. `required`: a form without a column for it is not read;
    `filled`: a cell of it may not be blank. A member of a series (2021年10月, 宝鸡日报) is a choice too."""

    key: str
    label: str
    takes: Takes
    required: bool = False
    filled: bool = False

    @property
    def holds(self) -> str:
        return HOLDS[self.takes]


class FormChoice(NamedTuple):
    """A form that a sheet may be kept in: `kind` and `form` are what a mapping names. An event form has a
    row an event, another a row a unit, column or account. `series` is the key of the columns whose headers
    say what they are, "" for none."""

    kind: str
    kind_label: str
    form: str
    events: bool
    fields: tuple[FieldChoice, ...]
    series: str = ""

    def label(self, key: str) -> str:
        """The label of a field, "" for one that the form has not."""
        return next((field.label for field in self.fields if field.key == key), "")


def choices(office: Office, period: Period) -> tuple[FormChoice, ...]:
    """Every form of every kind, once each, with its fields in order."""
    desk = Desk(office, period)
    found = {(form.kind, form.title): form for form in reversed(registry.forms(None))}
    return tuple(form_choice(form, desk) for form in reversed(found.values()))


def form_choice(form: Form, desk: Desk) -> FormChoice:
    """A form as a person chooses it."""
    fields = (*map(_field, form.fields), *_members(form, desk))
    series = form.series.name if form.series else ""
    return FormChoice(form.kind, KIND_LABELS[form.kind], form.title, form.events, fields, series)


def _field(field: Field) -> FieldChoice:
    return FieldChoice(field.name, field.label, field.takes, field.required, field.blank is Blank.REFUSED)


def _members(form: Form, desk: Desk) -> Iterator[FieldChoice]:
    """The series as a whole, and each member by itself."""
    if form.series is None:
        return
    name, values = form.series.name, form.series.values
    yield FieldChoice(name, f"{values.label}（按列名）", values.takes, form.series.required)
    for member in form.series.members(desk):
        yield FieldChoice(f"{name}{SERIES_MARK}{member}", f"{values.label}：{member}", values.takes)


def headers_of(path: Path, sheet: str, name: str = "") -> tuple[SheetLayout, ...]:
    """The sheet under each header it might have, topmost first, for a person who sees that the one found is
    not the header; none where there is no such sheet. `name` is what the file is called. Raises FileFault."""
    return tuple(
        layouts.described(each, header, {})
        for each in workbook.open(path, name).sheets
        if each.name == sheet
        for header in headers.candidates(each)
    )


def suggest(
    layout: SheetLayout, *, kind: str, form: str = "", office: Office, period: Period
) -> tuple[str, ...]:
    """The field of each column that the words of the header speak for, once a person has said what form the
    sheet is kept in. Raises UnknownKind."""
    chosen = registry.form(kind, form)
    header = Header(0, 0, tuple(column.path for column in layout.columns), "")
    fitted = headers.fit(chosen, header, Desk(office, period))
    found = {
        index: chosen.series.name if chosen.series and key in block.series else str(key)
        for block in fitted.blocks
        for key, index in block.columns.items()
    }
    return tuple(found.get(column.index, "") for column in layout.columns)
