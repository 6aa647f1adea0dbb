"""Ranks (名次) inside one group."""

from collections.abc import Mapping
from decimal import Decimal

from gongkai.office.scheme import Ranking


def ranks(totals: Mapping[str, Decimal], ranking: Ranking = Ranking.DENSE) -> dict[str, int]:
    """Unit → rank, the highest total first; equal totals share a rank.

    Dense: the rank after a tie is the next number (千阳 2022 Q2: 34 departments, last rank 28).
    Competition: as many numbers are skipped as units tied.
    """
    ordered = sorted(totals.values(), reverse=True)
    places = ordered if ranking is Ranking.COMPETITION else sorted(set(ordered), reverse=True)
    first: dict[Decimal, int] = {}
    for place, total in enumerate(places, start=1):
        first.setdefault(total, place)
    return {unit: first[total] for unit, total in totals.items()}
