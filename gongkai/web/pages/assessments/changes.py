"""A comparison of two assessments as rows for a table: who moves, by which points, which problems come and go."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from gongkai.assessment.comparing import Comparison, LineChange, UnitChange
from gongkai.assessment.figure_changes import FigureChange
from gongkai.assessment.result import Finding, PointLine, Scorecard
from gongkai.assessment.sentences import number, signed
from gongkai.measures.figures import Figure
from gongkai.notice import captions
from gongkai.terms import Period
from gongkai.web import presenters


@dataclass(frozen=True)
class UnitRow:
    """A unit that moved: rank and total before and after, and the lines that differ."""

    unit: str
    group: str
    rank: str
    moved: str
    total: str
    gained: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """`appeared` and `vanished` are sentences of problems."""

    units: tuple[UnitRow, ...]
    appeared: tuple[str, ...]
    vanished: tuple[str, ...]

    @property
    def empty(self) -> bool:
        return not (self.units or self.appeared or self.vanished)


def table(comparison: Comparison) -> Table:
    """The comparison in words."""
    return Table(
        rows(comparison.units),
        tuple(map(_problem, comparison.appeared)),
        tuple(map(_problem, comparison.vanished)),
    )


def rows(units: Iterable[UnitChange]) -> tuple[UnitRow, ...]:
    """The units that moved, in words."""
    return tuple(map(_row, units))


@dataclass(frozen=True)
class FigureRow:
    """A figure that differs."""

    unit: str
    measure: str
    about: str
    before: str
    after: str


def figure(change: FigureChange) -> FigureRow:
    """The figure before and after, in words."""
    place = change.place
    window = Period.parse(place.window).label if place.window else ""
    about = " ".join(filter(None, (place.item, window)))
    return FigureRow(
        place.unit, captions.label(place.measure), about, _shown(change.before), _shown(change.after)
    )


def figure_line(change: FigureChange) -> str:
    """12345工单·承办件：8 → 9."""
    row = figure(change)
    about = f"“{row.about}”" if row.about else ""
    return f"{row.measure}{about}：{row.before} → {row.after}"


def _shown(one: Figure | None) -> str:
    """8（应达24）; — where there is none."""
    if one is None:
        return "—"
    due = f"（应达{one.target}）" if one.target is not None else ""
    return presenters.figure_text(one) + due


def _row(change: UnitChange) -> UnitRow:
    card = change.after or change.before
    return UnitRow(
        unit=change.unit,
        group=card.group if card else "",
        rank=f"{_rank(change.before)} → {_rank(change.after)}",
        moved=_moved(change.risen),
        total=f"{_total(change.before)} → {_total(change.after)}",
        gained=signed(change.gained),
        lines=tuple(_line(one) for one in change.lines),
    )


def _moved(places: int) -> str:
    return f"↑{places}" if places > 0 else f"↓{-places}" if places else "不变"


def _rank(card: Scorecard | None) -> str:
    return str(card.rank) if card else "—"


def _total(card: Scorecard | None) -> str:
    return number(card.total) if card else "—"


def _line(change: LineChange) -> str:
    """热线工单超时：−4 → −6（超时办结2件，每件−3分，计−6分）."""
    line = change.after or change.before
    assert line
    about = f"“{line.on}”" if line.on else ""
    basis = f"（{change.after.basis}）" if change.after else ""
    return f"{line.label}{about}：{_points(change.before)} → {_points(change.after)}{basis}"


def _points(line: PointLine | None) -> str:
    return "—" if line is None else signed(Decimal(line.points))


def _problem(finding: Finding) -> str:
    return f"{finding.unit}：{finding.text}"
