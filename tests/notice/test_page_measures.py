"""GB/T 9704 measured on paper, the same for the .docx as LibreOffice lays it out and for the .pdf.

On a machine without 仿宋_GB2312 LibreOffice takes another Chinese font. A Chinese character is as wide
as it is high in all of them, so lines and edges hold; Latin letters and digits may be wider, so no
test here measures a line that has any.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import plans
import pytest
from paper import CLOSING, Line, Sheet, sheets

from gongkai.notice import docx, layout, pdf
from gongkai.notice.plan import Plan

Print = Callable[[Plan], list[Sheet]]
TYPE_LEFT, TYPE_RIGHT = 28.0, 184.0


@pytest.fixture(params=["docx", "pdf"])
def printed(request: pytest.FixtureRequest) -> Print:
    """A plan → its pages, by either renderer."""
    if request.param == "pdf":
        return lambda plan: sheets(pdf.render(plan))
    lay_out: Callable[[bytes], Path] = request.getfixturevalue("soffice")
    return lambda plan: sheets(lay_out(docx.render(plan)))


def page_number(sheet: Sheet) -> Line:
    (line,) = sheet.outside
    return line


@pytest.mark.slow
def test_a_full_page_has_22_lines_of_28_characters(printed: Print) -> None:
    pages = printed(plans.full_pages())
    full = pages[1:3]
    assert [len(page.lines) for page in full] == [22, 22]
    whole = [line for page in full for line in page.lines if line.left < TYPE_LEFT + 1 and line.right > 180]
    assert len(whole) > 35
    assert {len(line.text) for line in whole} == {28}


@pytest.mark.slow
@pytest.mark.parametrize("plan", [plans.full_pages(), plans.punctuated()], ids=["characters", "punctuation"])
def test_text_keeps_inside_the_type_area(printed: Print, plan: Plan) -> None:
    for page in printed(plan):
        assert min(line.left for line in page.lines) == pytest.approx(TYPE_LEFT, abs=0.5)
        assert max(line.right for line in page.lines) <= TYPE_RIGHT + 0.05
        assert 37 < min(line.base for line in page.lines) < 37 + 10.3


@pytest.mark.slow
def test_lines_are_flush_right_whatever_stands_in_them(printed: Print) -> None:
    lines = [line for page in printed(plans.punctuated())[1:] for line in page.lines[:-6]]
    whole = [line for line in lines if line.right > 175]
    assert len(whole) > 20
    # Punctuation at the end of a line is air in its right half: its ink may end 3 mm before the edge.
    assert all(line.right > TYPE_RIGHT - (3.2 if line.text[-1] in CLOSING else 0.5) for line in whole)


@pytest.mark.slow
def test_lines_are_28_95_points_apart(printed: Print) -> None:
    page = printed(plans.full_pages())[1]
    steps = [below.base - above.base for above, below in zip(page.lines, page.lines[1:], strict=False)]
    assert sum(steps) / len(steps) == pytest.approx(28.95 * 25.4 / 72, abs=0.05)


@pytest.mark.slow
def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(printed: Print) -> None:
    inset = 14 * 25.4 / 72
    for place, page in enumerate(printed(plans.full_pages()), start=1):
        number = page_number(page)
        assert number.text.replace(" ", "") == f"—{place}—"
        if place % 2:
            assert number.right == pytest.approx(TYPE_RIGHT - inset, abs=0.5)
        else:
            assert number.left == pytest.approx(TYPE_LEFT + inset, abs=0.5)


@pytest.mark.slow
def test_the_dash_of_the_page_number_is_7_mm_below_the_type_area(printed: Print) -> None:
    dash_above_base = 5.2 * 25.4 / 72
    number = page_number(printed(plans.full_pages())[0])
    assert number.base - dash_above_base == pytest.approx(297 - 35 + 7, abs=0.6)


@pytest.mark.slow
def test_paragraphs_begin_two_characters_in(printed: Print) -> None:
    first = next(line for line in printed(plans.full_pages())[0].lines if line.text.startswith("抓好"))
    assert first.left == pytest.approx(TYPE_LEFT + 2 * layout.ADVANCE * 25.4 / 72, abs=0.5)


@pytest.mark.slow
def test_the_signature_ends_two_characters_in_and_the_date_begins_two_after_it(printed: Print) -> None:
    character = layout.ADVANCE * 25.4 / 72
    lines = printed(plans.plan())[-1].lines
    unit = next(line for line in lines if line.text == "云岭县人民政府办公室")
    day = next(line for line in lines if line.text.startswith("2022年8月9"))
    assert unit.right == pytest.approx(TYPE_RIGHT - 2 * character, abs=0.7)
    assert day.left - unit.left == pytest.approx(2 * character, abs=0.7)


@pytest.mark.slow
def test_names_of_annexes_stand_one_under_the_other(printed: Print) -> None:
    pages = printed(plans.whole())
    lines = [line for page in pages[:3] for line in page.lines]
    first = next(line for line in lines if line.text.startswith("附件：1."))
    names = [first.lefts[5]] + [
        line.lefts[2] for line in lines if line.text[:2] in ("2.", "3.", "4.") and line.left > 50
    ]
    assert len(names) == 4
    assert max(names) - min(names) < 0.3
    assert first.left == pytest.approx(TYPE_LEFT + 2 * layout.ADVANCE * 25.4 / 72, abs=0.5)


@pytest.mark.slow
def test_header_rows_come_again_on_every_page_of_a_long_table(printed: Print) -> None:
    long = plans.annex(1, "考核结果", plans.table(plans.SCORES, 90))
    pages = printed(plans.plan(annexes=(long,)))
    table_pages = [
        page for page in pages if any(line.text.startswith("第") and "镇" in line.text for line in page.lines)
    ]
    assert len(table_pages) >= 3
    for page in table_pages:
        text = "".join(line.text for line in page.lines)
        assert "加减分" in text
        assert "名次" in text


@pytest.mark.slow
def test_no_row_is_torn_apart_or_lost(printed: Print) -> None:
    text = "".join(line.text for page in printed(plans.many_units()) for line in page.lines)
    for row in range(1, 132):
        assert f"第{row}镇" in text


@pytest.mark.slow
def test_two_halves_are_read_down_the_left_then_down_the_right_of_each_page(printed: Print) -> None:
    pages = [page for page in printed(plans.many_units()) if any("应报" in line.text for line in page.lines)]
    seen: list[int] = []
    for page in pages:
        halves = [line.text.split("第")[1:] for line in page.lines if line.text.startswith("第")]
        left = [int(half[0].split("镇")[0]) for half in halves]
        right = [int(half[1].split("镇")[0]) for half in halves if len(half) > 1]
        seen += left + right
    assert seen == list(range(1, 132))


@pytest.mark.slow
def test_a_landscape_annex_is_a_turned_page_with_its_margins_turned(printed: Print) -> None:
    turned = [page for page in printed(plans.whole()) if page.width > page.height]
    assert turned
    for page in turned:
        assert (page.width, page.height) == pytest.approx((297, 210), abs=0.2)
        assert min(line.left for line in page.lines) >= 35 - 0.5
        assert max(line.right for line in page.lines) <= 297 - 37 + 0.5


@pytest.mark.slow
@pytest.mark.parametrize("before", [0, 1], ids=["turned from an odd page", "turned from an even page"])
def test_the_page_number_of_a_turned_page_lies_on_its_side_at_the_left(printed: Print, before: int) -> None:
    first = plans.annex(9, "统计表", plans.table(plans.SIMPLE, 3))
    pages = printed(plans.plan(annexes=(first,) * before + (plans.ANNEXES[3], plans.ANNEXES[0])))
    turned = {place: page for place, page in enumerate(pages, start=1) if page.width > page.height}
    assert set(turned) == {3 + before, 4 + before}
    for place, page in turned.items():
        number = sorted(page.turned, key=lambda char: char[2])
        assert "".join(text for text, _, _ in number) == f"—{place}—"
        assert all(35 - 7 - 4 < across < 35 - 7 + 4 for _, across, _ in number)
        assert number[-1][2] > 165 if place % 2 else number[0][2] < 40


@pytest.mark.slow
def test_the_imprint_stands_at_the_foot_of_the_last_page(printed: Print) -> None:
    for plan in (plans.formal(), replace(plans.formal(), annexes=plans.ANNEXES)):
        pages = printed(plan)
        printed_on = [line for line in pages[-1].lines if line.text.endswith("印发")]
        assert len(printed_on) == 1
        assert 297 - 35 - 10 < printed_on[0].base < 297 - 35
        assert not any(line.text.endswith("印发") for page in pages[:-1] for line in page.lines)


@pytest.mark.slow
def test_the_red_head_begins_35_mm_below_the_upper_edge_of_the_type_area(printed: Print) -> None:
    lines = printed(plans.formal())[0].lines
    assert lines[0].text == "云岭县人民政府办公室文件"
    assert lines[0].base - 0.88 * 35 * 25.4 / 72 == pytest.approx(37 + 35, abs=3)
    assert lines[1].text == "云政办发〔2022〕8号"
