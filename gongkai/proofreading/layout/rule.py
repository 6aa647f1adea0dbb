"""A rule of layout, and how what breaks it is told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gongkai.proofreading.hits import Group, Hit, Level, Span
from gongkai.proofreading.layout.facts import Layout, Paragraph
from gongkai.proofreading.layout.profile import LayoutProfile
from gongkai.proofreading.layout.roles import Role, roles

STANDARD = "GB/T 9704—2012"


class Broken(NamedTuple):
    """One place that breaks a rule: what stands there and what should. `piece` is -1 for the page as a whole."""

    piece: int
    length: int
    found: str
    expected: str
    why: str = ""


@dataclass(frozen=True)
class Judged:
    """The facts with the role of each paragraph."""

    layout: Layout
    roles: tuple[Role, ...]
    profile: LayoutProfile

    def of(self, *wanted: Role) -> Iterator[Paragraph]:
        """Paragraphs of these roles, in order."""
        pairs = zip(self.layout.paragraphs, self.roles, strict=True)
        return (paragraph for paragraph, role in pairs if role in wanted)


Check = Callable[[Judged], Iterable[Broken]]


class Rule(NamedTuple):
    """`key` never changes; `name` is what people call it; `clause` is that of the standard."""

    key: str
    name: str
    level: Level
    clause: str
    check: Check

    def hits(self, judged: Judged) -> Iterator[Hit]:
        """One hit for all places where the same stands instead of the same: a document in the wrong font is told
        once, not once a paragraph."""
        alike: dict[tuple[str, str, str], list[Broken]] = {}
        for one in self.check(judged):
            alike.setdefault((one.found, one.expected, one.why), []).append(one)
        for (found, expected, why), places in alike.items():
            spans = tuple(Span(max(one.piece, 0), 0, max(one.length, 0)) for one in places)
            times = f"，共{len(places)}处" if len(places) > 1 else ""
            reason = f"{self.name}：{why or f'{found}，应为{expected}'}{times}"
            source = f"{STANDARD} {self.clause}"
            yield Hit(Group.LAYOUT, self.name, self.level, spans, found, reason, expected, source)


def judged(layout: Layout, profile: LayoutProfile) -> Judged:
    """The layout with its roles."""
    return Judged(layout, tuple(roles(layout.paragraphs)), profile)


def at(paragraph: Paragraph, found: str, expected: str, why: str = "") -> Broken:
    """A paragraph that breaks a rule."""
    return Broken(paragraph.piece, len(paragraph.text), found, expected, why)


def number(value: float) -> str:
    """28.95 → 28.95, 16.0 → 16."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def millimetres(value: float) -> str:
    """A length on the page, to a tenth: 31.75 → 31.8毫米."""
    return f"{number(round(value, 1))}毫米"


SIZES = {
    42.0: "初号", 36.0: "小初", 26.0: "一号", 24.0: "小一", 22.0: "二号", 18.0: "小二", 16.0: "三号", 15.0: "小三",
    14.0: "四号", 12.0: "小四", 10.5: "五号", 9.0: "小五",
}  # fmt: skip


def size_name(points: float) -> str:
    """16 → 三号（16磅）; a size without a name in points alone."""
    name = SIZES.get(points)
    return f"{name}（{number(points)}磅）" if name else f"{number(points)}磅"
