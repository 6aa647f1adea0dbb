"""Every address × every role: opened or refused exactly as the table of rights says, denied by default.

A page opens to the same question `gongkai.workflows.rights` answers; whether it then finds something (200),
nothing (404) or refuses what was sent (409, 422) is for the tests of its room.
"""

import pytest
from django.test import Client
from django.urls import get_resolver

from gongkai.records.models import AuditEntry
from gongkai.web.gate import Scope
from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.roles import Role
from tests.web.addresses import LIBRARY, SAMPLES, Address, _below, walk

pytestmark = pytest.mark.django_db
FORBIDDEN, NOT_ALLOWED = 403, 405


def asked(browser: Client, address: Address, **changes: object):
    """The answers to the methods that an address takes: GET, POST, or both."""
    url = address.url(**changes)
    answers = {"GET": browser.get(url), "POST": browser.post(url)}
    return {method: answer for method, answer in answers.items() if answer.status_code != NOT_ALLOWED}


def of(scope: Scope) -> list[Address]:
    return [address for address in walk() if address.scope is scope]


def test_every_view_has_passed_the_gate():
    assert [address.name for address in walk() if address.scope is None] == []


def test_every_address_has_a_name_and_a_sample():
    assert [address for address in walk() if not address.name] == []
    lacking = {part for address in walk() for part in address.parts} - set(SAMPLES)
    assert not lacking, "give each a sample in tests/web/addresses.py"


def test_the_list_of_library_pages_is_true():
    assert {one.name for one in _below(get_resolver(), ()) if one.scope is None} == LIBRARY


def test_no_view_takes_a_form_from_elsewhere():
    assert [one.name for one in walk() if getattr(one.view, "csrf_exempt", False)] == []


def test_every_right_of_an_office_page_is_granted_to_somebody():
    assert [one.name for one in of(Scope.OFFICE) if not GRANTS[one.action]] == []


@pytest.mark.parametrize("role", Role)
def test_a_role_opens_what_it_was_granted_and_nothing_else(signed_in, role):
    browser = signed_in(role)
    browser.raise_request_exception = False
    wrong = []
    for address in of(Scope.OFFICE):
        for method, answer in asked(browser, address).items():
            granted = role in GRANTS[address.asks(method)]
            if (answer.status_code == FORBIDDEN) is granted or answer.status_code >= 500:
                wrong.append((address.name, method, answer.status_code, "granted" if granted else "denied"))
    assert wrong == []


def test_whoever_has_no_role_in_an_office_finds_nothing_there(signed_in, office_row):
    office_row("weibin")
    browser = signed_in("administrator", "qianyang")
    found = [
        (address.name, method, answer.status_code)
        for address in of(Scope.OFFICE)
        for method, answer in asked(browser, address).items()
        if answer.status_code != 404
    ]
    assert found == []


@pytest.mark.parametrize("scope", [Scope.OFFICE, Scope.DEPLOYMENT, Scope.PERSONAL])
def test_whoever_is_not_signed_in_is_asked_to(office_row, scope):
    office_row("weibin")
    found = [
        (address.name, method, answer.status_code)
        for address in of(scope)
        for method, answer in asked(Client(), address).items()
        if answer.status_code != 302 or not answer["Location"].startswith("/account/login/?next=/")
    ]
    assert found == []


def test_what_is_above_the_offices_is_for_the_chief_administrator(signed_in):
    """The same role in one office does not reach beyond it."""
    browser = signed_in("administrator")
    for address in of(Scope.DEPLOYMENT):
        assert {answer.status_code for answer in asked(browser, address).values()} == {FORBIDDEN}, (
            address.name
        )


def test_an_office_that_is_not_there_is_not_found(signed_in):
    browser = signed_in("administrator", office=None)
    for address in of(Scope.OFFICE):
        statuses = {answer.status_code for answer in asked(browser, address, office="nowhere").values()}
        assert statuses == {404}, address.name


def test_looking_changes_nothing(signed_in, person):
    """No address leaves a trace by being opened."""
    browser = signed_in("administrator", office=None)
    for role in Role:
        person(role, username=browser.person.username)
    before = AuditEntry.objects.count()
    for address in walk():
        if address.scope is not Scope.PUBLIC:
            browser.get(address.url())
        assert AuditEntry.objects.count() == before, address.name


def test_every_action_that_has_a_page_is_in_the_table():
    assert {one.action for one in of(Scope.OFFICE)} <= set(Action)
