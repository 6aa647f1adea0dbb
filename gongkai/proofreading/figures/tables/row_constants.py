"""What is the same in all rows but one: 满意、基本满意、不满意 that make 195 votes in each, a share that is always of 24.5."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Columns, Grid, Row
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.hits import Hit, Level

LEAST, ROWS, COLUMNS, SEEDS = 3, 60, 10, 2
"""Rows that must agree; rows and columns that are looked at; and rows of which one is right."""
TELLING = 50
"""A sum from which three rows hardly have it by chance."""
HUNDRED = Decimal(100)


class Base(NamedTuple):
    """What a row's share may be of, from its least to its greatest."""

    row: Row
    least: Decimal
    most: Decimal


def check(grids: Iterable[Grid]) -> Iterator[Hit]:
    """One row that breaks what all others keep to."""
    for grid in grids:
        if LEAST < len(grid.body) <= ROWS:
            yield from _sums(grid.columns, grid.body)
            for rate in grid.columns.rates:
                yield from _shares(grid.columns, grid.body, rate)


def _sums(columns: Columns, rows: Sequence[Row]) -> Iterator[Hit]:
    """Neighbouring columns, the most first, whose sum is the same in all rows but one."""
    places = columns.counts[:COLUMNS]
    for length in range(len(places), 1, -1):
        for start in range(len(places) - length + 1):
            part = places[start : start + length]
            if len({_made(row, part) for row in rows[:LEAST]}) == LEAST:
                continue
            made = [_made(row, part) for row in rows]
            told = {
                tuple(row.cells[place].text for place in part): each
                for row, each in zip(rows, made, strict=True)
            }
            if None in made or max(Counter(told.values()).values()) < LEAST:
                continue
            (usual, many), *_ = Counter(made).most_common(1)
            if usual is not None and many == len(rows) and usual >= TELLING:
                return
            if usual is not None and many == len(rows) - 1 and usual >= TELLING:
                odd = next(at for at, each in enumerate(made) if each != usual)
                yield _unequal(columns, rows[odd], part, usual, made[odd] or usual)
                return


def _made(row: Row, places: Sequence[int]) -> Decimal | None:
    amounts = [row.cells[place].amount for place in places]
    return sum((each.value for each in amounts if each), Decimal(0)) if all(amounts) else None


def _unequal(columns: Columns, row: Row, places: Sequence[int], usual: Decimal, made: Decimal) -> Hit:
    names = "、".join(map(columns.name, places))
    cell = row.cells[places[0]]
    reason = f"{columns.grid.called}“{columns.label_of(row)}”一行：{names}相加为{written(made)}，其余各行均为{written(usual)}"
    return hit(Kind.RELATION, Level.DOUBT, cell.text, reason, *(row.cells[place].span for place in places))


def _shares(columns: Columns, rows: Sequence[Row], rate: int) -> Iterator[Hit]:
    """A rate that is a column's share of one whole in all rows but one; where the whole is the column's own total,
    others tell it."""
    for place in columns.counts[:COLUMNS]:
        told = {
            (row.cells[place].text, row.cells[rate].text): row for row in rows
        }  # a row told again tells nothing
        bases = [base for row in told.values() if (base := _base(row, place, rate))]
        for seed in bases[:SEEDS] if len(bases) > LEAST else ():
            least, most, odd = _common(seed, bases)
            if len(odd) > 1 or most - least > least / HUNDRED:
                continue
            if odd and not any(least <= total <= most for total in _totals(columns, place)):
                yield from _apart(columns, odd[0].row, place, rate, (least + most) / 2)
            return


def _base(row: Row, place: int, rate: int) -> Base | None:
    part, share = row.cells[place].amount, row.cells[rate].amount
    if part is None or share is None or not share.percent or share.value <= share.step or part.value <= 0:
        return None
    whole = part.value * HUNDRED
    return Base(row, whole / (share.value + share.step), whole / (share.value - share.step / 2))


def _common(seed: Base, bases: Sequence[Base]) -> tuple[Decimal, Decimal, list[Base]]:
    """What all may be of that agree with the first, and those that do not."""
    least, most, odd = seed.least, seed.most, list[Base]()
    for each in bases:
        if each.least <= most and each.most >= least:
            least, most = max(least, each.least), min(most, each.most)
        else:
            odd.append(each)
    return least, most, odd


def _totals(columns: Columns, place: int) -> Iterator[Decimal]:
    yield columns.sums[place]
    yield from (amount.value for row in columns.grid.rows if (amount := row.cells[place].amount))


def _apart(columns: Columns, row: Row, place: int, rate: int, base: Decimal) -> Iterator[Hit]:
    part, share = row.cells[place].amount, row.cells[rate].amount
    if part is None or share is None:
        return
    right = part.value * HUNDRED / base
    if is_slip(share.value, right, share.step) or is_slip(
        part.value, share.value * base / HUNDRED, part.step
    ):
        cells = row.cells[rate], row.cells[place]
        reason = (
            f"{columns.grid.called}“{columns.label_of(row)}”一行：{columns.name(place)}{cells[1].text}、"
            f"{columns.name(rate)}{cells[0].text}，其余各行均按同一总数计算，此行不符"
        )
        yield hit(Kind.TABLE_RATE, Level.DOUBT, cells[0].text, reason, *(cell.span for cell in cells))
