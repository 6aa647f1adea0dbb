"""Every form of every page: only from our own pages, only about one's own office and unit, whatever is sent."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import models, transaction

from gongkai.records.models import Office
from tests.web.addresses import walk as addresses
from tests.web.crawling import Form, Visit, body
from tests.web.planted import NEIGHBOUR, OWN, REMEMBERED, ROLES, World, kept
from tests.web.planted_office import NEIGHBOUR_SECRET, OTHER_SECRET, OTHER_UNIT, SCRIPT

pytestmark = pytest.mark.django_db
IN_THE_NEIGHBOURHOOD = ("clerk", "director", "head", "administrator")
"""Those of the neighbours whose pages hold all forms."""
WORSE = ("", "\x00", "不存在", "-1", "9" * 5000, "2022-02-30", "__class__", SCRIPT, "a" * 100_000)
"""What no form of ours would send."""


def forms(visits: list[Visit]) -> dict[str, Form]:
    """A form of each kind, by the page that takes it and its fields."""
    found = {
        f"{form.name} {sorted({name for name, _ in form.fields})}": form
        for visit in visits
        for form in visit.forms
        if form.post and not form.action.startswith("/account/logout/")
    }
    return found


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_no_form_is_taken_from_elsewhere(planted: World):
    """Whoever lures a person to another site sends nothing in their name."""
    browser = planted.browser("chief", enforce_csrf_checks=True)
    before = kept()
    for address in addresses():
        answer = browser.post(address.url(), {"once": "", "event": "submit"})
        assert answer.status_code == 403, address.name
        assert "没有提交成功" in answer.text, address.name
    assert kept() == before


@pytest.mark.parametrize("role", ROLES)
def test_every_form_that_changes_something_is_sealed(planted: World, role):
    """Its token, and the mark by which it is carried out once."""
    bare = [
        form.action
        for form in forms(planted.walked(role)).values()
        if "csrfmiddlewaretoken" not in form.filled()
    ]
    assert bare == []


def test_what_a_neighbour_may_do_is_no_page_here(planted: World, master):
    """Every address and form of 千阳, tried by somebody who may do everything in 渭滨."""
    before = _of_neighbour()
    for address in _addresses(planted):
        assert master.get(address).status_code == 404, address
    for role in IN_THE_NEIGHBOURHOOD:
        for form in forms(planted.walked(role, NEIGHBOUR)).values():
            if form.action.startswith("/o/"):
                answer = master.post(form.action, form.filled(once=""))
                assert answer.status_code == 404, form.action
    assert _of_neighbour() == before


def test_numbers_of_a_neighbour_are_no_page_at_home(planted: World, master):
    """The same addresses with the office exchanged: what they number is not there."""
    for address in _addresses(planted):
        answer = master.get(address.replace(f"/o/{NEIGHBOUR}/", f"/o/{OWN}/"))
        assert NEIGHBOUR_SECRET not in _read(answer), address
        assert answer.status_code < 500, address


def _addresses(planted: World) -> set[str]:
    """Where the neighbours' walks led in their own office."""
    walks = [planted.walked(role, NEIGHBOUR) for role in IN_THE_NEIGHBOURHOOD]
    return {visit.address for walk in walks for visit in walk if visit.address.startswith("/o/")}


def _read(answer) -> str:
    return body(answer).decode("utf-8", "replace") + str(answer.headers)


@pytest.mark.parametrize("role", IN_THE_NEIGHBOURHOOD)
def test_a_form_filled_in_with_what_is_a_neighbours_reaches_nothing_of_theirs(planted: World, role):
    """Hidden fields, numbers and versions as they stand in the neighbour's own form."""
    browser, theirs = planted.browser(role), forms(planted.walked(role, NEIGHBOUR))
    before = _of_neighbour()
    for kind, form in forms(planted.walked(role)).items():
        if kind not in theirs:
            continue
        with undone():
            filled = theirs[kind].filled(once="")
            answer = browser.post(form.action, filled)
            assert answer.status_code < 500, form.action
            assert NEIGHBOUR_SECRET not in _read(answer) or NEIGHBOUR_SECRET in str(filled), form.action
            assert list(_crossings()) == [], form.action
            assert _of_neighbour() == before, form.action


