"""People of an office: added, given roles, shut out; never beyond the office of whoever does it."""

import re

import pytest
from django.test import Client

from gongkai.records.models import AuditEntry, Membership, Person
from tests.web.conftest import PASSWORD, UNIT

pytestmark = pytest.mark.django_db
NEW = {"name": "某某", "username": "Zhang.San", "roles": ["clerk", "director"], "unit": ""}
PEOPLE = "/o/weibin/people/"
PLANTED = "<script>alert(1)</script>"


@pytest.fixture
def administrator(signed_in) -> Client:
    return signed_in("administrator")


def page(someone: Person, *path: object) -> str:
    return "/".join(map(str, ("/o/weibin/people", someone.pk, *path, "")))


def version(browser: Client, someone: Person) -> str:
    found = re.search(r'name="version" value="(\w+)"', browser.get(page(someone)).text)
    assert found
    return found[1]


@pytest.fixture
def clerk(person) -> Client:
    """A clerk who signed in by the form, which keeps account of sessions."""
    browser = Client()
    browser.person = person("clerk", password=PASSWORD)
    browser.post("/account/login/", {"login": browser.person.username, "password": PASSWORD})
    return browser


def roles(someone: Person) -> set[str]:
    return set(Membership.objects.filter(person=someone, office__key="weibin").values_list("role", flat=True))


def test_somebody_is_added_and_chooses_a_password_by_the_link(administrator):
    shown = administrator.post(f"{PEOPLE}new/", NEW)
    assert shown.status_code == 201
    link = re.search(r"/invitation/[\w-]+/", shown.text)
    assert link
    assert f'href="{PEOPLE}new/"' in shown.text  # the next one is one click away
    Client().post(link[0], {"password1": PASSWORD, "password2": PASSWORD})
    added = Person.objects.get(username="zhang.san")
    assert added.check_password(PASSWORD)
    assert roles(added) == {"clerk", "director"}
    assert AuditEntry.objects.get(action="person.add").new == {
        "name": "某某",
        "roles": ["经办", "科室负责人"],
    }


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"username": "a b"}, "不合要求"),
        ({"username": "WEIBIN-administrator"}, "已有人使用"),
        ({"roles": []}, "请至少选择一个身份"),
        ({"roles": ["liaison"]}, "须写明所在单位"),
        ({"unit": UNIT}, "只有信息员、单位负责人才写单位"),
        ({"unit": "没有这个单位"}, "没有这个单位"),
        ({"roles": ["emperor"]}, "emperor"),
        ({"name": "某" * 51}, "50"),
    ],
)
def test_somebody_who_cannot_be_so_is_refused_and_what_was_typed_is_kept(administrator, changed, said):
    answer = administrator.post(f"{PEOPLE}new/", NEW | changed)
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="某' in answer.text
    assert Person.objects.count() == 1


def test_the_same_form_sent_twice_adds_one_person(administrator):
    sent = NEW | {"once": "7d1a7bd4-3c6f-4a1c-9f0a-3f7c4a6f5f52"}
    assert administrator.post(f"{PEOPLE}new/", sent).status_code == 201
    assert administrator.post(f"{PEOPLE}new/", sent).status_code == 302
    assert Person.objects.filter(username="zhang.san").count() == 1


def test_roles_are_changed_with_old_and_new_on_record(administrator, person):
    someone = person("clerk")
    chosen = {"roles": ["liaison"], "unit": UNIT, "version": version(administrator, someone)}
    assert administrator.post(page(someone, "roles"), chosen).status_code == 302
    entry = AuditEntry.objects.get(action="person.roles")
    assert (entry.old, entry.new) == (["经办"], [f"信息员（{UNIT}）"])
    assert entry.object == "weibin/weibin-clerk"


def test_the_second_of_two_administrators_is_told_who_was_first(administrator, signed_in, person):
    someone = person("clerk")
    seen = version(administrator, someone)
    other = signed_in("administrator", username="other")
    other.post(page(someone, "roles"), {"roles": ["observer"], "version": seen})
    answer = administrator.post(page(someone, "roles"), {"roles": ["auditor"], "version": seen})
    assert answer.status_code == 409
    assert "管理员某（other）刚刚修改了" in answer.text
    assert re.search(r'value="auditor"[^>]* checked', answer.text), "the choice is kept"
    assert roles(someone) == {"observer"}
    again = {"roles": ["auditor"], "version": re.search(r'name="version" value="(\w+)"', answer.text)[1]}
    assert administrator.post(page(someone, "roles"), again).status_code == 302


def test_nobody_takes_their_own_administrator_role(administrator, person):
    person("administrator", username="other")
    me = administrator.person
    answer = administrator.post(
        page(me, "roles"), {"roles": ["clerk"], "version": version(administrator, me)}
    )
    assert answer.status_code == 422
    assert "不能取消自己的管理员身份" in answer.text
    assert roles(me) == {"administrator"}


