"""What the editor offers: every word of the vocabulary, with the value the notice would print."""

import re

import published
import pytest
from breaking import changed

from gongkai.assessment.result import Movement
from gongkai.notice import compose, vocabulary, words
from gongkai.notice.figures import Figures
from gongkai.notice.material import Material
from gongkai.notice.words import Word
from gongkai.office.pack import Outlet

CASES = [published.weibin, published.qianyang]
ONLY_IN_LOOPS = {"remarks", "items"}


def offered(case: published.Published, **update) -> list[Word]:
    assessment = changed(case.assessment, **update) if update else case.assessment
    return words.available(case.office, assessment, issued=case.office.notices[0], period=case.period)


def value(found: list[Word], expression: str) -> str:
    return next(word.value for word in found if word.expression == expression)


def test_words_have_the_values_of_the_notice():
    found = offered(published.weibin())
    assert value(found, 'total("submissions.submitted")') == "665"
    assert value(found, 'rate("adoptions.rate")') == "40.6%"
    assert value(found, 'findings("零报送").units.named') == "天台山管委会、姜谭工业园、经二路办3家单位"
    assert value(found, "rectify_by.short") == "1月20日"
    assert value(found, 'annex("accounts")') == "附件4"
    assert value(offered(published.qianyang()), 'score("城关镇")') == "297"


@pytest.mark.parametrize("case", CASES)
def test_every_word_may_be_put_into_the_wording_as_it_stands(case):
    case = case()
    found = offered(case)
    template = "".join(f"甲{{{{ {word.expression} }}}}乙\n\n" for word in found)
    office = changed(case.office, template=template)
    plan = compose.plan(office, case.assessment, issued=office.notices[0], period=case.period)
    printed = ["".join(run.text for run in block.runs) for block in plan.body]
    assert printed == [f"甲{word.value}乙" for word in found]


def test_the_sample_offices_offer_the_whole_vocabulary():
    case = published.weibin()
    material = Material(
        case.office, case.assessment, case.office.notices[0], case.period, Figures(case.assessment)
    )
    moved = [word for one in CASES for word in offered(one(), movements=(_movement(),))]
    used = {re.match(r"\w+", word.expression)[0] for word in moved}
    assert used == set(vocabulary.names(material)) - ONLY_IN_LOOPS


def _movement() -> Movement:
    return Movement(measure="messages.handled", before=1, now=3)


def test_a_change_is_offered_where_there_is_a_period_before():
    found = offered(published.weibin(), movements=(_movement(),))
    assert value(found, 'change("messages.handled", "件")') == "较上期增加2件"
    assert not [word for word in offered(published.weibin()) if word.expression.startswith("change")]


@pytest.mark.parametrize("case", CASES)
def test_no_word_is_offered_twice_and_each_is_labelled(case):
    found = offered(case())
    assert len({word.expression for word in found}) == len(found)
    assert all(word.label and word.group and not re.search("[{}]", word.label) for word in found)


def test_a_name_with_quotation_marks_is_offered_as_the_template_reads_it():
    case = published.weibin()
    name = '渭滨"发布"\\报'
    figures = tuple(
        figure._replace(item=name) if figure.measure == "adoptions.adopted" else figure
        for figure in case.assessment.figures
    )
    outlets = (*case.office.outlets, Outlet(name=name, level="区级"))
    renamed = case._replace(office=changed(case.office, outlets=outlets))
    found = offered(renamed, figures=figures)
    (word,) = [word for word in found if word.label == f"采用，{name}"]
    assert word.value == "270"
