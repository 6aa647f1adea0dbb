"""Unit names that a file leaves open: answered on the spot, remembered, or left out this time."""

import pytest
from imports_files import GOOD, HEAD, address, orders

from gongkai.records.models import UnitAlias
from gongkai.workflows.imports import State

pytestmark = pytest.mark.django_db
ASKED = ("GD009", "教育局", *GOOD[2:])
SECOND = ("GD010", "公安局", *GOOD[2:])


@pytest.fixture
def answer(clerk, work):
    """Answer the questions of an upload: name → (choice, other)."""

    def answered(upload, *answers: tuple[str, str, str], **given):
        upload.refresh_from_db()
        form = {"version": upload.version, "name": [name for name, _, _ in answers], **given}
        for place, (_, choice, other) in enumerate(answers):
            form |= {f"answer-{place}": choice, f"other-{place}": other}
        response = work(clerk.post, address(upload, "answers/"), form)
        upload.refresh_from_db()
        return response

    return answered


def test_a_name_is_asked_for_answered_and_known_ever_after(clerk, hand_in, answer, take, sheet):
    upload = hand_in(sheet(HEAD, GOOD, ASKED))
    assert upload.state == State.ASKING
    page = clerk.get(address(upload)).content.decode()
    assert "“教育局”是哪个单位？" in page
    assert 'value="unit:教体局"' in page
    assert "还有 1 个单位名称没有确认" in page
    answer(upload, ("教育局", "unit:教体局", ""))
    assert upload.state == State.READY
    take(upload, "write")
    assert orders() == ["GD001", "GD009"]
    assert UnitAlias.objects.get(name="教育局").unit.name == "教体局"
    later = hand_in(sheet(HEAD, ("GD011", *ASKED[1:]), name="后来.xlsx"))
    assert later.state == State.READY


def test_any_unit_of_the_register_may_be_named(hand_in, answer, sheet):
    upload = hand_in(sheet(HEAD, ASKED))
    answer(upload, ("教育局", "", "教体局"))  # typed without the mark: meant all the same
    assert upload.state == State.READY


def test_rows_may_be_left_out_this_time_only(hand_in, answer, take, sheet):
    path = sheet(HEAD, GOOD, ASKED)
    upload = hand_in(path)
    answer(upload, ("教育局", "leave", ""))
    assert (upload.state, upload.accept_good) == (State.READY, True)
    take(upload, "write")
    assert orders() == ["GD001"]
    assert not UnitAlias.objects.filter(name="教育局").exists()
    assert hand_in(path).state == State.ASKING


def test_one_may_be_answered_and_the_other_stay_open(hand_in, answer, sheet):
    upload = hand_in(sheet(HEAD, ASKED, SECOND))
    answer(upload, ("教育局", "unit:教体局", ""), ("公安局", "", ""))
    assert upload.state == State.ASKING
    answer(upload, ("公安局", "unit:公安分局", ""))
    assert upload.state == State.READY


def test_what_cannot_be_taken_comes_back_as_it_was_typed_and_nothing_is_kept(hand_in, answer, sheet):
    upload = hand_in(sheet(HEAD, ASKED, SECOND))
    refused = answer(upload, ("教育局", "unit:教体局", ""), ("公安局", "other", "火星局<b>"))
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "单位名册中没有“火星局&lt;b&gt;”" in page
    assert 'value="火星局&lt;b&gt;"' in page
    assert 'value="unit:教体局" checked' in page
    assert not UnitAlias.objects.filter(confirmed=True).exists()
    assert upload.state == State.ASKING


def test_an_answer_to_an_older_page_is_kept_on_the_form(hand_in, answer, sheet):
    upload = hand_in(sheet(HEAD, ASKED))
    refused = answer(upload, ("教育局", "other", "教体局"), version=upload.version - 1)
    assert refused.status_code == 409
    assert 'value="教体局"' in refused.content.decode()
    assert not UnitAlias.objects.filter(confirmed=True).exists()


def test_nothing_answered_is_no_answer(hand_in, answer, sheet):
    upload = hand_in(sheet(HEAD, ASKED))
    assert answer(upload, ("教育局", "", "")).status_code == 422


def test_a_name_that_was_not_asked_for_is_not_taken(hand_in, answer, sheet):
    upload = hand_in(sheet(HEAD, ASKED))
    assert answer(upload, ("别的名字", "unit:教体局", "")).status_code == 422
    assert not UnitAlias.objects.filter(confirmed=True).exists()


def test_only_a_clerk_answers(hand_in, sheet, signed_in):
    upload = hand_in(sheet(HEAD, ASKED))
    form = {"version": upload.version, "name": ["教育局"], "answer-0": "unit:教体局"}
    assert signed_in("director").post(address(upload, "answers/"), form).status_code == 403
