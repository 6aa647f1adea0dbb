"""What every command shares: words to actions, faults to messages and exit codes.

Exit 0 done; 1 the input has faults, which are listed, or the machine has; 2 wrong usage (argparse).
"""

import argparse
import getpass
import os
import socket
import sys
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from gongkai.records.audit import Who
from gongkai.records.migrations import NAMES
from gongkai.web import refusals
from gongkai.web.citizens import hidden
from gongkai.web.usage import speak_chinese

OFFICE = "工作包代号，如 weibin"
PERIOD = "如 2021Q4（季度）、2021-10（月）、2021H2（半年）、2021（全年）"
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
"""Django's own options: not for clerks."""


class Screen(BaseCommand):
    """A command of the `gongkai` program. Subclasses define `arguments` and `show`."""

    requires_system_checks = []
    show: Callable[..., None]
    """Do the work and print it; takes the arguments by name."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Django's, without its own options, in Chinese."""
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

    def uses_records(self, **_: Any) -> bool:
        """Whether these arguments ask for the database at all."""
        return True

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if self.uses_records(**options):
                prepare_database()
            self.show(**options)
        except refusals.expected() as error:
            raise fail(str(error)) from error
        except (DatabaseError, OSError) as error:
            if (told := refusals.told(error)) is None:
                raise
            raise fail(told) from error

    def run_from_argv(self, argv: list[str]) -> None:
        """As Django's, with messages that are not prefixed by a class name."""
        self._called_from_command_line = True  # argparse itself then ends with 2 on wrong usage
        parser = self.create_parser(argv[0], argv[1])
        options = vars(parser.parse_args(argv[2:]))
        try:
            self.execute(*options.pop("args", ()), **options)
        except CommandError as error:
            sys.stderr.write(f"{hidden(str(error))}\n")
            raise SystemExit(error.returncode) from error


def json_option(parser: "argparse._ActionsContainer") -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", dest="as_json", help="以 JSON 输出")


def office_and_period(parser: CommandParser) -> None:
    """Add the two positional arguments most commands have."""
    parser.add_argument("office", metavar="工作包", help=OFFICE)
    parser.add_argument("period", metavar="期间", help=PERIOD)


def prepare_database() -> None:
    """Make or bring up to date the tables, all or none; two queries when there is nothing to do."""
    if not _behind():
        return
    connection.disable_constraint_checking()  # SQLite makes tables in a transaction only with it off
    try:
        with transaction.atomic():  # of two that start at once the second finds it done
            if _behind():
                call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.enable_constraint_checking()


def _behind() -> bool:
    applied = {name for app, name in MigrationRecorder(connection).applied_migrations() if app == "records"}
    return not applied.issuperset(NAMES)


def who() -> Who:
    """The person at this terminal."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as containers have them
        name = f"用户 {os.getuid()}"
    return Who(name, f"终端 {socket.gethostname()}")


def fail(message: str) -> CommandError:
    """The error that ends a command with exit code 1."""
    return CommandError(message, returncode=1)
