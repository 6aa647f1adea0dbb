"""The pictures of a period: of whom, with which numbers, and what there is instead."""

import pytest

from gongkai.actions import assess, ingest
from gongkai.records import models, unchanged
from gongkai.terms import Period
from tests.actions.conftest import Q4
from tests.conftest import AT, CLERK, OFFICES

pytestmark = pytest.mark.django_db
PICTURES = "/o/weibin/2021Q4/pictures/"
Q1 = Period.parse("2022Q1")


@pytest.fixture
def quarter(weibin):
    """渭滨 2021Q4 from its sample spreadsheets, assessed."""
    for path in sorted((OFFICES / "weibin/sample").glob("*.xlsx")):
        ingest.run(path, office="weibin", period=Q4, by=CLERK, at=AT)
    return assess.run("weibin", Q4, by=CLERK, at=AT)


@pytest.fixture
def events(qianyang):
    """千阳 2022Q1, whose posts are known by day, assessed."""
    for path in sorted((OFFICES / "qianyang/sample/events").glob("*.xlsx")):
        ingest.run(path, office="qianyang", period=Q1, by=CLERK, at=AT)
    return assess.run("qianyang", Q1, by=CLERK, at=AT)


def pictures(answer):
    return {one.name: one.chart for one in answer.context["pictures"]}


def test_each_picture_has_its_table_on_the_page(signed_in, quarter):
    answer = signed_in("clerk").get(PICTURES)
    found = pictures(answer)
    assert {"columns", "posting", "messages-on-time", "adoptions-share"} <= found.keys()
    assert len(found["columns"].table.rows) == 40
    assert answer.text.count("<figure") == answer.text.count("</table>") == len(found)
    assert 'src="/static/charts.js" defer' in answer.text


def test_what_has_no_data_is_named_and_not_drawn(signed_in, quarter):
    answer = signed_in("clerk").get(PICTURES)
    assert "12345工单按期办结率" in answer.context["missing"]
    assert "没有数据、未列出的图：" in answer.text


def test_a_group_or_a_unit_narrows_every_picture(signed_in, quarter):
    clerk = signed_in("clerk")
    of_unit = pictures(clerk.get(f"{PICTURES}?unit=教体局"))
    assert {row[1] for row in of_unit["columns"].table.rows} == {"教体局"}
    assert {row[0] for row in of_unit["messages-on-time"].table.rows} == {"教体局"}
    towns = pictures(clerk.get(f"{PICTURES}?group=镇街"))
    group = set(models.Unit.objects.filter(group="镇街").values_list("name", flat=True))
    assert {row[0] for row in towns["messages-on-time"].table.rows} <= group


def test_a_name_that_does_not_exist_narrows_nothing(signed_in, quarter):
    answer = signed_in("clerk").get(f"{PICTURES}?unit=没有的局&group=没有的组&account=没有的号")
    assert answer.context["choice"].units is None
    assert answer.context["account"] == "渭滨小警·微信服务号"


def test_posts_known_by_day_make_a_calendar_with_its_gaps(signed_in, events):
    page = "/o/qianyang/2022Q1/pictures/"
    clerk = signed_in("clerk", "qianyang")
    account = models.Post.objects.values_list("account", flat=True).first()
    chart = pictures(clerk.get(page, {"account": account}))["posting"]
    assert chart.title == f"{account}发文日历"
    posted = sum(row[2] or 0 for row in chart.table.rows)
    assert posted == models.Post.objects.filter(account=account).count()


def test_two_periods_make_a_trend(signed_in, import_counts):
    for period in (Q4.previous(), Q4):
        import_counts(("财政局", 8), period=period)
        assess.run("weibin", period, by=CLERK, at=AT)
    assert [row[0] for row in pictures(signed_in("clerk").get(PICTURES))["trend"].table.rows] == [
        "2021年三季度",
        "2021年四季度",
    ]


def test_a_unit_sees_itself_and_only_what_it_was_shown(signed_in, quarter):
    head = signed_in("head", unit="教体局")
    assert "还没有可以查看的图表" in head.get(PICTURES).text
    models.Publication.objects.create(
        office=models.Office.objects.get(), period="2021Q4", assessment=quarter.row,
        state="shown", shown_at=AT, objections_until=Q4.end,
    )  # fmt: skip
    unchanged.forget()  # no action did this
    answer = head.get(f"{PICTURES}?unit=财政局")
    assert answer.context["choice"].units == ("教体局",)
    assert "财政局" not in answer.text


def test_nothing_assessed_is_said_plainly(signed_in, weibin):
    answer = signed_in("observer").get(PICTURES)
    assert answer.status_code == 200
    assert "还没有可以查看的图表" in answer.text


@pytest.fixture
def planted(quarter):
    """A column whose name would end a script. No action gives it such a name, and only an action is noticed."""
    name = "</script><script>alert(1)</script>"
    models.Column.objects.filter(name="政府债务").update(name=name)
    unchanged.forget()
    return name


def test_names_in_a_picture_end_no_script(signed_in, planted):
    answer = signed_in("clerk").get(PICTURES)
    assert planted not in answer.text
    assert "alert(1)" in answer.text
