"""The first page: what is due, late, mine and waited for, role by role."""

import gzip
import re
from datetime import date

import pytest
from django.utils import timezone

from gongkai.actions import ingest
from gongkai.records import assessments, models, unchanged
from gongkai.web import acting
from gongkai.workflows.roles import Role
from tests.actions.conftest import HEAD, Q4
from tests.conftest import AT, CLERK
from tests.web.pages.rectified import moved, opened
from tests.web.test_assets import BUILT

pytestmark = pytest.mark.django_db
HOME = "/o/weibin/2021Q4/"
MINE, OTHERS, STANDING = "待我办理", "等待他人办理", "本期情况"
FIRST, QUERIES = 50, 24
"""Queries of whoever comes first after an import, and of everybody after them."""


@pytest.fixture
def october(monkeypatch):
    """The ninth of October 2021."""
    monkeypatch.setattr(acting, "today", lambda: date(2021, 10, 9))


@pytest.fixture(autouse=True)
def nothing_parsed():
    """Assessments made by hand share one digest: none of another test is remembered."""
    assessments._parsed.cache_clear()


def cards(browser, address: str = HOME) -> dict[str, tuple[str, str]]:
    """Title → the section it stands in, and the words of its lines and its note."""
    sections = browser.get(address).context["sections"]
    told = {}
    for section, found in sections:
        for card in found:
            lines = [f"{line.state} {line.text} {line.note}" for line in card.lines]
            told[card.title] = (section, "；".join([*lines, card.note]))
    return told


def objected(office: models.Office, person: models.Person) -> models.Objection:
    made = models.Assessment.objects.get(office=office)
    return models.Objection.objects.create(
        office=office, period="2021Q4", assessment=made, unit="财政局", subject="工单超时", text="有误",
        state="made", made_at=AT, made_by=person,
    )  # fmt: skip


def drafted(office: models.Office, person: models.Person, state: str) -> models.NoticeVersion:
    made = models.Assessment.objects.get(office=office)
    return models.NoticeVersion.objects.create(
        office=office, period="2021Q4", number=1, assessment=made, template="", issued_on=Q4.end,
        rectify_by=Q4.end, state=state, made_at=AT, made_by=person,
    )  # fmt: skip


def shown(office: models.Office, **changes: object) -> models.Publication:
    """The assessment of the period, shown to the units until the end of January."""
    made = models.Assessment.objects.get(office=office)
    usual = {"state": "shown", "shown_at": AT, "objections_until": date(2022, 1, 31)}
    return models.Publication.objects.create(
        office=office, period="2021Q4", assessment=made, **(usual | changes)
    )


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_first_page(signed_in, assessed, role, django_assert_max_num_queries):
    browser = signed_in(role)
    with django_assert_max_num_queries(FIRST):
        assert browser.get(HOME).status_code == 200
    with django_assert_max_num_queries(QUERIES):
        browser.get(HOME)


def test_the_first_page_weighs_at_most_300_kilobytes(signed_in, assessed):
    page = signed_in("clerk").get(HOME).content
    files = set(re.findall(rb'(?:href|src)="/static/([\w.-]+)', page))
    assert files == {b"app.css", b"app.js", b"icons.svg"}  # it waits for no chart
    sent = [page, *((BUILT / name.decode()).read_bytes() for name in files)]
    assert sum(len(gzip.compress(one)) for one in sent) <= 300 * 1024


def test_a_new_office_is_led_through(signed_in, weibin):
    assert cards(signed_in("clerk"))["开始使用"][0] == MINE
    assert "开始使用" not in cards(signed_in("head"))


def test_warnings_stand_by_unit_for_the_office_and_by_urgency_for_a_unit(signed_in, weibin, sheet, october):
    row = ("GD001", "财政局", "投诉", "2021-10-01", "2021-10-08", "")
    ingest.run(sheet(HEAD, row), office="weibin", period=Q4, by=CLERK, at=AT)
    table = signed_in("clerk").get(HOME).context["sections"][-1][1][0].table
    assert [(cells[0].text, cells[1].text) for cells in table.rows if cells[0].text == "财政局"] == [
        ("财政局", "1")
    ]
    section, told = cards(signed_in("liaison"))["逾期和快到期的任务"]
    assert section == MINE
    assert told.startswith("已逾期 10月1日收到的12345工单GD001")
    assert "逾期和快到期的任务" not in cards(signed_in("liaison", unit="教体局"))