def test_nobody_shuts_themselves_out(administrator):
    answer = administrator.post(page(administrator.person, "active"), {"active": "0"})
    assert answer.status_code == 409
    assert "不能停用自己的账号" in answer.text


def test_an_office_keeps_an_administrator(signed_in, person):
    """The only one of the office can be put out by the chief administrator alone, who stays."""
    chief, last = signed_in("administrator", office=None), person("administrator")
    answer = chief.post(page(last, "roles"), {"roles": [], "version": version(chief, last)})
    assert answer.status_code == 302
    assert roles(last) == set()


def test_whoever_is_shut_out_is_out_at_once_and_can_be_let_in_again(administrator, signed_in):
    clerk = signed_in("clerk")
    assert clerk.get("/o/weibin/start/").status_code == 200
    administrator.post(page(clerk.person, "active"), {"active": "0"})
    assert clerk.get("/o/weibin/start/").status_code == 302
    administrator.post(page(clerk.person, "active"), {"active": "1"})
    assert Person.objects.get(pk=clerk.person.pk).is_active


def test_the_hands_of_an_administrator_end_with_the_office(administrator, person):
    """Who has a role elsewhere cannot be shut out, nor given a link that would open the other office."""
    someone = person("clerk", username="both")
    person("director", "qianyang", username="both")
    chief = person("administrator", office=None)
    for one in (someone, chief):
        for path in ("link", "active", "unlock", "second-factor"):
            answer = administrator.post(page(one, path), {"active": "0"})
            assert answer.status_code == 409, (one, path)
            assert "由总管理员办理" in answer.text
    administrator.post(page(someone, "roles"), {"roles": [], "version": version(administrator, someone)})
    assert Membership.objects.get(person=someone).office.key == "qianyang"


def test_somebody_of_another_office_is_nobody_here(administrator, person):
    stranger = person("clerk", "qianyang")
    assert administrator.get(page(stranger)).status_code == 404
    for path in ("roles", "link", "active", "unlock", "second-factor", "sessions/1/end"):
        assert administrator.post(page(stranger, path)).status_code == 404, path


def test_a_session_is_ended(administrator, clerk):
    assert clerk.get("/o/weibin/start/").status_code == 200
    ends = re.findall(
        r'action="(/o/weibin/people/\d+/sessions/\d+/end/)"', administrator.get(page(clerk.person)).text
    )
    assert len(ends) == 1
    administrator.post(ends[0])
    assert clerk.get("/o/weibin/start/").status_code == 302


def test_a_session_of_somebody_else_is_not_ended_under_a_name(administrator, clerk, person):
    director = person("director")
    end = re.search(r"/sessions/(\d+)/end/", administrator.get(page(clerk.person)).text)
    administrator.post(page(director, "sessions", end[1], "end"))
    assert clerk.get("/o/weibin/start/").status_code == 200


def test_a_locked_name_is_let_try_again(administrator, person):
    someone = person("clerk", password=PASSWORD)
    for _ in range(5):
        Client().post("/account/login/", {"login": someone.username, "password": "wrong"})
    assert "已锁定" in administrator.get(PEOPLE).text
    administrator.post(page(someone, "unlock"))
    answer = Client().post("/account/login/", {"login": someone.username, "password": PASSWORD})
    assert answer.status_code == 302


def test_an_auditor_looks_and_changes_nothing(signed_in, person):
    auditor, someone = signed_in("auditor"), person("clerk")
    assert "管理人员和身份由管理员办理" in auditor.get(page(someone)).text
    assert auditor.post(page(someone, "roles"), {"roles": ["auditor"]}).status_code == 403
    assert auditor.post(f"{PEOPLE}new/", NEW).status_code == 403


def test_the_list_is_searched_and_exported(administrator, person):
    person("liaison", unit=UNIT)
    person("clerk", "qianyang")
    shown = administrator.get(PEOPLE, {"q": "信息员"}).text
    assert "weibin-liaison" in shown
    assert "weibin-administrator" not in re.sub(r"<header.*?</header>", "", shown, flags=re.DOTALL)
    assert "qianyang-clerk" not in administrator.get(PEOPLE).text
    assert administrator.get(PEOPLE, {"export": "xlsx"})["Content-Type"].endswith("spreadsheetml.sheet")


def test_a_script_in_a_name_is_a_name(administrator):
    administrator.post(f"{PEOPLE}new/", NEW | {"name": PLANTED})
    added = Person.objects.get(username="zhang.san")
    for address in (PEOPLE, page(added)):
        text = administrator.get(address).text
        assert PLANTED not in text
        assert "&lt;script&gt;alert(1)" in text


def test_pages_ask_few_questions_of_the_database(administrator, person, django_assert_max_num_queries):
    for number in range(40):
        person("clerk", username=f"clerk{number}")
    with django_assert_max_num_queries(14):
        administrator.get(PEOPLE)
    with django_assert_max_num_queries(25):
        administrator.get(page(administrator.person))
