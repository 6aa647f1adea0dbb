"""What a person says of a sheet goes before what the words of its header say."""

from pathlib import Path

import pytest
from source_files import SUBMISSIONS, Rows, codes, office, xlsx

from gongkai.office import files
from gongkai.office.pack import Office
from gongkai.sources import adjusting, reading
from gongkai.sources.faults import Code, Severity
from gongkai.sources.layouts import SheetLayout
from gongkai.sources.mappings import SheetMapping
from gongkai.sources.reading import Reading
from gongkai.terms import Period

QUARTER = Period.parse("2021Q4")
ODD: Rows = [["谁报的", "报了几条", "上头用了", "宝报"], ["财政局", 8, 3, 1], ["石鼓镇", 38, 13, 0]]
"""A table whose words nobody knows."""
SAID = SheetMapping(
    "submissions", "信息报送情况统计表", ("unit", "submitted", "adopted:区政府网站", "adopted:宝鸡日报")
)


def reread(path: Path, mapping: SheetMapping | None = None, within: Office | None = None) -> Reading:
    """The file read, with the mapping for whatever header its first sheet has."""
    within = within or office()
    first = reading.read(path, office=within, period=QUARTER)
    if mapping is None:
        return first
    return reading.read(path, office=within, period=QUARTER, mapping={first.layouts[0].signature: mapping})


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    return xlsx(tmp_path / "怪表.xlsx", [["填表：某某"], *ODD])


def only_fault(read: Reading) -> tuple[int, str, str]:
    (fault,) = read.faults
    assert fault.code is Code.MAPPING_INVALID
    assert fault.severity is Severity.ERROR
    assert read.facts == {}
    return fault.row, fault.column, fault.reason


def test_a_table_nobody_knows_is_read_as_a_person_says(odd: Path) -> None:
    assert codes(reread(odd)) == [Code.FORM_UNKNOWN]
    read = reread(odd, SAID)
    assert read.faults == []
    assert [(fact.unit, fact.quantity) for fact in read.facts["submissions"]] == [
        ("财政局", 8),
        ("石鼓镇", 38),
    ]
    assert [(fact.outlet, fact.quantity, fact.row) for fact in read.facts["adoptions"]] == [
        ("区政府网站", 3, 3),
        ("宝鸡日报", 1, 3),
        ("区政府网站", 13, 4),
        ("宝鸡日报", 0, 4),
    ]


def test_what_was_said_of_one_file_holds_for_the_next_with_this_header(tmp_path: Path, odd: Path) -> None:
    signature = reread(odd).layouts[0].signature
    later = xlsx(tmp_path / "下月.xlsx", [["标题"], ["说明"], *ODD[:2], [None], ["高家镇", 5, 0, 0]])
    read = reading.read(later, office=office(), period=QUARTER, mapping={signature: SAID})
    assert [fact.unit for fact in read.facts["submissions"]] == ["财政局", "高家镇"]
    assert read.layouts[0].header_row == 3


def test_a_mapping_of_another_header_changes_nothing(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "报送.xlsx", SUBMISSIONS)
    read = reading.read(path, office=office(), period=QUARTER, mapping={"0" * 16: SAID})
    assert read.facts == reread(path).facts


def test_a_mapping_overrides_what_was_recognised(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "报送.xlsx", SUBMISSIONS)
    read = reread(path, SheetMapping("submissions", "信息报送情况统计表", ("unit", "", "submitted", "")))
    assert list(read.facts) == ["submissions"]
    assert read.layouts[0].mapped


def test_a_sheet_can_be_left_out(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "报送.xlsx", SUBMISSIONS)
    read = reread(path, SheetMapping(""))
    assert codes(read) == [Code.SHEET_SKIPPED]
    assert read.errors or read.questions, (
        "else a file that brings nothing would be taken for one that was imported"
    )


def test_a_field_of_two_columns_is_refused_at_the_second(odd: Path) -> None:
    row, column, reason = only_fault(reread(odd, SAID._replace(fields=("unit", "submitted", "submitted"))))
    assert (row, column) == (2, "C")
    assert reason == "“实报”已对应 B 列，不能再对应本列"


def test_a_required_field_without_a_column_is_named(odd: Path) -> None:
    assert only_fault(reread(odd, SAID._replace(fields=("unit", "", "late")))) == (
        2,
        "",
        "没有哪一列对应“实报”，“信息报送情况统计表”必须有这一项",
    )


