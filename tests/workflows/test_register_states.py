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


def test_an_unapproved_account_still_there_is_told_again():
    assert walk(unapproved_accounts.MACHINE, "tell", "cancel", "tell") is unapproved_accounts.State.TOLD
