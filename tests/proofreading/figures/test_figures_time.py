"""Days, hours and how long they last."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Hit
from gongkai.terms import chinese_date


def found(text: str) -> list[Hit]:
    return find(plain("通告.txt", text))


RIGHT = """\
定于2026年3月18日（星期三）21:00至3月19日（星期四）7:00停水，停水时长10小时。
定于11月26日22:00至27日6:00停水8小时。
停电时间：上午8时30分至下午5时，时长8.5小时。
每日8:00至20:00，24小时值班电话。
公示期7天，自2026年4月3日至4月9日。
公示时间：2026年10月12日至10月16日（5个工作日）
2026年10月1日至7日放假，共7天。
会议于2026年8月3日至6日召开，会期4天。
定于1月10日22时至次日6时检修，影响时间约8小时。
工程自12月25日开始，1月5日结束。
公示期为2026年11月2日至11月6日，5个工作日内受理异议。
""".splitlines()

WRONG = [
    ("定于2026年3月18日21:00至3月19日7:00停水，停水时长12小时。", "12小时", Kind.DATE),
    ("停电时间：8:00至18:00，共11小时。", "11小时", Kind.DATE),
    ("定于2026年11月26日22:00至27日6:00停水10小时。", "10小时", Kind.DATE),
    ("公示时间：2026年10月12日至10月16日（7个工作日）", "7个工作日", Kind.DATE),
    ("2026年10月1日至7日放假，共8天。", "8天", Kind.DATE),
    ("培训时间为2026年6月12日至8日。", "2026年6月12日至8日", Kind.DATE),
    ("活动自2026年8月5日开始，7月31日结束。", "2026年8月5日开始，7月31日", Kind.DATE),
    ("报名时间：6月8日至6月5日，每日8:30—17:30。", "6月8日至6月5日", Kind.DATE),
    ("4月24日至31日开展检查。", "31日", Kind.DATE),
    ("2026年8月24日（星期一）至25日（星期三）报到。", "25日（星期三", Kind.DATE),
]


@pytest.mark.parametrize("text", RIGHT)
def test_times_that_agree_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "place", "kind"), WRONG)
def test_times_that_do_not_are_told(text: str, place: str, kind: Kind) -> None:
    assert [(hit.found, hit.kind) for hit in found(text)] == [(place, kind)]


@pytest.mark.parametrize(
    "asked",
    [
        "下一步，我镇将加快修复，8月12日前完成道路抢通。",
        "有关单位要立行立改，于8月12日前将报告送县政府办公室。",
    ],
)
def test_what_is_still_to_be_done_does_not_lie_before_the_notice(asked: str) -> None:
    assert [hit.kind for hit in found(f"{asked}\n石坎镇人民政府\n2026年8月15日")] == [Kind.DEADLINE]
    assert found(f"{asked}\n石坎镇人民政府\n2026年8月5日") == []


DAYS = st.dates(date(2024, 1, 1), date(2026, 11, 1))


@given(DAYS, st.integers(2, 40))
def test_a_length_counted_from_its_own_days_is_never_doubted(first: date, length: int) -> None:
    last = first + timedelta(days=length - 1)
    assert found(f"培训自{chinese_date(first)}至{chinese_date(last)}，为期{length}天。") == []


@given(DAYS, st.integers(2, 40), st.integers(2, 9))
def test_a_length_that_is_too_great_is_told(first: date, length: int, more: int) -> None:
    last = first + timedelta(days=length - 1)
    (hit,) = found(f"培训自{chinese_date(first)}至{chinese_date(last)}，为期{length + more}天。")
    assert (hit.kind, hit.found) == (Kind.DATE, f"{length + more}天")