def test_a_series_that_must_be_there_is_asked_for(odd: Path) -> None:
    mapping = SheetMapping("adoptions", "信息采用情况统计表", ("unit",))
    assert "没有哪一列对应“采用数”" in only_fault(reread(odd, mapping))[2]


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        (SAID._replace(kind="weather"), "没有“weather”这种资料"),
        (SAID._replace(form="天气表"), "没有“天气表”这种表格"),
        (SAID._replace(fields=("unit", "submitted", "callback")), "没有“callback”这一项"),
        (SAID._replace(fields=("unit", "submitted", "", "", "", "late")), "表中没有这一列"),
        (SAID._replace(fields=("unit", "submitted", "adopted:人民日报")), "没有“人民日报”"),
        (SAID._replace(fields=("unit", "submitted", "adopted")), "从列名看不出是哪一项采用数"),
    ],
)
def test_what_cannot_be_is_refused_in_words(odd: Path, mapping: SheetMapping, reason: str) -> None:
    assert reason in only_fault(reread(odd, mapping))[2]


def test_every_fault_of_a_mapping_is_told_at_once(odd: Path) -> None:
    read = reread(odd, SAID._replace(fields=("title", "late", "late")))
    assert [fault.column for fault in read.faults] == ["A", "C", "", ""]


def test_a_faulty_mapping_is_shown_as_the_person_made_it(odd: Path) -> None:
    layout = reread(odd, SAID._replace(fields=("unit", "", "late"))).layouts[0]
    assert (layout.kind, layout.fields) == ("submissions", ("unit", "", "late", ""))


def test_months_chosen_without_a_year_are_those_of_the_period(tmp_path: Path) -> None:
    rows: Rows = [["栏", "谁管", "甲", "乙"], ["规范性文件", "司法局", 2, 0]]
    mapping = SheetMapping(
        "columns", "栏目更新统计表（分月）", ("column", "unit", "months:10月", "months:12月")
    )
    read = reread(xlsx(tmp_path / "栏.xlsx", rows), mapping)
    assert [(f"{fact.day}", fact.quantity) for fact in read.facts["columns"]] == [
        ("2021-10-31", 2),
        ("2021-12-31", 0),
    ]


def test_tables_side_by_side_stay_so_under_a_mapping(tmp_path: Path) -> None:
    rows = [["单位", "实报", "单位", "实报"], ["财政局", 8, "石鼓镇", 38], ["司法局", 2, None, None]]
    path = xlsx(tmp_path / "双栏.xlsx", rows)
    read = reread(path, SheetMapping("submissions", "信息报送情况统计表", ("unit", "submitted") * 2))
    assert [fact.unit for fact in read.facts["submissions"]] == ["财政局", "司法局", "石鼓镇"]


def test_half_a_table_at_the_side_is_refused_with_its_column(tmp_path: Path) -> None:
    rows = [["单位", "实报", "单位", "实报"], ["财政局", 8, "石鼓镇", 38]]
    mapping = SheetMapping("submissions", "信息报送情况统计表", ("unit", "submitted", "unit"))
    assert only_fault(reread(xlsx(tmp_path / "双栏.xlsx", rows), mapping))[2].startswith(
        "从 C 列起的并排表格没有哪一列对应“实报”"
    )


SAMPLES = sorted(Path("offices").glob("*/sample/**/*.xlsx"))


def said(layout: SheetLayout) -> SheetMapping:
    return SheetMapping(layout.kind, layout.form, layout.fields)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parts[1]}-{path.stem}")
def test_saying_what_was_recognised_changes_nothing(path: Path) -> None:
    within = files.read(Path(*path.parts[:2]))
    period = Period.parse("2021Q4" if within.key == "weibin" else "2022H1")
    first = reading.read(path, office=within, period=period)
    mapping = {layout.signature: said(layout) for layout in first.layouts if layout.kind}
    again = reading.read(path, office=within, period=period, mapping=mapping)
    assert mapping
    assert (again.facts, again.faults, again.questions) == (first.facts, first.faults, first.questions)
    assert [said(layout) for layout in again.layouts] == [said(layout) for layout in first.layouts]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parts[1]}-{path.stem}")
def test_suggesting_the_form_that_was_recognised_gives_its_fields(path: Path) -> None:
    within = files.read(Path(*path.parts[:2]))
    period = Period.parse("2021Q4" if within.key == "weibin" else "2022H1")
    for layout in reading.read(path, office=within, period=period).layouts:
        if layout.kind:
            given = {"kind": layout.kind, "form": layout.form, "office": within, "period": period}
            assert adjusting.suggest(layout, **given) == layout.fields
