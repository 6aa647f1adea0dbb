"""An edited paragraph: the figure, unit or sentence that was changed is told, and nothing else."""

import plans
import pytest
from docx.document import Document
from editing import compared, delete, differences, edited, insert_before, printed, put, saying, told

from gongkai.notice import docx, returned

SUBMITTED = "实报665条"
ZERO = "天台山管委会、姜谭工业园、经二路办3家单位"
BEST = "教体局、市场监管局、石鼓镇、行政审批局报送"


@pytest.mark.parametrize("case", ["weibin", "qianyang"])
def test_a_notice_nobody_edited_has_no_difference(case):
    content, plan = printed(case)
    result = returned.compare(content, plan)
    assert result.differences == ()
    assert len(result.text) > 40


@pytest.mark.parametrize("plan", [plans.formal(), plans.whole(), plans.many_units()])
def test_no_layout_makes_a_difference(plan):
    assert returned.compare(docx.render(plan), plan).differences == ()


@pytest.mark.parametrize("text", plans.HOSTILE, ids=range(len(plans.HOSTILE)))
def test_no_text_makes_a_difference(text):
    plan = plans.saying(text)
    assert returned.compare(docx.render(plan), plan).differences == ()


@pytest.mark.slow
@pytest.mark.parametrize("case", ["weibin", "qianyang"])
def test_libreoffice_saving_it_again_makes_no_difference(case, saved_again):
    content, plan = printed(case)
    assert returned.compare(saved_again(content), plan).differences == ()


@pytest.mark.slow
def test_libreoffice_keeps_the_red_head_and_the_imprint(saved_again):
    plan = plans.formal()
    assert returned.compare(saved_again(docx.render(plan)), plan).differences == ()


def test_a_changed_figure_is_told_with_what_is_stored():
    (one,) = compared(put(SUBMITTED, "实报666条")).differences
    assert told(one) == ("数字不一致", "正文第2段", "665", "666")
    assert one.serious
    assert one.binding is not None
    assert one.binding.measure == "submissions.submitted"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("实报665条", "实报６６５条"),
        ("实报665条", "实报 665 条"),
        ("984条", "0,984条"),
        ("40.6%", "40.60％"),
        ("经二路办3家", "经二路办三家"),
        ("14家单位保障", "十四家单位保障"),
        ("于1月20日前", "于一月二十日前"),
        ("每5个工作日至少发布1条", "每五个工作日至少发布一条"),
    ],
)
def test_a_number_written_in_another_way_is_the_same_number(old, new):
    assert differences(put(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("经二路办3家", "经二路办两家", ("数字不一致", "正文第6段", "3", "两")),
        ("40.6%", "40.6", ("数字不一致", "正文第2段", "40.6%", "40.6")),
        ("实报665条", "实报665万条", ("数字不一致", "正文第2段", "665", "665万")),
        ("实报665条", "实报若干条", ("数字删除", "正文第2段", "665", "若干")),
        ("于1月20日前", "于1月21日前", ("数字不一致", "正文第15段", "1月20日", "1月21日")),
        ("2022年1月17日", "2022年1月18日", ("数字不一致", "成文日期", "2022年1月17日", "2022年1月18日")),
        (
            "每5个工作日至少发布1条",
            "每10个自然日至少发布1条",
            ("数字不一致", "正文第14段", "每5个工作日至少发布1条", "每10个自然日至少发布1条"),
        ),
        (
            "市场监管局、石鼓镇、行政",
            "财政局、石鼓镇、行政",
            ("单位名称改动", "正文第2段", "市场监管局", "财政局"),
        ),
        ("卫健局承办", "卫生健康局承办", ("单位名称改动", "正文第8段", "卫健局", "卫生健康局")),
        (BEST, BEST.replace("报送", "、财政局报送"), ("单位名称改动", "正文第2段", "", "财政局")),
        (
            "陕西姜谭经济技术开发区",
            "陕西姜谭开发区",
            ("数据用语改动", "正文第9段", "陕西姜谭经济技术开发区", "陕西姜谭开发区"),
        ),
        ("微信服务号", "微信订阅号", ("数据用语改动", "正文第9段", "微信服务号", "微信订阅号")),
    ],
)
def test_one_edit_of_a_figure_or_name_is_one_serious_difference(old, new, expected):
    (one,) = compared(put(old, new)).differences
    assert told(one) == expected
    assert one.serious


def test_a_unit_taken_from_a_list_and_its_count_are_two_differences():
    assert differences(put(ZERO, "天台山管委会、经二路办2家单位")) == [
        ("单位名称改动", "正文第6段", "姜谭工业园", ""),
        ("数字不一致", "正文第6段", "3", "2"),
    ]


def test_two_figures_that_changed_places_are_both_told():
    assert differences(put("984条，实报665条", "665条，实报984条")) == [
        ("数字不一致", "正文第2段", "984", "665"),
        ("数字不一致", "正文第2段", "665", "984"),
    ]


def test_a_deleted_figure_is_told_and_its_sentence_shown():
    figure, sentence = compared(put("实报665条；", "")).differences
    assert told(figure) == ("数字删除", "正文第2段", "665", "")
    assert (sentence.kind, sentence.serious) == ("文字改动", False)
    assert "实报665条" in sentence.stored
    assert "实报" not in sentence.returned


