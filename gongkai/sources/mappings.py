"""What a person said a sheet is and its columns are: a mapping, made a layout, or the faults in it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from gongkai.sources import headers, registry
from gongkai.sources.cells import plain
from gongkai.sources.desk import Desk
from gongkai.sources.faults import Code, Fault, Severity, letter
from gongkai.sources.forms import Form, Series
from gongkai.sources.headers import Block, Header, Layout, Path
from gongkai.sources.layouts import SERIES_MARK, SheetLayout, described, meaning, signature
from gongkai.sources.workbook import Sheet


class SheetMapping(NamedTuple):
    """`kind` of facts, "" for a sheet that is not to be read; `form` is the title of one of its forms, ""
    for its list of events; `fields` name the field of each column from the left, "" for none, as
    `LayoutColumn.field` does. Columns beyond are not read."""

    kind: str
    form: str = ""
    fields: tuple[str, ...] = ()


Mappings = Mapping[str, SheetMapping]
"""Signature of a header → what a person said of the sheets that have it."""


class Mapped(NamedTuple):
    """A sheet under a person's mapping: `layout` is None where the mapping is faulty or says to skip the
    sheet; `shown` is the sheet as the person sees it, faulty or not."""

    layout: Layout | None
    shown: SheetLayout
    faults: list[Fault]


@dataclass
class _Open:
    """A block as it is being found, with the members of the series in it."""

    columns: dict[Hashable, int] = field(default_factory=dict)
    series: list[Hashable] = field(default_factory=list)


def find(sheet: Sheet, mappings: Mappings) -> tuple[Header, SheetMapping] | None:
    """The first header of the sheet that a person spoke of, and what they said."""
    for header in headers.candidates(sheet) if mappings else ():
        mapping = mappings.get(signature(header))
        if mapping is not None:
            return header, mapping
    return None


def apply(sheet: Sheet, header: Header, mapping: SheetMapping, desk: Desk) -> Mapped:
    """The sheet laid out as the mapping says, or every fault of the mapping, each at its column's header."""
    try:
        form = registry.form(mapping.kind, mapping.form) if mapping.kind else None
    except registry.UnknownKind as error:
        fault = _fault(sheet.name, header, None, "", str(error), "请重新选择资料种类")
        return Mapped(None, described(sheet, header, {}, mapped=True), [fault])
    if form is None:
        return Mapped(None, described(sheet, header, {}, mapped=True), [])
    work = _Work(sheet.name, header, form, desk)
    blocks = work.blocks(mapping.fields)
    shown = described(sheet, header, work.taken, kind=form.kind, form=form.title, mapped=True)
    layout = None if work.faults else Layout(form, header, blocks, ())
    return Mapped(layout, shown, work.faults)


class _Work:
    """One mapping being applied; `taken` is field and meaning by column, as far as they could be found."""

    def __init__(self, sheet: str, header: Header, form: Form, desk: Desk) -> None:
        self.faults: list[Fault] = []
        self.taken: dict[int, tuple[str, str]] = {}
        self._sheet = sheet
        self._header = header
        self._form = form
        self._desk = desk

    def blocks(self, fields: tuple[str, ...]) -> tuple[Block, ...]:
        """Tables side by side: a new one begins where the same header is the same field again."""
        paths = self._header.paths
        blocks = [_Open()]
        for index, (path, name) in enumerate(zip_longest(paths, fields)):
            if not name:
                continue
            key = self._key(index, path, name)
            if key is None:
                continue
            first = blocks[-1].columns.get(key)
            if first is not None and paths[first] != path:
                self._refuse_twice(index, first, key)
                continue
            if first is not None:
                blocks.append(_Open())
            blocks[-1].columns[key] = index
            if self._in_series(name):
                blocks[-1].series.append(key)
        self._check_missing(blocks)
        return tuple(headers.closed((block.columns, block.series) for block in blocks))

    def _in_series(self, name: str) -> bool:
        series = self._form.series
        return series is not None and name.split(SERIES_MARK)[0] == series.name

    def _key(self, index: int, path: Path | None, name: str) -> Hashable | None:
        """The field or the member of the series; None with a fault where there is none."""
        if path is None:
            self._refuse(index, "表中没有这一列", "请按这张表的列重新对应")
            return None
        series = self._form.series
        key: Hashable | None = next((each.name for each in self._form.fields if each.name == name), None)
        if key is None and series and self._in_series(name):
            key = self._member(index, path, series, name)
        elif key is None:
            self._refuse(index, f"“{self._form.title}”没有“{name}”这一项", "请从该表的项目中选择")
        if key is not None:
            self.taken[index] = name, meaning(self._form, key)
        return key

    def _member(self, index: int, path: Path, series: Series, name: str) -> Hashable | None:
        """What a column of the series stands for: as chosen, else as its header says."""
        chosen = name.partition(SERIES_MARK)[2]
        names = (plain(chosen),) if chosen else headers.names(path) if path else ()
        for each in names:
            key = series.key(each, self._desk)
            if key is not None:
                return key
        self.taken[index] = name, series.values.label
        members = "、".join(series.members(self._desk)) or "（名册中尚未登记）"
        reason = f"没有“{chosen}”" if chosen else f"从列名看不出是哪一项{series.values.label}"
        self._refuse(index, reason, f"请从以下各项中选择：{members}")
        return None

    def _check_missing(self, blocks: list[_Open]) -> None:
        for block in blocks:
            labels = [
                each.label for each in self._form.fields if each.required and each.name not in block.columns
            ]
            if self._form.series and self._form.series.required and not block.series:
                labels.append(self._form.series.values.label)
            for name in labels:
                table = (
                    f"从 {letter(min(block.columns.values()))} 列起的并排表格"
                    if block is not blocks[0]
                    else ""
                )
                reason = f"{table}没有哪一列对应“{name}”，“{self._form.title}”必须有这一项"
                self._refuse(None, reason, "请指明对应的列；表中确无此项的，请补充后重新导入")

    def _refuse_twice(self, index: int, first: int, key: Hashable) -> None:
        reason = f"“{meaning(self._form, key)}”已对应 {letter(first)} 列，不能再对应本列"
        self._refuse(index, reason, "请保留其中一列，另一列改为不导入或对应其他项目")

    def _refuse(self, index: int | None, reason: str, suggestion: str) -> None:
        paths = self._header.paths
        value = "".join(paths[index]) if index is not None and index < len(paths) else ""
        self.faults.append(_fault(self._sheet, self._header, index, value, reason, suggestion))


def _fault(sheet: str, header: Header, index: int | None, value: str, reason: str, suggestion: str) -> Fault:
    column = "" if index is None else letter(index)
    place = sheet, header.bottom + 1, column, value
    return Fault(*place, reason, suggestion, Severity.ERROR, Code.MAPPING_INVALID)
