"""The register of units, indexed by every way their names are written."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from gongkai.office.abbreviations import (
    SAFE_HEADS,
    is_empty,
    is_safe,
    is_subsequence,
    likeness,
    near_head,
    same_head,
)
from gongkai.office.naming import Core, Reading, readings, tidy
from gongkai.office.organs import organs
from gongkai.office.pack import Region, Unit, UnitKind

KIN = 0.8
"""What a score keeps when only the head differs: 卫健委 for 卫健局."""
HIGHER = 0.85
"""What a score keeps when a higher level's place stands in front: 市卫健局 in a district."""
FORMER = 0.6
"""The score of the successor of a former organ."""


class Form(NamedTuple):
    """One way a unit's name is written, without its place, and every spelling of its stem."""

    unit: Unit
    core: Core
    spellings: frozenset[str]


class Register:
    """Units by written name, by core (place and suffix made alike), and by organ."""

    def __init__(self, units: Sequence[Unit], region: Region) -> None:
        self._written: dict[str, set[Unit]] = defaultdict(set)
        self._plain: dict[Core, set[Unit]] = defaultdict(set)
        self._organs: dict[Core, set[Unit]] = defaultdict(set)
        self._forms: list[Form] = []
        for unit in units:
            for name in dict.fromkeys((unit.name, unit.full_name, *unit.aliases)):
                if name:
                    self._add(unit, name, readings(tidy(name), region))

    def _add(self, unit: Unit, name: str, ways: list[Reading]) -> None:
        self._written[name].add(unit)
        self._written[tidy(name)].add(unit)
        kept = [ways[0], *(way for way in ways[1:] if way.local and way.core.whole)]
        cores = [_head_by_kind(way.core, unit.kind) for way in kept]
        for core in cores:
            self._plain[core].add(unit)
            self._organs[_organ(core)].add(unit)
        placeless = cores[-1]
        self._forms.append(Form(unit, placeless, organs().spellings(placeless.stem)))

    def written(self, text: str) -> frozenset[Unit]:
        """Units whose name, full name or alias is `text`."""
        return frozenset(self._written.get(text, ()))

    def plain(self, reading: Reading) -> frozenset[Unit]:
        """Units of the same core, or whose written name is what is left without the place."""
        return self.written(reading.rest) or _found(self._plain, reading.core)

    def organs(self, core: Core) -> frozenset[Unit]:
        """Units that are the same organ by its standard short name."""
        return _found(self._organs, _organ(core))

    def fitting(self, core: Core) -> frozenset[Unit]:
        """Units that could be meant by the abbreviation `core`, safely or not: it is kept in their name
        in order, or they are the same organ with a head that is near (城管委 beside 城管执法局)."""
        return frozenset(form.unit for form in self._forms if _could_be(core, form))

    def safe(self, core: Core) -> frozenset[Unit]:
        """Units of which `core` is a safe abbreviation."""
        return frozenset(
            form.unit
            for form in self._forms
            if form.core.head in SAFE_HEADS
            and same_head(core.head, form.core.head)
            and any(is_safe(core, spelling) for spelling in form.spellings)
        )

    def scores(self, reading: Reading) -> dict[Unit, float]:
        """Unit → how near the reading is to it, 0 to 1; units that are not near at all are left out."""
        best: dict[Unit, float] = {}
        if not reading.core.stem or is_empty(reading.core.stem):
            return best
        for form in self._forms:
            if score := _nearness(reading.core, form):
                best[form.unit] = max(best.get(form.unit, 0.0), score if reading.local else score * HIGHER)
        return best


def _could_be(core: Core, form: Form) -> bool:
    if same_head(core.head, form.core.head):
        return any(is_subsequence(core.stem, spelling) for spelling in form.spellings)
    return near_head(core.head, form.core.head) and _organ(core).stem == _organ(form.core).stem


def _nearness(core: Core, form: Form) -> float:
    same = same_head(core.head, form.core.head)
    if not same and not near_head(core.head, form.core.head):
        return 0.0
    if not core.head and not any(is_subsequence(core.stem, spelling) for spelling in form.spellings):
        return 0.0  # 石鼓村 is no broken-off 石鼓镇
    nearest = max(likeness(core.stem, spelling) for spelling in form.spellings)
    succeeds = organs().former.get(core.stem) in form.spellings
    return max(nearest if same else KIN * nearest, FORMER if succeeds else 0.0)


def _found(index: dict[Core, set[Unit]], core: Core) -> frozenset[Unit]:
    """A 办 in a text may be a street's or an office's; in the register it is known which."""
    heads = ("街道", "办公室") if core.head == "办" else (core.head,)
    return frozenset(unit for head in heads for unit in index.get(Core(core.stem, head), ()))


def _head_by_kind(core: Core, kind: UnitKind) -> Core:
    if core.head != "办":
        return core
    return Core(core.stem, "街道" if kind is UnitKind.TOWN else "办公室")


def _organ(core: Core) -> Core:
    return Core(organs().short.get(core.stem, core.stem), core.head)
