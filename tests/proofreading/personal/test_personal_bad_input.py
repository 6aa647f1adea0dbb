"""Whatever is handed in gives an answer: long lines, unseen characters, marks that lead nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.masking import mask_all
from gongkai.proofreading.personal.characters import bare
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.personal.tables import find_in_document
from tests.proofreading.personal.persons import CARD, ID, MOBILE, marked

PIECES = [
    *(
        "申请人",
        "联系人",
        "学生",
        "家庭住址",
        "地址",
        "出生日期",
        "补助金额",
        "微信",
        "QQ",
        "护照",
        "电话",
        "姓名",
        "身份证号",
    ),
    *(
        "：",
        "，",
        "、",
        "（",
        "）",
        "\n",
        "\t",
        "|",
        " ",
        "　",
        "-",
        "@",
        "·",
        "*",
        ".",
        "\u200b",
        "\u202e",
        "\ud800",
        "😀",
    ),
    *(
        "张三",
        "欧阳小明",
        "某县",
        "人民路",
        "3号楼",
        "2单元",
        "501室",
        "陕A",
        "12345",
        "1990年1月2日",
        "男",
        "元",
        "生",
        ID,
        MOBILE,
    ),
    *("0917", "3212345", "a@b.cn", "〔2022〕", "12号", "http://a.cn/"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_has_an_answer_in_order(text):
    hits = find(text)
    ends = [0, *(hit.end for hit in hits)]
    assert all(end <= hit.start < hit.end <= len(text) for end, hit in zip(ends, hits, strict=False))


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_can_be_masked_until_nothing_is_left(text):
    masked = mask_all(text)
    assert find(masked) == []
    assert mask_all(masked) == masked


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_is_a_document(text):
    for hit in find_in_document(plain("名.txt", text)):
        assert hit.start < hit.end


@pytest.mark.parametrize(
    "unit", ["138 1234 ", "12 ", "姓名，", "申请人：", "路1号", "1\u200b", "a@", "联系人：", "("]
)
def test_much_of_the_same_leads_nowhere(unit):
    assert find(unit * 3000) == []


UNSEEN = [
    *("\u200b", "\u200d", "\u200f", "\u202e", "\u2066", "\u2060", "\u00ad", "\ufeff"),
    *("\u0336", "\u0300", "\ufe0f", "\u20e3", "\ufe0f\u20e3", "\U000e0031"),
]
"""Of no width, turning the direction, a soft hyphen, a stroke or a key over each digit."""


@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
@pytest.mark.parametrize("number", [ID, MOBILE, CARD, "".join(chr(ord(digit) + 0xFEE0) for digit in MOBILE)])
def test_what_nobody_sees_inside_a_number_hides_it_from_nobody(unseen, number):
    written = f"号码{unseen.join(number)}{unseen}。"
    (hit,) = find(written)
    assert bare(written[hit.start : hit.end]) == bare(number)
    left = bare(mask_all(written))
    assert find(mask_all(written)) == []
    assert bare(number)[3:-4] not in left


def test_lists_by_the_thousand_take_no_longer_than_their_length():
    """Each list is a text of its own: its rows are found once, whatever stands around it."""
    lists = "".join(f"姓名 手机\n张三 139{number:08}\n\n" for number in range(3000))
    assert len(marked(lists, "手机号码")) == len(marked(lists, "姓名")) == 3000


def test_a_run_of_many_numbers_loses_none():
    numbers = [f"139{number:08}" for number in range(2500)]
    assert marked(" ".join(numbers), "手机号码") == numbers


def test_a_number_deep_in_one_long_line_is_found():
    assert marked("各单位要提高认识，" * 50_000 + ID + "。" + "要抓好落实，" * 50_000, "身份证号") == [ID]
