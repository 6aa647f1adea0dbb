"""Points and names counted across sentences and paragraphs."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.figures.lists.counting_names import counted
from gongkai.proofreading.hits import Hit


def found(text: str) -> list[Hit]:
    return find(plain("纪要.txt", text))


RIGHT = [
    "提出以下三点要求：\n一是压实责任。\n二是突出重点。\n三是加强值守。\n会议决定由县应急局牵头。",
    "要抓好以下四项工作：\n一是压实责任；二是突出重点。\n三是加强值守。\n四是严肃问责。",
    "存在以下三个方面的问题：\n（一）更新慢。表现有：\n1.断更。\n2.空白。\n（二）错字多。\n（三）互动差。\n二、下一步",
    "现将3项重点工作进展通报如下：\n一、总体情况\n完成较好。\n二、存在问题\n不平衡。",
    "一、总体情况\n检查12家。\n二、主要问题\n住建、城管、水务三个行业较突出。\n以上三个行业的问题要限期整改。",
    "（一）更新慢。\n（二）错字多。\n（三）互动差。\n以上三类问题要限期整改。",
    "停水范围共4个小区，即梧桐花园、东苑小区、纺织家属院、福泰嘉园。",
    "共有重点项目3个，分别是产业园二期、污水处理厂和县医院门诊楼。",
    "新增专栏2个，分别是“优化营商环境”、“惠民政策和补贴公开”。",
    "涉及3个镇，分别为12件、8件、6件。",
    "一、已报送单位（3家）\n县教体局、县卫健局、县交通局。",
    "未完成整改的有县教体局校园安全、县教体局食堂。\n请未完成的1家单位抓紧。",
    "未报送的原因是人手不足、认识不够。\n请未报送的3家单位抓紧报送。",
]

WRONG = [
    ("以下5家单位未按时报送：县民政局、县水利局、县林业局、县统计局。", "5家"),
    ("做到“四个到位”：思想认识到位、责任落实到位、措施保障到位。", "四个"),
    ("未报送单位有：县民政局、县水利局、县林业局3家。逾期未报的4家单位要说明原因。", "4家"),
    ("提出以下四点要求：\n一是压实责任。\n二是突出重点。\n三是加强值守。\n会议决定如下。", "四点"),
    (
        "存在以下两个方面的问题：\n（一）更新慢。\n1.断更。\n2.空白。\n（二）错字多。\n（三）互动差。",
        "两个方面",
    ),
    ("（一）更新慢。\n（二）错字多。\n（三）互动差。\n二、要求\n以上四类问题要限期整改。", "四类"),
    ("停水范围共5个小区，即梧桐花园、东苑小区、纺织家属院、福泰嘉园。", "5个"),
    ("未达标3个，分别是甲局“水利建设”、乙局“养老服务”、丙局“审计公开”和丁局“林业改革”栏目。", "3个"),
    ("一、已报送单位（4家）\n县教体局、县卫健局、县交通局。", "4家"),
    (
        "未完成的系统为县教体局学籍平台、县水利局预警平台、县交通局监管平台。\n请未完成测评的2家单位抓紧。",
        "2家",
    ),
]


@pytest.mark.parametrize("text", RIGHT)
def test_lists_that_hold_what_is_said_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "place"), WRONG)
def test_lists_of_another_length_are_told(text: str, place: str) -> None:
    (hit,) = found(text)
    assert (hit.kind, hit.found) == (Kind.ENUMERATION, place)
    assert len(hit.spans) == 2


def test_points_within_a_paragraph_are_counted_whatever_they_are_called() -> None:
    (hit,) = found("主要有四个特点：一是覆盖面广；二是进度快；三是质量好。")
    assert hit.found == "四个特点"
    assert found("存在三方面不足：一是力量薄弱，二是经费不足，三是机制不活。") == []


@pytest.mark.parametrize(
    ("names", "least", "most"),
    [
        ("东村、西村、南村", 3, 3),
        ("东村、西村和南村", 3, 3),
        ("产业园二期、文化和旅游中心", 2, 3),
        ("东村、西村等", 0, 0),
        ("东村3户、西村5户", 0, 0),
        ("东村", 0, 0),
    ],
)
def test_names_are_counted_at_least_and_at_most(names: str, least: int, most: int) -> None:
    assert counted(names) == (least, most)
