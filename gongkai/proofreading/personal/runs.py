"""One search for all digits that matter: long runs, however they are divided, and house numbers."""

import re

from gongkai.proofreading.personal.characters import DASH, DIGIT, INVISIBLE, SPACE

_ROADS = "路街段巷道弄村组社队庄屯寨坊里区苑园庭府城寓栋幢楼号院元"
_NUMBERED = "号院?|室|单元|栋|幢"

# Each quantifier is possessive and each part begins with another character: the search never goes back.
RUN = re.compile(
    f"[{DIGIT}](?:"
    f"(?<=[{_ROADS}][{DIGIT}])"
    f"(?:[{DIGIT}]{{0,4}}+(?:{_NUMBERED})|(?=[{DIGIT}]?-[{DIGIT}]{{1,2}}-[{DIGIT}]{{2,4}}))()"
    f"|[{DIGIT}{INVISIBLE}{SPACE}{DASH}()（）]{{9,}}+[XxＸｘ]?+"
    ")"
)
"""With an empty group where it is a house number: a digit right after a road, a village or a building. Else a stretch
in which `LONG` may stand: one set is searched twice as fast as the order of its characters."""

LONG = re.compile(
    f"[{DIGIT}](?:[{INVISIBLE}]*+(?:[{SPACE}{DASH}()（）]{{1,3}}+[{INVISIBLE}]*+)?+[{DIGIT}]){{9,}}+(?:[{INVISIBLE}]*+[XxＸｘ])?+"
)
"""Ten digits or more with little between them, and an X."""

GROUP = re.compile(f"[{DIGIT}][{DIGIT}]*+(?:[{INVISIBLE}]++[{DIGIT}]++)*+(?:[{INVISIBLE}]*+[XxＸｘ])?+")
"""Digits with nothing visible between them."""
