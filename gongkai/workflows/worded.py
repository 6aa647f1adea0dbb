"""Words kept in two forms: the English code that is stored, and the Chinese label that is shown."""

from enum import StrEnum
from typing import Self


class Worded(StrEnum):
    """A member is its code and carries its label: `CLERK = "clerk", "经办"` equals "clerk".

    `Role("clerk")` finds the member by its code and raises ValueError for none.
    """

    _value_: str
    label: str

    # mypy reads a look-up by the code alone as a call of this, hence the default
    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member
