"""What a person says of a sheet goes before recognition, and holds for the next file with this header."""

import pytest
from imports_files import GOOD, HEAD, IMPORTS, address

from gongkai.records.models import AuditEntry, RememberedMapping
from gongkai.workflows.imports import State

pytestmark = pytest.mark.django_db
ODD_HEAD = ("谁报的", "报了几条", "上头用了")
ODD = (("填表：某某",), ODD_HEAD, ("财政局", 8, 3), ("石鼓镇", 38, 13))
FORM = "submissions|信息报送情况统计表"
FIELDS = ("unit", "submitted", "adopted:区政府网站")


@pytest.fixture
def say(clerk, work):
    """Say what the first sheet of an upload is."""

    def said(upload, fields=FIELDS, form=FORM, **given):
        upload.refresh_from_db()
        columns = {f"field-{place}": field for place, field in enumerate(fields)}
        given = {"version": upload.version, "form": form, "remember": "1", **columns, **given}
        answer = work(clerk.post, address(upload, "sheets/0/"), given)
        upload.refresh_from_db()
        return answer

    return said


def test_a_table_nobody_knows_is_read_as_a_person_says_and_so_is_the_next(hand_in, say, take, sheet):
    upload = hand_in(sheet(*ODD))
    assert upload.state == State.READ
    assert say(upload).status_code == 302
    assert upload.state == State.READY
    assert upload.seen["counts"]["submissions"]["added"] == 2
    later = hand_in(sheet(ODD_HEAD, ("教体局", 5, 1), name="下月.xlsx"))
    assert later.state == State.READY
    assert later.seen["sheets"][0]["mapped"]
    assert AuditEntry.objects.filter(action="mapping.remember").count() == 1


def test_what_is_not_to_be_remembered_holds_for_this_file_alone(hand_in, say, sheet):
    upload = hand_in(sheet(*ODD))
    say(upload, remember="")
    assert upload.state == State.READY
    assert hand_in(sheet(ODD_HEAD, ("教体局", 5, 1), name="下月.xlsx")).state == State.READ


def test_the_form_begins_with_what_the_words_suggest(clerk, hand_in, sheet):
    upload = hand_in(sheet(("单位", "报了几条"), ("财政局", 8)))
    page = clerk.get(address(upload, "sheets/0/"), {"form": FORM}).content.decode()
    assert '<option value="unit" selected>' in page


def test_a_mapping_with_faults_is_shown_again_as_it_was(hand_in, say, sheet):
    upload = hand_in(sheet(*ODD))
    refused = say(upload, ("unit", "unit", ""))
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "没有哪一列对应“实报”" in page
    assert "已对应 A 列，不能再对应本列" in page
    assert page.count('<option value="unit" selected>') == 2
    assert not RememberedMapping.objects.exists()
    assert upload.state == State.READ


def test_a_field_that_the_form_does_not_have_is_refused(hand_in, say, sheet):
    upload = hand_in(sheet(*ODD))
    assert say(upload, ("unit", "submitted", "<script>")).status_code == 422


def test_a_form_that_does_not_exist_is_refused(hand_in, say, sheet):
    upload = hand_in(sheet(*ODD))
    assert say(upload, form="nonsense|nothing").status_code == 422
    assert say(upload, form="").status_code == 422


def test_a_sheet_can_be_left_out(hand_in, say, sheet):
    upload = hand_in(sheet(HEAD, GOOD))
    say(upload, (), form="skip")
    assert upload.seen["counts"] == {}
    assert upload.state == State.READ


def test_recognition_can_have_its_way_again(clerk, hand_in, say, sheet, work):
    upload = hand_in(sheet(HEAD, GOOD))
    say(upload, (), form="skip")
    work(clerk.post, address(upload, "sheets/0/forget/"), {"version": upload.version})
    upload.refresh_from_db()
    assert upload.state == State.READY
    assert not RememberedMapping.objects.exists()


def test_another_row_can_be_the_header(clerk, hand_in, say, sheet):
    upload = hand_in(sheet(("说明", "这些是说明"), ODD_HEAD, ("财政局", 8, 3)))
    page = clerk.get(address(upload, "sheets/0/"), {"headers": "1"})
    header = next(each for each in page.context["headers"] if each.header_row == 2)
    assert say(upload, header=header.signature).status_code == 302
    assert upload.seen["sheets"][0]["header_row"] == 2
    assert upload.state == State.READY


def test_the_second_of_two_people_keeps_what_they_chose(hand_in, say, sheet):
    upload = hand_in(sheet(*ODD))
    refused = say(upload, version=upload.version - 1)
    assert refused.status_code == 409
    assert '<option value="submitted" selected>' in refused.content.decode()


def test_a_sheet_that_is_not_there_is_no_page(clerk, hand_in, sheet):
    upload = hand_in(sheet(*ODD))
    assert clerk.get(address(upload, "sheets/9/")).status_code == 404
    assert clerk.get(address(upload, "sheets/0/"), {"header": "0123456789abcdef"}).status_code == 404


def test_what_is_remembered_is_of_one_office(hand_in, say, sheet, signed_in):
    say(hand_in(sheet(*ODD)))
    assert RememberedMapping.objects.get().office.key == "weibin"
    client = signed_in("clerk", "qianyang")
    assert client.get(f"{IMPORTS}files/1/sheets/0/").status_code == 404


def test_three_hundred_columns_can_be_looked_at(clerk, hand_in, sheet, django_assert_max_num_queries):
    upload = hand_in(sheet((*ODD_HEAD, *(f"列{n}" for n in range(320))), ("财政局", 8, 3, *range(320))))
    with django_assert_max_num_queries(20):
        page = clerk.get(address(upload, "sheets/0/"), {"form": FORM}).content.decode()
    assert "其余 23 列没有列出，不导入" in page
