"""How one number can be written: full width, split by spaces and dashes, with characters nobody sees inside."""

import re

INVISIBLE = (
    r"\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20f0"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0001-\U000e007f"
)
"""Zero-width characters, marks of direction, strokes over a digit, variation selectors: the inside of a regular expression's set."""

SPACE = r" \u00a0\u2000-\u200a\u202f\u3000"
DASH = r"\-\u2010-\u2015\u2212\uff0d\ufe63"
DIGIT = "0-9０-９"

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_NOT_PART = re.compile(f"[{INVISIBLE}{SPACE}{DASH}()（）]+")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def narrow(text: str) -> str:
    """Full-width letters, digits and marks as their narrow forms, and nothing that cannot be seen. Offsets change."""
    if text.isascii():
        return text
    return _INVISIBLE.sub("", text).translate(_NARROW)


def bare(number: str) -> str:
    """A number without what only divides it: 138-1234 ５678 → 13812345678."""
    return _NOT_PART.sub("", narrow(number)).upper()
