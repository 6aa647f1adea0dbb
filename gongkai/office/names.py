"""A name in a file → a unit of the register, or a question, or unknown.

A wrong match shames the wrong unit, so only three ways are certain: the register writes the name so; it
does once place, width and suffix are made alike; or it is an abbreviation that is safe and fits one unit
alone. Everything near is a question for a person, whose answer becomes an alias in the register.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from gongkai.office.naming import Reading, own_places, readings, tidy
from gongkai.office.pack import Region, Unit
from gongkai.office.spellings import HIGHER, Register

NEAR = 0.55
"""Score from which a unit is offered."""
MARGIN = 0.15
"""How far an abbreviation must be ahead of the runner-up."""
OFFERED, CACHED = 5, 4096
LONGEST = 60
"""Characters beyond which a text is no name; the longest full names have some 40."""
_SEVERAL = re.compile("[、,;/|]")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_REMARKS = frozenset({"", "牵头", "配合", "主办", "协办", "负责", "代管", "本级", "机关", "盖章", "公章"})


class How(StrEnum):
    """Why a match is certain."""

    REGISTERED = "与名册一致"
    NORMALISED = "规范名称后一致"
    ABBREVIATED = "规范简称"


class Candidate(NamedTuple):
    """A unit that may be meant; `score` from 0 to 1."""

    unit: Unit
    score: float


@dataclass(frozen=True)
class Certain:
    """The unit meant, and why there is no doubt."""

    unit: Unit
    how: How


@dataclass(frozen=True)
class Ask:
    """Not certain: a person decides. The best candidate comes first; equal ones by name."""

    text: str
    candidates: tuple[Candidate, ...]

    @property
    def message(self) -> str:
        names = "、".join(candidate.unit.name for candidate in self.candidates)
        return f"单位“{self.text}”无法确定，可能是{names}；请核对后更正，或将该写法登记为别名"


@dataclass(frozen=True)
class Unknown:
    """No unit of the register is near."""

    text: str

    @property
    def message(self) -> str:
        return f"单位“{self.text}”不在单位名册中；请核对名称，确系考核单位的请先补入名册"


Resolution = Certain | Ask | Unknown


class Names:
    """The register of an office, asked by name. Answers do not depend on the order of the register."""

    def __init__(self, units: Sequence[Unit], region: Region) -> None:
        self._region = region
        self._register = Register(units, region)
        self._answers: dict[str, Resolution] = {}

    def resolve(self, text: str) -> Resolution:
        """Which unit `text` names: Certain of one, Ask with candidates, or Unknown."""
        answer = self._answers.get(text)
        if answer is None:
            if len(self._answers) >= CACHED:
                self._answers.clear()
            answer = self._answers[text] = self._resolve(text)
        return answer

    def _resolve(self, text: str) -> Resolution:
        name = tidy(text)
        if len(name) > LONGEST:
            return Unknown(text)
        if answer := self._registered(text, name) or self._in_parts(text, name):
            return answer
        ways = readings(name, self._region)
        return self._normalised(text, ways) or self._abbreviated(ways) or self._near(text, ways)

    def _registered(self, text: str, name: str) -> Resolution | None:
        units = self._register.written(text) or self._register.written(name)
        return _one_of(text, units, How.REGISTERED) if units else None

    def _in_parts(self, text: str, name: str) -> Resolution | None:
        """Several units in one cell, or a remark in brackets, which is passed over if it changes nothing."""
        inner = _BRACKETS.findall(name)
        outer = tidy(_BRACKETS.sub("", name))
        if inner and _REMARKS.union(own_places(self._region)).issuperset(inner):
            answer = self.resolve(outer)
            return answer if isinstance(answer, Certain) else replace(answer, text=text)
        parts = [part for piece in (outer, *inner) for part in _SEVERAL.split(piece) if part]
        if parts == [name]:
            return None
        offered = [offer for part in parts for offer in _offers(self.resolve(part))]
        return _ask(text, offered) or Unknown(text)

    def _normalised(self, text: str, ways: Sequence[Reading]) -> Resolution | None:
        for reading in ways:
            if units := self._register.plain(reading):
                return _placed(text, reading, _one_of(text, units, How.NORMALISED))
            if units := self._register.organs(reading.core):
                alone = self._register.fitting(reading.core) <= units
                return _placed(text, reading, _one_of(text, units, How.ABBREVIATED)) if alone else None
        return None

    def _abbreviated(self, ways: Sequence[Reading]) -> Resolution | None:
        for reading in ways:
            safe = self._register.safe(reading.core) if reading.local else frozenset()
            if len(safe) == 1 and self._register.fitting(reading.core) <= safe:
                (unit,) = safe
                scores = self._register.scores(reading)
                ahead = scores.pop(unit) - max(scores.values(), default=0.0)
                return Certain(unit, How.ABBREVIATED) if ahead >= MARGIN else None
        return None

    def _near(self, text: str, ways: Sequence[Reading]) -> Resolution:
        offered = [
            Candidate(unit, score)
            for reading in ways
            for unit, score in self._register.scores(reading).items()
            if score >= NEAR
        ]
        return _ask(text, offered) or Unknown(text)


def _one_of(text: str, units: frozenset[Unit], how: How) -> Certain | Ask:
    if len(units) == 1:
        return Certain(next(iter(units)), how)
    return Ask(text, tuple(Candidate(unit, 1.0) for unit in sorted(units, key=lambda unit: unit.name)))


def _placed(text: str, reading: Reading, answer: Certain | Ask) -> Certain | Ask:
    """A name that carries only a higher level's place is never certain."""
    if reading.local or isinstance(answer, Ask):
        return answer
    return Ask(text, (Candidate(answer.unit, HIGHER),))


def _offers(answer: Resolution) -> tuple[Candidate, ...]:
    match answer:
        case Certain(unit):
            return (Candidate(unit, 1.0),)
        case Ask(_, candidates):
            return candidates
        case Unknown():
            return ()


def _ask(text: str, offered: Iterable[Candidate]) -> Ask | None:
    """The best score of each unit, best unit first; equal scores by name."""
    best: dict[Unit, float] = {}
    for unit, score in offered:
        best[unit] = max(score, best.get(unit, 0.0))
    if not best:
        return None
    ordered = sorted(best.items(), key=lambda each: (-each[1], each[0].name))
    return Ask(text, tuple(Candidate(unit, round(score, 2)) for unit, score in ordered[:OFFERED]))
