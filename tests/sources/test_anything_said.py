"""Whatever a person says or types, the answer is facts or faults in their places, never a crash."""

from collections import defaultdict
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from source_files import office, xlsx

from gongkai.sources import adjusting, entry, mappings, registry, workbook
from gongkai.sources.desk import Desk
from gongkai.sources.headers import candidates
from gongkai.sources.mappings import SheetMapping
from gongkai.sources.reading import read_table
from gongkai.sources.workbook import Sheet
from gongkai.terms import Period

QUARTER = Period.parse("2021Q4")
CHOICES = {(each.kind, each.form): each for each in adjusting.choices(office(), QUARTER)}
TYPED = st.sampled_from(
    [
        "",
        " ",
        "财政局",
        "姜谭",
        "合计",
        "注：",
        "规范性文件",
        "印象石鼓",
        "3",
        "-1",
        "2021-10-08",
        "10月8日",
        "是",
        "x",
    ]
) | st.text(max_size=12)


@cache
def table() -> Sheet:
    """Two tables side by side, with a header of two rows."""
    rows = [
        ["单位", "工单", None, "单位", "工单", None],
        [None, "承办件", "按期办结", None, "承办件", "按期办结"],
        ["财政局", 3, 3, "石鼓镇", 2, 1],
        ["合计", 3, 3, None, "x", "2021-10-08"],
    ]
    with TemporaryDirectory() as place:
        return workbook.open(xlsx(Path(place) / "表.xlsx", rows)).sheets[0]


@st.composite
def said(draw: st.DrawFn) -> SheetMapping:
    kind, form = draw(st.sampled_from(sorted(CHOICES)))
    keys = [field.key for field in CHOICES[kind, form].fields]
    fields = draw(st.lists(st.sampled_from(["", "", *keys, "months:13月", ":"]), max_size=8))
    return SheetMapping(kind, form, tuple(fields))


@given(said(), st.integers(0, 5))
def test_any_mapping_is_applied_or_refused(mapping: SheetMapping, place: int) -> None:
    sheet, desk = table(), Desk(office(), QUARTER)
    header = candidates(sheet)[place]
    mapped = mappings.apply(sheet, header, mapping, desk)
    assert (mapped.layout is None) == bool(mapped.faults)
    if mapped.layout is not None:
        read = read_table(sheet, mapped.layout, mapped.shown, desk, defaultdict(dict))
        assert read.kind == mapping.kind


@given(st.data())
def test_any_typed_row_is_read_refused_or_asked_about(data: st.DataObject) -> None:
    kind, form = data.draw(st.sampled_from(sorted(CHOICES)))
    keys = [field.key for field in CHOICES[kind, form].fields]
    rows = data.draw(st.lists(st.dictionaries(st.sampled_from(keys), TYPED), max_size=3))
    read = entry.read(kind, rows, office=office(), period=QUARTER, form=form)
    assert {fact.row for facts in read.facts.values() for fact in facts} <= set(range(1, len(rows) + 1))
    assert all(fault.row <= len(rows) for fault in read.faults)


def test_every_form_can_be_typed() -> None:
    assert {form.title for form in registry.forms(None)} == {title for _, title in CHOICES}


@given(st.data(), st.sampled_from(["submissions", "messages", "orders", "columns", "posts"]))
def test_no_typed_event_is_lost_in_silence(data: st.DataObject, kind: str) -> None:
    keys = [field.key for field in next(each for each in CHOICES.values() if each.kind == kind).fields]
    rows = data.draw(st.lists(st.dictionaries(st.sampled_from(keys), TYPED), max_size=3))
    read = entry.read(kind, rows, office=office(), period=QUARTER)
    kept = {fact.row for facts in read.facts.values() for fact in facts}
    told = {fault.row for fault in read.faults}
    asked = {place.row for question in read.questions for place in question.places}
    typed = {number for number, row in enumerate(rows, 1) if any(text.strip() for text in row.values())}
    assert typed <= kept | told | asked
