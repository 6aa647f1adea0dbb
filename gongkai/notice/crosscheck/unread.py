"""Missing data is not zero: duties that were judged, and figures that were told, though nothing was imported."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gongkai.assessment.result import Unread
from gongkai.assessment.unread import owed
from gongkai.measures.facts import KIND_LABELS
from gongkai.notice.crosscheck.review import Review, red
from gongkai.notice.plan import Issue
from gongkai.terms import Period

NAMED = 6
"""Duties that the sentence names; the list of problems has every unit."""

COUNTED = {"submissions": "家单位的报送任务", "columns": "项栏目更新任务", "posts": "个新媒体账号的更新任务"}
SIGNS = {
    "adoptions": "adoptions.adopted",
    "messages": "messages.handled",
    "orders": "orders.handled",
}
"""Kind that nobody owes → a measure that has figures only where there are facts."""


def duties_were_read(review: Review) -> Iterator[Issue]:
    """Duties judged as zero because nothing was read about them (unread:<kind>)."""
    by_kind: dict[str, list[Unread]] = defaultdict(list)
    for duty in review.assessment.unread:
        by_kind[duty.kind].append(duty)
    for kind, duties in by_kind.items():
        label, counted = KIND_LABELS[kind], COUNTED[kind]
        due = len(owed(kind, review.period, review.assessment.figures))
        yield red(
            f"unread:{kind}",
            f"{len(duties)}{counted}没有读到数据，现在都按零计：{_named(duties)}。"
            f"请导入{label}表后重新考核，确无数据的在表中填0；不必导入的，说明理由放行",
            f"名册登记：{due}{counted}",
            f"已导入的数据：其中{due - len(duties)}项齐全",
            tuple(dict.fromkeys(duty.unit for duty in duties)),
        )


def figures_were_read(review: Review) -> Iterator[Issue]:
    """A line of business that the notice tells figures of, though nothing of it was imported (unread:<kind>)."""
    for kind, places in _told(review).items():
        if kind in SIGNS and SIGNS[kind] not in review.assessment.figures_by_measure:
            label = KIND_LABELS[kind]
            yield red(
                f"unread:{kind}",
                f"没有导入过{label}数据，通报中{label}的数字都是零。"
                f"请导入{label}表后重新考核；本期确实没有的，说明理由放行",
                "、".join(places),
                f"已导入的数据：没有{label}",
            )


def _told(review: Review) -> dict[str, list[str]]:
    """Kind → the headings and annexes that show a figure of it, each once."""
    shown = [(said.binding.measure, said.place) for said in review.said]
    for annex in review.plan.annexes:
        cells = (cell for row in (*annex.table.rows, annex.table.totals) for cell in row)
        shown += [(cell.binding.measure, f"附件{annex.number}") for cell in cells if cell.binding]
    told: dict[str, list[str]] = defaultdict(list)
    for measure, place in shown:
        kind = measure.partition(".")[0]
        if place not in told[kind]:
            told[kind].append(place)
    return told


def _named(duties: Sequence[Unread]) -> str:
    names = list(dict.fromkeys(map(_name, duties)))
    more = f"等{len(names)}个" if len(names) > NAMED else ""
    return "、".join(names[:NAMED]) + more


def _name(duty: Unread) -> str:
    months = f"（{_months(duty.months)}）" if duty.months else ""
    if duty.kind == "columns":
        return f"{duty.unit}“{duty.item}”{months}"
    return f"{duty.item or duty.unit}{months}"


def _months(codes: Iterable[str]) -> str:
    """2021-11, 2021-12 → 11月、12月."""
    return "、".join(f"{Period.parse(code).start.month}月" for code in codes)
