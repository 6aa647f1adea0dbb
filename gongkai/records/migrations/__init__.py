"""The migrations by name, so that a command can see in one query whether the tables are up to date."""

from pathlib import Path

NAMES = frozenset(path.stem for path in Path(__file__).parent.glob("[0-9]*.py"))
