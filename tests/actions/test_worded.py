"""The words and dates that a person gave a notice stand in place of the pack's."""

from datetime import date

from gongkai.actions import issue
from gongkai.actions.worded import Wording
from tests.actions.conftest import Q4
from tests.actions.drafts import saved


def dates_that_clash(**dates: date) -> list[str]:
    version = saved(**dates)
    draft = issue.drafted(version.office, Q4, Wording.of_version(version))
    return [one.left for one in draft.issues if one.code == "deadline"]


def test_a_notice_may_be_dated_after_the_deadline_that_the_pack_had_in_mind(assessed):
    assert dates_that_clash(issued_on=date(2022, 2, 7), rectify_by=date(2022, 2, 11)) == []


def test_a_deadline_before_the_notice_is_told_once(assessed):
    told = dates_that_clash(issued_on=date(2022, 2, 7), rectify_by=date(2022, 2, 1))
    assert told == ["整改期限：2022年2月1日"]
