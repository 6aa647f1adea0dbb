"""Whatever stands in a text, the cross-check answers with places that are in it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import Document, plain
from gongkai.proofreading.figures.arithmetic.rounding import agrees
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.reading.numerals import chinese, number, step
from gongkai.proofreading.figures.reading.passages import compact, passages

PIECES = st.sampled_from(
    [
        "共",
        "受理",
        "其中",
        "投诉",
        "件",
        "个",
        "家单位",
        "，",
        "、",
        "；",
        "。",
        "（",
        "）",
        "12",
        "3,456",
        "1.2万",
        "90.9%",
        "百分点",
        "增长",
        "由",
        "到",
        "甲局",
        "乙镇",
        "合计",
        "名次",
        "|",
        "\t",
        "\n",
        "2022年2月30日",
        "前",
        "附件1",
        "三",
        "十",
        "二〇",
        "－",
        "＋",
        "第",
        "等",
        "各",
        "率",
        "占",
        "同比",
        "一是",
        "\u200b",
        "\u3000",
        "𠀀",
        "9999999999999999999",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def all_spans_are_inside(document: Document) -> bool:
    return all(
        0 <= span.start <= span.end <= len(document.pieces[span.piece].text)
        for hit in find(document)
        for span in hit.spans
    )


@given(TEXTS)
def test_no_text_of_the_genre_breaks_it(text: str) -> None:
    assert all_spans_are_inside(plain("文.txt", text))


@given(st.text(max_size=300))
def test_no_text_at_all_breaks_it(text: str) -> None:
    assert all_spans_are_inside(plain("文.txt", text))


@given(st.lists(st.lists(st.one_of(PIECES, st.integers(-500, 500).map(str)), max_size=7), max_size=8))
def test_no_table_breaks_it(rows: list[list[str]]) -> None:
    assert all_spans_are_inside(plain("表.md", "\n".join("|" + "|".join(row) + "|" for row in rows)))


@given(st.integers(1, 9999), st.integers(0, 9999), st.integers(0, 3))
def test_a_rate_rounded_either_way_agrees_and_one_step_further_does_not(
    whole: int, part: int, places: int
) -> None:
    last = Decimal(1).scaleb(-places)
    exact = Decimal(part) * 100 / whole
    down = exact // last * last
    assert agrees(down, last, exact)
    assert not agrees(down - last, last, exact)
    assert not agrees(down + 2 * last, last, exact)


@given(st.lists(st.integers(1, 500), min_size=2, max_size=5), st.integers(1, 30))
def test_classes_that_make_more_than_their_total_are_an_error(values: list[int], more: int) -> None:
    listed = "、".join(f"{name}类{value}件" for name, value in zip("甲乙丙丁戊", values, strict=False))
    total = sum(values)
    assert find(plain("文.txt", f"共受理{total}件，其中{listed}。")) == []
    if all(sum(values[:length]) != total - more for length in range(len(values))) and total - more > max(
        values
    ):
        (hit,) = find(plain("文.txt", f"共受理{total - more}件，其中{listed}。"))
        assert f"相加为{total}件" in hit.reason


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234),
        ("1.2万", 12000),
        ("一百零五", 105),
        ("十二", 12),
        ("二〇二二", 2022),
        ("三千二百万", 32000000),
        ("两", 2),
    ],
)
def test_numbers_are_read_as_written(text: str, value: int) -> None:
    assert number(text) == value


def test_how_exactly_a_number_is_written_is_known() -> None:
    assert (step("331"), step("90.90"), step("1.2万")) == (1, Decimal("0.01"), 1000)


@given(st.text("零一二三四五六七八九十百千万亿", max_size=15))
def test_chinese_numerals_give_a_number_or_none(text: str) -> None:
    value = chinese(text)
    assert value is None or value >= 0


def test_spaces_and_widths_do_not_hide_a_number() -> None:
    assert compact("共 １ ２３４ 件 ， 附 件 3") == "共1234件，附件3"


def test_a_place_in_a_wrapped_paragraph_leads_back_to_its_line() -> None:
    document = plain("文.txt", "全县本季度通过各种渠道一共接收到群众反映问题的工单3\n91件。")
    (passage, *_) = passages(document)
    at = passage.text.index("91件")
    assert passage.span(at, at + 3) == (1, 0, 3)
