"""Long runs of digits, however they are divided."""

import re
from collections.abc import Iterator

from gongkai.proofreading.personal.characters import DASH, DIGIT, INVISIBLE, SPACE

_PART = f"{DIGIT}{INVISIBLE}{SPACE}{DASH}()（）"
SHORTEST = 11
"""Characters of a stretch in which a number of a person can stand: no such number has fewer digits."""
_STEP = 5

# Each quantifier is possessive and each part begins with another character: the search never goes back.
_SAMPLED = re.compile(f"[{_PART}][{_PART}]++")
_STRETCH = re.compile(f"[{DIGIT}][{_PART}]{{{SHORTEST - 1},}}+[XxＸｘ]?+")


def stretches(text: str) -> Iterator[re.Match[str]]:
    """Stretches that begin with a digit and hold nothing but digits and what can divide them, and after it an X.
    Of every fifth character two at least lie in each: only around two such is the text itself looked at."""
    for sampled in _SAMPLED.finditer(text[::_STEP]):
        first, end = sampled.span()
        yield from _STRETCH.finditer(text, max(0, _STEP * (first - 1) + 1), _STEP * end + 1)


LONG = re.compile(
    f"[{DIGIT}](?:[{INVISIBLE}]*+(?:[{SPACE}{DASH}()（）]{{1,3}}+[{INVISIBLE}]*+)?+[{DIGIT}]){{10,}}+(?:[{INVISIBLE}]*+[XxＸｘ])?+"
)
"""Eleven digits or more with little between them, and an X."""

GROUP = re.compile(f"[{DIGIT}][{DIGIT}]*+(?:[{INVISIBLE}]++[{DIGIT}]++)*+(?:[{INVISIBLE}]*+[XxＸｘ])?+")
"""Digits with nothing visible between them."""
