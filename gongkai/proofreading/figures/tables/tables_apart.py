"""One column in two tables of the same units: where all rows but one agree, that one is told."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from gongkai.proofreading.figures.arithmetic.evidence import digits
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.cells import Cell
from gongkai.proofreading.figures.reading.concepts import periods
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.hits import Hit, Level

TABLES, ROWS, LEAST, FIGURES = 20, 200, 3, 4
"""Tables that are compared, and rows of one; rows that must agree; and figures that they must have, so that it is no chance."""


def check(grids: Sequence[Grid]) -> Iterator[Hit]:
    """A doubt for a value that another table has otherwise for the same unit under the same header."""
    usable = [grid for grid in grids if grid.whole and len(grid.body) <= ROWS]
    for one, other in combinations(usable[:TABLES], 2):
        if periods(one.title) == periods(other.title):
            yield from _judged(one, other)


def _judged(one: Grid, other: Grid) -> Iterator[Hit]:
    for name in {header.name for header in one.headers} & {header.name for header in other.headers}:
        first, second = _column(one, name), _column(other, name)
        both = [(first[label], second[label], label) for label in first if label in second]
        alike = [each for each, fellow, _ in both if _value(each) == _value(fellow)]
        apart = [pair for pair in both if _value(pair[0]) != _value(pair[1])]
        told = sum(digits(each.amount.value, each.amount.step) for each in alike if each.amount)
        if len(apart) == 1 and len(alike) >= LEAST and told >= FIGURES and len(both) == len(first):
            earlier, later, label = apart[0]
            reason = f"“{label}”的“{name}”在{one.called}中为{earlier.text}，在{other.called}中为{later.text}，其余各行相符"
            yield hit(Kind.REPEATED, Level.DOUBT, later.text, reason, later.span, earlier.span)


def _column(grid: Grid, name: str) -> dict[str, Cell]:
    """The numbers below a header by the names of their rows; empty where it is there twice or rows share a name."""
    columns = grid.columns
    places = [place for place in columns.numeric if columns.name(place) == name and name]
    if len(places) != 1 or places[0] in columns.ranks:
        return {}
    found = {columns.label_of(row): row.cells[places[0]] for row in grid.body}
    return {label: cell for label, cell in found.items() if label} if len(found) == len(grid.body) else {}


def _value(cell: Cell) -> object:
    return cell.amount.value if cell.amount else cell.text
