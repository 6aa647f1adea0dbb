"""Log lines and tracebacks without citizens' numbers: an address, a form or a fault may hold one."""

import logging
import re
import sys
import traceback
from types import TracebackType

_LONG = re.compile(r"\d(?:[ -]?\d){10,}[XxＸｘ]?")
"""Eleven digits or more. Whose they are is not asked: nobody needs them to mend a fault."""
_KEPT = 2


def without_numbers(text: str) -> str:
    """The text with long numbers cut to their first two digits."""
    return _LONG.sub(lambda found: found[0][:_KEPT] + "*" * (len(found[0]) - _KEPT), text)


class WithoutNumbers(logging.Formatter):
    """What every handler of the program writes with."""

    def format(self, record: logging.LogRecord) -> str:
        return without_numbers(super().format(record))


def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A fault that nobody foresaw, on standard error: for `sys.excepthook`."""
    sys.stderr.write(without_numbers("".join(traceback.format_exception(kind, error, trace))))
