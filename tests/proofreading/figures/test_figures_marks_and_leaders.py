"""How many rows lie beyond a mark, and which come first, as the narrative says and as the table has it."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Level

ROWS = "|单位|报送|采用|完成率|\n|---|---|---|---|\n|甲水利局|40|5|95%|\n|乙交通局|30|7|90%|\n|丙农业局|20|6|85%|\n|丁民政局|10|2|79%|\n|戊财政局|8|2|60%|"


@pytest.mark.parametrize(
    "text",
    [
        "完成率低于80%的有2个，90%以上的2家，高于90%的1家，情况见下表。",
        "报送数量居前三位的是甲水利局、乙交通局、丙农业局，见下表。",
        "甲水利局、乙交通局报送数量居前两位，见下表。",
        "乙交通局、丙农业局采用数量居前两位，见下表。",
        "23个单位中，完成率低于80%的有3个，部分单位情况见下表。",
        "甲水利局、戊财政局综合排名前2位，见下表。",
    ],
)
def test_what_the_table_bears_out_or_cannot_say_is_left_alone(text: str) -> None:
    assert find(plain("通报.md", f"{text}\n{ROWS}")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("完成率低于80%的有3个，情况见下表。", "3个"),
        ("完成率在90%以上的有3家，情况见下表。", "3家"),
        ("报送数量居前三位的是甲水利局、乙交通局、丁民政局，见下表。", "丁民政局"),
        ("乙交通局、丁民政局采用数量居前两位，见下表。", "丁民政局"),
    ],
)
def test_what_the_table_contradicts_is_doubted(text: str, said: str) -> None:
    (hit,) = find(plain("通报.md", f"{text}\n{ROWS}"))
    assert (hit.kind, hit.found, hit.level) == (Kind.ANNEX, said, Level.DOUBT)
