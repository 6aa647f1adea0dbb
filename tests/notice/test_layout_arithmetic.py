"""Where lines break and stand, column widths, merged headers: the arithmetic both renderers share."""

from datetime import date

import plans
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.notice import layout
from gongkai.notice.fitting import fit
from gongkai.notice.grid import grids, header_cells
from gongkai.notice.plan import Imprint, TableColumn
from gongkai.notice.typesetting import (
    annex_lines,
    annex_title,
    chinese_date,
    contact_line,
    copies_line,
    imprint_lines,
    printable,
    red_head_size,
    signature_place,
    title_lines,
    width,
)

MOST = layout.points(layout.PORTRAIT.text_width) / layout.TITLE_SIZE
HEADERS = st.lists(
    st.lists(st.sampled_from(["单位", "工单", "办理", "得分", "按期办结率"]), min_size=1, max_size=3),
    min_size=1,
    max_size=9,
)


def test_the_type_area_is_156_by_225_mm_on_both_pages() -> None:
    assert (layout.PORTRAIT.text_width, layout.PORTRAIT.text_height) == (156, 225)
    assert (layout.LANDSCAPE.text_width, layout.LANDSCAPE.text_height) == (225, 156)


def test_22_lines_fit_and_a_23rd_does_not_28_characters_fit_and_a_29th_does_not() -> None:
    height = layout.points(layout.PORTRAIT.text_height)
    assert 22 * layout.PITCH <= height < 23 * layout.PITCH
    room = layout.points(layout.PORTRAIT.text_width)
    assert 28 * layout.ADVANCE <= room < 29 * layout.ADVANCE


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("政务公开", 4),
        ("2022", 2),
        ("2022年", 3.25),
        ("“三审三校”", 6),
        ("（一）", 3),
        ("", 0),
        ("97.8%", 2.5),
    ],
)
def test_width_counts_half_for_latin_and_a_quarter_for_the_gap(text: str, characters: float) -> None:
    assert width(text) == characters


def test_dates_have_no_zero_in_front() -> None:
    assert chinese_date(date(2022, 1, 7)) == "2022年1月7日"


def test_the_office_s_own_break_in_a_title_is_kept() -> None:
    assert title_lines("云岭县人民政府办公室\n关于政务公开工作的通报", MOST) == (
        "云岭县人民政府办公室",
        "关于政务公开工作的通报",
    )


def test_a_long_title_breaks_where_the_sense_allows_into_lines_of_like_length() -> None:
    lines = title_lines("云岭县人民政府办公室关于2022年二季度政务公开工作情况的通报", MOST)
    assert lines == ("云岭县人民政府办公室", "关于2022年二季度政务公开工作情况的通报")


@given(st.text(st.characters(categories=["Lo", "Nd", "Po"]), max_size=120))
def test_a_title_loses_nothing_and_no_line_is_too_wide(title: str) -> None:
    lines = title_lines(title, MOST)
    assert "".join(lines) == printable(title).strip()
    assert all(width(line) <= MOST for line in lines)


def test_a_year_in_a_title_is_not_torn() -> None:
    for before in range(8, 30):
        lines = title_lines("关" * before + "2022年" + "公" * 10, MOST)
        assert any("2022年" in line for line in lines)


def test_the_unit_ends_two_characters_in_and_the_date_begins_two_after_its_first() -> None:
    line = layout.points(layout.PORTRAIT.text_width) / layout.ADVANCE
    place = signature_place("云岭县人民政府办公室", date(2022, 8, 9))
    assert place.unit_right == 2
    assert place.date_left == pytest.approx(line - 2 - 10 + 2)


def test_under_a_short_unit_the_date_ends_two_characters_in_and_the_unit_moves_left() -> None:
    line = layout.points(layout.PORTRAIT.text_width) / layout.ADVANCE
    day = date(2022, 12, 31)
    place = signature_place("县政府", day)
    assert place.date_left + width(chinese_date(day)) == pytest.approx(line - 2)
    assert line - place.unit_right - width("县政府") + 2 == pytest.approx(place.date_left)


def test_the_list_of_annexes_numbers_several_and_not_one() -> None:
    one = annex_lines((plans.annex(1, "统计表；", plans.table(plans.SIMPLE, 1)),))
    assert [(line.label, line.name) for line in one] == [("附件：", "统计表")]
    assert [line.label for line in annex_lines(plans.ANNEXES)] == ["附件：1.", "2.", "3.", "4."]
    assert len({line.name_left for line in annex_lines(plans.ANNEXES)}) == 1


