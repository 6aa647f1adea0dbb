"""Assess: the figures of a period and the office's scheme → points, ranks, problems and lists.

Pure: no clock, no engine, no database. The same figures and adjustments give the same assessment to the digit,
in whatever order they come.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from gongkai.assessment import intake, lists, trend
from gongkai.assessment.completion import completion
from gongkai.assessment.findings import findings
from gongkai.assessment.result import Assessment, PointLine, Scorecard
from gongkai.assessment.scorecards import Scored, scorecards
from gongkai.assessment.scoring import unit_lines
from gongkai.assessment.unread import unread
from gongkai.measures.facts import Adjustment
from gongkai.measures.figures import Figure
from gongkai.measures.presence import Presence
from gongkai.office.pack import Office
from gongkai.terms import Period


def assess(
    office: Office,
    period: Period,
    figures: Sequence[Figure],
    adjustments: Sequence[Adjustment],
    *,
    snapshot: str,
    previous: Assessment | None = None,
    present: Collection[Presence] | None = None,
) -> Assessment:
    """Judge a period of an office by its scheme; a scheme without items gives figures, problems and lists only.

    `snapshot` is the digest of the facts behind the figures; `previous` the assessment of an earlier period
    to compare the totals with; `present` says of what there are facts, so that duties about which nothing was
    read are told from those that were not met (None: not asked). Raises AssessmentError with every reason: a
    scheme that contradicts itself or was not in force, a figure or adjustment of an unknown unit, an
    adjustment of an item that the scheme does not have, does not enter by hand, or does not apply to the
    unit's group.
    """
    intake.check(office, period, figures, adjustments, previous)
    ordered = in_register_order(office, figures)
    scored = _scored(office, ordered, sorted(adjustments))
    cards = _cards(office, scored)
    commended, criticised = lists.by_rank(office, cards) if cards else lists.by_measure(office, ordered)
    return Assessment(
        office=office.key,
        period=period.code,
        scheme=office.scheme.name,
        scheme_version=office.scheme.version,
        snapshot=snapshot,
        figures=ordered,
        lines=_lines(scored),
        scorecards=cards,
        findings=findings(office, period, ordered),
        completion=completion(ordered),
        commended=commended,
        criticised=criticised,
        movements=trend.movements(ordered, previous) if previous else (),
        unread=() if present is None else unread(period, ordered, present),
    )


def in_register_order(office: Office, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Figures by unit, measure, item and window; units, columns and accounts as the registers list them."""
    columns = {column.name: place for place, column in enumerate(office.columns)}
    accounts = {account.key: place for place, account in enumerate(office.accounts)}
    items = columns | accounts

    def place(figure: Figure) -> tuple[int, str, int, str, str]:
        item = items.get(figure.item, len(items))
        return office.unit_order[figure.unit], figure.measure, item, figure.item, figure.window

    return tuple(sorted(figures, key=place))


def _scored(office: Office, figures: Sequence[Figure], adjustments: Sequence[Adjustment]) -> list[Scored]:
    """The ranked units of a scored office in register order, each with its lines."""
    if not office.scheme.scored:
        return []
    by_unit: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        by_unit[figure.unit][figure.measure].append(figure)
    entered: dict[str, list[Adjustment]] = defaultdict(list)
    for adjustment in adjustments:
        entered[adjustment.unit].append(adjustment)
    return [
        Scored(
            unit, unit_lines(office.scheme, unit, by_unit[unit.name], entered[unit.name]), by_unit[unit.name]
        )
        for unit in office.units
        if unit.ranked
    ]


def _cards(office: Office, scored: Sequence[Scored]) -> tuple[Scorecard, ...]:
    groups = dict.fromkeys([*office.groups, *(one.unit.group for one in scored)])
    return tuple(
        card
        for group in groups
        for card in scorecards(office.scheme, [one for one in scored if one.unit.group == group])
    )


def _lines(scored: Sequence[Scored]) -> tuple[PointLine, ...]:
    return tuple(line for one in scored for line in one.lines)
