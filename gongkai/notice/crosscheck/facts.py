"""Every figure of the notice against the assessment it was made from, and against its own words."""

from collections.abc import Iterator

from gongkai.notice.crosscheck import expected
from gongkai.notice.crosscheck.review import Review, red
from gongkai.notice.figures import UnknownWordError
from gongkai.notice.plan import Binding, Issue


def figures_match(review: Review) -> Iterator[Issue]:
    """A count, rate or score that is not the stored one (figure), or is printed as another (figure_text)."""
    for said in review.said:
        if not said.binding.listed:
            yield from _faults(review, said.binding, said.run.text, said.place)
    for shown in review.shown:
        if shown.cell.binding:
            yield from _faults(review, shown.cell.binding, shown.cell.text, shown.place)


def _faults(review: Review, binding: Binding, text: str, place: str) -> Iterator[Issue]:
    stored = _stored(review, binding)
    if stored is not None and stored != binding.value:
        yield red(
            f"figure:{binding.measure}",
            f"{place}的数字与保存的考核结果不一致，请重新生成通报",
            f"{place}：{binding.value}",
            f"考核结果：{stored}",
            binding.units[:1],
        )
    right = expected.printed(review, binding)
    blank_zero = text == "" and binding.value == "0"
    if right and text not in right and not blank_zero:
        yield red(
            f"figure_text:{binding.measure}",
            f"{place}印出的文字与其数值不一致，请核对模板",
            f"{place}：{text}",
            f"应为：{right[0]}",
            binding.units[:1],
        )


def _stored(review: Review, binding: Binding) -> str | None:
    try:
        return expected.value(review, binding)
    except UnknownWordError:
        return "没有这一指标"


def tables_are_whole(review: Review) -> Iterator[Issue]:
    """A cell whose number is not its text (cell_number), or whose row names another unit (row_unit)."""
    for annex in review.plan.annexes:
        for number, row in enumerate(annex.table.rows, 1):
            place = f"附件{annex.number}第{number}行"
            units = {cell.binding.units[0] for cell in row if cell.binding and cell.binding.units}
            if len(units) > 1:
                yield red(
                    "row_unit",
                    f"{place}混有几家单位的数字，请重新生成通报",
                    place,
                    "、".join(sorted(units)),
                    tuple(sorted(units)),
                )
            for cell in row:
                if cell.number is not None and cell.text and float(cell.text) != cell.number:
                    yield red(
                        "cell_number",
                        f"{place}的文字与数值不一致，请重新生成通报",
                        cell.text,
                        str(cell.number),
                    )
