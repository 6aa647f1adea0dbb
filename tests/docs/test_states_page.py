"""docs/states.md is drawn from the state tables: python -m tests.docs.test_states_page writes it."""

from pathlib import Path

from gongkai.workflows.diagrams import mermaid, rows
from gongkai.workflows.registry import MACHINES
from gongkai.workflows.states import Machine

PAGE = Path(__file__).parents[2] / "docs/states.md"
HEAD = "# States 状态\n\nDrawn from `gongkai/workflows/`: what may happen to a thing, by whom, and what it becomes.\n"


def page() -> str:
    """A section a table: its purpose, its picture, its steps."""
    return HEAD + "".join(section(module, machine) for module, machine in MACHINES.items())


def section(module: str, machine: Machine) -> str:
    steps = "".join(f"| {' | '.join(row)} |\n" for row in rows(machine))
    return (
        f"\n## {machine.name} `{module}`\n\n{machine.purpose}\n\n```mermaid\n{mermaid(machine)}```\n\n"
        f"| 操作 | 由谁 | 从 | 到 |\n|---|---|---|---|\n{steps}"
    )


def test_the_page_draws_the_tables_as_they_are():
    assert PAGE.read_text() == page()


if __name__ == "__main__":
    PAGE.write_text(page())
