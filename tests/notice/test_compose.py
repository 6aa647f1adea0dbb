"""From a stored assessment to the plan: both published cases, and the words a template may use."""

import published
import pytest
from breaking import changed
from published import Published

from gongkai.assessment.result import Completion, CompletionState, Finding, FindingKind, Movement
from gongkai.measures.figures import Figure
from gongkai.notice import compose
from gongkai.notice.plan import Heading, Paragraph, Plan
from gongkai.notice.template import TemplateError
from gongkai.terms import Rate


def text(plan: Plan) -> str:
    return "\n".join("".join(run.text for run in block.runs) for block in plan.body)


def composed(case: Published, template: str, **update) -> Plan:
    """The case's plan with another template and, where given, another assessment."""
    office = changed(case.office, template=template)
    assessment = changed(case.assessment, **update)
    return compose.plan(office, assessment, issued=case.office.notices[0], period=case.period)


def weibin(template: str, **update) -> str:
    return text(composed(published.weibin(), template, **update))


def qianyang(template: str, **update) -> str:
    return text(composed(published.qianyang(), template, **update))


@pytest.mark.parametrize(
    "sentence",
    [
        "应报政务信息984条，实报665条；区政府网站采用270条",
        "天台山管委会、姜谭工业园、经二路办3家单位",
        "共有8家单位保障的部分栏目未达到规定的更新频次：发改局“规划信息”；教体局“公共文化体育”",
        "财政局“财政资金直达基层”“行政事业性收费”“防范化解重大风险”",
        "46件，办结45件，逾期1件，按期办结率97.8%",
        "卫健局承办的网民留言逾期1件",
        "账号共20个，分属16家单位",
        "公安分局开设的微信服务号“渭滨小警”，应发布原创信息12条，实际发布7条",
        "姜谭工业园开设的微信订阅号“陕西姜谭经济技术开发区”，应发布原创信息12条，实际发布6条",
        "于1月20日前",
    ],
)
def test_the_notice_of_weibin_names_its_figures_and_units(sentence: str):
    assert sentence in text(published.weibin().plan)


@pytest.mark.parametrize(
    "sentence",
    [
        "有7个镇、34个部门参加考核",
        "工单391件，其中诉求人自主撤单60件；应办结331件，其中按期办结329件，按期办结率99.4%",
        "投诉类353件、求助类32件、其他类6件",
        "涉及7个镇和18个部门",
        "登记账号11个，分属6家单位",
        "来信11件，办结11件，按期办结率100%",
        "城关镇承办工单22件，超时2件，按期办结率90.9%",
        "“工作动态”（公安局、人行）",
        "“批准和实施信息”（自然资源局、住建局）",
        "高崖镇未经报备开设微信公众号“高崖印象”",
        "卫健局402分、市场监督管理局389分、财政局341分",
        "于8月26日前",
    ],
)
def test_the_notice_of_qianyang_names_its_figures_and_units(sentence: str):
    assert sentence in text(published.qianyang().plan)


@pytest.mark.parametrize("case", [published.weibin, published.qianyang])
def test_a_notice_has_figures_then_problems_then_requirements(case):
    headings = [block for block in case().plan.body if isinstance(block, Heading) and block.level == 1]
    assert ["".join(run.text for run in heading.runs)[:2] for heading in headings] == ["一、", "二、", "三、"]
    assert isinstance(case().plan.body[0], Paragraph)
    assert 1_300 <= len(text(case().plan)) <= 2_300


@pytest.mark.parametrize("case", [published.weibin, published.qianyang])
def test_no_figure_of_the_sample_notices_is_typed_by_hand(case):
    template = case().office.template
    assert not [word for word in ("665", "946", "918", "391", "331", "329", "402") if word in template]


def test_the_fixed_parts_come_from_the_pack():
    plan = published.weibin().plan
    assert plan.title.startswith("渭滨区人民政府办公室\n关于2021年四季度")
    assert not plan.addressee.endswith("：")
    assert (plan.issuer, plan.issued_on.isoformat()) == ("渭滨区人民政府办公室", "2022-01-17")
    assert [annex.layout for annex in plan.annexes] == ["two_up", "portrait", "portrait", "landscape"]
    assert plan.imprint is None


