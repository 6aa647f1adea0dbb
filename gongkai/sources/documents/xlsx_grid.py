"""The used range of a worksheet as a full grid of places."""

from collections.abc import Mapping, Sequence

from gongkai.sources.documents.limits import MOST_CELLS

_SPARSE = 50
"""A sheet with one cell in this many, and more places than fit on screens, is no table."""
_FEW = 20_000


def grid(
    places: Mapping[tuple[int, int], int], merges: Sequence[tuple[int, int, int, int]], blank: int
) -> tuple[tuple[int, ...], ...]:
    """Row by row the piece of each cell from the first used row and column to the last: `blank` for an empty one,
    the first cell's for all of a merged range. () for a sheet too sparse or too large to be a table."""
    rows, columns = [row for row, _ in places], [column for _, column in places]
    top, left, bottom, right = min(rows), min(columns), max(rows), max(columns)
    size = (bottom - top + 1) * (right - left + 1)
    if size > MOST_CELLS or (size > _FEW and size > _SPARSE * len(places)):
        return ()
    covered = dict(_covered(places, merges, bottom, right))
    return tuple(
        tuple(
            covered.get((row, column), places.get((row, column), blank)) for column in range(left, right + 1)
        )
        for row in range(top, bottom + 1)
    )


def _covered(
    places: Mapping[tuple[int, int], int],
    merges: Sequence[tuple[int, int, int, int]],
    bottom: int,
    right: int,
) -> list[tuple[tuple[int, int], int]]:
    found: list[tuple[tuple[int, int], int]] = []
    for top, left, last_row, last_column in merges:
        shown = places.get((top, left))
        if shown is None:
            continue
        for row in range(top, min(last_row, bottom) + 1):
            found.extend(((row, column), shown) for column in range(left, min(last_column, right) + 1))
        if len(found) > MOST_CELLS:
            break
    return found
