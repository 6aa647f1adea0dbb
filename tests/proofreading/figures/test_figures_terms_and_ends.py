"""Terms that end too early, ends before their beginnings, and weekdays of a year that is told elsewhere."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find

WRONG = {
    "乙县防汛应急响应情况\n7月3日6时启动防汛Ⅳ级应急响应；9时提升为Ⅲ级；7月2日20时终止应急响应。": "7月2日",
    "乙县公开招聘公告\n2026年11月30日开始报名。\n笔试时间为12月19日（星期日）9:00。": "12月19日（星期日",
    "乙县教师补充情况\n特岗教师聘期为3年，甲校3名教师2022年9月到岗，2024年8月聘期届满。": "2024年8月",
    "乙县土地出让公示\n用途为工业用地，出让年限50年（2026年5月30日至2066年5月29日）。": "50年",
}
RIGHT = """\
7月3日6时启动防汛Ⅳ级应急响应；7月4日20时终止应急响应。
7月3日启动应急响应。7月1日的封闭措施同时解除。
笔试时间为12月19日（星期六）9:00。
特岗教师聘期为3年，甲校3名教师2022年9月到岗，2025年8月聘期届满。
用途为工业用地，出让年限50年（2026年5月30日至2076年5月29日）。
""".splitlines()


@pytest.mark.parametrize(("text", "place"), WRONG.items())
def test_days_and_terms_that_cannot_be_are_told(text: str, place: str) -> None:
    assert [each.found for each in find(plain("通知.txt", text))] == [place]


@pytest.mark.parametrize("text", RIGHT)
def test_those_that_agree_are_left_alone(text: str) -> None:
    assert find(plain("通知.txt", f"乙县2026年工作情况\n{text}")) == []
