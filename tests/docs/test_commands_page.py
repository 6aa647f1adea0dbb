"""docs/commands.md is what the commands say of themselves: python -m tests.docs.test_commands_page writes it."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from django.core.management import load_command_class

from gongkai.config.console import COMMANDS

PAGE = Path(__file__).parents[2] / "docs/commands.md"
HEAD = "# Commands 命令\n\nMade from the commands themselves. Exit 0 done, 1 the input has faults, 2 wrong usage.\n"


def page() -> str:
    """A section a command: what it does and what it takes. Not argparse's own help, which differs by version."""
    parts = [HEAD]
    for name, what in COMMANDS.items():
        parser = load_command_class("gongkai.web", name).create_parser("gongkai", name)
        parts.append(f"\n## gongkai {name}\n\n{what}\n\n" + "".join(arguments(parser)))
    return "".join(parts)


def arguments(parser: argparse.ArgumentParser, indent: str = "") -> Iterator[str]:
    """A line an argument; the arguments of a sub-command below it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                yield f"- `{choice.dest}` {choice.help}\n"
                yield from arguments(action.choices[choice.dest], "  ")
        elif action.help != argparse.SUPPRESS and action.dest != "help":
            metavar = action.metavar or ("|".join(action.choices) if action.choices else "")
            words = " ".join([*action.option_strings, *([metavar] if action.nargs != 0 else [])])
            more = " …" if action.nargs == "+" else ""
            yield f"{indent}- `{words}{more}` {action.help or ''}".rstrip() + "\n"


def test_the_page_says_what_the_commands_say():
    assert PAGE.read_text() == page()


if __name__ == "__main__":
    import django

    django.setup()
    PAGE.write_text(page())
