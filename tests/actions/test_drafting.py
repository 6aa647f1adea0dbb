"""A wording is kept as a version of its own; nobody writes over another's, nor over what is being reviewed."""

from datetime import date

import pytest

from gongkai.actions import assess, drafting
from gongkai.notice.template import TemplateError
from gongkai.records import models, offices
from gongkai.workflows.reviews import Event
from tests.actions.conftest import Q4
from tests.actions.drafts import begun, saved, someone, take, waived
from tests.conftest import AT, CLERK


def states() -> list[tuple[int, str]]:
    return list(models.NoticeVersion.objects.order_by("number").values_list("number", "state"))


def test_the_first_version_begins_with_the_words_and_dates_of_the_pack(assessed):
    wording = begun()
    assert wording.title.startswith("渭滨区人民政府办公室")
    assert (wording.issued_on, wording.rectify_by) == (date(2022, 1, 17), date(2022, 1, 20))


def test_a_period_the_pack_has_no_dates_for_is_proposed_today_and_a_week(import_counts):
    before = Q4.previous()
    import_counts(("财政局", 8), period=before)
    assess.run("weibin", before, by=CLERK, at=AT)
    wording, number = drafting.begin(offices.get("weibin"), before, today=AT.date())
    assert (wording.issued_on, wording.rectify_by, number) == (date(2022, 1, 10), date(2022, 1, 17), 0)


def test_each_edit_is_a_version_and_the_former_stays_as_it_was(assessed):
    first = saved()
    second = saved(after="特此通报。", title="新标题")
    first.refresh_from_db()
    assert (first.number, second.number) == (1, 2)
    assert "特此通报" not in first.template
    assert second.title == "新标题"


def test_saving_the_same_words_again_makes_no_version(assessed):
    assert saved() == saved()
    assert states() == [(1, "drafting")]


def test_the_same_words_on_a_new_assessment_are_a_new_version(assessed, import_orders):
    saved()
    import_orders(("GD002", "2021-10-12"))
    assess.run("weibin", Q4, by=CLERK, at=AT)
    assert saved().number == 2


def test_an_edit_after_submission_voids_the_version_and_says_so_on_record(assessed):
    version = waived(saved())
    take(version, Event.SUBMIT, "clerk")
    saved(after="补充一句。")
    assert states() == [(1, "voided"), (2, "drafting")]
    assert models.AuditEntry.objects.filter(action="notice.void", object="weibin/2021Q4/稿1").exists()


def test_who_saves_on_an_older_version_is_told_whose_came_first(assessed):
    saved()
    saved(after="甲的一句。", by="director")
    with pytest.raises(drafting.Overtaken, match="科室负责人某已于您编辑期间保存第2稿") as told:
        saved(after="乙的一句。", based_on=1)
    assert told.value.newest.number == 2
    assert len(states()) == 2


def test_a_fault_in_the_text_is_told_by_line_and_nothing_is_kept(assessed):
    with pytest.raises(TemplateError, match="第"):
        saved(after="{{ totall('x') }}")
    assert states() == []


def test_the_audit_keeps_every_word_of_a_version(assessed):
    version = saved(after="特此通报。")
    entry = models.AuditEntry.objects.get(action="notice.draft")
    assert entry.new["template"] == version.template
    assert entry.object == "weibin/2021Q4/稿1"
    assert version.made_by == someone("clerk")
