"""Units ten thousand times too small, and amounts that are no product of what stands beside them."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find

WRONG = {
    "全县造林2.60万亩，其中人工造林1.15万亩、封山育林0.95万亩、森林抚育0.50亩。": "0.50亩",
    "该地块起始价2000万元，成交价2140元，溢价率7.0%。": "2140元",
}
RIGHT = """\
全县造林2.60万亩，其中人工造林1.15万亩、封山育林0.95万亩、森林抚育0.50万亩，户均0.50亩。
该地块起始价2000万元，成交价2140万元，溢价率7.0%，单价3120元。
衬砌渠道2.4公里，每公里按8.5万元测算，概算20.4万元，申请县级资金12万元，其余8.4万元自筹。
每人每年300元，财政补助标准为每人每年500元，两项合计800元。
""".splitlines()


@pytest.mark.parametrize(("text", "place"), WRONG.items())
def test_a_lost_myriad_is_told(text: str, place: str) -> None:
    assert [each.found for each in find(plain("报告.txt", text))] == [place]


@pytest.mark.parametrize("text", RIGHT)
def test_amounts_that_agree_are_left_alone(text: str) -> None:
    assert find(plain("报告.txt", text)) == []