def test_a_contact_line_stands_in_one_pair_of_brackets() -> None:
    assert contact_line("联系人：某某") == "（联系人：某某）"
    assert contact_line("（联系人：某某）") == "（联系人：某某）"
    assert contact_line("") == ""


def test_an_annex_title_shrinks_to_one_line_before_it_breaks() -> None:
    assert annex_title("考" * 20)[0] == 22
    assert annex_title("考" * 22)[0] == 20
    assert annex_title("考" * 24)[0] == 18
    size, lines = annex_title("考" * 25)
    assert (size, len(lines)) == (22, 2)


def test_a_red_head_is_never_wider_than_a_line_until_it_is_28_points() -> None:
    room = layout.points(layout.PORTRAIT.text_width)
    assert red_head_size("县政府文件") == layout.RED_HEAD_LARGEST
    assert red_head_size("云岭县人民政府办公室文件") * 12 < room
    assert red_head_size("文" * 40) == layout.RED_HEAD_SMALLEST


def test_the_copies_end_with_a_full_stop_and_their_lines_are_counted() -> None:
    short = Imprint("县委办公室", "县政府办公室", date(2022, 8, 9))
    assert copies_line(short) == "抄送：县委办公室。"
    assert imprint_lines(short) == 2
    assert imprint_lines(Imprint("县委办公室，" * 9, "县政府办公室", date(2022, 8, 9))) == 4
    assert imprint_lines(Imprint("", "县政府办公室", date(2022, 8, 9))) == 1


@given(HEADERS)
def test_header_cells_cover_every_place_of_the_header_once(paths: list[list[str]]) -> None:
    columns = tuple(TableColumn(tuple(path)) for path in paths)
    depth = max(len(path) for path in paths)
    covered = [
        (row, column)
        for cell in header_cells(columns)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]
    assert sorted(covered) == [(row, column) for row in range(depth) for column in range(len(paths))]


@given(
    HEADERS,
    st.lists(st.text("政务公开12 ", max_size=40), min_size=9, max_size=9),
    st.sampled_from(["portrait", "landscape", "two_up"]),
)
def test_columns_always_fill_the_type_area(paths: list[list[str]], texts: list[str], lies: str) -> None:
    columns = tuple(TableColumn(tuple(path)) for path in paths)
    row = tuple(plans.cell(text) for text in texts[: len(columns)])
    annex = plans.annex(1, "统计表", plans.Table("sample", columns, (row,)), lies)
    for drawn in grids(annex):
        assert sum(drawn.widths) == pytest.approx(layout.page_of(lies).text_width)
        assert min(drawn.widths) > 0
        assert all(len(cells) == len(drawn.widths) for cells in drawn.rows)


def test_a_wider_share_is_a_wider_column_while_all_have_room() -> None:
    columns = (TableColumn(("单位",), 3), TableColumn(("应报",)), TableColumn(("实报",)))
    widths = fit(plans.annex(1, "统计表", plans.table(columns, 3))).widths
    assert widths == pytest.approx((93.6, 31.2, 31.2))


def test_a_table_too_long_for_a_page_has_its_rows_tightened_before_it_takes_another() -> None:
    airy = fit(plans.annex(1, "统计表", plans.table(plans.SIMPLE, 10)))
    tight = fit(plans.annex(1, "统计表", plans.table(plans.SIMPLE, 25)))
    assert (airy.pages, tight.pages) == (1, 1)
    assert airy.row_height / airy.size > tight.row_height / tight.size
    assert fit(plans.annex(1, "统计表", plans.table(plans.SIMPLE, 60))).pages == 2


def test_two_halves_differ_by_one_row_at_most_and_end_with_the_totals() -> None:
    odd = plans.annex(1, "统计表", plans.table(plans.SIMPLE, 4, totals=True), "two_up")
    (drawn,) = grids(odd)
    assert [(row[0].text, row[4].text) for row in drawn.rows] == [
        ("第1镇", "第4镇"),
        ("第2镇", "合计"),
        ("第3镇", ""),
    ]


def test_a_header_that_turns_is_parted_evenly() -> None:
    (drawn,) = grids(plans.ANNEXES[1])
    assert "新闻\n动态" in {cell.text for cell in drawn.header}
