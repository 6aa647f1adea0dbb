"""The scheme in the browser: checked by line, compared, tried out, saved; a fault or another's change loses nothing."""

import pytest

from gongkai.actions import scheme
from gongkai.records.models import Assessment, AuditEntry
from tests.scored_office import assessed, office

PAGE = "/o/qianyang/scheme/"
LATE = '{ kind = "event", points = -2 }'


@pytest.fixture
def clerk(qianyang, signed_in):
    return signed_in("clerk", "qianyang")


def form(**changes: str) -> dict[str, str]:
    text = scheme.text_of(office())
    return {"text": text, "based_on": scheme.digest(text)} | changes


def changed(old: str, new: str) -> str:
    return scheme.text_of(office()).replace(old, new)


def test_the_live_check_answers_with_lines(clerk):
    answer = clerk.post(
        f"{PAGE}check/",
        {"text": changed("orders.late", "orders.lat")},
        headers={"Accept": "application/json"},
    )
    [fault] = answer.json()
    assert fault["line"] == 28
    assert "是否应为“orders.late”" in fault["message"]
    right = clerk.post(f"{PAGE}check/", {"text": form()["text"]}, headers={"Accept": "application/json"})
    assert right.json() == []


def test_the_check_works_without_script(clerk):
    answer = clerk.post(f"{PAGE}check/", form(), headers={"Accept": "text/html"})
    assert "检查通过" in answer.text
    wrong = clerk.post(f"{PAGE}check/", form(text="base ="), headers={"Accept": "text/html"})
    assert wrong.status_code == 422
    assert "第1行" in wrong.text


def test_a_scheme_is_saved_and_its_versions_compared(clerk):
    saved = clerk.post(PAGE, form(text=changed(LATE, LATE.replace("-2", "-3"))), follow=True)
    assert "考核办法已保存" in saved.text
    compared = clerk.get(f"{PAGE}versions/").text
    assert "points = -3" in compared
    assert "<del>" in compared
    assert clerk.get(f"{PAGE}versions/?before=999").status_code == 404


def test_browsers_line_ends_are_no_change(clerk):
    assert "没有变动" in clerk.post(PAGE, form(text=form()["text"].replace("\n", "\r\n")), follow=True).text


def test_faults_are_told_by_line_and_the_text_is_kept(clerk):
    mine = changed("orders.late", "orders.lat").replace("base = 300", "base = 305")
    answer = clerk.post(PAGE, form(text=mine))
    assert answer.status_code == 422
    assert "第28行：“工单超时”：没有指标“orders.lat”" in answer.text
    assert "base = 305" in answer.text
    assert "base = 300" in scheme.text_of(office())


def test_the_second_of_two_people_sees_both_texts_and_may_still_save(clerk, signed_in):
    mine = form(text=changed("base = 300", "base = 320"))
    signed_in("director", "qianyang").post(PAGE, form(text=changed("base = 300", "base = 310")))
    late = clerk.post(PAGE, mine)
    assert late.status_code == 409
    assert "科室负责人某（qianyang-director）" in late.text
    assert "base = 310" in late.text
    assert "base = 320" in late.text
    again = {"text": mine["text"], "based_on": late.context["typed"].based_on}
    assert "考核办法已保存" in clerk.post(PAGE, again, follow=True).text


def test_differences_are_shown_before_anything_is_saved(clerk):
    answer = clerk.post(PAGE, form(text=changed("base = 300", "base = 320"), compare="1"))
    assert "data-merge" in answer.text
    assert "base = 300" in scheme.text_of(office())


def test_a_trial_shows_who_would_move_and_stores_nothing(clerk, sheet):
    assessed(sheet)
    entries = AuditEntry.objects.count()
    tried = form(text=changed(LATE, LATE.replace("-2", "-20")), trial_period="2022Q2")
    answer = clerk.post(f"{PAGE}trial/", tried)
    assert "298 → 280" in answer.text
    assert "points = -20" in answer.text
    assert (Assessment.objects.count(), AuditEntry.objects.count()) == (1, entries)


@pytest.mark.parametrize("period", ["", "2022Q9", "2023Q1"])
def test_a_trial_of_no_period_keeps_the_text(clerk, period):
    answer = clerk.post(f"{PAGE}trial/", form(text=changed("base = 300", "base = 320"), trial_period=period))
    assert answer.status_code == 422
    assert "不能试算" in answer.text
    assert "base = 320" in answer.text


def test_script_in_a_scheme_stays_text(clerk):
    planted = "</textarea><script>alert(1)</script>"
    answer = clerk.post(PAGE, form(text=changed("千阳县政务公开季度考核办法（推定）", planted)), follow=True)
    assert planted not in answer.text
    assert planted not in clerk.get(f"{PAGE}versions/").text


def test_only_clerk_and_director_open_the_editor(qianyang, signed_in):
    assert signed_in("leader", "qianyang").get(PAGE).status_code == 403
    assert signed_in("director", "qianyang").get(PAGE).status_code == 200