def test_a_number_nothing_stands_behind_is_told():
    number, sentence = compared(put("报送数量居前。", "报送数量居前，合计140条。")).differences
    assert told(number) == ("新增数字", "正文第2段", "", "140")
    assert sentence.returned.endswith("报送数量居前，合计140条。")


def test_a_changed_sentence_is_told_once_and_is_not_serious():
    old = "确无此类信息的，要事先书面说明，经区政府办同意后核减。"
    new = "确无此类信息的，经区政府办同意后核减。"
    (one,) = compared(put(old, new)).differences
    assert told(one) == ("文字改动", "正文第11段", old, new)
    assert not one.serious


def test_a_heading_is_wording_and_its_number_no_figure():
    assert differences(put("一、基本情况", "二、基本情况")) == [
        ("文字改动", "正文标题“一、基本情况”", "一、基本情况", "二、基本情况")
    ]


def test_a_word_like_one_in_plain_wording_is_no_figure():
    (one,) = compared(put("要明确一名信息员", "要明确信息员")).differences
    assert (one.kind, one.serious) == ("文字改动", False)


def test_a_number_in_plain_wording_is_a_figure_all_the_same():
    (one,) = compared(put("2021年渭滨区", "2020年渭滨区")).differences
    assert told(one) == ("数字不一致", "正文第1段", "2021", "2020")


def test_a_paragraph_added_and_one_deleted():
    added = differences(insert_before("各责任单位要对照", "各单位要于2月1日前自查。"))
    place = "正文标题“（二）抓实栏目保障”之后"
    assert added == [
        ("新增数字", place, "", "2月1日"),
        ("文字增加", place, "", "各单位要于2月1日前自查。"),
    ]
    (gone,) = compared(delete("各责任单位要对照")).differences
    assert (gone.kind, gone.place, gone.serious) == ("文字删除", "正文第11段", False)


def test_a_deleted_paragraph_takes_its_figures_with_it():
    found = differences(delete("共有2个账号断更"))
    gone = [stored for kind, _, stored, _ in found if kind == "数字删除"]
    assert gone == ["2", "12", "7", "12", "6"]
    assert found[-1][0] == "文字删除"


def test_a_paragraph_parted_in_two_loses_nothing():
    def part(document: Document) -> None:
        paragraph = saying(document, "四季度，各单位应报政务信息984条")
        text = paragraph.text
        cut = text.index("发改局")
        paragraph.insert_paragraph_before(text[:cut])
        for run in paragraph.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraph.runs[0].text = text[cut:]

    assert differences(part) == [("分段改动", "正文第2段", "未分段", "另起一段")]


def test_a_paragraph_moved_is_told_as_that():
    def move(document: Document) -> None:
        saying(document, "（一）抓实信息报送")._p.addprevious(saying(document, "（五）抓实新媒体监管")._p)

    (one,) = compared(move).differences
    assert (one.kind, one.stored, one.serious) == ("位置调整", "（五）抓实新媒体监管", False)


def test_title_number_addressee_and_contact_are_compared():
    found = differences(
        put("各有关单位：", "各直属机构："), put("全区政务公开监测情况", "全区政务公开工作情况")
    )
    assert [(kind, place) for kind, place, *_ in found] == [("文字改动", "标题"), ("文字改动", "主送机关")]
    plan = plans.formal()
    content = edited(docx.render(plan), put("〔2022〕8号", "〔2022〕9号"))
    (one,) = returned.compare(content, plan).differences
    assert told(one) == ("数字不一致", "发文字号", "8", "9")


def test_an_imprint_in_its_box_is_compared():
    def edit(document: Document) -> None:
        texts = document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
        printed_on = next(text for text in texts if text.text == "2022年8月9日印发")
        printed_on.text = "2022年8月10日印发"

    plan = plans.formal()
    (one,) = returned.compare(edited(docx.render(plan), edit), plan).differences
    assert told(one) == ("数字不一致", "版记", "2022年8月9日", "2022年8月10日")


def test_a_unit_of_the_register_that_the_plan_does_not_name_is_a_unit_where_the_caller_says_so():
    edit = put("报送数量居前。", "报送数量居前，档案局次之。")
    assert [one.kind for one in compared(edit).differences] == ["文字改动"]
    assert [one.kind for one in compared(edit, units=("档案局",)).differences] == ["单位名称改动", "文字改动"]


def test_many_edits_are_all_told_in_the_order_of_the_document():
    found = differences(
        put(SUBMITTED, "实报660条"), put("于1月20日前", "于1月30日前"), put("办结45件", "办结46件")
    )
    assert [(stored, new) for _, _, stored, new in found] == [
        ("665", "660"),
        ("45", "46"),
        ("1月20日", "1月30日"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["的" * 200_000, "”" * 200_000, "1" * 100_000, "的一" * 100_000, "一。" * 100_000]
)
def test_a_file_full_of_nonsense_is_compared_all_the_same(text):
    found = differences(put("各责任单位要对照", text))
    assert found