@pytest.mark.parametrize("role", ["liaison", "head"])
def test_a_unit_reaches_nothing_of_another(planted: World, role):
    """Every address that the office itself may open, tried by somebody of a unit."""
    browser = planted.browser(role)
    for visit in planted.walked("clerk"):
        if visit.address.startswith("/o/") and visit.status == 200:
            answer = browser.get(visit.address)
            assert OTHER_SECRET not in _read(answer), visit.address
            assert answer.status_code < 500, visit.address


@pytest.mark.parametrize("role", ["liaison", "head"])
def test_a_unit_does_nothing_for_another(planted: World, role):
    """Every form of the other unit's people, sent by somebody of this one."""
    browser = planted.browser(role)
    before = _of_unit(OTHER_UNIT)
    for form in forms(planted.walked(role, OWN, OTHER_UNIT)).values():
        with undone():
            answer = browser.post(form.action, form.filled(once="", unit=OTHER_UNIT))
            assert answer.status_code < 500, form.action
            assert OTHER_SECRET not in _read(answer), form.action
            assert _of_unit(OTHER_UNIT) == before, form.action


def test_nothing_that_is_sent_breaks_a_page(planted: World):
    """Each form with the worst in every field at once, and with nothing at all."""
    for role, form in _each(planted):
        browser = planted.browser(role)
        for worse in (None, *WORSE):
            filled = {} if worse is None else {name: worse for name, _ in form.fields}
            with undone():
                answer = browser.post(form.action, filled)
                assert answer.status_code < 500, (form.action, worse)
                assert SCRIPT not in _read(answer), (form.action, worse)


def test_one_field_gone_wrong_breaks_no_page(planted: World):
    """The other fields as the page filled them in: further behind the first check."""
    for number, (role, form) in enumerate(_each(planted)):
        browser = planted.browser(role)
        for place, name in enumerate(dict.fromkeys(name for name, _ in form.fields)):
            worse = WORSE[(number + place) % len(WORSE)]
            with undone():
                answer = browser.post(form.action, form.filled(**{name: worse}))
                assert answer.status_code < 500, (form.action, name, worse[:20])


def _each(planted: World) -> list[tuple[str, Form]]:
    """A form of each kind, and a role that is shown it."""
    found = {kind: (role, form) for role in ROLES for kind, form in forms(planted.walked(role)).items()}
    return list(found.values())


def _crossings() -> Iterator[str]:
    """Rows of one office that speak of a row of another."""
    for model in apps.get_app_config("records").get_models():
        if path := _to_office(model):
            for field in model._meta.get_fields():
                if isinstance(field, models.ForeignKey) and (further := _to_office(field.related_model)):
                    other = f"{field.name}__{further}" if further != "pk" else field.name
                    astray = model._default_manager.exclude(**{other: models.F(path)}).exclude(
                        **{field.name: None}
                    )
                    yield from map(str, astray.values_list("pk", flat=True)[:3])


def _to_office(model) -> str:
    """The way from a row to its office: office, batch__office…; "" for rows of none."""
    if model is Office:
        return "pk"
    for field in model._meta.get_fields():
        if isinstance(field, models.ForeignKey) and field.related_model is not model and not field.null:
            if field.related_model is Office:
                return field.name
            if further := _to_office(field.related_model):
                return f"{field.name}__{further}"
    return ""


def _owned() -> Iterator[tuple[models.QuerySet, str]]:
    for model in apps.get_app_config("records").get_models():
        if (path := _to_office(model)) not in ("", "pk") and model._meta.db_table not in REMEMBERED:
            yield model._default_manager.order_by("pk"), path


def _of_neighbour() -> int:
    """All that belongs to the neighbour, in a number."""
    held = (rows.filter(**{f"{path}__key": NEIGHBOUR}).values_list() for rows, path in _owned())
    return hash(str([list(rows) for rows in held]))


def _of_unit(unit: str) -> int:
    """All that is kept under the name of a unit of ours, in a number."""
    held = (
        rows.filter(unit=unit, **{f"{path}__key": OWN}).values_list()
        for rows, path in _owned()
        if any(
            field.name == "unit" and isinstance(field, models.CharField) for field in rows.model._meta.fields
        )
    )
    return hash(str([list(rows) for rows in held]))
