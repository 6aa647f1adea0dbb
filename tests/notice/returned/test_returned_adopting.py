"""A sentence rewritten in Word goes into the template as text, or not at all."""

import published
import pytest
from breaking import changed
from editing import compared, edited, printed, put

from gongkai.notice import compose, returned
from gongkai.notice.returned import Adopted

OLD = "确无此类信息的，要事先书面说明，经区政府办同意后核减。"
NEW = "确无此类信息的，应当书面说明理由，经区政府办同意后核减。"
HEADING = "抓实栏目保障", "抓好栏目保障"


def adopted(*edits) -> Adopted:
    return returned.adopt(published.weibin().office.template, compared(*edits).differences)


def test_a_rewritten_sentence_and_heading_are_taken_and_the_notice_then_says_them():
    case = published.weibin()
    edits = put(OLD, NEW), put(*HEADING)
    result = adopted(*edits)
    assert len(result.taken) == 2
    assert not result.left
    office = changed(case.office, template=result.template)
    plan = compose.plan(office, case.assessment, issued=office.notices[0], period=case.period)
    assert returned.compare(edited(printed("weibin")[0], *edits), plan).differences == ()


@pytest.mark.parametrize(
    "edit",
    [
        put("实报665条", "实报666条"),
        put("，采用率40.6%", "，占比40.6%"),
        put(OLD, NEW.replace("书面", "{{ issued_on }}")),
        put(OLD, NEW.replace("书面", "**书面**")),
        put(OLD, "1. " + NEW),
        put(OLD, NEW.replace("书面", "2次书面")),
        put("二、存在问题", "三、存在问题"),
    ],
)
def test_what_is_no_plain_wording_is_left_to_a_person(edit):
    result = adopted(edit)
    assert result.template == published.weibin().office.template
    assert not result.taken
    assert result.left
