"""An issued notice: its files as they were issued, and who has signed for it."""

import hashlib

import pytest

from gongkai.records import models, vault
from tests.actions.drafts import approved, issued, saved
from tests.records.issued import assessment, finding, notice

ROOM = "/o/weibin/2021Q4/notices/"


@pytest.fixture
def printed(assessed) -> models.Notice:
    """A notice issued by three people."""
    return issued(approved(saved(document_number="渭政办发〔2022〕5号"))).notice


@pytest.fixture
def naming(office_row) -> models.Notice:
    """A notice that names 财政局 and 教体局."""
    found = [finding("财政局", "零报送"), finding("教体局", "零报送")]
    return notice(assessment(office_row("weibin"), found))


def test_files_come_as_they_were_issued(printed, signed_in):
    answer = signed_in("liaison").get(f"{ROOM}issued/{printed.pk}/files/通报.pdf")
    assert answer["Content-Disposition"].startswith("attachment")
    assert hashlib.sha256(answer.content).hexdigest() == printed.files["通报.pdf"]


def test_a_file_that_was_altered_is_not_given_out(printed, signed_in):
    vault.path(printed.files["通报.pdf"]).write_bytes(b"%PDF-1.4 other")
    answer = signed_in("clerk").get(f"{ROOM}issued/{printed.pk}/files/通报.pdf")
    assert answer.status_code == 409
    assert "与印发时不一致" in answer.content.decode()


def test_a_file_that_is_gone_is_named(printed, signed_in):
    vault.path(printed.files["附件.xlsx"]).unlink()
    page = signed_in("clerk").get(f"{ROOM}issued/{printed.pk}/").content.decode()
    assert "附件.xlsx不在服务器上" in page
    assert signed_in("clerk").get(f"{ROOM}issued/{printed.pk}/files/附件.xlsx").status_code == 404


def test_the_list_of_problems_is_the_offices_own(printed, signed_in):
    address = f"{ROOM}issued/{printed.pk}/files/问题清单.xlsx"
    assert signed_in("clerk").get(address).status_code == 200
    for role in ("liaison", "observer", "supervision"):
        assert signed_in(role).get(address).status_code == 404


def test_the_list_of_notices_has_number_and_date(printed, signed_in):
    page = signed_in("observer").get(ROOM).content.decode()
    assert "渭政办发〔2022〕5号" in page
    assert "第1稿" not in page


def test_a_named_unit_signs_once_and_sees_itself_alone(naming, signed_in):
    address = f"{ROOM}issued/{naming.pk}/"
    client = signed_in("liaison")
    before = client.get(address).content.decode()
    assert "代表本单位签收" in before
    assert "教体局" not in before
    client.post(f"{address}receipt/")
    again = client.post(f"{address}receipt/", follow=True).content.decode()
    assert "已经签收过" in again
    assert models.Receipt.objects.get().unit == "财政局"
    assert "代表本单位签收" not in client.get(address).content.decode()


def test_the_office_sees_who_has_not_signed(naming, signed_in):
    signed_in("liaison").post(f"{ROOM}issued/{naming.pk}/receipt/")
    page = signed_in("clerk").get(f"{ROOM}issued/{naming.pk}/").content.decode()
    assert "应签收 2 家，未签收 1 家" in page
    assert "信息员某" in page


def test_who_is_both_clerk_and_liaison_signs_for_the_unit(naming, signed_in):
    signed_in("liaison", username="both")
    client = signed_in("clerk", username="both")
    address = f"{ROOM}issued/{naming.pk}/"
    assert "代表本单位签收" in client.get(address).content.decode()
    client.post(f"{address}receipt/")
    assert models.Receipt.objects.get().unit == "财政局"


def test_a_unit_that_is_not_named_has_nothing_to_sign(naming, signed_in):
    client = signed_in("liaison", unit="统计局")
    assert "不需要签收" in client.get(f"{ROOM}issued/{naming.pk}/").content.decode()
    client.post(f"{ROOM}issued/{naming.pk}/receipt/")
    assert not models.Receipt.objects.exists()


def test_the_clerk_does_not_sign(naming, signed_in):
    assert signed_in("clerk").post(f"{ROOM}issued/{naming.pk}/receipt/").status_code == 403


def test_a_notice_of_another_office_or_period_is_no_page(naming, signed_in):
    assert signed_in("clerk").get(f"/o/weibin/2021Q3/notices/issued/{naming.pk}/").status_code == 404
    other = signed_in("clerk", office="qianyang")
    assert other.get(f"/o/qianyang/2021Q4/notices/issued/{naming.pk}/").status_code == 404


def test_a_long_list_of_notices_asks_little(naming, signed_in, django_assert_max_num_queries):
    for number in range(2, 9):
        notice(naming.assessment, number)
    client = signed_in("liaison")
    with django_assert_max_num_queries(14):
        client.get(ROOM)


def test_the_list_says_how_many_of_the_named_units_have_signed(naming, signed_in):
    signed_in("liaison").post(f"{ROOM}issued/{naming.pk}/receipt/")
    page = signed_in("clerk").get(ROOM).content.decode()
    assert 'data-label="已签收/应签收（家）">1/2</td>' in page
    assert "1/2" not in signed_in("liaison").get(ROOM).content.decode()