def test_an_imprint_stands_where_the_office_copies_to_someone():
    case = published.weibin()
    notice = changed(case.office.notice, copy_to="区委办公室", printed_by="区政府办")
    office = changed(case.office, notice=notice)
    plan = compose.plan(office, case.assessment, issued=case.office.notices[0], period=case.period)
    assert plan.imprint
    assert plan.imprint.copy_to == "区委办公室"


def test_a_period_without_any_problem_says_so():
    case = published.weibin()
    quiet = [figure for figure in case.assessment.figures if figure.measure not in ("posts.lapsed",)]
    plan = composed(case, case.office.template, findings=(), figures=tuple(quiet))
    assert "未发现需要通报的问题" in text(plan)
    assert "整改报告" not in text(plan)


def test_what_other_outlets_took_is_told_beside_the_own_site():
    case = published.weibin()
    taken = Figure("教体局", "宝鸡日报", "", "adoptions.adopted", 3)
    plan = composed(case, case.office.template, figures=(*case.assessment.figures, taken))
    assert "采用率40.6%；其他渠道采用情况为：宝鸡日报3条（见附件1）" in text(plan)


def test_who_kept_their_columns_wholly_or_partly_is_told_where_the_register_knows():
    case = published.qianyang()
    states = (
        CompletionState(unit="财政局", kind="columns", state=Completion.COMPLETE, met=3, judged=3),
        CompletionState(unit="水利局", kind="columns", state=Completion.PARTIAL, met=1, judged=3),
    )
    plan = composed(case, case.office.template, completion=states)
    assert "栏目更新方面，财政局全部完成更新任务；水利局部分完成。" in text(plan)


@pytest.mark.parametrize(
    ("kind", "measure", "sentence"),
    [
        (FindingKind.SUBMISSION_SHORT, "submissions.submitted", "水利局实报数量低于应报数量"),
        (FindingKind.MESSAGE_LATE, "messages.late", "水利局承办的来信逾期2件"),
        (FindingKind.ORDER_REDONE, "orders.redone", "水利局返工2件"),
    ],
)
def test_no_problem_of_any_line_goes_untold_in_qianyang(kind, measure, sentence):
    case = published.qianyang()
    found = Finding(kind=kind, unit="水利局", item="", measure=measure, value=2, target=None, text="")
    plan = composed(case, case.office.template, findings=(found,))
    assert sentence in text(plan)
    assert "未发现需要通报的问题" not in text(plan)


def test_totals_narrow_to_a_unit_a_group_and_an_item():
    assert weibin('{{ total("submissions.submitted", unit="财政局") }}') == "8"
    assert qianyang('{{ total("orders.handled", group="镇") }}') == "146"
    assert weibin('{{ total("columns.updates", item="规划信息") }}') == "1"


def test_a_total_carries_its_measure_units_and_value():
    plan = composed(published.weibin(), '共{{ total("submissions.submitted", unit="财政局") }}条')
    binding = plan.body[0].runs[1].binding
    assert binding
    assert (binding.measure, binding.value, binding.units) == ("submissions.submitted", "8", ("财政局",))


def test_a_rate_is_computed_from_sums_and_knows_when_there_is_nothing_to_divide():
    assert qianyang('{{ rate("orders.on_time_rate") }}') == str(Rate(329, 331))
    assert qianyang('{{ rate("adoptions.rate", unit="城关镇") }}') == "—"
    assert qianyang('{% if rate("orders.on_time_rate", unit="南寨镇").whole %}全部{% endif %}') == "全部"


def test_lists_shorten_count_and_iterate():
    assert weibin('{{ units("submissions.zero").sample(2) }}') == "天台山管委会、姜谭工业园等3家单位"
    assert weibin('{{ units("submissions.zero").count }}') == "3"
    assert weibin('{% for unit in units("submissions.zero") %}[{{ unit }}]{% endfor %}').count("[") == 3


