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

_ZEROS = (0x660, 0x6F0, 0x2080, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6)
"""Where the ten Arabic and Persian figures begin, those of indices and of mathematical letters."""
_ONES = (0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A)
"""Where one to nine begin in circles, in brackets and before a full stop."""
_ALONE = {
    **dict.fromkeys("⓪⓿⁰", "0"),
    **{"¹": "1", "²": "2", "³": "3"},
    **{chr(0x2070 + figure): str(figure) for figure in range(4, 10)},
}
OTHER_FIGURES = {
    **{chr(zero + figure): str(figure) for zero in _ZEROS for figure in range(10)},
    **{chr(one + figure): str(figure + 1) for one in _ONES for figure in range(9)},
    **_ALONE,
}
"""Characters that are read as a figure, and the figure: ①, 𝟏, ١."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_NOT_PART = re.compile(f"[{INVISIBLE}{SPACE}{DASH}()（）]+")
_PLAIN = str.maketrans(OTHER_FIGURES)
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | _PLAIN


def plain_figures(text: str) -> str:
    """Figures of other scripts and forms as the usual ones. Offsets stay."""
    return text.translate(_PLAIN)


def narrow(text: str) -> str:
    """Full-width letters, digits and marks as their narrow forms, figures of all forms as the usual, and nothing that cannot be seen. Offsets change."""
    if text.isascii():
        return text
    return _INVISIBLE.sub("", text).translate(_NARROW)


def bare(number: str) -> str:
    """A number without what only divides it: 138-1234 ５678 → 13812345678."""
    return _NOT_PART.sub("", narrow(number)).upper()
