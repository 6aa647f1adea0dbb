"""Personal data cut to what may be published (去标识化): the formats are profiles, the rest of the text stays."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from gongkai.proofreading.hits import Found, Group
from gongkai.proofreading.personal.characters import bare, narrow
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.personal.kinds import Kind
from gongkai.proofreading.personal.surnames import COMPOUND

STAR = "*"
MOST_ROUNDS = 4
"""What is left of two numbers can, very rarely, look like a third: masked texts are searched again."""


class Keep(NamedTuple):
    """How many characters stay at the beginning and at the end."""

    first: int
    last: int


@dataclass(frozen=True)
class Profile:
    """What stays of each kind. `name_mark` stands for each character of a given name; `towns_only` cuts an address
    to the town, else it keeps the road; `years` keeps the year of a birth date."""

    name: str
    keeps: Mapping[Kind, Keep]
    name_mark: str = "某"
    surnames: bool = True
    towns_only: bool = True
    years: bool = True


_USUAL = {
    Kind.IDENTITY: Keep(2, 3),
    Kind.MOBILE: Keep(3, 4),
    Kind.LANDLINE: Keep(4, 2),
    Kind.CARD: Keep(0, 4),
    Kind.PASSPORT: Keep(2, 2),
    Kind.PERMIT: Keep(2, 2),
    Kind.PLATE: Keep(2, 2),
    Kind.MAIL: Keep(1, 0),
    Kind.WECHAT: Keep(2, 0),
    Kind.QQ: Keep(2, 2),
}
PROFILES = {
    each.name: each
    for each in (
        Profile("默认", _USUAL),
        Profile("身份证前6后4", _USUAL | {Kind.IDENTITY: Keep(6, 4)}, name_mark=STAR, towns_only=False),
        Profile("严格", {Kind.CARD: Keep(0, 4)}, name_mark=STAR, surnames=False, years=False),
    )
}
"""By their names, as an office chooses them."""

DEFAULT = PROFILES["默认"]


def mask(text: str, found: Iterable[Found], profile: Profile = DEFAULT) -> str:
    """`text` with each personal finding cut. Findings may come in any order; they must not overlap."""
    parts: list[str] = []
    at = 0
    for hit in sorted(each for each in found if each.group == Group.PERSONAL):
        parts += (text[at : hit.start], masked(Kind(hit.kind), text[hit.start : hit.end], profile))
        at = hit.end
    return "".join((*parts, text[at:]))


def mask_all(
    text: str, profile: Profile = DEFAULT, allowed: Collection[str] = (), today: date | None = None
) -> str:
    """`text` with all personal data cut, so that nothing is found in what is left."""
    for _ in range(MOST_ROUNDS):
        found = find(text, allowed, today=today)
        if not found:
            return text
        text = mask(text, found, profile)
    while found := find(text, allowed, today=today):  # nothing is kept of what comes back again and again
        for hit in reversed(found):
            text = text[: hit.start] + STAR * 3 + text[hit.end :]
    return text


def masked(kind: Kind, written: str, profile: Profile = DEFAULT) -> str:
    """What may be shown of one piece of personal data."""
    return _FORMS.get(kind, _number)(kind, written, profile)


def _number(kind: Kind, written: str, profile: Profile) -> str:
    digits = bare(written).replace("·", "")
    first, last = profile.keeps.get(kind, Keep(0, 0))
    hidden = max(len(digits) - first - last, 3)
    return digits[:first] + STAR * hidden + (digits[-last:] if last else "")


def _name(kind: Kind, written: str, profile: Profile) -> str:
    characters = re.sub(r"[ \u3000]", "", written)
    surname = 2 if characters[:2] in COMPOUND and len(characters) > 2 else 1
    if not profile.surnames:
        return STAR * max(len(characters), 2)
    return characters[:surname] + profile.name_mark * max(min(len(characters) - surname, 2), 1)


_TOWN = re.compile(r".*(?:镇|乡|街道(?:办事处)?)(?=.)")
_ROAD = re.compile(r".*?(?:路|街(?!道)|巷|大道|村|社区)(?=.)")
_COUNTY = re.compile(r".*(?:县|(?<![小社园])区|市)(?=.)")


def _address(kind: Kind, written: str, profile: Profile) -> str:
    """To the town, else to the road, else to the county; a house number or a community is never kept."""
    patterns = (_TOWN, _ROAD, _COUNTY) if profile.towns_only else (_ROAD, _TOWN, _COUNTY)
    for pattern in patterns:
        kept = pattern.match(written)
        if kept is not None and not re.search(r"[\d０-９]", kept[0]):
            return kept[0] + STAR * 3
    return STAR * 3


def _birth(kind: Kind, written: str, profile: Profile) -> str:
    digits = narrow(written)
    year = digits[:4] if profile.years else STAR * 4
    rest = digits[4:]
    return year + (STAR * 4 if rest.isdigit() else re.sub(r"\d+", STAR * 2, rest))


def _property(kind: Kind, written: str, profile: Profile) -> str:
    return STAR * 3 + re.sub(r"^[\d０-９.,．，\s]+", "", written)


def _mail(kind: Kind, written: str, profile: Profile) -> str:
    name, _, host = narrow(written).partition("@")
    first = profile.keeps.get(kind, Keep(0, 0)).first
    return (name[:first] if len(name) > first else "") + STAR * 3 + "@" + host


_FORMS: dict[Kind, Callable[[Kind, str, Profile], str]] = {
    Kind.NAME: _name,
    Kind.ADDRESS: _address,
    Kind.BIRTH: _birth,
    Kind.PROPERTY: _property,
    Kind.MAIL: _mail,
}
"""Kinds that are not cut by counting from both ends."""
