"""An uploaded file on its way into the tables, and out again."""

import pytest

from gongkai.workflows.imports import MACHINE, State
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove


def walk(*events):
    state = MACHINE.start
    for event in events:
        state = MACHINE.next(state, event)
    return state


def test_answers_are_read_again_before_anything_is_written():
    ready = walk("read", "ask", "reread", "prepare")
    assert ready is State.READY
    with pytest.raises(WrongMove, match="目前为“有疑问”，不能写入，现在可以：重新识别、放弃"):
        MACHINE.next("asking", "write")


def test_an_interrupted_write_has_written_nothing_and_can_be_started_again():
    assert walk("read", "prepare", "write", "interrupt") is State.READY


def test_a_written_file_is_undone_not_discarded():
    assert MACHINE.next("written", "undo") is State.UNDONE
    with pytest.raises(WrongMove, match="不能放弃，现在可以：撤销"):
        MACHINE.next("written", "discard")


def test_an_administrator_undoes_but_does_not_write():
    assert MACHINE.can("written", "undo", {Role.ADMINISTRATOR})
    assert not MACHINE.can("ready", "write", {Role.ADMINISTRATOR})
