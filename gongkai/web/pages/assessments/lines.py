"""The lines of a score, dimension by dimension, each with its rule, its arithmetic and the way to its figure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from gongkai.assessment.result import Assessment, PointLine, Scorecard
from gongkai.assessment.sentences import number, signed
from gongkai.records.models import StoredFile
from gongkai.terms import Period
from gongkai.web.pages.assessments import links

Entered = tuple[str, str, str, str]
"""Item, reason, person and evidence of an adjustment: what tells its line from others of the unit."""


@dataclass(frozen=True)
class Line:
    """A line for the template. `href` leads to the figure, "" for a manual line, which has `reason`, `person`
    and `evidence`, and the `file` handed in with it."""

    label: str
    rule: str
    basis: str
    points: str
    href: str
    reason: str
    person: str
    evidence: str
    file: StoredFile | None


@dataclass(frozen=True)
class Dimension:
    """A dimension with its subtotal, "—" where nothing was judged."""

    name: str
    anchor: str
    subtotal: str
    lines: tuple[Line, ...]


def dimensions(
    office: str, period: Period, content: Assessment, card: Scorecard, files: Mapping[Entered, StoredFile]
) -> Iterator[Dimension]:
    """Every dimension of the unit's group in the order of the score table."""
    lines = content.lines_by_unit.get(card.unit, [])
    for name, subtotal in card.subtotals.items():
        found = [line for line in lines if line.dimension == name]
        yield Dimension(
            name, anchor(name), _points(subtotal), tuple(_line(office, period, one, files) for one in found)
        )


def _line(office: str, period: Period, line: PointLine, files: Mapping[Entered, StoredFile]) -> Line:
    href = (
        links.figure(office, period, line.measure, (line.unit,), line.on, line.window) if line.measure else ""
    )
    about = "".join(f"“{part}”" for part in (line.on,) if part)
    return Line(
        label=line.label + about,
        rule=line.rule,
        basis=line.basis,
        points=signed(line.points),
        href=href,
        reason=line.reason,
        person=line.person,
        evidence=line.evidence,
        file=files.get((line.item, line.reason, line.person, line.evidence)),
    )


def _points(subtotal: Decimal | None) -> str:
    return "—" if subtotal is None else signed(subtotal)


def anchor(dimension: str) -> str:
    """Where a dimension stands in the page of a score."""
    return f"dimension-{dimension}"


def total(card: Scorecard) -> str:
    return number(card.total)
