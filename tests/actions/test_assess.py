"""An assessment is stored with the snapshot it was made from, or not at all."""

import shutil

import pytest
from django.conf import settings
from django.db import IntegrityError

from gongkai.actions import assess, ingest, register, reproduce, undo
from gongkai.assessment.result import AssessmentError
from gongkai.records import models, offices
from gongkai.records.snapshots import SnapshotError
from tests.actions.conftest import Q4, edit
from tests.conftest import AT, CLERK, OFFICES


def run() -> assess.Assessed:
    return assess.run("weibin", Q4, by=CLERK, at=AT)


def kept() -> list[str]:
    return sorted(path.name for path in settings.SNAPSHOTS.iterdir())


def test_the_same_facts_are_assessed_once(assessed):
    again = run()
    assert (again.row, again.content, again.new) == (assessed.row, assessed.content, False)
    assert kept() == [assessed.row.snapshot]


def test_what_was_undone_is_assessed_anew_though_it_was_assessed_before(assessed, import_orders):
    second = import_orders(("GD001", "2021-10-20"))
    run()
    undo.run(second.pk, by=CLERK, at=AT)
    third = run()
    assert (third.row.number, third.new) == (3, True)
    assert third.content == assessed.content
    assert kept() == sorted({row.snapshot for row in models.Assessment.objects.all()})


def test_a_name_that_a_person_confirmed_changes_no_assessment(assessed):
    register.confirm_alias("weibin", "财政局", "财局", by=CLERK, at=AT)
    assert not run().new


def test_an_assessment_that_is_refused_leaves_no_snapshot_behind(import_orders, copied_pack):
    import_orders(("GD001", "2021-10-12"))
    edit(copied_pack, "scheme.toml", 'valid_from = "2021-01-01"', 'valid_from = "2022-01-01"')
    edit(copied_pack, "scheme.toml", 'valid_to = "2021-12-31"', 'valid_to = "2022-12-31"')
    register.load_pack(copied_pack, by=CLERK, at=AT)
    with pytest.raises(AssessmentError, match="自2022-01-01起施行"):
        run()
    assert kept() == []


@pytest.mark.parametrize(
    ("table", "old"), [("columns", "规范性文件"), ("posts", "渭滨小警"), ("submissions", "区政府网站")]
)
def test_a_name_changed_after_its_facts_came_blames_nobody(weibin, copied_pack, table, old):
    sample = OFFICES / "weibin/sample" / f"{table}.xlsx"
    assert ingest.run(sample, office="weibin", period=Q4, by=CLERK, at=AT)[1]
    for file in ("office.toml", "notice.md"):
        text = (copied_pack / file).read_text()
        (copied_pack / file).write_text(text.replace(old, f"新{old}"))
    register.load_pack(copied_pack, by=CLERK, at=AT)
    with pytest.raises(AssessmentError, match=f"“{old}.*”，工作包不再列有"):
        run()
    assert not models.Assessment.objects.exists()


def test_facts_that_come_while_it_is_assessed_are_noticed(assessed, import_orders, monkeypatch):
    import_orders(("GD002", "2021-10-12"))
    compute = assess.tables.compute

    def meanwhile(folder):
        import_orders(("GD003", "2021-10-12"))
        return compute(folder)

    monkeypatch.setattr(assess.tables, "compute", meanwhile)
    with pytest.raises(assess.AssessError, match="请重新考核"):
        run()
    assert models.Assessment.objects.count() == 1
    assert kept() == [assessed.row.snapshot]


def test_a_lost_snapshot_is_made_again_by_assessing_the_same_facts(assessed):
    shutil.rmtree(settings.SNAPSHOTS / assessed.row.snapshot)
    with pytest.raises(SnapshotError, match="没有找到快照"):
        reproduce.run(assessed.row.code)
    assert not run().new
    assert reproduce.run(assessed.row.code).differences == ()


def test_a_snapshot_of_other_facts_in_its_place_is_found_out(assessed, import_orders):
    import_orders(("GD001", "2021-10-20"))
    other = run()
    shutil.rmtree(settings.SNAPSHOTS / assessed.row.snapshot)
    (settings.SNAPSHOTS / other.row.snapshot).rename(settings.SNAPSHOTS / assessed.row.snapshot)
    assert {"figures", "snapshot"} <= set(reproduce.run(assessed.row.code).differences)


def test_a_stored_figure_that_was_tampered_with_is_found_out(assessed):
    result = assessed.row.result.replace('"submissions.zero",1', '"submissions.zero",0', 1)
    assert result != assessed.row.result
    models.Assessment.objects.update(result=result)
    assert reproduce.run(assessed.row.code).differences == ("figures",)


def test_a_newer_reckoning_of_the_same_facts_is_a_new_assessment(assessed):
    """What an earlier version of the program said stays; the later one says it anew."""
    models.Assessment.objects.update(result=assessed.row.result + " ")
    assert run().row.number == 2


def test_two_assessments_never_have_one_number(assessed):
    with pytest.raises(IntegrityError):
        models.Assessment.objects.create(
            office=offices.get("weibin"),
            period="2021Q4",
            number=1,
            snapshot="",
            batches=[],
            result="",
            made_at=AT,
            made_by="某某",
        )
