"""What every command shares: words to actions, expected faults to messages and exit codes, tables, --json.

Exit 0 done; 1 the input has faults, which are listed; 2 wrong usage (argparse).
"""

import argparse
import getpass
import json
import socket
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from rich.console import Console
from rich.table import Table

from gongkai.actions.errors import EXPECTED
from gongkai.records.audit import Who
from gongkai.records.migrations import NAMES
from gongkai.web.usage import speak_chinese


class Screen(BaseCommand):
    """A command of the `gongkai` program. Subclasses define `arguments` and `show`."""

    requires_system_checks = []
    show: Callable[..., None]
    """Do the work and print it; takes the arguments by name."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Django's own options are not for clerks: hide them, and speak Chinese."""
        speak_chinese()
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        for action in parser._actions:
            if action.dest in HIDDEN:
                action.help = argparse.SUPPRESS
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        self.arguments(parser)

    def arguments(self, parser: CommandParser) -> None:
        """Declare the command's own arguments."""

    def handle(self, *args: Any, **options: Any) -> None:
        prepare_database()
        try:
            self.show(**options)
        except EXPECTED as error:
            raise CommandError(str(error), returncode=1) from error

    def run_from_argv(self, argv: list[str]) -> None:
        """As Django's, with messages that are not prefixed by a class name."""
        self._called_from_command_line = True  # argparse itself then ends with 2 on wrong usage
        parser = self.create_parser(argv[0], argv[1])
        options = vars(parser.parse_args(argv[2:]))
        try:
            self.execute(*options.pop("args", ()), **options)
        except CommandError as error:
            sys.stderr.write(f"{error}\n")
            raise SystemExit(error.returncode) from error
        finally:
            connection.close()


HIDDEN = {
    "version",
    "settings",
    "pythonpath",
    "verbosity",
    "traceback",
    "no_color",
    "force_color",
    "skip_checks",
}


OFFICE = "工作包代号，如 weibin"
PERIOD = "如 2021Q4（季度）、2021-10（月）、2021H2（半年）、2021（全年）"


def json_option(parser: CommandParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", dest="as_json", help="以 JSON 输出")


def office_and_period(parser: CommandParser) -> None:
    """Add the two positional arguments most commands have."""
    parser.add_argument("office", metavar="工作包", help=OFFICE)
    parser.add_argument("period", metavar="期间", help=PERIOD)


def prepare_database() -> None:
    """Make or bring up to date the tables; one query when they are."""
    recorder = MigrationRecorder(connection)
    applied = {name for app, name in recorder.applied_migrations() if app == "records"}
    if not applied.issuperset(NAMES):
        call_command("migrate", verbosity=0, interactive=False)


def who() -> Who:
    """The person at this terminal."""
    return Who(getpass.getuser(), f"终端 {socket.gethostname()}")


def print_json(content: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2, default=str) + "\n")


def console() -> Console:
    """Standard output, as wide as the terminal, or wide enough for our tables in a pipe."""
    return Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def table(
    title: str, columns: Iterable[str], rows: Iterable[Sequence[Any]], numbers: Iterable[str] = ()
) -> Table:
    """A table in the house's look; columns named in `numbers` align right."""
    drawn = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    right = set(numbers)
    for name in columns:
        drawn.add_column(
            name,
            justify="right" if name in right else "left",
            overflow="fold",
            no_wrap=name in ("单位", "工作包"),
        )
    for row in rows:
        drawn.add_row(*("" if value is None else str(value) for value in row))
    return drawn


def fail(message: str) -> CommandError:
    """The error that ends a command with exit code 1."""
    return CommandError(message, returncode=1)
