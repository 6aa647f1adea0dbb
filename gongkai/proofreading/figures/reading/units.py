"""Names of units: how they end, and which of two may be one unit, written short and long."""

import re
from functools import lru_cache

from gongkai.office.abbreviations import is_safe, same_head
from gongkai.office.naming import HEADS, Core, tidy
from gongkai.office.organs import organs

LONGEST = 30
ENDINGS = "局|委|办|镇|乡|街道|中心|处|院|区|县|村|公司|站|所|队|会|部|厅|馆|校"
"""How a name ends that is a unit's and nothing else's."""
FURTHER_ENDINGS = "园|行|社|学|场|团|联|台|厂|府|室|地|库|组织"
"""How names of units end, and of other things as well."""
HEAD = (
    r"(?:局|委员会|委(?![员托])|办公室|办(?![结理件])|镇|(?<!城)乡|街道|中心|院|公司|学校|中学|小学|村|社区|大队|支队|站|所|园区|"
    r"管委会)"
)
"""Where the name of a unit may end in running words: 县水利局山洪预警平台, 甲局超时2件."""
_LEVEL = re.compile(r"^(?:[省县区旗]|市(?![场政容监]))(?=.{2,})")
_PEOPLES = re.compile(r"人民政府$")
_HEADS = sorted(HEADS, key=len, reverse=True)


@lru_cache(maxsize=8192)
def core(name: str) -> Core:
    """县卫生健康局 → 卫生健康 · 局; a text that ends like no unit has no head."""
    text = organs().names.get(kept := _LEVEL.sub("", _PEOPLES.sub("", tidy(name))), kept)
    head = next((each for each in _HEADS if text.endswith(each) and len(text) > len(each)), "")
    stem = text[: len(text) - len(head)]
    joined = stem if len(stem) < 5 else stem[0] + re.sub("[和与及]", "", stem[1:-1]) + stem[-1]
    return Core(joined, HEADS.get(head, ""))


@lru_cache(maxsize=65536)
def is_same(one: str, other: str) -> bool:
    """Whether two names are certainly one unit: alike without place and suffix, the same organ by its standard
    short name, or one a safe abbreviation of the other (经二路办 and 经二路街道办事处)."""
    if max(len(one), len(other)) > LONGEST:
        return False
    first, second = core(one), core(other)
    if not first.stem or not second.stem or not _heads(first.head, second.head):
        return False
    short = organs().short
    if short.get(first.stem, first.stem) == short.get(second.stem, second.stem):
        return True
    brief, full = sorted((first, second), key=lambda each: len(each.stem))
    return is_safe(brief, full.stem) and same_head(brief.head, full.head)


def is_spelt_differently(one: str, other: str) -> bool:
    """Whether one unit is written in two ways that differ in more than the place in front."""
    plain = [_LEVEL.sub("", each) for each in (one, other)]
    return not (plain[0].endswith(plain[1]) or plain[1].endswith(plain[0]))


def is_named(short: str, long: str) -> bool:
    """Whether a longer name holds a shorter one in order, as 宝鸡市公安局渭滨分局 holds 公安渭滨分局."""
    rest = iter(long)
    return len(short) >= 4 and len(long) <= 40 and all(character in rest for character in short)


def _heads(one: str, other: str) -> bool:
    return one == other != "" or same_head(one, other) or {one, other} == {"园", "管委会"}
