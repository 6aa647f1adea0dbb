"""Words of the lexicons are found where they are wrong and left alone where two right words only meet."""

from datetime import date

import pytest

from gongkai.proofreading.hits import Level
from gongkai.proofreading.lexicon.entry import Entry, Genre
from gongkai.proofreading.lexicon.reading import read
from gongkai.proofreading.wording import Wording

WORDING = Wording(style=False)


def found(text: str, wording: Wording = WORDING) -> list[tuple[str, str, str]]:
    return [(text[each.start : each.end], each.suggestion, each.kind) for each in wording.find(text)]


@pytest.mark.parametrize(
    ("text", "wrong", "right", "kind"),
    [
        ("请于本周内按装完毕。", "按装", "安装", "错别字"),
        ("既使下雨也要按时到岗。", "既使下", "即使下", "输入法误选"),
        ("会议布署了下一步工作。", "布署", "部署", "错别字"),
        ("群众渡假的去处多了。", "渡假", "度假", "错别字"),
        ("迫不急待地报了名。", "迫不急待", "迫不及待", "成语误写"),
        ("大家再接再励。", "再接再励", "再接再厉", "成语误写"),
        ("一如继往地支持。", "一如继往", "一如既往", "成语误写"),
        ("广大群从积极参与。", "群从", "群众", "错别字"),
        ("镇人民政俯负责实施。", "政俯", "政府", "错别字"),
        ("截止目前，已办结20件。", "截止目前", "截至目前", "输入法误选"),
        ("向权利机关报告工作。", "权利机关", "权力机关", "输入法误选"),
        ("保障公民的权力义务。", "权力义务", "权利义务", "输入法误选"),
        ("深刻领悟“二个确立”。", "“二个确立”", "“两个确立”", "固定表述"),
        ("坚持习近平新时代特色社会主义思想。", "习近平新时代特色社会主义思想", "习近平新时代中国特色社会主义思想", "固定表述"),
        ("港澳台等国家的游客。", "港澳台等国家", "港澳台等地区", "涉港澳台用语"),
        ("到工商局办理登记。", "工商局", "市场监督管理局", "名称变更"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_found_with_its_suggestion(text: str, wrong: str, right: str, kind: str) -> None:
    assert found(text) == [(wrong, right, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "公开发布署名文章。",
        "坚持以经济建设为中心。",
        "按装置类型分别登记。",
        "路口交通标志清晰。",
        "务必竟其功于汛前。",
        "云布署罚〔2023〕1号",
        "出口交货地点不变。",
        "学习贯彻会议精神。",
        "连续8个月未更新。",
        "各自已完成整改。",
        "公民依法行使权利，机关依法行使权力。",
        "报名截止时间为6月1日。",
        "两台机器制作完成。",
        "《中华人民共和国劳动合同法》",
        "本局其他工作人员。",
        "作为一项长期工作来做。",
    ],
)
def test_where_two_right_words_meet_nothing_is_found(text: str) -> None:
    assert found(text) == []


def test_what_is_vague_is_found_in_a_guide_only() -> None:
    text = "申请材料：身份证、其他相关材料。"
    assert found(text) == []
    guide = Wording(genre=Genre.GUIDE, style=False)
    assert found(text, guide) == [("其他相关材料", "逐项列明材料名称", "兜底表述")]


def test_a_guide_is_known_by_its_headings() -> None:
    guide = "受理条件：本县户籍。\n申请材料：身份证、户口簿等。\n办理流程：申请。\n办理时限：5日。\n收费标准：不收费。\n咨询电话：12345。"
    assert [text for text, _, _ in found(guide)] == ["等"]


def test_absolutes_are_told_only_of_publicity() -> None:
    text = "本地苹果，全国首家绿色认证，零风险。"
    assert found(text) == []
    assert found(text, Wording(genre=Genre.PUBLICITY))


def test_an_old_name_is_right_in_a_text_of_its_day() -> None:
    text = "请到县国土资源局办理。"
    assert found(text)[0][:2] == ("国土资源局", "自然资源局")
    assert found(text, Wording(day=date(2017, 6, 1))) == []


def test_an_office_adds_words_and_dismisses_others() -> None:
    own = read("wrong\tright\tlevel\n云领县\t云岭县\t错误\n")
    wording = Wording(additions=own, dismissed=("按装",))
    text = "云领县按装了路灯。"
    (each,) = wording.find(text)
    assert (text[each.start : each.end], each.suggestion, each.level) == ("云领县", "云岭县", Level.ERROR)


def test_an_exception_and_the_right_word_itself_are_no_hits() -> None:
    wording = Wording([Entry("河县", "河口县", Level.ERROR, "地名", exceptions=("黄河县",))])
    assert found("黄河县和河口县", wording) == []
    assert found("到河县", wording) == [("河县", "河口县", "地名")]


def test_of_overlapping_words_the_longest_is_told() -> None:
    lexicon = [Entry("甲乙", "丙", Level.ERROR, "一"), Entry("甲乙丁戊", "己", Level.HINT, "二")]
    assert found("甲乙丁戊", Wording(lexicon)) == [("甲乙丁戊", "己", "二")]
