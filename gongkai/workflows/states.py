"""A state table: what may happen to a thing in each state, by whom, and what it becomes.

A machine knows neither dates nor records. It answers whether a step is open and says why not; the caller
adds what depends on dates, and writes the step down.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from gongkai.workflows.rights import check_role
from gongkai.workflows.roles import Role
from gongkai.workflows.worded import Worded


class WrongMove(ValueError):
    """A step that the state does not allow; the message says what the state is and what may be done."""


@dataclass(frozen=True)
class Transition:
    """In `source`, `event` done by one of `by` leads to `target`; to `source` itself if it is only noted."""

    source: Worded
    event: Worded
    target: Worded
    by: frozenset[Role]

    @property
    def is_mark(self) -> bool:
        """Whether it goes on record and leaves the state as it is."""
        return self.source is self.target


def marks(states: Iterable[Worded], event: Worded, by: frozenset[Role]) -> tuple[Transition, ...]:
    """An event that each of the states allows and none is changed by, such as a reminder."""
    return tuple(Transition(state, event, state, by) for state in states)


@dataclass(frozen=True)
class Machine:
    """The table of one kind of thing. `name` is what messages call it (整改事项), `purpose` one line for the
    documents; from `start` every state can be reached, and nothing leaves the `ends`."""

    name: str
    purpose: str
    states: type[Worded]
    transitions: tuple[Transition, ...]
    start: Worded
    ends: frozenset[Worded]

    def check_can(self, state: str, event: str, roles: Set[Role]) -> None:
        """Raise WrongMove if the state does not allow the event, Forbidden if none of the roles may do it."""
        found = self._find(state, event)
        check_role(found.event.label, found.by, roles)

    def can(self, state: str, event: str, roles: Set[Role]) -> bool:
        """Whether `check_can` lets it pass."""
        return any(move.event == event for move in self.moves(state, roles))

    def next(self, state: str, event: str) -> Worded:
        """The state after the event. Raises WrongMove where the state does not allow it."""
        return self._find(state, event).target

    def moves(self, state: str, roles: Set[Role]) -> tuple[Transition, ...]:
        """What a person of these roles may do now, in the order of the table."""
        return tuple(move for move in self._leaving(state) if move.by & roles)

    def _leaving(self, state: str) -> tuple[Transition, ...]:
        return tuple(move for move in self.transitions if move.source == state)

    def _find(self, state: str, event: str) -> Transition:
        """Raises ValueError for a state that the table does not have: a fault of the program."""
        known = self.states(state)
        for move in self._leaving(known):
            if move.event == event:
                return move
        raise WrongMove(self._refusal(known, event))

    def _refusal(self, state: Worded, event: str) -> str:
        events: dict[str, str] = {move.event: move.event.label for move in self.transitions}
        if event not in events:
            return f"{self.name}没有“{event}”这项操作，请刷新页面后重试"
        if state in self.ends:
            return f"该{self.name}{state.label}，不能再{events[event]}"
        possible = "、".join(dict.fromkeys(move.event.label for move in self._leaving(state)))
        return f"该{self.name}目前为“{state.label}”，不能{events[event]}，现在可以：{possible}"
