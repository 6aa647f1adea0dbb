"""What is masked is cut as the profile says, stays cut, and leaves nothing to be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.masking import DEFAULT, PROFILES, mask, mask_all, masked
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.personal.kinds import Kind
from tests.proofreading.personal.persons import CARD, ID, ID_WITH_X, MOBILE

PERSONAL = [
    f"申请人：张三，男，1980年5月6日出生，身份证号：{ID}，电话{MOBILE}",
    f"家庭住址：某县城关镇人民路12号3单元501室，银行卡号：{CARD}",
    f"{ID[:6]} {ID[6:14]} {ID[14:]}、１３８１２３４５６７８、{ID_WITH_X.lower()}",
    "护照号码：E12345678，港澳通行证C12345678，车牌陕A·12345，微信号：zhangsan_88，QQ：12345678",
    "申请人邮箱a@example.com、zhang@example.com，家庭电话（0917）3212345",
    "户主：欧阳小明，出生日期：19800506，低保金1200元，出生年月：1990年1月",
    "村民王建国反映，学生：阿依古丽·买买提",
]


@pytest.mark.parametrize(
    ("kind", "written", "shown"),
    [
        (Kind.MOBILE, MOBILE, "138****5678"),
        (Kind.MOBILE, "138 1234-５678", "138****5678"),
        (Kind.IDENTITY, ID_WITH_X, f"61{'*' * 13}{ID_WITH_X[-3:]}"),
        (Kind.CARD, CARD, f"{'*' * 15}{CARD[-4:]}"),
        (Kind.NAME, "张三", "张某"),
        (Kind.NAME, "欧阳小明", "欧阳某某"),
        (Kind.ADDRESS, "某县城关镇人民路12号3单元501室", "某县城关镇***"),
        (Kind.ADDRESS, "某县人民路12号3单元501室", "某县人民路***"),
        (Kind.ADDRESS, "幸福小区3幢2单元", "***"),
        (Kind.BIRTH, "1980年5月6日", "1980年**月**日"),
        (Kind.BIRTH, "19800506", "1980****"),
        (Kind.MAIL, "zhang@example.com", "z***@example.com"),
        (Kind.PLATE, "陕A·12345", "陕A***45"),
        (Kind.PROPERTY, "1,200.50元", "***元"),
    ],
)
def test_the_usual_form_of_each_kind(kind, written, shown):
    assert masked(kind, written) == shown


def test_another_profile_keeps_six_and_four():
    assert masked(Kind.IDENTITY, ID, PROFILES["身份证前6后4"]) == f"610328********{ID[-4:]}"
    assert masked(Kind.NAME, "张小三", PROFILES["身份证前6后4"]) == "张**"
    road = masked(Kind.ADDRESS, "清姜街道清姜东二路12号", PROFILES["身份证前6后4"])
    assert road == "清姜街道清姜东二路***"


def test_only_what_was_found_changes():
    text = f"甲{MOBILE}乙{ID}丙"
    assert mask(text, find(text)) == f"甲138****5678乙61{'*' * 13}{ID[-3:]}丙"


@pytest.mark.parametrize("text", PERSONAL)
@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_masked_text_scans_clean_and_stays_as_it_is(text, profile):
    once = mask(text, find(text), profile)
    assert once != text
    assert find(once) == []
    assert mask(once, find(once), profile) == once


@given(
    st.lists(
        st.sampled_from([*PERSONAL, MOBILE, ID, CARD, "12", "：", " ", "\n", "3单元", "张三"]), max_size=8
    )
)
def test_however_it_is_put_together_nothing_is_left(parts):
    text = "".join(parts)
    once = mask_all(text)
    assert find(once) == []
    assert mask_all(once, DEFAULT) == once


@pytest.mark.parametrize("unit", ["2单元", "人民路3号", "3组45号院", "新村1-2-301"])
def test_an_address_without_end_leaves_nothing(unit):
    """Longer than any address is read at once: the rest is not left for another round."""
    for cue in ("申请人", "家庭住址：", "市"):
        once = mask_all(f"{cue}{unit * 60}")
        assert find(once) == []
