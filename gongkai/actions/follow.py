"""Follow an item to its close: each step is checked, written down and audited in one transaction."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.actions.rectify import RectifyError
from gongkai.records import offices, rectifications
from gongkai.records.audit import Who, record
from gongkai.records.models import Office, Rectification, RectificationEvent, StoredFile
from gongkai.workflows import rights
from gongkai.workflows.rectification import ACTIONS, MACHINE, WORDS, Event, State, check_overdue
from gongkai.workflows.rights import Actor

STAMPS = {
    Event.REMIND: "reminded_at",
    Event.HAND_OVER: "supervised_at",
    Event.CLOSE: "closed_at",
    Event.CANCEL: "closed_at",
}
"""The moment of an item that a step sets."""
STAYING = (Event.REMIND, Event.HAND_OVER, Event.SUPERVISE)
"""Steps that leave the state, and so the version, as it is."""


class ItemMoved(RectifyError):
    """Somebody else took a step after the page was shown; the message says who, when and which."""


@transaction.atomic
def step(
    office: Office,
    event: Event,
    versions: Mapping[int, int | None],
    *,
    words: str = "",
    file: StoredFile | None = None,
    deadline: date | None = None,
    actor: Actor,
    by: Who,
    at: datetime,
) -> list[Rectification]:
    """Take a step with one item or several, all or none; `versions` maps number → version as shown, None for
    any. One report, `file` being its signed and sealed scan, may answer for several problems of a unit.
    `deadline` is a new one for a report sent back.

    Raises ItemMoved, RectifyError, WrongMove, Forbidden.
    """
    offices.lock(office)
    items = _items(office, versions)
    for item in items:
        _check_still(item, versions[item.number])
        check_can(item, event, actor=actor, at=at)
    _check_given(event, words, file, deadline, at)
    for item in items:
        take(item, event, words=words, file=file, deadline=deadline, by=by, at=at)
    return items


def check_can(item: Rectification, event: Event, *, actor: Actor, at: datetime) -> None:
    """Raise Forbidden, WrongMove or RectifyError unless the actor may take the step with the item now."""
    rights.check_can(actor, ACTIONS[event], item.unit)
    MACHINE.check_can(item.state, event, actor.roles)
    check_overdue(event, item.state, rectifications.moment(item.deadline), at)
    if event is Event.HAND_OVER and item.supervised_at:
        handed = timezone.localdate(item.supervised_at)
        raise RectifyError(f"整改事项{item.number}已于{handed}移交督查室，无须再次移交")


def take(
    item: Rectification,
    event: Event,
    *,
    words: str = "",
    file: StoredFile | None = None,
    deadline: date | None = None,
    by: Who,
    at: datetime,
) -> None:
    """Write down a step that was found to be allowed, in the running transaction."""
    old = {"state": item.state, "deadline": item.deadline.isoformat()}
    target = MACHINE.next(item.state, event)
    if target != item.state:
        item.version += 1
    item.state, item.deadline = target, deadline or item.deadline
    if stamp := STAMPS.get(event):
        setattr(item, stamp, at)
    item.save()
    RectificationEvent.objects.create(
        rectification=item, event=event, state=target, text=words.strip(), file=file, by=by.name, at=at
    )
    new = old | {"state": target.value, "deadline": item.deadline.isoformat()} | _given(words, file)
    record(f"rectification.{event.value}", item.code, by=by, at=at, old=old, new=new)


def _items(office: Office, versions: Iterable[int]) -> list[Rectification]:
    numbers = set(versions)
    rows = rectifications.of(office).filter(number__in=numbers).select_related("office")
    items = list(rows.order_by("number"))
    if unknown := numbers.difference(item.number for item in items):
        named = "、".join(map(str, sorted(unknown)))
        raise RectifyError(f"没有编号为{named}的整改事项，请刷新页面后重试")
    if not items:
        raise RectifyError("没有选择整改事项，请至少选择一项")
    return items


def _check_still(item: Rectification, version: int | None) -> None:
    if version in (None, item.version):
        return
    last = item.events.exclude(event__in=STAYING).last()
    if last is None:
        raise ItemMoved(f"整改事项{item.number}与您打开页面时不同，请核对后再办理")
    when = timezone.localtime(last.at)
    raise ItemMoved(
        f"整改事项{item.number}在您打开页面之后由{last.by}于{when:%Y-%m-%d %H:%M}“{Event(last.event).label}”，"
        f"现为“{State(item.state).label}”，您的办理没有写入，请核对后再办理"
    )


def _check_given(
    event: Event, words: str, file: StoredFile | None, deadline: date | None, at: datetime
) -> None:
    if event in WORDS and not words.strip():
        raise RectifyError(f"请填写{WORDS[event]}后再{event.label}")
    if event is Event.SUBMIT and file is None:
        raise RectifyError("请附上经主要负责人签字并加盖公章的整改报告扫描件（PDF、PNG 或 JPG）")
    if deadline and event is not Event.SEND_BACK:
        raise RectifyError("只有退回整改报告时可以另定期限")
    if deadline and deadline < timezone.localdate(at):
        raise RectifyError(f"重新报送的期限{deadline}已经过去，请另定期限，或留空沿用原期限")


def _given(words: str, file: StoredFile | None) -> dict[str, Any]:
    given: dict[str, Any] = {"words": words.strip()} if words.strip() else {}
    return given | ({"file": file.name, "digest": file.digest} if file else {})
