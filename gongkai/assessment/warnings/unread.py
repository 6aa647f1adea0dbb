"""Duties about which nothing was handed in yet: said as such, a line a unit and kind, not held against it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from gongkai.assessment.unread import Duty, Months, unspoken
from gongkai.assessment.warnings import sentences
from gongkai.assessment.warnings.counts import Counts
from gongkai.assessment.warnings.warning import EarlyWarning, Scene, State
from gongkai.measures.facts import KIND_LABELS
from gongkai.terms import Period, PeriodKind


def told_apart(
    scene: Scene, kind: str, found: Iterable[EarlyWarning], counts: Counts
) -> Iterator[EarlyWarning]:
    """The warnings of a kind that rest on something handed in; the others as one line a unit, or as one line
    for all where nothing was handed in at all. What is unread is judged as in a finished assessment."""
    present = counts.present[kind]
    candidates = [(one, _months(_span(scene, one))) for one in found]
    silent = _silent(kind, candidates, counts)
    unread: dict[str, list[tuple[EarlyWarning, Months]]] = defaultdict(list)
    for one, months in candidates:
        missing = silent.get(Duty(one.unit, one.subject))
        if missing is None or (missing and not missing & months):
            yield one
        else:
            unread[one.unit if present else ""].append((one, (missing & months) or months))
    for unit, rows in unread.items():
        yield _line(scene, kind, unit, rows)


def _span(scene: Scene, one: EarlyWarning) -> Period:
    """The days up to today that a warning speaks of."""
    return Period(max(one.since, scene.period.start), min(one.due, scene.today), PeriodKind.RANGE)


@cache
def _months(span: Period) -> Months:
    """The calendar months that a span touches (2021-10)."""
    return frozenset(month.code for month in span.months())


def _silent(
    kind: str, candidates: Sequence[tuple[EarlyWarning, Months]], counts: Counts
) -> dict[Duty, Months]:
    duties: dict[Duty, Months] = {}
    for one, months in candidates:
        duty = Duty(one.unit, one.subject)
        duties[duty] = duties.get(duty, frozenset()) | months
    found = unspoken(kind, duties, counts.present[kind])
    return {Duty(one.unit, one.item): frozenset(one.months) for one in found}


def _line(scene: Scene, kind: str, unit: str, rows: Sequence[tuple[EarlyWarning, Months]]) -> EarlyWarning:
    due = min(one.due for one, _ in rows)
    months = sorted(frozenset().union(*(months for _, months in rows)))
    return scene.warning(
        kind,
        unit,
        "",
        state=State.UNREAD,
        due=due,
        missing=len(rows),
        text=_text(scene, kind, months, len(rows)),
        since=min(one.since for one, _ in rows),
        provisional=any(one.provisional for one, _ in rows),
    )


def _text(scene: Scene, kind: str, months: Sequence[str], duties: int) -> str:
    """10月、11月的栏目更新数据尚未报来，3项任务是否完成暂不能判断，请及时报送或导入."""
    named = "、".join(sentences.term(scene, month) for month in months)
    told = f"{named}的{KIND_LABELS[kind]}数据尚未报来"
    return f"{told}，{duties}项任务是否完成暂不能判断，请及时报送或导入"
