"""A batch is taken back whole: what it added goes, what it changed comes back, and nothing is lost."""

from itertools import pairwise

import pytest

from gongkai.actions import ingest, register, undo
from gongkai.records import audit
from gongkai.records.models import AuditEntry, Batch, ReplacedFact
from tests.actions.conftest import HEAD, Q4, edit, orders
from tests.conftest import AT, CLERK


def take_back(batch: Batch) -> None:
    undo.run(batch.pk, by=CLERK, at=AT)


def test_what_was_added_goes_and_what_was_changed_comes_back(import_orders):
    import_orders(("GD001", "2021-10-12"))
    second = import_orders(("GD001", "2021-10-20"), ("GD002", "2021-11-18"))
    take_back(second)
    assert orders() == [("GD001", "财政局", "2021-10-12")]
    assert not ReplacedFact.objects.exists()


def test_the_audit_keeps_what_was_taken_back_and_what_was_restored(import_orders):
    import_orders(("GD001", "2021-10-12"))
    second = import_orders(("GD001", "2021-10-20"), ("GD002", "2021-11-18"))
    take_back(second)
    subject = f"weibin/2021Q4/{second.pk}/orders"
    removed = AuditEntry.objects.get(action="fact.remove", object=subject).old
    restored = AuditEntry.objects.get(action="fact.restore", object=subject).new
    closed = removed["fields"].index("closed")
    assert sorted(row[closed] for row in removed["rows"]) == ["2021-10-20", "2021-11-18"]
    assert [row[closed] for row in restored["rows"]] == ["2021-10-12"]
    assert audit.verify().broken is None


def test_a_chain_of_updates_is_undone_last_first_step_by_step(import_orders):
    days = ("2021-10-12", "2021-10-20", "2021-10-25")
    batches = [import_orders(("GD001", day)) for day in days]
    for batch, later in pairwise(batches):
        with pytest.raises(undo.UndoError, match=f"批次{later.pk}更新过"):
            take_back(batch)
    take_back(batches[2])
    assert orders() == [("GD001", "财政局", days[1])]
    take_back(batches[1])
    assert orders() == [("GD001", "财政局", days[0])]
    take_back(batches[0])
    assert orders() == []


def test_an_undone_file_can_be_imported_again(import_orders):
    take_back(import_orders(("GD001", "2021-10-12")))
    import_orders(("GD001", "2021-10-12"))
    assert len(orders()) == 1


def test_facts_that_a_later_file_brought_again_are_not_taken_from_under_it(import_orders):
    first = import_orders(("GD001", "2021-10-12"))
    second = import_orders(("GD001", "2021-10-12"), ("GD002", "2021-11-18"))
    assert second.repeats == [first.pk]
    with pytest.raises(undo.UndoError, match=f"批次{second.pk}更新过或再次报来"):
        take_back(first)
    take_back(second)
    take_back(first)
    assert orders() == []


def test_a_batch_of_the_good_rows_is_undone_beside_the_rest_that_came_later(weibin, sheet):
    unsure = ("GD002", "财局某科", "求助", "2021-11-08", "2021-11-15", "2021-11-12")
    path = sheet(HEAD, ("GD001", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12"), unsure)
    _, good = ingest.run(path, office="weibin", period=Q4, by=CLERK, at=AT, accept_good=True)
    register.confirm_alias("weibin", "财政局", "财局某科", by=CLERK, at=AT)
    _, rest = ingest.run(path, office="weibin", period=Q4, by=CLERK, at=AT)
    assert rest.counts == {"orders": {"added": 1, "changed": 0, "same": 1}}
    take_back(rest)
    take_back(good)
    assert orders() == []


def test_values_of_a_unit_that_left_the_register_do_not_come_back(import_orders, copied_pack):
    import_orders(("GD001", "2021-10-12"), unit="气象局")
    second = import_orders(("GD001", "2021-10-12"))  # it was the finance bureau's after all
    text = (copied_pack / "office.toml").read_text().replace("气象局", "地震局")
    (copied_pack / "office.toml").write_text(text)
    register.load_pack(copied_pack, by=CLERK, at=AT)
    with pytest.raises(undo.UndoError, match="属于气象局，名册已不再列有"):
        take_back(second)
    assert orders() == [("GD001", "财政局", "2021-10-12")]


def test_a_batch_is_undone_once_and_must_exist(import_orders):
    batch = import_orders(("GD001", "2021-10-12"))
    take_back(batch)
    with pytest.raises(undo.UndoError, match="已经撤销"):
        take_back(batch)
    for number in (999, 10**30):
        with pytest.raises(undo.UndoError, match=f"没有编号为{number}"):
            undo.run(number, by=CLERK, at=AT)


def test_an_edit_of_the_pack_does_not_stand_in_the_way(import_orders, copied_pack):
    batch = import_orders(("GD001", "2021-10-12"))
    edit(copied_pack, "office.toml", 'frequency = "1条/2周"', 'frequency = "1条/月"')
    register.load_pack(copied_pack, by=CLERK, at=AT)
    take_back(batch)
    assert orders() == []
