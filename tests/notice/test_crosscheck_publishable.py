"""Citizens' data and wrong words keep a notice back, wherever in it they stand; the office's own do not."""

from dataclasses import replace

import published
import pytest
from breaking import paragraph, with_blocks, with_cell

from gongkai.notice import crosscheck
from gongkai.notice.plan import Imprint, Issue, Plan, Severity
from gongkai.proofreading.hits import Found, Group, Level
from gongkai.proofreading.proofread import Rules

IDENTITY, MOBILE, CARD = "610103198001010011", "13809170015", "6222020200112233008"
SAID = {"身份证号": f"身份证号{IDENTITY}", "手机号码": f"手机{MOBILE}", "银行卡号": f"银行卡号{CARD}"}


def found(plan: Plan, rules: Rules | None = None) -> list[Issue]:
    case = published.weibin()
    return [
        issue
        for issue in crosscheck.check(plan, case.office, case.assessment, rules=rules or Rules())
        if issue.code.startswith(("personal:", "wording:", "figures:"))
    ]


@pytest.mark.parametrize("kind", SAID)
def test_a_number_of_a_citizen_in_the_body_stops_the_notice(kind):
    (issue,) = found(with_blocks(published.weibin().plan, paragraph(f"反映人{SAID[kind]}，已答复。")))
    assert (issue.code, issue.severity) == (f"personal:{kind}", Severity.RED)
    assert issue.left.startswith("正文")


@pytest.mark.parametrize(
    "planted",
    [
        lambda plan, text: replace(plan, title=text),
        lambda plan, text: replace(plan, addressee=text),
        lambda plan, text: replace(plan, contact=text),
        lambda plan, text: replace(plan, imprint=Imprint(text, "", plan.issued_on)),
        lambda plan, text: with_cell(plan, 1, 0, "单位", text=text),
        lambda plan, text: with_cell(plan, 1, None, "单位", text=text),
        lambda plan, text: replace(plan, annexes=(replace(plan.annexes[0], notes=(text,)),)),
        lambda plan, text: replace(plan, annexes=(replace(plan.annexes[0], title=text),)),
    ],
)
def test_no_part_of_the_notice_is_left_unread(planted):
    issues = found(planted(published.weibin().plan, SAID["身份证号"]))
    assert [issue.code for issue in issues] == ["personal:身份证号"]


def test_what_is_said_of_it_does_not_show_it():
    for text in SAID.values():
        for issue in found(with_blocks(published.weibin().plan, paragraph(text))):
            assert not any(number in str(issue) for number in (IDENTITY, MOBILE, CARD))


def test_the_contact_of_the_office_is_public_wherever_it_is_named():
    plan = replace(published.weibin().plan, contact=f"联系人：张三　电话：0917-8880015，{MOBILE}")
    assert found(plan) == []
    told = with_blocks(plan, paragraph(f"有疑问请拨打0917-8880015或手机{MOBILE}。"))
    assert found(told) == []


def test_numbers_that_an_office_allows_are_no_hits():
    plan = with_blocks(published.weibin().plan, paragraph(f"监督举报电话{MOBILE}。"))
    assert [issue.code for issue in found(plan)] == ["personal:手机号码"]
    assert found(plan, Rules(allowed=(MOBILE,))) == []


class Word:
    """Finds one word, without an automaton."""

    automata = ()

    def __init__(self, word: str, level: Level) -> None:
        self.word, self.level = word, level

    def find(self, text: str, matches: object = ()) -> list[Found]:
        start = text.find(self.word)
        end = start + len(self.word)
        one = Found(start, end, Group.WORDING, "错别字", self.level, "常见错别字", "安装")
        return [one] if start >= 0 else []


@pytest.mark.parametrize(
    ("level", "severities"), [(Level.ERROR, ["red"]), (Level.DOUBT, ["amber"]), (Level.HINT, [])]
)
def test_how_sure_the_proofreader_is_decides_what_becomes_of_it(level, severities):
    plan = with_blocks(published.weibin().plan, paragraph("统一按装监测软件。"))
    issues = found(plan, Rules(wording=[Word("按装", level)]))
    assert [issue.severity.value for issue in issues] == severities
    if issues:
        assert issues[0].code == "wording:错别字"
        assert "建议改为“安装”" in issues[0].message
        assert "统一按装监测软件" in issues[0].left


def test_a_word_inside_a_registered_name_is_no_fault():
    office = published.weibin().office
    unit = next(unit.name for unit in office.units if len(unit.name) > 2)
    rules = Rules(wording=[Word(unit[:2], Level.ERROR)])
    plan = replace(published.weibin().plan, title="通报", body=(), annexes=(), issuer="", imprint=None)
    assert found(with_blocks(plan, paragraph(f"{unit}已整改。")), rules) == []


def test_wording_that_was_dismissed_is_not_told_and_a_citizens_number_always_is():
    plan = with_blocks(published.weibin().plan, paragraph(f"统一按装监测软件，{SAID['身份证号']}。"))

    class All:
        def __contains__(self, key: object) -> bool:
            return True

    rules = Rules(wording=[Word("按装", Level.ERROR)], dismissed=All())
    assert [issue.code for issue in found(plan, rules)] == ["personal:身份证号"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("请于2022年2月30日前整改到位。", "figures:日期"),
        ("财政局、教体局、司法局等4家单位：财政局、教体局、司法局4家单位没有整改。", "figures:列举个数"),
    ],
)
def test_figures_typed_into_the_wording_that_cannot_be_are_told(typed, code):
    issues = found(with_blocks(published.weibin().plan, paragraph(typed)))
    assert code in {issue.code for issue in issues}


@pytest.mark.parametrize("case", ["weibin", "qianyang"])
def test_a_published_notice_as_we_print_it_contradicts_itself_nowhere(case):
    made = getattr(published, case)()
    issues = crosscheck.check(made.plan, made.office, made.assessment)
    assert [issue for issue in issues if issue.code.startswith("figures:")] == []
