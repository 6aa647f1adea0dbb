"""A link by which somebody chooses a password."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gongkai.actions import invite
from gongkai.records.models import Invitation
from tests.web.conftest import PASSWORD

pytestmark = pytest.mark.django_db
CHOSEN = {"password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def invited(person):
    someone = person("clerk", username="jingban")
    return someone, f"/invitation/{invite.make(someone, at=timezone.now())}/"


def test_who_is_invited_chooses_a_password_and_signs_in_with_it(invited):
    _, address = invited
    assert "jingban" in Client().get(address).text
    assert Client().post(address, CHOSEN)["Location"] == "/account/login/"
    answer = Client().post("/account/login/", {"login": "JingBan", "password": PASSWORD})
    assert answer.status_code == 302


def test_who_chose_a_password_is_told_the_name_to_sign_in_with(invited):
    page = Client().post(invited[1], CHOSEN, follow=True).text
    assert "请用用户名 jingban 和新密码登录" in page


def test_only_the_digest_of_a_link_is_kept(invited):
    secret = invited[1].split("/")[2]
    kept = Invitation.objects.get()
    assert secret not in str(vars(kept))


def test_a_link_is_used_once_and_not_after_three_days(invited, person):
    Client().post(invited[1], CHOSEN)
    assert Client().get(invited[1]).status_code == 410
    late = invite.make(person("clerk"), at=timezone.now() - timedelta(hours=72, minutes=1))
    assert Client().get(f"/invitation/{late}/").status_code == 410


def test_a_newer_link_replaces_the_older(invited):
    someone, address = invited
    newer = invite.make(someone, at=timezone.now())
    assert Client().get(address).status_code == 410
    assert Client().get(f"/invitation/{newer}/").status_code == 200


def test_who_was_shut_out_is_not_let_in_by_a_link(invited):
    someone, address = invited
    someone.is_active = False
    someone.save()
    assert Client().post(address, CHOSEN).status_code == 410


def test_a_new_password_ends_what_was_open_under_the_old(invited, signed_in):
    _, address = invited
    other = signed_in("clerk", username="jingban")
    Client().post(address, CHOSEN)
    assert other.get("/o/weibin/start/").status_code == 302


def test_two_passwords_that_differ_are_refused(invited):
    answer = Client().post(invited[1], CHOSEN | {"password2": "something-else-2022"})
    assert answer.status_code == 422
    assert Client().get(invited[1]).status_code == 200
