"""Ranks belong to the value beside them; rows that tell a mean or an end are held to it."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Level

RIGHT = {
    "three values, each with its rank": "|镇|投资|位次|到位资金|位次|参保率|位次|\n|甲镇|620|1|94|3|98.1%|2|\n|乙镇|520|3|102|1|97.4%|3|\n|丙镇|605|2|73|5|96.2%|5|\n|丁镇|410|4|99|2|98.6%|1|\n|戊镇|370|5|78|4|96.9%|4|",
    "the fewest complaints stand first": "|排名|街道|投诉|\n|1|甲街|12|\n|2|乙街|15|\n|3|丙街|15|\n|4|丁街|40|\n|5|戊街|41|",
    "ranks of a value that is not shown": "|单位|报送|采用率|排名|\n|甲局|12|40%|3|\n|乙局|30|20%|1|\n|丙局|8|60%|5|\n|丁局|21|50%|2|\n|戊局|17|45%|4|",
    "a mean, the highest and the lowest": "|单位|得分|\n|甲局|92.5|\n|乙局|88.0|\n|丙局|95.0|\n|平均|91.8|\n|最高|95.0|\n|最低|88.0|",
    "a mean without the ends": "|评委|得分|\n|一号|90|\n|二号|80|\n|三号|92|\n|四号|100|\n|五号|88|\n|平均|90|",
    "a mean of those that report": "|村|均价|户数|\n|甲村|3.2|10|\n|乙村|—|0|\n|丙村|3.6|14|\n|丁村|4.0|6|\n|平均|3.6|7.5|",
}  # fmt: skip
WRONG = [
    ("|镇|投资|位次|到位资金|位次|\n|甲镇|620|1|94|3|\n|乙镇|520|3|102|1|\n|丙镇|605|2|73|4|\n|丁镇|410|4|99|2|\n|戊镇|370|5|78|5|", Kind.RANK, "4"),
    ("|排名|街道|件数|万人投诉|\n|1|甲街|50|1.2|\n|2|乙街|40|1.8|\n|3|丙街|70|2.6|\n|4|丁街|20|2.3|\n|5|戊街|80|3.0|", Kind.RANK, "3"),
    ("|镇|任务|完成|完成率|排名|\n|甲镇|50|48|96%|2|\n|乙镇|80|80|100%|1|\n|丙镇|60|54|90%|4|\n|丁镇|40|37|92.5%|4|", Kind.RANK, "4"),
    ("|单位|得分|\n|甲局|92.5|\n|乙局|88.0|\n|丙局|95.0|\n|平均|92.8|", Kind.RELATION, "92.8"),
    ("|单位|得分|\n|甲局|92.5|\n|乙局|88.0|\n|丙局|95.0|\n|最高|95.5|", Kind.RELATION, "95.5"),
]  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_what_may_be_so_is_left_alone(name: str) -> None:
    assert find(plain("表.md", RIGHT[name])) == []


@pytest.mark.parametrize(("rows", "kind", "said"), WRONG)
def test_what_cannot_be_so_is_doubted_once(rows: str, kind: Kind, said: str) -> None:
    (hit,) = find(plain("表.md", rows))
    assert (hit.kind, hit.found, hit.level) == (kind, said, Level.DOUBT)
