"""A comparison of two assessments as rows for a table: who moves, by which points, which problems come and go."""

from dataclasses import dataclass
from decimal import Decimal

from gongkai.assessment.comparing import Comparison, LineChange, UnitChange
from gongkai.assessment.result import Finding, PointLine, Scorecard
from gongkai.assessment.sentences import number, signed


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
        tuple(_row(one) for one in comparison.units),
        tuple(map(_problem, comparison.appeared)),
        tuple(map(_problem, comparison.vanished)),
    )


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
