"""The header of an annex table against that of the table that came back."""

from collections.abc import Iterator

from gongkai.notice.plan import AnnexPage
from gongkai.notice.returned.alignment import gaps
from gongkai.notice.returned.result import Difference, DifferenceKind

Paths = tuple[tuple[str, ...], ...]


def header_differences(annex: AnnexPage, header: Paths, place: str) -> Iterator[Difference]:
    """Columns renamed, added or taken away."""
    expected = _expected(annex)
    for gap in gaps(expected, header):
        old, new = expected[gap.left], header[gap.right]
        both = min(len(old), len(new))
        for before, after in zip(old[:both], new[:both], strict=True):
            yield Difference(DifferenceKind.TABLE_CHANGED, f"{place} 表头", _words(before), _words(after))
        for before in old[both:]:
            yield Difference(DifferenceKind.TABLE_CHANGED, f"{place} 表头", _words(before), "")
        for after in new[both:]:
            yield Difference(DifferenceKind.TABLE_CHANGED, f"{place} 表头", "", _words(after))


def kept_columns(annex: AnnexPage, header: Paths) -> list[tuple[int, int]]:
    """Columns that stand in both, as (place in the plan, place in the file); a renamed column is kept."""
    expected = _expected(annex)
    kept: list[tuple[int, int]] = []
    left = right = 0
    for gap in [*gaps(expected, header), None]:
        end = gap.left.start if gap else len(expected)
        kept += zip(range(left, end), range(right, right + end - left), strict=True)
        if gap:
            kept += zip(
                range(gap.left.start, gap.left.stop), range(gap.right.start, gap.right.stop), strict=False
            )
            left, right = gap.left.stop, gap.right.stop
    return kept


def _expected(annex: AnnexPage) -> Paths:
    return tuple(tuple("".join(text.split()) for text in column.header) for column in annex.table.columns)


def _words(path: tuple[str, ...]) -> str:
    return "—".join(path)