def test_progress_is_one_s_own_for_a_unit(signed_in, import_counts, october):
    import_counts(("财政局", 8), ("教体局", 5))
    bars = [
        card.bars
        for browser in (signed_in("clerk"), signed_in("head"))
        for _, found in browser.get(HOME).context["sections"]
        for card in found
        if card.bars
    ]
    assert [lines[0][1:3] for lines in bars] == [(13, 984), (8, 24)]


def test_open_uploads_are_the_clerk_s_and_news_to_the_leader(signed_in, weibin, person):
    office = models.Office.objects.get()
    stored = models.StoredFile.objects.create(
        office=office, name="十月工单.xlsx", digest="0" * 64, media_type="x", size=1, kept_at=AT
    )
    for state in ("asking", "written"):
        models.Upload.objects.create(
            office=office, period="2021Q4", file=stored, state=state, uploaded_at=AT, moved_at=AT,
            uploaded_by=person("clerk"),
        )  # fmt: skip
    section, told = cards(signed_in("clerk"))["没有办完的文件"]
    assert (section, told.count("十月工单.xlsx")) == (MINE, 1)
    assert "有疑问" in told
    assert cards(signed_in("leader"))["没有办完的文件"][0] == OTHERS
    assert "没有办完的文件" not in cards(signed_in("head"))


def test_objections_wait_for_who_decides(signed_in, assessed, person):
    objected(models.Office.objects.get(), person("liaison"))
    assert cards(signed_in("director"))["待决定的异议"][0] == MINE
    section, told = cards(signed_in("clerk"))["待决定的异议"]
    assert section == OTHERS
    assert "等待科室负责人或分管领导决定" in told
    assert "财政局：" not in cards(signed_in("liaison"))["待决定的异议"][1]
    assert "待决定的异议" not in cards(signed_in("liaison", unit="教体局"))


@pytest.mark.parametrize(
    ("state", "role"),
    [
        ("drafting", "clerk"),
        ("drafted", "director"),
        ("checked", "leader"),
        ("approved", "clerk"),
        ("sent_back", "clerk"),
    ],
)
def test_a_draft_of_the_notice_says_whose_turn_it_is(signed_in, assessed, person, state, role):
    drafted(models.Office.objects.get(), person("clerk"), state)
    assert cards(signed_in(role))["通报稿"][0] == MINE
    other = "leader" if role != "leader" else "director"
    section, told = cards(signed_in(other))["通报稿"]
    assert section == OTHERS
    assert "等待" in told


def test_an_issued_notice_waits_for_nobody(signed_in, assessed, person):
    drafted(models.Office.objects.get(), person("clerk"), "issued")
    assert "通报稿" not in cards(signed_in("clerk"))


def test_a_unit_looks_through_the_draft_it_was_shown_until_its_head_confirms(signed_in, assessed, person):
    head = signed_in("head")
    assert "本单位考核结果" not in cards(head)
    course = shown(models.Office.objects.get())
    unchanged.forget()  # no action did this
    section, told = cards(head)["本单位考核结果"]
    assert section == MINE
    assert "2022年1月31日前（含当日）提出" in told
    models.Confirmation.objects.create(
        assessment=course.assessment, unit="财政局", by=str(head.person), at=AT
    )
    assert cards(head)["本单位考核结果"][0] == STANDING


def test_when_the_units_had_their_time_the_result_waits_to_be_published(signed_in, assessed):
    shown(models.Office.objects.get())
    assert cards(signed_in("leader"))["考核结果"][0] == MINE
    assert cards(signed_in("clerk"))["考核结果"][0] == OTHERS


def test_published_results_are_what_an_observer_reads(signed_in, assessed):
    observer = signed_in("observer")
    assert "已发布的考核结果" not in cards(observer)
    shown(models.Office.objects.get(), state="published", published_at=AT)
    assert "2021年四季度" in cards(observer)["已发布的考核结果"][1]


def test_rectifications_are_owed_by_the_unit_judged_by_the_office_and_supervised_when_late(signed_in, weibin):
    opened("weibin", days=-10)
    assert "逾期" in cards(signed_in("head"))["整改事项"][1]
    assert cards(signed_in("supervision"))["整改事项"][1].count("逾期") == 3
    moved(1, state="submitted")
    section, told = cards(signed_in("clerk"))["整改事项"]
    assert section == MINE
    assert "已报送 财政局：零报送" in told
    assert "零报送" not in cards(signed_in("head"))["整改事项"][1]
    assert cards(signed_in("auditor"))["整改事项"][0] == STANDING


