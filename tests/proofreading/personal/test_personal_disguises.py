"""Numbers in figures of other forms, in turned order, or parted by dots are found where they stand and can be masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.masking import mask_all
from gongkai.proofreading.personal.characters import OTHER_FIGURES
from gongkai.proofreading.personal.find import find
from tests.proofreading.personal.persons import ID, MOBILE, card, seen

CARD = card("621700416000152893")
FORMS = {
    figure: sorted(each for each, plain in OTHER_FIGURES.items() if plain == figure)
    for figure in "0123456789"
}
AROUND = st.sampled_from(["", "电话", "本人，", "（", "第①条 ", "见附件。\n"])


@given(st.sampled_from([MOBILE, ID[:17] + "X" if ID.endswith("X") else ID, CARD]), st.data(), AROUND)
def test_figures_of_any_form_are_read(number, data, before):
    forms = [
        data.draw(st.sampled_from([*FORMS[figure], figure])) if figure.isdigit() else figure
        for figure in number
    ]
    written = "".join(forms)
    text = f"{before}{written}。"
    assert [(text[hit.start : hit.end]) for hit in find(text)] == [written]
    assert find(mask_all(text)) == []
    assert number not in mask_all(text)


@given(st.sampled_from([MOBILE, ID, CARD]), st.integers(min_value=0, max_value=9), AROUND)
def test_turned_order_hides_no_number(number, kept, before):
    written = f"{number[:kept]}\u202e{number[kept:][::-1]}"
    text = f"{before}{written}\u202c谢谢"
    hits = find(text)
    assert [text[hit.start : hit.end].lstrip("\u202e") for hit in hits] == [written.lstrip("\u202e")]
    assert find(mask_all(text)) == []


@given(st.sampled_from(".．·•・。/_~～"), AROUND)
def test_dots_part_no_number(mark, before):
    text = f"{before}{MOBILE[:3]}{mark}{MOBILE[3:7]}{mark}{MOBILE[7:]}，"
    assert [text[hit.start : hit.end] for hit in find(text)] == [text[len(before) : -1]]
    assert find(mask_all(text)) == []


def test_dots_part_no_identity_number_and_no_card():
    assert seen(f"{ID[:6]}.{ID[6:14]}.{ID[14:]}")[0][0] == "身份证号"
    assert seen("·".join(CARD[at : at + 4] for at in range(0, len(CARD), 4)))[0][0] == "银行卡号"


@pytest.mark.parametrize(
    "text",
    [
        "①2026年 ②1.5亿元 ③3.2万人",
        "面积138.1234平方米，占138.5678公顷",
        "版本138.1234.5678.90",
        "example.cn/138/1234/5678",
        "编号：138.1234.5678",
        "H₂O、m²、10⁻³",
    ],
)
def test_figures_that_are_nobodys_number(text):
    assert seen(text) == []


@pytest.mark.parametrize("plate", ["陕Ｃ·７Ｋ３８２", "陕c7k382", "陕C－7K382", "陕C‧7K382"])
def test_plates_however_written(plate):
    assert seen(f"车辆{plate}违停") == [("车牌号码", plate)]


def test_a_disability_card_carries_an_identity_number():
    assert seen(f"残疾人证 {ID}44B1，") == [("身份证号", ID)]
    assert seen(f"{ID}44") == [("身份证号", ID)]
