"""The main job on the shipped offices: from their spreadsheets to the published figures and the files."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import transaction
from django.test import override_settings

from gongkai.actions import demo, issue, reproduce, undo
from gongkai.assessment.result import FindingKind
from gongkai.notice.plan import Severity
from gongkai.records import audit, models, readers
from gongkai.terms import Period
from tests.conftest import AT, CLERK, OFFICES
from tests.golden.cases import table

pytestmark = pytest.mark.django_db


class Done(NamedTuple):
    steps: list[demo.Step]
    out: Path


@pytest.fixture(scope="module")
def done(tmp_path_factory, django_db_setup, django_db_blocker):
    """The main job, done once for all tests here; each test's own changes are taken back."""
    home = tmp_path_factory.mktemp("main-job")
    snapshots = override_settings(SNAPSHOTS=home / "snapshots")
    with django_db_blocker.unblock(), snapshots, transaction.atomic():
        yield Done(list(demo.run(OFFICES, home / "out", by=CLERK, at=AT)), home / "out")
        transaction.set_rollback(True)


def result(office: str, period: str):
    return readers.content(readers.assessment(f"{office}/{period}"))


def total(content, measure: str) -> int:
    return sum(figure.value for figure in content.figures if figure.measure == measure)


def units(content, kind: FindingKind) -> set[str]:
    return {finding.unit for finding in content.findings if finding.kind is kind}


def test_nothing_is_refused_and_four_files_lie_there_for_each_office(done):
    assert [step for step in done.steps if step.faults] == []
    files = {path.relative_to(done.out).as_posix() for path in done.out.rglob("*.*")}
    names = ("通报.docx", "通报.pdf", "附件.xlsx", "问题清单.xlsx")
    assert files == {f"{folder}/{name}" for folder in ("weibin-2021Q4", "qianyang-2022Q2") for name in names}


def test_weibin_has_the_published_figures(done):
    content = result("weibin", "2021Q4")
    measures = ("submissions.submitted", "adoptions.own", "submissions.quota")
    assert [total(content, measure) for measure in measures] == [665, 270, 984]
    assert [total(content, f"messages.{name}") for name in ("handled", "closed", "late")] == [46, 45, 1]
    assert units(content, FindingKind.ZERO_SUBMISSION) == {"天台山管委会", "姜谭工业园", "经二路办"}
    assert units(content, FindingKind.MESSAGE_LATE) == {"卫健局"}
    short = [finding for finding in content.findings if finding.kind is FindingKind.COLUMN_SHORT]
    assert len(short) == 10
    assert {finding.unit for finding in short} == {
        "财政局",
        "司法局",
        "发改局",
        "教体局",
        "文旅局",
        "自然资源和规划分局",
        "商务局",
        "工信局",
    }


def test_weibin_s_accounts_lapse_by_the_quota_of_the_calendar(done):
    content = result("weibin", "2021Q4")
    quotas = Counter(figure.target for figure in content.figures if figure.measure == "posts.original")
    assert quotas == {12: 19}  # the mini-program has no posting duty
    assert (
        len(
            {
                figure.unit
                for figure in content.figures
                if figure.measure == "accounts.registered" and figure.value
            }
        )
        == 16
    )
    lapsed = {
        finding.item.split("·")[0]
        for finding in content.findings
        if finding.kind is FindingKind.ACCOUNT_LAPSED
    }
    assert lapsed == {"渭滨小警", "陕西姜谭经济技术开发区"}


@pytest.mark.parametrize("case", ["annex1_towns", "annex2_departments"])
def test_qianyang_s_subtotals_and_ranks_are_those_published(done, case):
    cards = {card.unit: card for card in result("qianyang", "2022Q2").scorecards}
    for row in table("qianyang-2022q2", case):
        assert (cards[row["单位"]].total, cards[row["单位"]].rank) == (int(row["小计"]), int(row["名次"])), (
            row["单位"]
        )


def test_qianyang_s_orders_are_those_published(done):
    content = result("qianyang", "2022Q2")
    names = ("handled", "withdrawn", "due", "on_time", "late")
    assert [total(content, f"orders.{name}") for name in names] == [391, 60, 331, 329, 2]
    rate = next(f for f in content.figures if f.unit == "城关镇" and f.measure == "orders.handled_rate")
    assert (rate.numerator, rate.denominator) == (20, 22)


def test_doing_it_again_changes_nothing(done):
    before = {path: path.read_bytes() for path in done.out.rglob("*.*")}
    head = audit.verify()
    again = list(demo.run(OFFICES, done.out, by=CLERK, at=AT))
    assert not any(step.changed for step in again)
    assert {path: path.read_bytes() for path in done.out.rglob("*.*")} == before
    assert audit.verify() == head


def test_the_assessments_reproduce_to_the_digit(done):
    for row in models.Assessment.objects.all():
        again = reproduce.run(row.code)
        assert again.figures > 50
        assert again.differences == ()


def test_the_gate_shows_what_the_published_notices_got_wrong_and_stops_neither(done):
    weibin = issue.check("weibin", Period.parse("2021Q4"))[1]
    qianyang = issue.check("qianyang", Period.parse("2022Q2"))[1]
    assert not [found for found in (*weibin, *qianyang) if found.severity is Severity.RED]
    said = "\n".join(f"{found.message} {found.left} {found.right}" for found in weibin)
    for words in ("946", "918", "批准和实施信息", "订阅号", "自然日", "“卫生健康局”见messages.xlsx"):
        assert words in said
    said = "\n".join(f"{found.message} {found.left} {found.right}" for found in qianyang)
    for words in ("389/391", "329/331", "高崖镇", "重点领域"):
        assert words in said


def test_an_issued_notice_freezes_its_batches(done):
    batch = models.Batch.objects.filter(office__key="weibin").first()
    with pytest.raises(undo.UndoError, match="已印发的通报"):
        undo.run(batch.pk, by=CLERK, at=AT)
