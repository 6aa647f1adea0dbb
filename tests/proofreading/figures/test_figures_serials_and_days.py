"""Serial numbers and days down the rows of a table."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Level


def told(rows: str) -> list[tuple[str, str, Level]]:
    return [(hit.kind, hit.found, hit.level) for hit in find(plain("表.md", rows))]


RIGHT = {
    "sections that begin anew": "|序号|事项|\n|---|---|\n|1|甲事|\n|2|乙事|\n|1|丙事|\n|2|丁事|\n|3|戊事|",
    "an extract of a longer list": "|序号|事项|\n|---|---|\n|1|甲事|\n|4|乙事|\n|9|丙事|\n|12|丁事|",
    "one thing in two rows": "|序号|项目|地点|\n|---|---|---|\n|1|修渠|东村|\n|2|修路|东村|\n|2|修路|西村|\n|3|架桥|东村|",
    "codes": "|编号|事项|\n|---|---|\n|A1|甲事|\n|A2|乙事|\n|A2|丙事|\n|A4|丁事|",
    "a roster over a month's end": "|日期|星期|值班人员|\n|---|---|---|\n|4月29日|三|甲股|\n|4月30日|四|乙股|\n|5月1日|五|甲股|\n|5月2日|六|乙股|",
    "a roster over a New Year": "|日期|星期|值班人员|\n|---|---|---|\n|12月30日|三|甲股|\n|12月31日|四|乙股|\n|1月1日|五|甲股|\n|1月2日|六|乙股|\n|1月3日|日|乙股|",
    "days of a log, not of a roster": "|日期|事由|\n|---|---|\n|3月2日|来访|\n|3月2日|来电|\n|3月5日|来信|\n|3月6日|来访|",
    "two rows a day": "|日期|班次|值班人员|\n|---|---|---|\n|3月2日|白|甲股|\n|3月2日|夜|乙股|\n|3月3日|白|甲股|\n|3月3日|夜|乙股|",
}  # fmt: skip
WRONG = [
    ("|序号|事项|\n|---|---|\n|1|甲事|\n|2|乙事|\n|2|丙事|\n|3|丁事|", [(Kind.SERIAL, "2", Level.DOUBT)]),
    ("|序号|事项|\n|---|---|\n|1|甲事|\n|2|乙事|\n|4|丙事|\n|5|丁事|", [(Kind.SERIAL, "4", Level.DOUBT)]),
    ("|日期|星期|事项|\n|---|---|---|\n|6月1日|一|甲|\n|6月2日|二|乙|\n|6月5日|四|丙|\n|6月8日|一|丁|", [(Kind.DATE, "四", Level.DOUBT)]),
    ("|时间|事项|\n|---|---|\n|2026-06-01（星期一）|甲|\n|2026-06-03（星期四）|乙|\n|2026-06-09（星期二）|丙|", [(Kind.DATE, "2026-06-03（星期四）", Level.ERROR)]),
    ("|日期|值班人员|\n|---|---|\n|5月1日|甲股|\n|5月2日|乙股|\n|5月2日|丙股|\n|5月4日|甲股|\n|5月5日|乙股|", [(Kind.DATE, "5月2日", Level.DOUBT)]),
]  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_what_may_be_so_is_left_alone(name: str) -> None:
    assert told(RIGHT[name]) == []


@pytest.mark.parametrize(("rows", "expected"), WRONG)
def test_what_is_out_of_order_is_told_once(rows: str, expected: list[tuple[str, str, Level]]) -> None:
    assert told(rows) == expected


@given(first=st.dates(date(2020, 3, 1), date(2027, 9, 1)), length=st.integers(5, 40), at=st.integers(1, 4))
def test_any_roster_is_left_alone_and_a_weekday_that_slips_is_told(first: date, length: int, at: int) -> None:
    every = [first + timedelta(days=number) for number in range(length)]
    lines = [
        f"|{day.year}年{day.month}月{day.day}日|{'一二三四五六日'[day.weekday()]}|甲股|" for day in every
    ]
    head = ["|日期|星期|值班人员|", "|---|---|---|"]
    assert told("\n".join((*head, *lines))) == []
    right = "一二三四五六日"[every[at].weekday()]
    wrong = "二三四五六日一"["一二三四五六日".index(right)]
    lines[at] = lines[at].replace(f"|{right}|", f"|{wrong}|")
    assert told("\n".join((*head, *lines))) == [(Kind.DATE, wrong, Level.ERROR)]
