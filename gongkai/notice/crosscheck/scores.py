"""Points: subtotals, ranks, and groups measured by different columns."""

from collections.abc import Iterator
from decimal import Decimal

from gongkai.assessment.ranking import ranks
from gongkai.notice.crosscheck.review import Review, amber, red
from gongkai.notice.plan import AnnexPage, Cell, Issue

ADJUSTMENTS, EXPLANATION = "加减分", "说明"


def subtotals_match(review: Review) -> Iterator[Issue]:
    """小计 that is not 基准分 and 加减分 together, where no 说明 says why (score_sum)."""
    for annex in review.of_table("scores"):
        for row in annex.table.rows:
            total = _cell(annex, row, "小计")
            parts = [
                _points(cell)
                for column, cell in zip(annex.table.columns, row, strict=True)
                if column.header[0] == ADJUSTMENTS or column.header[-1] == "基准分"
            ]
            explained = _cell(annex, row, EXPLANATION)
            if total and not (explained and explained.text) and sum(parts) != _points(total):
                yield red(
                    "score_sum",
                    f"附件{annex.number}“{row[0].text}”的小计与基准分、加减分之和不一致，请重新考核",
                    f"小计：{total.text}",
                    f"各项之和：{sum(parts)}",
                    (row[0].text,),
                )


def ranks_match(review: Review) -> Iterator[Issue]:
    """名次 that does not follow from 小计 by the office's way of ranking (score_rank)."""
    for annex in review.of_table("scores"):
        totals = {row[0].text: _cell(annex, row, "小计") for row in annex.table.rows}
        points = {unit: _points(cell) for unit, cell in totals.items() if cell}
        right = ranks(points, review.office.scheme.ranking)
        for row in annex.table.rows:
            rank = _cell(annex, row, "名次")
            if rank and rank.text != str(right[row[0].text]):
                yield red(
                    "score_rank",
                    f"附件{annex.number}“{row[0].text}”的名次与小计不符，请重新考核",
                    f"名次：{rank.text}",
                    f"按小计应为：{right[row[0].text]}",
                    (row[0].text,),
                )


def groups_alike(review: Review) -> Iterator[Issue]:
    """Groups judged in different dimensions: their points do not compare (score_groups)."""
    pages = list(review.of_table("scores"))
    dimensions = [
        [column.header[-1] for column in page.table.columns if column.header[0] == ADJUSTMENTS]
        for page in pages
    ]
    for page, names in zip(pages[1:], dimensions[1:], strict=True):
        if names != dimensions[0]:
            yield amber(
                "score_groups",
                f"附件{pages[0].number}与附件{page.number}的加减分项目不同，两组得分不宜直接比较",
                f"附件{pages[0].number}：{'、'.join(dimensions[0])}",
                f"附件{page.number}：{'、'.join(names)}",
            )


def _cell(annex: AnnexPage, row: tuple[Cell, ...], header: str) -> Cell | None:
    for column, cell in zip(annex.table.columns, row, strict=True):
        if column.header[-1] == header:
            return cell
    return None


def _points(cell: Cell) -> Decimal:
    return Decimal(cell.text or 0)
