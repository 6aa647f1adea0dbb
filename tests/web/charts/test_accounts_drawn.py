"""An account is drawn by what is known of it: days, counts, or nothing handed in."""

import pytest
from chart_examples import changed
from test_posting import drawn as days

from gongkai.assessment.result import Unread
from gongkai.web.charts import from_assessment
from tests.golden.cases import number, table


@pytest.mark.parametrize("row", table("weibin-2021q4", "annex4_media"), ids=lambda row: row["账号名称"])
def test_an_account_shows_what_was_published_of_it(weibin_sample, row):
    office, assessment = weibin_sample.office, weibin_sample.assessment
    account = next(
        one for one in office.accounts if one.name == row["账号名称"] and one.platform == row["账号类型"]
    )
    chart = from_assessment.account_posts(office, assessment, account.key)
    due, posted = number(row["应更新数"]), number(row["实际更新数"])
    originals = {label: original for label, _, original in chart.table.rows}
    assert originals == ({"本期（不分月）": posted, "应更新": due} if due else {})
    assert ("断更" in chart.note) == (row["是否断更"] == "断更")


def test_posts_known_by_day_become_a_calendar_with_the_stored_sum(qianyang_events):
    office, assessment, posts = qianyang_events
    for figure in assessment.figures_by_measure["posts.original"]:
        chart = from_assessment.account_posts(office, assessment, figure.item, posts)
        shown = days(chart)
        assert len(shown) == 90
        assert sum(original for original, _, _ in shown.values()) == figure.value


def test_days_before_an_account_was_opened_are_not_held_against_it(qianyang_events):
    office, assessment, posts = qianyang_events
    account = office.accounts[1]
    opened = changed(account, opened="2022-03-01")
    accounts = tuple(opened if one.key == account.key else one for one in office.accounts)
    office = changed(office, accounts=accounts)
    chart = from_assessment.account_posts(office, assessment, account.key, posts)
    assert min(days(chart)) == "2022-03-01"
    assert "不在所示日期之内" in chart.note


def test_an_account_nobody_handed_in_is_not_drawn_as_silent(weibin_sample):
    office, assessment, _ = weibin_sample
    key = "渭滨小警·微信服务号"
    unread = Unread(kind="posts", unit="公安分局", item=key)
    told = changed(assessment, unread=(unread,))
    chart = from_assessment.account_posts(office, told, key, [])
    assert chart.empty
    assert chart.note == "本期未提供该账号的发文数据，应更新12条。"
