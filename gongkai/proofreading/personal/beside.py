"""What belongs to a person because it stands beside something that was found: names, birth dates, amounts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal import birth, property
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import Cue
from gongkai.proofreading.personal.kinds import Kind, found
from gongkai.proofreading.personal.names import is_name

_OWNED = frozenset((Kind.IDENTITY, Kind.MOBILE, Kind.CARD))
_REACH = 30
_NAME_BEFORE = re.compile(
    r"(?<![\u4e00-\u9fa5])([\u4e00-\u9fa5]{2,4})(?:同志|先生|女士)?[，,、（( \u3000\t:：|]{1,3}(?:男|女)?[，,、 ]?"
    r"(?:(?:居民|公民)?身份证?(?:号码|号)?|(?:联系)?电话|手机(?:号码|号)?|联系方式|(?:银行)?卡号|证件号码?)?[:：为 \u3000]{0,3}$"
)


def names(context: Context, hits: Iterable[Found]) -> Iterator[Found]:
    """Names right before an identity, mobile or card number: 张三（身份证号：…）."""
    text = context.text
    for hit in hits:
        if hit.kind in _OWNED:
            name = _NAME_BEFORE.search(text, max(0, hit.start - _REACH), hit.start)
            if name is not None and is_name(name[1]):
                yield found(*name.span(1), Kind.NAME, Level.DOUBT, "与个人号码并列的姓名，公开前应当隐去")


def facts(context: Context, hits: Iterable[Found]) -> Iterator[Found]:
    """Birth dates and amounts beside the names among `hits`."""
    people = sorted(hit.end for hit in hits if hit.kind == Kind.NAME)
    for end in people:
        day = birth.beside_name(context.text, end, context.today)
        if day is not None:
            yield day
    for start, end, cue in context.cues if people else ():
        if cue is Cue.PROPERTY and _near(context.text, people, start):
            money = property.amount(context.text, end)
            if money is not None:
                yield money


def _near(text: str, people: list[int], start: int) -> bool:
    place = bisect_right(people, start) - 1
    return place >= 0 and start - people[place] <= property.NEAR and "\n" not in text[people[place] : start]
