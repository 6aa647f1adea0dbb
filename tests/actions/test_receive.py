"""A named unit signs for an issued notice once; one that is not named has nothing to sign."""

import pytest

from gongkai.actions import receive
from gongkai.records import models, versions
from tests.actions.drafts import someone
from tests.conftest import AT, CLERK
from tests.records.issued import assessment, finding, notice


@pytest.fixture
def named(weibin) -> models.Notice:
    office = models.Office.objects.get(key="weibin")
    return notice(assessment(office, [finding("财政局", "零报送")]))


def sign(made: models.Notice, unit: str) -> models.Receipt:
    return receive.run(made, unit, person=someone("liaison"), by=CLERK, at=AT)


def test_a_named_unit_signs_and_it_is_on_record(named):
    assert versions.named(named) == ["财政局"]
    assert sign(named, "财政局").unit == "财政局"
    entry = models.AuditEntry.objects.get(action="notice.receive")
    assert entry.object == "weibin/2021Q4/1/1/财政局"


def test_a_unit_signs_once(named):
    sign(named, "财政局")
    with pytest.raises(receive.ReceiptError, match="财政局已经签收过"):
        sign(named, "财政局")
    assert models.Receipt.objects.count() == 1


def test_a_unit_that_is_not_named_does_not_sign(named):
    with pytest.raises(receive.ReceiptError, match="没有点名教体局"):
        sign(named, "教体局")
