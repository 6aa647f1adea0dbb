"""The demonstration: both sample offices as far as their assessment, and a person for each role."""

import re

import pytest
from django.test import Client
from django_q.conf import Conf

from gongkai.records.models import Assessment, AuditEntry, Membership, Notice, Person
from gongkai.web.jobs import demonstration
from gongkai.workflows.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(signed_in) -> Client:
    return signed_in("administrator", office=None)


@pytest.fixture
def at_once(monkeypatch, django_capture_on_commit_callbacks):
    """Jobs run where they are handed over."""
    monkeypatch.setattr(Conf, "SYNC", True)
    return django_capture_on_commit_callbacks


def test_it_is_loaded_and_each_role_has_a_person(administrator, at_once, settings):
    with at_once(execute=True):
        assert administrator.post("/offices/new/demonstration/begin/")["Location"].endswith("/demonstration/")
    assert "示例数据已全部载入" in administrator.get("/offices/new/demonstration/").text
    assert Assessment.objects.count() == 2
    assert not Notice.objects.exists(), "drafting and issuing is what people try out"

    shown = administrator.post("/offices/new/demonstration/people/")
    assert shown.status_code == 201
    password = re.search(r'<code id="password"[^>]*>([^<]+)<', shown.text)
    assert password
    for key in ("weibin", "qianyang"):
        assert {held.role for held in Membership.objects.filter(office__key=key)} == set(Role)
    assert Person.objects.get(username="weibin-jingban").check_password(password[1])
    assert not AuditEntry.objects.filter(new__icontains=password[1]).exists()


def test_what_went_wrong_is_said(administrator, at_once, settings, tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/office.toml").write_text("key = 1")
    settings.PACKS = tmp_path
    with at_once(execute=True):
        administrator.post("/offices/new/demonstration/begin/")
    page = administrator.get("/offices/new/demonstration/").text
    assert "没有全部载入" in page
    assert "重新载入" in page


def test_nothing_is_said_to_run_before_it_was_begun(home):
    state = demonstration.state()
    assert (state.done, state.running, state.ready) == (0, False, False)
