"""Exemptions, and the filing of accounts."""

import pytest

from gongkai.workflows import accounts, exemptions, unapproved_accounts
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove


def walk(machine, *events):
    state = machine.start
    for event in events:
        state = machine.next(state, event)
    return state


def test_a_unit_asks_for_an_exemption_and_the_office_grants_it():
    assert not exemptions.MACHINE.can("asked", "grant", {Role.LIAISON, Role.HEAD, Role.CLERK})
    assert exemptions.MACHINE.can("asked", "grant", {Role.DIRECTOR})


def test_an_account_goes_up_every_level_before_it_is_filed():
    way = ("confirm", "pass", "pass_by_city", "approve", "file")
    assert walk(accounts.MACHINE, *way) is accounts.State.FILED
    for skipped in range(len(way) - 1):
        with pytest.raises(WrongMove):
            walk(accounts.MACHINE, *way[:skipped], *way[skipped + 1 :])


@pytest.mark.parametrize("state", ["asked", "confirmed", "passed", "passed_by_city", "refused", "withdrawn"])
def test_no_account_opens_before_the_province_approves(state):
    with pytest.raises(WrongMove, match="省级批准前不得开设"):
        accounts.check_approved(state)


@pytest.mark.parametrize("state", ["approved", "filed"])
def test_an_approved_account_may_open(state):
    accounts.check_approved(state)


def test_an_unapproved_account_still_there_is_told_again():
    assert walk(unapproved_accounts.MACHINE, "tell", "cancel", "tell") is unapproved_accounts.State.TOLD
