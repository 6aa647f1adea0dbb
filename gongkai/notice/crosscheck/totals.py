"""Sums: a totals row against its rows, a figure of the narrative against the annexes, a rate against its parts."""

from collections.abc import Iterator

from gongkai.measures.registry import MEASURES
from gongkai.notice.crosscheck.review import Review, Said, Shown, cells_of, red
from gongkai.notice.plan import AnnexPage, Cell, Issue


def totals_match(review: Review) -> Iterator[Issue]:
    """A totals row that is not the sum of its rows (table_total)."""
    for annex in review.plan.annexes:
        for place, total in enumerate(annex.table.totals):
            column = [row[place] for row in annex.table.rows]
            if total.number is not None and total.number != sum(cell.number or 0 for cell in column):
                header = annex.table.columns[place].header[-1]
                yield red(
                    f"table_total:{total.binding.measure if total.binding else header}",
                    f"附件{annex.number}“{header}”的合计数与各行之和不一致，请重新生成通报",
                    f"合计：{total.text}",
                    f"各行之和：{sum(cell.number or 0 for cell in column)}",
                )


def narrative_matches_annexes(review: Review) -> Iterator[Issue]:
    """A figure of the narrative that is not the sum of the same figure in the annexes (narrative_annex)."""
    for said in review.said:
        shown = [one for one in review.shown if _same(said, one)]
        if said.binding.listed or not shown or not _covers(review, said, shown):
            continue  # nothing to add up
        by_place = {
            (b.units, b.item, b.window): int(b.value) for b in (one.cell.binding for one in shown) if b
        }
        if str(sum(by_place.values())) != said.binding.value:
            annexes = "、".join(f"附件{number}" for number in sorted({one.annex.number for one in shown}))
            yield red(
                f"narrative_annex:{said.binding.measure}",
                f"{said.place}的数字与{annexes}不一致，请核对模板所取的指标和范围",
                f"{said.place}：{said.run.text}",
                f"{annexes}“{shown[0].header}”合计：{sum(by_place.values())}",
            )


def _same(said: Said, shown: Shown) -> bool:
    """Whether a cell holds a part of the figure: same measure, within its units, item and window."""
    whole, part = said.binding, shown.cell.binding
    return (
        part is not None
        and part.measure == whole.measure
        and not part.measure.startswith("score.")  # points of different units do not add up to anything
        and part.value.isdecimal()
        and (not whole.units or part.units[0] in whole.units)
        and whole.item in ("", part.item)
        and whole.window in ("", part.window)
    )


def _covers(review: Review, said: Said, shown: list[Shown]) -> bool:
    """Whether the annexes that show the figure are about all the units it covers: an annex of one group
    says nothing of the whole county."""
    groups = {review.office.notice.annexes[one.annex.number - 1].group for one in shown}
    concerned = said.binding.units or [unit.name for unit in review.office.units]
    return "" in groups or all(
        unit.group in groups for unit in review.office.units if unit.name in set(concerned)
    )


def rates_match(review: Review) -> Iterator[Issue]:
    """A percentage that is not made of the counts in its own row (rate_parts)."""
    for annex in review.plan.annexes:
        for number, row in enumerate((*annex.table.rows, annex.table.totals), 1):
            if row:
                yield from _rates(annex, row, number)


def _rates(annex: AnnexPage, row: tuple[Cell, ...], number: int) -> Iterator[Issue]:
    counts = {cell.binding.measure: cell for cell in row if cell.binding and cell.number is not None}
    for shown in cells_of(annex, row, number):
        binding = shown.cell.binding
        if binding is None or not (measure := MEASURES.get(binding.measure)) or not measure.is_rate:
            continue
        parts = [counts.get("+".join(keys)) for keys in (measure.numerator, measure.denominator)]
        beside = "/".join(cell.text for cell in parts if cell)
        if all(parts) and beside != binding.value:
            yield red(
                f"rate_parts:{binding.measure}",
                f"{shown.place}的百分比与同一行的件数不一致，请重新生成通报",
                f"百分比按{binding.value}计算",
                f"同一行的件数：{beside}",
                binding.units[:1],
            )
