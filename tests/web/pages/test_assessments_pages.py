"""The pages of an assessment: who sees what, and every number leads to its facts."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone

from gongkai.actions import assess
from gongkai.records.models import AuditEntry, Publication
from gongkai.terms import Period
from tests.conftest import AT, CLERK
from tests.scored_office import adjust, assessed, orders, put_out, run, show

ROOM = "/o/qianyang/2022Q2/assessments"
SCORECARD = f"{ROOM}/scorecards/财政局/"
FIGURE = "/o/qianyang/2022Q2/figure/"


@pytest.fixture
def result(qianyang, sheet):
    return assessed(sheet)


@pytest.fixture
def clerk(signed_in):
    return signed_in("clerk", "qianyang")


@pytest.fixture
def liaison(signed_in):
    return signed_in("liaison", "qianyang", "财政局")


def test_a_period_without_data_says_what_comes_first(qianyang, clerk):
    answer = clerk.get(f"{ROOM}/")
    assert answer.status_code == 200
    assert "还没有导入数据，请先导入" in answer.text
    assert "还没有考核结果" in clerk.get(f"{ROOM}/league/").text


def test_the_clerk_runs_an_assessment_and_running_again_changes_nothing(qianyang, sheet, clerk):
    orders(sheet, ("GD001", "财政局", "2022-04-20"))
    assert "考核完成，得出第1版结果" in clerk.post(f"{ROOM}/run/", follow=True).text
    assert "仍是第1版结果" in clerk.post(f"{ROOM}/run/", follow=True).text


def test_what_changed_since_is_told_and_two_assessments_are_compared(result, sheet, clerk):
    adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"))
    assert "考核之后导入或撤销过数据" in clerk.get(f"{ROOM}/").text
    run()
    compared = clerk.get(f"{ROOM}/compare/?before=1&after=2").text
    assert "302 → 296" in compared
    assert "信息失实，扣6分" in compared
    assert clerk.get(f"{ROOM}/compare/?before=1&after=9").status_code == 404


def test_the_league_table_ranks_a_group_and_every_number_leads_on(
    result, clerk, django_assert_max_num_queries
):
    clerk.get(f"{ROOM}/league/")
    with django_assert_max_num_queries(12):
        answer = clerk.get(f"{ROOM}/league/", {"group": "部门"})
    first, second = answer.context["listing"].rows[:2]
    assert (first["unit"], first["rank"], str(first["total"])) == ("卫健局", 1, "304")
    assert second["unit"] == "财政局"
    assert (
        'href="/o/qianyang/2022Q2/assessments/scorecards/%E8%B4%A2%E6%94%BF%E5%B1%80/#dimension-新闻动态"'
        in answer.text
    )


def test_the_league_table_is_exported(result, clerk):
    answer = clerk.get(f"{ROOM}/league/", {"group": "部门", "export": "xlsx"})
    assert answer["Content-Disposition"].startswith("attachment")
    assert "卫健局" in ZipFile(BytesIO(answer.content)).read("xl/worksheets/sheet1.xml").decode()


def test_an_office_that_does_not_score_lists_what_was_done_against_what_was_due(signed_in, import_counts):
    import_counts(("财政局", 8), ("发改局", 24))
    assess.run("weibin", Period.parse("2021Q4"), by=CLERK, at=AT)
    shown = signed_in("clerk").get("/o/weibin/2021Q4/assessments/league/", {"group": "部门"}).text
    assert "8/24" in shown
    assert "名次" not in shown.split("<main")[1]


def test_a_scorecard_says_how_each_point_came_about(result, clerk, django_assert_max_num_queries):
    clerk.get(SCORECARD)
    with django_assert_max_num_queries(15):
        answer = clerk.get(SCORECARD)
    assert "省级媒体采用，加2分" in answer.text
    assert "经办人：某某；佐证：会议纪要" in answer.text
    late = clerk.get(f"{ROOM}/scorecards/审计局/")
    assert "超时办结1件，每件−2分，计−2分" in late.text
    assert "measure=orders.late&amp;unit=%E5%AE%A1%E8%AE%A1%E5%B1%80" in late.text


def test_a_unit_nobody_knows_has_no_page(result, clerk):
    assert clerk.get(f"{ROOM}/scorecards/不存在的局/").status_code == 404
    assert clerk.get(FIGURE, {"measure": "orders.late", "unit": "不存在的局"}).status_code == 404
    assert clerk.get(f"{FIGURE}?measure=orders.late&window=2022Q9").status_code == 404


def test_a_unit_sees_its_own_once_it_is_shown_and_nothing_of_the_others(result, liaison):
    assert "还没有送单位核对" in liaison.get(SCORECARD).text
    show()
    own = liaison.get(SCORECARD)
    assert "省级媒体采用" in own.text
    assert "卫健局" not in own.text
    assert liaison.get(f"{ROOM}/scorecards/卫健局/").status_code == 404
    assert liaison.get(FIGURE, {"measure": "orders.handled", "unit": "卫健局"}).status_code == 404
    assert "发布后可以查看" in liaison.get(f"{ROOM}/league/").text


def test_a_unit_is_told_what_changed_since_it_last_looked(result, sheet, liaison):
    show()
    adjust(sheet, ("财政局", "新闻动态", -6, "信息失实"), ("卫健局", "新闻动态", 9, "另一家的事"))
    run()
    show(number=2)
    told = liaison.get(SCORECARD).text
    assert "与上次送核对的第1版结果相比" in told
    assert "得分：302 → 296" in told
    assert "另一家的事" not in told


def test_a_sum_over_all_units_shows_a_unit_its_own_part(result, liaison):
    show()
    put_out()
    shown = liaison.get(FIGURE, {"measure": "orders.handled"}).text
    assert "审计局" not in shown
    assert "GD001" in shown
    assert "GD002" not in shown


def test_after_publishing_a_unit_reads_the_table_and_opens_only_its_own(result, liaison, signed_in):
    show()
    put_out()
    table = liaison.get(f"{ROOM}/league/", {"group": "部门"}).text
    assert "卫健局" in table
    assert "scorecards/%E5%8D%AB%E5%81%A5%E5%B1%80" not in table
    assert "scorecards/%E8%B4%A2%E6%94%BF%E5%B1%80" in table


def test_an_observer_sees_what_is_published_and_nothing_before(result, signed_in):
    observer = signed_in("observer", "qianyang")
    show()
    assert "还没有发布" in observer.get(f"{ROOM}/").text
    put_out()
    assert "卫健局" in observer.get(f"{ROOM}/league/", {"group": "部门"}).text


def test_the_office_shows_publishes_and_freezes(result, clerk, signed_in):
    until = timezone.localdate()
    shown = clerk.post(f"{ROOM}/show/", {"number": 1, "until": until}, follow=True)
    assert "已送单位核对" in shown.text
    director = signed_in("director", "qianyang")
    refused = director.post(f"{ROOM}/publish/", {"number": 1})
    assert refused.status_code == 409
    assert "期满后才能发布考核结果" in refused.text
    Publication.objects.update(objections_until="2022-07-01")
    assert "已发布并冻结" in director.post(f"{ROOM}/publish/", {"number": 1}, follow=True).text
    frozen = clerk.post(f"{ROOM}/run/")
    assert frozen.status_code == 409
    assert "已于" in frozen.text
    assert "不再重新考核" in frozen.text


@pytest.mark.parametrize(
    ("until", "status"), [("", 422), ("明天", 422), ("2022-13-01", 422), ("2020-01-01", 409)]
)
def test_a_day_that_cannot_be_is_refused_and_stays_in_the_form(result, clerk, until, status):
    answer = clerk.post(f"{ROOM}/show/", {"number": 1, "until": until})
    assert answer.status_code == status
    assert f'value="{until}"' in answer.text
    assert not Publication.objects.exists()


def test_a_reason_for_taking_back_is_kept_when_it_is_refused(result, signed_in):
    show()
    put_out()
    leader = signed_in("leader", "qianyang")
    assert leader.post(f"{ROOM}/withdraw/", {"reason": " "}).status_code == 409
    assert "已撤回发布" in leader.post(f"{ROOM}/withdraw/", {"reason": "一笔重复"}, follow=True).text
    assert signed_in("clerk", "qianyang").post(f"{ROOM}/withdraw/", {"reason": "x"}).status_code == 403


def test_a_double_click_shows_once(result, clerk):
    token = "6f2f3a3e-8a5d-4b8e-9b0a-1f6e6b2f0c11"
    form = {"number": 1, "until": timezone.localdate(), "once": token}
    clerk.post(f"{ROOM}/show/", form)
    assert "没有重复办理" in clerk.post(f"{ROOM}/show/", form, follow=True).text
    assert (
        AuditEntry.objects.filter(action__startswith="assessment.", object__startswith="qianyang").count()
        == 2
    )


def test_the_head_confirms_and_the_office_sees_who_did(result, signed_in, clerk):
    show(until=timezone.localdate())
    head = signed_in("head", "qianyang", "财政局")
    assert "财政局对本期考核结果无异议" in head.post(f"{ROOM}/confirm/", {"number": 1}, follow=True).text
    assert "已确认无异议的单位：1/" in clerk.get(f"{ROOM}/").text


def test_the_first_page_asks_few_questions(result, clerk, django_assert_max_num_queries):
    with django_assert_max_num_queries(35):
        clerk.get(f"{ROOM}/")


def test_forged_periods_and_offices_have_no_page(result, clerk):
    assert clerk.get("/o/weibin/2022Q2/assessments/").status_code == 404
    assert clerk.get("/o/qianyang/2022Q9/assessments/").status_code == 404
