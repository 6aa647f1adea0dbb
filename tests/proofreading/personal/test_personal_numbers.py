"""Numbers of people are found however they are written; numbers of offices and things are not."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.hits import Level
from gongkai.proofreading.personal.find import find
from tests.proofreading.personal.persons import CARD, ID, ID_WITH_X, MOBILE, card, identity, marked, seen


@pytest.mark.parametrize(
    "written",
    [
        ID,
        ID_WITH_X,
        ID_WITH_X.lower(),
        f"{ID[:6]} {ID[6:14]} {ID[14:]}",
        f"{ID[:6]}-{ID[6:14]}-{ID[14:]}",
        " ".join(ID_WITH_X[:17]) + "X",
        ID_WITH_X[:17] + " X",
        " ".join(ID_WITH_X),
        "\u200b".join(ID),
        ID[:9] + "\u202e" + ID[9:],
        ID.translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
    ],
)
def test_an_identity_number_is_found_whole(written):
    assert seen(f"经查，{written}已登记") == [("身份证号", written)]


def test_fifteen_digits_of_an_old_identity_number():
    assert seen("身份证号：610328800506123") == [("身份证号", "610328800506123")]
    assert [hit.level for hit in find("现有610328800506123一份")] == [Level.DOUBT]
    assert seen("编号610328800506123") == []
    assert seen("共610328220630001") == []


@pytest.mark.parametrize(
    "number",
    [
        ID[:-1] + str((int(ID[-1]) + 1) % 10),  # another check digit
        identity("99032819800506123"),  # no such province
        identity("61032819800230123"),  # no such day
        "9161032819800506" + "MA",
        "0" + ID,
        ID + "1",
        ID_WITH_X[:17],
    ],
)
def test_what_only_looks_like_an_identity_number(number):
    assert seen(f"编码为{number}的材料") == []


def test_a_wrong_check_digit_after_its_name_is_a_doubt():
    wrong = ID[:-1] + str((int(ID[-1]) + 1) % 10)
    assert [(hit.kind, hit.level) for hit in find(f"身份证号：{wrong}")] == [("身份证号", Level.DOUBT)]


def test_nobody_is_born_after_today():
    number = identity("61032820220630123")
    assert seen(number, today=date(2022, 6, 30)) == [("身份证号", number)]
    assert seen(number, today=date(2022, 6, 29)) == []


@pytest.mark.parametrize(
    "written",
    [
        MOBILE,
        "138 1234 5678",
        "138-1234-5678",
        "１３８１２３４５６７８",
        "+86 138 1234 5678",
        "138\u200b1234\u200f5678",
    ],
)
def test_a_mobile_number_is_found_whole(written):
    assert [what[-2:] for what in marked(f"请回电{written}，谢谢", "手机号码")] in (["78"], ["７８"])


@pytest.mark.parametrize(
    "text",
    [
        "共支出13812345678元",
        "GD13812345678",
        "XF-13812345678",
        "2138123456789",
        "http://www.example.gov.cn/art/13812345678.html",
        "占0.13812345678",
        "城关镇 138 1200 2200 35 4100 合计",
        "工单编号：13812345678",
        "请拨打12345、12320、110、120或者400-123-4567",
        "千政办发〔2022〕12号，2022-06-30 10:30:15",
        "统一社会信用代码：91610328MA6X12345X",
        "电话：×××××××",
        "138****5678",
    ],
)
def test_numbers_of_things_and_offices_are_not_of_people(text):
    assert seen(text) == []


def test_numbers_beside_each_other_stay_apart():
    assert seen(f"{ID} {MOBILE} {CARD}") == [("身份证号", ID), ("手机号码", MOBILE), ("银行卡号", CARD)]
    assert marked(f"1 {MOBILE} 2 13912345678", "手机号码") == [MOBILE, "13912345678"]


def test_an_allowed_number_is_public():
    assert seen("值班手机138 1234 5678", allowed=["138-1234-5678"]) == []
    assert seen("投稿a@example.com", allowed=["A@example.com"]) == []
    assert seen("（联系人：王五，138 1234 5678）", allowed=[MOBILE]) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("家庭电话：0917-3212345", ["0917-3212345"]),
        ("申请人张三，电话（0917）3212345", ["0917）3212345"]),
        ("来电人反映，其电话010 12345678无法接通", []),  # a local number does not begin with 1
        ("诉求人：王某某，联系电话：0917-3212345", ["0917-3212345"]),
        ("村民王建国，电话0917-3212345", ["0917-3212345"]),
        ("患者可拨打0917-3212345查询", []),
        ("申请人如有疑问，联系电话：0917-3212345", []),
        ("服务站 | 某街12号 | 0917-3212345 |", []),
        ("咨询电话：0917-3212345", []),
        ("县民政局 0917-3212345", []),
        ("联系电话：0917-3212345", []),
        ("（联系人：李四  电话：0917-3212345）", []),
    ],
)
def test_a_landline_is_personal_where_it_belongs_to_a_person(text, number):
    assert marked(text, "固定电话") == number


@pytest.mark.parametrize("number", [CARD, card("436742123456789"), card("622848123456789012")])
def test_a_bank_card_has_an_issuer_and_a_check_digit(number):
    assert seen(f"转入{number}") == [("银行卡号", number)]
    assert seen(f"转入{number[:-1]}{(int(number[-1]) + 1) % 10}") == []


def test_digits_of_an_identity_number_are_no_card():
    assert marked(f"证件{ID_WITH_X}", "银行卡号") == []
    assert seen("62220212345678901X") == []


@given(st.text("0123456789０９ -—（）)xX\u200b\u202e\n.元号", max_size=80))
def test_any_run_of_digits_ends_in_order_without_overlaps(text):
    hits = find(text)
    assert all(hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))


@given(
    st.integers(0, 10**11), st.text("年月日，。 某号a", max_size=5), st.text("年月日，。 某号", max_size=5)
)
def test_every_valid_identity_number_is_found_between_any_words(seed, before, after):
    seventeen = f"6103{10 + seed % 80}{1930 + seed % 90}{1 + seed % 12:02}{1 + seed % 28:02}{seed % 1000:03}"
    number = identity(seventeen)
    found = marked(f"{before}：{number}，{after}", "身份证号")
    assert found == [number]


@given(
    st.integers(0, 12),
    st.sampled_from([ID, ID_WITH_X, MOBILE, CARD, "138 1234 5678", "138-1234-5678"]),
    st.sampled_from(["", "。", "已登记"]),
)
def test_a_number_is_found_wherever_it_begins(before, written, after):
    assert [what for _, what in seen("号" * before + written + after)] == [written]


def test_a_phone_of_which_the_last_digit_is_hidden_is_none():
    assert seen(f"联系电话{MOBILE[:10]}X。") == []
