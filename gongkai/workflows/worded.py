"""Words kept in two forms: the English code that is stored, and the Chinese label that is shown."""

from enum import StrEnum
from typing import Self


class Worded(StrEnum):
    """A member is its code and carries its label: `CLERK = "clerk", "经办"` equals "clerk"."""

    _value_: str
    label: str

    def __new__(cls, code: str, label: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member
