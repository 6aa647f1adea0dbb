"""What holds for every state table."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gongkai.workflows
from gongkai.workflows.registry import MACHINES
from gongkai.workflows.rights import GRANTS, Forbidden
from gongkai.workflows.roles import Role
from gongkai.workflows.states import Machine, WrongMove

every_machine = pytest.mark.parametrize("machine", MACHINES.values(), ids=MACHINES)


def events_of(machine: Machine) -> type:
    return type(machine.transitions[0].event)


def reached(machine: Machine, start: str) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        state = todo.pop()
        fresh = {move.target for move in machine.transitions if move.source == state} - found
        found |= fresh
        todo += fresh
    return found


@every_machine
def test_every_state_can_be_reached(machine):
    assert reached(machine, machine.start) == set(machine.states)


@every_machine
def test_nothing_leaves_an_end_and_nothing_else_is_one(machine):
    assert {move.source for move in machine.transitions} == set(machine.states) - machine.ends


@every_machine
def test_nothing_is_stuck_on_the_way(machine):
    assert all(reached(machine, state) & machine.ends for state in machine.states)


@every_machine
def test_every_event_occurs_and_somebody_may_do_it(machine):
    assert {move.event for move in machine.transitions} == set(events_of(machine))
    assert all(move.by for move in machine.transitions)


@every_machine
def test_an_event_in_a_state_leads_to_one_state(machine):
    steps = [(move.source, move.event) for move in machine.transitions]
    assert len(steps) == len(set(steps))


@every_machine
def test_labels_tell_states_and_events_apart(machine):
    for words in (machine.states, events_of(machine)):
        labels = [word.label for word in words]
        assert all(labels)
        assert len(set(labels)) == len(labels)


@every_machine
def test_who_may_take_a_step_is_said_by_the_table_of_rights(machine):
    assert all(move.by in GRANTS.values() for move in machine.transitions)


@every_machine
def test_a_step_is_open_to_its_roles_and_refused_to_the_others(machine):
    for move in machine.transitions:
        for role in Role:
            assert machine.can(move.source, move.event, {role}) == (role in move.by)
            assert (move in machine.moves(move.source, {role})) == (role in move.by)


@given(st.sampled_from([*MACHINES.values()]), st.data())
def test_no_walk_leaves_the_table(machine, data):
    steps = data.draw(st.lists(st.sampled_from([*events_of(machine), "forged"]), max_size=30))
    state = machine.start
    for event in steps:
        open_events = {move.event for move in machine.moves(state, set(Role))}
        if event in open_events:
            state = machine.next(state, event)
        else:
            with pytest.raises(WrongMove, match=r"不能|没有"):
                machine.next(state, event)
        assert state in machine.states
        assert not (state in machine.ends and machine.moves(state, set(Role)))


@every_machine
def test_a_state_from_nowhere_is_a_fault_of_the_program(machine):
    with pytest.raises(ValueError, match="gone"):
        machine.next("gone", machine.transitions[0].event)


def test_every_state_table_is_registered():
    folder = Path(gongkai.workflows.__file__).parent
    tables = {path.stem for path in folder.glob("*.py") if "\nMACHINE = " in path.read_text()}
    assert tables == set(MACHINES)


def test_a_closed_item_says_that_it_is_closed():
    with pytest.raises(WrongMove) as caught:
        MACHINES["rectification"].next("closed", "send_back")
    assert str(caught.value) == "该整改事项已销号，不能再退回"


def test_an_open_item_says_what_may_be_done_instead():
    with pytest.raises(WrongMove) as caught:
        MACHINES["exemptions"].next("granted", "withdraw")
    assert str(caught.value) == "该免更新申请目前为“已批准”，不能撤回，现在可以：取消"


def test_a_wrong_role_is_told_whose_step_it_is():
    with pytest.raises(Forbidden) as caught:
        MACHINES["rectification"].check_can("submitted", "send_back", {Role.LIAISON})
    assert str(caught.value) == "退回由经办或科室负责人办理，您现在的身份是信息员"


def test_a_forged_step_is_answered_plainly():
    with pytest.raises(WrongMove, match="整改事项没有“delete”这项操作"):
        MACHINES["rectification"].check_can("issued", "delete", set(Role))
