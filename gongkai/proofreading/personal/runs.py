"""Long runs of digits, however they are divided."""

import re
from collections.abc import Iterator

from gongkai.proofreading.personal.characters import DASH, DIGIT, INVISIBLE, SPACE
from gongkai.proofreading.personal.wholes import BEGINNINGS_OF_UNITS, JOINING

_PART = f"{DIGIT}{INVISIBLE}{SPACE}{DASH}()（）"
SHORTEST = 11
"""Characters of a stretch in which a number of a person can stand: no such number has fewer digits."""
_STEP = 5
"""At most half of SHORTEST, so that two of the characters looked at lie in each stretch."""

_SAMPLED = re.compile(f"[{_PART}][{_PART}]++")
_WHOLE = rf"(?=[ ()（）]*+(?:[\n\t:;|]|[^\x00-\x7f{_PART}{BEGINNINGS_OF_UNITS}ＸＡ-Ｚａ-ｚ]|\Z))"
"""Ahead of the end of a number that nothing continues; where this is not sure, `is_whole` is asked."""

_WRITTEN = {
    "mobile": "(?<=1)[3-9][0-9]{9}",
    "identity": "(?<=[1-8])[0-9]{16}[0-9Xx]",
    "account": "(?<=[3-69])[0-9]{15}(?:[0-9]{3})?",
    "landline": "(?<=0)(?:(?:10|2[0-57-9])-[2-9][0-9]{7}|[3-9][0-9]{2}-[2-9][0-9]{6,7})",
    "divided": "(?<=[1-9])(?:[0-9]{2}(?P<m>[ -])[0-9]{4}(?P=m)[0-9]{4}|[0-9]{5}(?P<i>[ -])[0-9]{8}(?P=i)[0-9]{3}[0-9Xx]"
    "|[0-9]{3}(?P<c>[ -])(?:[0-9]{4}(?P=c)){3}[0-9]{3})",
    "other": f"[{DIGIT}]{{10,}}+[XxＸｘ]?+",
}
"""How most numbers are written after their first digit."""

# Each quantifier is possessive or bounded: the search goes back a few characters at most.
_STRETCH = re.compile(
    f"[{DIGIT}](?=[{_PART}]{{{SHORTEST - 1}}})(?:(?<![{JOINING}][{DIGIT}])"
    f"(?:{'|'.join(f'{written}{_WHOLE}(?P<{sort}>)' for sort, written in _WRITTEN.items())})"
    f"|[{_PART}]{{{SHORTEST - 1},}}+[XxＸｘ]?+)"
)


def stretches(text: str) -> Iterator[re.Match[str]]:
    """Stretches that begin with a digit and hold nothing but digits and what can divide them, and after it an X.
    The last group names how a number is written that is whole beyond doubt.

    Of every fifth character two at least lie in each: only around two such is the text itself looked at."""
    search = _STRETCH.search
    for sampled in _SAMPLED.finditer(text[::_STEP]):
        first, end = sampled.span()
        end = _STEP * end + 2
        number = search(text, _STEP * first - _STEP + 1, end)
        if number is not None:
            yield number
            if end - number.end() > SHORTEST:
                yield from _STRETCH.finditer(text, number.end(), end)


LONG = re.compile(
    f"[{DIGIT}](?:[{INVISIBLE}]*+(?:[{SPACE}{DASH}()（）]{{1,3}}+[{INVISIBLE}]*+)?+[{DIGIT}]){{10,}}+(?:[{INVISIBLE}]*+[XxＸｘ])?+"
)
"""Eleven digits or more with little between them, and an X."""

GROUP = re.compile(f"[{DIGIT}][{DIGIT}]*+(?:[{INVISIBLE}]++[{DIGIT}]++)*+(?:[{INVISIBLE}]*+[XxＸｘ])?+")
"""Digits with nothing visible between them."""