def test_an_issued_notice_asks_the_units_it_names_to_sign(signed_in, weibin):
    opened("weibin")
    notice = models.Notice.objects.get()
    head = signed_in("head")
    assert cards(head)["待签收的通报"][0] == MINE
    assert "待签收的通报" not in cards(signed_in("head", unit="审计局"))
    models.Receipt.objects.create(notice=notice, unit="财政局", person=head.person, at=AT)
    assert "待签收的通报" not in cards(head)


def test_requests_wait_for_who_grants_them(signed_in, weibin, person):
    asked = models.ExemptionRequest.objects.create(
        office=models.Office.objects.get(), unit="财政局", column="政府债务", period="2021Q4", reason="无",
        state="asked", asked_at=AT, asked_by=person("liaison"),
    )  # fmt: skip
    leader = signed_in("leader")
    assert cards(leader)["待审批的免更新申请"][0] == MINE
    assert f'href="/o/weibin/registers/exemptions/{asked.pk}/"' in leader.get(HOME).text
    assert cards(signed_in("liaison"))["待审批的免更新申请"][0] == OTHERS
    assert "待审批的免更新申请" not in cards(signed_in("liaison", unit="教体局"))


def test_the_administrator_is_told_who_never_signed_in(signed_in, person):
    person("clerk")
    administrator = signed_in("administrator")
    models.Person.objects.filter(pk=administrator.person.pk).update(last_login=timezone.now())
    section, told = cards(administrator)["登录有困难的人员"]
    assert section == MINE
    assert told.count("从未登录") == 1


def test_an_auditor_reads_what_was_changed_in_words(signed_in, assessed):
    assert "导入批次：写入" in cards(signed_in("auditor"))["最近的变动"][1]
    assert "审计链还没有核验过" in cards(signed_in("auditor"))["最近的变动"][1]


def test_words_of_a_file_are_shown_and_never_run(signed_in, weibin, person):
    office = models.Office.objects.get()
    stored = models.StoredFile.objects.create(
        office=office, name="<script>x</script>.xlsx", digest="0" * 64, media_type="x", size=1, kept_at=AT
    )
    models.Upload.objects.create(
        office=office,
        period="2021Q4",
        file=stored,
        state="read",
        uploaded_at=AT,
        uploaded_by=person("clerk"),
        moved_at=AT,
    )
    assert "<script>x" not in signed_in("clerk").get(HOME).text


def test_a_granted_objection_is_the_clerk_s_until_the_next_assessment(signed_in, assessed, person):
    office = models.Office.objects.get()
    objected(office, person("liaison"))
    models.Objection.objects.update(state="accepted", decided_at=timezone.now())
    section, told = cards(signed_in("clerk"))["采纳的异议待更正"]
    assert section == MINE
    assert "财政局：工单超时" in told
    assert "采纳的异议待更正" not in cards(signed_in("director"))
    models.Assessment.objects.update(made_at=timezone.now())
    assert "采纳的异议待更正" not in cards(signed_in("clerk"))


def test_what_a_unit_handed_in_stands_before_what_is_late(signed_in, weibin):
    opened("weibin", days=-10)
    last = models.Rectification.objects.order_by("deadline", "pk").last()
    moved(last.number, state="submitted")
    assert cards(signed_in("clerk"))["整改事项"][1].startswith("已报送")
    assert cards(signed_in("supervision"))["整改事项"][1].startswith("逾期")


def test_a_published_result_asks_for_the_notice(signed_in, assessed):
    clerk = signed_in("clerk")
    assert "通报稿" not in cards(clerk)
    shown(models.Office.objects.get(), state="published", published_at=AT)
    unchanged.forget()
    section, told = cards(clerk)["通报稿"]
    assert (section, "待起草" in told) == (MINE, True)
    assert "通报稿" not in cards(signed_in("leader"))


def test_data_of_a_period_that_is_over_ask_for_the_assessment(signed_in, import_counts):
    import_counts(("财政局", 8))
    assert "待考核" in cards(signed_in("clerk"))["考核结果"][1]
    assert "考核结果" not in cards(signed_in("leader"))


def test_the_first_steps_are_shown_to_who_can_take_them(signed_in, weibin):
    assert "开始使用" in cards(signed_in("administrator"))
    assert "开始使用" not in cards(signed_in("leader"))


def test_what_nobody_handed_in_is_no_task_of_a_unit(signed_in, weibin, monkeypatch):
    monkeypatch.setattr(acting, "today", lambda: date(2021, 11, 22))
    told = cards(signed_in("liaison"))
    assert "逾期和快到期的任务" not in told
    section, words = told["待报数据"]
    assert section == STANDING
    assert "信息报送" in words
    assert "不算本单位逾期" in words
