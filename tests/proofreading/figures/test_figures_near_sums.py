"""Totals that nothing explains and one mistaken figure would; parts told under one name."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind


def totals(text: str) -> list[str]:
    """The totals that are told not to agree with their parts."""
    return [hit.found for hit in find(plain("简报.txt", text)) if hit.kind is Kind.PARTS]


WRONG = [
    ("全年受理案件4862件，审结4531件，未结341件。", "4862件"),
    ("计划改造小区32个。截至10月底，已完工21个，正在施工8个，其余4个尚未进场。", "32个"),
    ("应到代表93名，实到88名，因事因病请假7名。", "93名"),
    (
        "开展政策宣讲62场次，覆盖1.3万人次。其中进企业19场次、进社区14场次、进乡村21场次、进校园9场次。",
        "62场次",
    ),
    ("大桥全长412米，其中主桥长225米、引桥长160米。", "412米"),
    ("全院共受理案件4862件。\n\n受理案件中，刑事321件、民事2847件、行政96件、执行1607件。", "4862件"),
    ("共罚款3.5万元。\n一、甲厂，罚款2万元。\n二、乙店，罚款0.5万元。\n三、丙店，罚款0.8万元。", "3.5万元"),
    ("受理案件3286件。\n一、受理刑事案件241件。\n二、受理行政案件42件。\n三、受理民事案件3030件。", "3286件"),
    ("小学312个班，在校学生13104人；初中146个班，在校学生6862人。全县在校生19996人。", "19996人"),
]

RIGHT = [
    "全年受理案件4862件，审结4531件，未结331件。",
    "大气污染15件次、噪声8件次、土壤3件次、生态2件次。",
    "采用信息173条，其中财政局62条、教育局54条、城关镇51条等。",
    "9月共接到工单864件。\n\n应办结832件，已办结829件；未到期32件。",
    "受理申请56件，上年结转3件，办结54件，结转下年5件。",
    "原有门店15家、仓库8家，今年检查23家，另检查摊点6家。",
    "全年计划新增就业2500人。\n一、甲镇完成500人。\n二、乙镇完成200人。",
]


@pytest.mark.parametrize(("text", "total"), WRONG)
def test_a_total_that_one_mistaken_figure_explains_is_told(text: str, total: str) -> None:
    assert total in totals(text)


@pytest.mark.parametrize("text", RIGHT)
def test_numbers_that_are_explained_or_no_parts_are_left_alone(text: str) -> None:
    assert totals(text) == []


@given(st.lists(st.integers(10, 900), min_size=3, max_size=6), st.integers(0, 5), st.integers(1, 9))
def test_kinds_that_leave_nothing_out_add_up_or_are_told(parts: list[int], place: int, amiss: int) -> None:
    kinds = [f"{kind}类{part}件" for kind, part in zip("甲乙丙丁戊己", parts, strict=False)]
    assert totals(f"全县共受理{sum(parts)}件，其中{'、'.join(kinds)}。") == []
    assume(amiss <= Decimal("0.02") * sum(parts))
    assert totals(f"全县共受理{sum(parts) + amiss}件，其中{'、'.join(kinds)}。") != []
