"""A state table as a picture and as rows."""

from collections.abc import Iterator

from gongkai.workflows.roles import in_words
from gongkai.workflows.states import Machine, Transition


def mermaid(machine: Machine) -> str:
    """The Mermaid source of the diagram. Marks change no state and are left out: `rows` has them."""
    return "\n    ".join(["stateDiagram-v2", *_lines(machine)]) + "\n"


def _lines(machine: Machine) -> Iterator[str]:
    for state in machine.states:
        yield f'state "{state.label}" as {state}'
    yield f"[*] --> {machine.start}"
    for move in machine.transitions:
        if not move.is_mark:
            yield f"{move.source} --> {move.target}: {move.event.label}"
    for state in machine.states:
        if state in machine.ends:
            yield f"{state} --> [*]"


def rows(machine: Machine) -> list[tuple[str, str, str, str]]:
    """操作, 由谁, 从, 到: one row for an event done by the same roles to the same effect."""
    grouped: dict[tuple[str, str, str], list[Transition]] = {}
    for move in machine.transitions:
        to = "不变" if move.is_mark else move.target.label
        grouped.setdefault((move.event.label, in_words(move.by), to), []).append(move)
    return [
        (event, by, "、".join(move.source.label for move in moves), to)
        for (event, by, to), moves in grouped.items()
    ]