def test_items_are_told_from_the_largest_with_the_others_last():
    case = published.qianyang()
    more = Figure("水利局", "其他", "", "orders.by_type", 90)
    plan = composed(case, case.office.template, figures=(*case.assessment.figures, more))
    assert "投诉类353件、求助类32件、其他类96件" in text(plan)


def test_nobody_is_praised_before_an_equal():
    # 石鼓镇 38 and 市场监管局 38 are equal: with room for two only the first of the list stands
    assert weibin('{{ best("submissions.submitted", 2) }}') == "教体局"
    assert weibin('{{ best("submissions.submitted", 3) }}') == "教体局、市场监管局、石鼓镇"


def test_reached_means_every_duty_was_met():
    reached = weibin('{{ reached("columns.window") }}')
    assert "财政局" not in reached
    assert "统计局" in reached


def test_completion_and_lists_are_the_stored_ones():
    assert "城关镇" in qianyang('{{ completed("12345工单", "部分完成") }}')
    assert qianyang('{{ commended("镇") }}') == "城关镇、南寨镇、高崖镇"
    assert qianyang('{{ score("城关镇") }}分，第{{ rank("城关镇") }}名') == "297分，第1名"


def test_a_change_is_said_only_where_a_previous_period_is_known():
    template = '报送665条{% if change("submissions.submitted") %}，{{ change("submissions.submitted", "条") }}{% endif %}。'
    movement = Movement(measure="submissions.submitted", before=600, now=665)
    assert weibin(template) == "报送665条。"
    assert weibin(template, movements=(movement,)) == "报送665条，较上期增加65条。"


def test_references_to_annexes_follow_the_pack():
    assert qianyang('见{{ annex("orders") }}') == "见附件3、附件4"
    assert qianyang('见{{ annex("orders", group="部门") }}') == "见附件4"


def test_registers_and_rules_are_words_too():
    assert weibin("{{ columns.count }}个栏目，{{ columns.duties }}项") == "37个栏目，40项"
    assert (
        weibin("{{ rules.posting }}，{{ rules.message_days }}，{{ rules.quota }}")
        == "每5个工作日至少发布1条，5个工作日，24"
    )
    assert (
        weibin("{{ period.end }}，{{ period.end.short }}，{{ period.year }}")
        == "2021年12月31日，12月31日，2021年"
    )


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        (
            '{{ total("submissions.submited") }}',
            "没有指标“submissions.submited”，是否为：submissions.submitted",
        ),
        ('{{ total("orders.on_time_rate") }}', "是比率，不能相加"),
        ('{{ total("columns.window") }}', "不能相加"),
        ('{{ rate("orders.late") }}', "不是比率"),
        ('{{ total("orders.late", unit="财政") }}', "没有单位“财政”"),
        ('{{ total("orders.late", group="街道") }}', "没有分组“街道”"),
        ('{{ findings("断跟") }}', "没有问题类别“断跟”"),
        ('{{ accounts("断跟") }}', "没有账号状态“断跟”"),
        ('{{ completed("12345", "全部完成") }}', "没有工作“12345”"),
        ('{{ completed("12345工单", "完成") }}', "没有完成情况“完成”"),
        ('{{ annex("scores") }}', "没有附件“scores”"),
        ('{{ score("财政局") }}', "没有参加考核的单位“财政局”"),
    ],
)
def test_a_word_asked_wrongly_says_what_exists(template: str, reason: str):
    with pytest.raises(TemplateError) as caught:
        weibin("正文\n" + template)
    assert reason in caught.value.message
    assert caught.value.line == 2


@pytest.mark.parametrize("case", [published.weibin(), published.qianyang()], ids=["weibin", "qianyang"])
def test_a_problem_no_table_shows_is_told_in_the_offices_own_words(case):
    remark = "某镇开设的账号发布内容不当，被上级通报。"
    assert remark not in text(case.plan)
    issued = changed(case.office.notices[0], remarks=(remark,))
    plan = compose.plan(case.office, case.assessment, issued=issued, period=case.period)
    assert remark in text(plan)
