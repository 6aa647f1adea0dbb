"""What a field of an entry form offers to choose from: the registers, and the words that are understood."""

from dataclasses import dataclass

from gongkai.office.pack import Office
from gongkai.office.scheme import Manual
from gongkai.sources.adjusting import FieldChoice
from gongkai.sources.fields import Takes
from gongkai.terms import Period

CALLBACKS = ("满意", "不满意", "未回访")
STATES = ("按期办结", "超时办结", "已办结", "办理中", "逾期未办结", "自主撤单")
TYPES = ("咨询", "求助", "投诉", "举报", "建议", "其他")
DAYS = (Takes.DAY, Takes.DAY_IN_PERIOD)


@dataclass(frozen=True)
class Offer:
    """How a field is filled in: one of `only` (a list to choose from), or text with `words` to complete it."""

    words: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    hint: str = ""


def of(field: FieldChoice, office: Office, period: Period, person: str) -> Offer:
    """What a field offers; `person` is who fills the form in."""
    if field.takes is Takes.FLAG:
        return Offer(only=("是", "否"))
    if field.key == "person":
        return Offer(words=(person,))
    if field.key == "callback":
        return Offer(only=CALLBACKS)
    if field.key == "state":
        return Offer(only=STATES)
    if field.takes in DAYS:
        return Offer(hint=str(period.start))
    return Offer(words=_words(field, office))


def _words(field: FieldChoice, office: Office) -> tuple[str, ...]:
    if field.takes is Takes.UNIT:
        return tuple(unit.name for unit in office.units)
    if field.takes is Takes.COLUMN:
        return tuple(column.name for column in office.columns)
    if field.key == "type":
        return tuple(
            dict.fromkeys([*(limit.type for limit in office.rules.orders.limits if limit.type), *TYPES])
        )
    if field.key == "item":
        return tuple(item.label for item in office.scheme.items if isinstance(item.rule, Manual))
    named = {
        "outlet": [outlet.name for outlet in office.outlets],
        "account": [account.name for account in office.accounts],
        "platform": [account.platform for account in office.accounts],
    }
    return tuple(dict.fromkeys(named.get(field.key, ())))
