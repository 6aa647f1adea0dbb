"""网民留言、12345工单: an open case about to be late, or that is."""

from collections.abc import Iterable, Iterator

from gongkai.assessment.deadline import deadline, limit_of
from gongkai.assessment.warnings import sentences
from gongkai.assessment.warnings.counts import OpenCase
from gongkai.assessment.warnings.warning import EarlyWarning, Scene
from gongkai.measures.facts import KIND_LABELS
from gongkai.office.pack import TimeLimit
from gongkai.workdays import Deadline


def warnings(scene: Scene, cases: Iterable[OpenCase]) -> Iterator[EarlyWarning]:
    """Open cases by the day they are due: the one the source gives, or receipt and the limit of the type.

    Where neither is known there is no day to be late by, and no warning.
    """
    rules = scene.office.rules
    limits = {"messages": rules.message_limits, "orders": rules.orders.limits}
    for case in cases:
        limit = None if case.due else limit_of(limits[case.kind], case.type, case.received, scene.calendar)
        due = _due(scene, case, limit)
        state = scene.state(due.day) if due else None
        if due and state and case.received <= scene.today:
            yield scene.warning(
                case.kind,
                case.unit,
                case.number,
                state=state,
                due=due.day,
                missing=case.quantity,
                text=_text(scene, case, due),
                since=case.received,
                limit=limit,
                provisional=due.provisional,
            )


def _due(scene: Scene, case: OpenCase, limit: TimeLimit | None) -> Deadline | None:
    if case.due:
        return Deadline(case.due, provisional=False)
    return deadline(case.received, limit, scene.calendar) if limit else None


def _text(scene: Scene, case: OpenCase, due: Deadline) -> str:
    """10月8日收到的12345工单20211008001（投诉）尚未办结，距10月15日还有2个工作日."""
    kind = f"（{case.type}）" if case.type else ""
    received = sentences.day(scene, case.received)
    subject = f"{received}收到的{KIND_LABELS[case.kind]}{case.number}{kind}"
    many = f"{case.quantity}件" if case.quantity > 1 else ""
    return f"{subject}{many}尚未办结，{sentences.remaining(scene, due.day)}"
