"""Averages against what they are of: 186笔4128万元，笔均22.2万元 · 平均亩产312.5公斤，总产量5.81万吨."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import rounded
from gongkai.proofreading.figures.arithmetic.slips import NEAR, is_likely, is_slip
from gongkai.proofreading.figures.arithmetic.spread import Spread, exactly, may_be, spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.spans_of_time import Time, days, months
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.rates import before
from gongkai.proofreading.hits import Hit, Level, Span

KEPT = 16
"""Statements of earlier paragraphs that are remembered."""
ALONE = Decimal("0.4")
"""Share of the right average within which a wrong one is told where the sentence has one total and one number."""
LONG = 100
"""Steps from which an average over a named time is long enough for one mistaken digit to be no chance."""
LONGEST = 40
"""Characters before a number in which it is said to be an average."""
NEAREST = 4
"""Totals, and numbers of those they are shared by, that are tried."""
_AVERAGE = re.compile(
    r"(?:(?P<per>[日天月人户笔亩村件案次期场篇栋家吨])(?:平均|均)|平均每(?:个|一|所)?(?P<each>[日天月人户笔亩件次期场篇栋家吨班村镇乡组])|(?P<yield>(?:平均)?(?:亩产|单产)))"
    r"(?P<of>[^，。；\d]{0,10})$"
)
_BRACKET = re.compile(r"（[^（）]*）")
_APART = re.compile(r"可支配|纯收入|生产总值|GDP|寿命|住房|占有|增收|气温|浓度|近|超|逾|不足|达不到|增|减|降")
_UNITS = {
    "人": ("人", "人次", "名", "位"),
    "场": ("场", "场次"),
    "次": ("次", "人次"),
    "案": ("起", "件", "宗"),
}
_COUNTED = frozenset("村班镇乡组")
"""What is counted by 个."""
_OF_TIME = frozenset("日天月")
_ELSEWHEN = re.compile(r"上[年月期周季一]|去年|同期|往年|此前|高峰|最[高大多低]|其中")
"""What is averaged over another time than that of the totals beside it."""
SOME_DAYS = (Decimal("0.6"), Decimal("0.9"))
"""Shares of a named time that are its working days, or six days a week."""
_SCALES = {"吨": Decimal(1000)}
"""How many 公斤 one of a unit of weight is."""


class Reckoning(NamedTuple):
    """An average, the total and the number it may come from; `amount` and `span` are where the number stands."""

    average: Statement
    total: Statement
    number: Spread
    amount: str
    span: Span
    named: bool = False

    @property
    def scale(self) -> Decimal:
        """What the total's unit is in the average's."""
        return _scale(self.total, self.average) or Decimal(1)

    @property
    def exact(self) -> Spread | None:
        """total ÷ number."""
        return spread(self.total).times(exactly(self.scale)).over(self.number)

    @property
    def middle(self) -> Decimal:
        """total ÷ number as they are printed."""
        return self.total.value * self.scale * 2 / (self.number.low + self.number.high)


class Averages:
    """What the paragraphs before have counted, against which averages are held."""

    def __init__(self) -> None:
        self._earlier: deque[Statement] = deque(maxlen=KEPT)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Averages that no total and no number near them give, and that are a slip away from what two of them give."""
        for start, end in passage.sentences if "均" in passage.text or "产" in passage.text else ():
            told = passage.statements(start, end)
            for place, each in enumerate(told):
                match = _said(passage, each)
                if match and _is_told(passage, each, match):
                    behind = told[place + 1 : place + 4]
                    owned = any(_said(passage, one) for one in behind)  # by the average that follows
                    inside = [*told[max(0, place - 12) : place], *(() if owned else behind)]
                    earlier = [*self._earlier, *before(passage, start)]
                    yield from _judged(passage, each, match, (inside, earlier))
        self._earlier.extend(passage.told[-KEPT:])


def _said(passage: Passage, each: Statement) -> re.Match[str] | None:
    """What says that it is an average; a bracket between is passed over: 日均（按320天计）525人次."""
    return _AVERAGE.search(_BRACKET.sub("", passage.text[max(0, each.start - LONGEST) : each.start]))


def _is_told(passage: Passage, each: Statement, match: re.Match[str]) -> bool:
    """Whether it is an average of what may be told beside it, not of what is compared: （上一期日均412吨）."""
    ahead, bracket, inside = passage.text[max(0, each.start - LONGEST) : each.start].rpartition("（")
    compared = bracket and "）" not in inside and _ELSEWHEN.search(re.split("[，；。]", ahead)[-1])
    return each.unit != "%" and not (compared or _APART.search(match["of"]) or _ELSEWHEN.search(each.gap))


def _of(match: re.Match[str]) -> str:
    """What is averaged: 日均受理 → 受理; "" where the words do not say."""
    return re.sub("[约为达到了的]+$", "", match["of"])


def _judged(
    passage: Passage,
    average: Statement,
    match: re.Match[str],
    near: tuple[Sequence[Statement], Sequence[Statement]],
) -> Iterator[Hit]:
    per = match["per"] or match["each"] or "亩"
    inside, earlier = ([each for each in some if not _AVERAGE.search(each.gap[-20:])] for some in near)
    inside.sort(key=lambda each: abs(each.start - average.start))
    earlier.reverse()
    close = list(_reckonings(passage, average, per, inside, inside))
    called = [each for each in earlier if _of(match) in each.subject] if _of(match) else []
    further = list(_reckonings(passage, average, per, called, [*inside, *earlier]))
    if not close:  # 义诊18场。服务2160人次，平均每场120人次
        further += _reckonings(passage, average, per, inside, earlier)
    if any(_agrees(each) for each in (*close, *further)) or _is_of_several(average, close):
        return
    likely = [
        each for each in close[:1] if _is_near(each, ALONE if len(close) == 1 and not each.named else NEAR)
    ]
    slips = [each for each in (*close, *further) if _is_slip(each)]
    for each in (*slips, *likely)[:1]:
        yield _disagree(each)


def _reckonings(
    passage: Passage, average: Statement, per: str, of: Sequence[Statement], by: Sequence[Statement]
) -> Iterator[Reckoning]:
    told = (each for each in of if not each.rough and not _ELSEWHEN.search(each.gap))
    totals = [each for each in told if each.value * (_scale(each, average) or 0) > average.value]
    for number, amount, span, named in list(_numbers(passage, average, per, by))[:NEAREST]:
        for total in totals[:NEAREST]:
            if total.span != span:
                yield Reckoning(average, total, number, amount, span, named)


def _numbers(
    passage: Passage, average: Statement, per: str, by: Sequence[Statement]
) -> Iterator[tuple[Spread, str, Span, bool]]:
    if per in _OF_TIME:
        times = _times_near(passage, average, months if per == "月" else days)
        named = all(each.named for each in times)
        for each in times:
            yield exactly(Decimal(each.length)), each.said, passage.span(each.start, each.end), named
        return
    units = _UNITS.get(per, (per,))
    for one in by:
        if one.unit in units or (per in _COUNTED and one.unit == "个" and per in one.thing + one.subject):
            yield spread(one), one.amount, one.span, False


def _times_near(
    passage: Passage, average: Statement, read: Callable[[str, int, int], Iterator[Time]]
) -> list[Time]:
    """The spans of time told nearest before an average, or in the bracket behind it."""
    return sorted(
        read(passage.text, max(0, average.start - 160), average.end + 16),
        key=lambda each: abs(each.start - average.start),
    )


def _scale(total: Statement, average: Statement) -> Decimal | None:
    """How many of the average's unit one of the total's is; None for units that do not go together."""
    if total.unit == average.unit:
        return Decimal(1)
    return _SCALES.get(total.unit) if average.unit == "公斤" else None


def _agrees(each: Reckoning) -> bool:
    """Whether the total gives the average, over all days or, of a named time, those that were worked."""
    if may_be(each.average, each.exact):
        return True
    least, most = SOME_DAYS
    return each.named and least < each.middle / each.average.value < most


def _is_of_several(average: Statement, close: Sequence[Reckoning]) -> bool:
    """Whether it is the average of several batches together: 120笔3600万元、150笔4800万元，笔均31.1万元."""
    totals = list({each.total.span: spread(each.total) for each in close}.values())
    numbers = list({each.span: each.number for each in close}.values())
    scale = exactly(close[0].scale if close else Decimal(1))
    sums = zip(accumulate(totals, Spread.plus), accumulate(numbers, Spread.plus), strict=False)
    return any(may_be(average, total.times(scale).over(number)) for total, number in sums)


def _is_near(each: Reckoning, near: Decimal) -> bool:
    return each.exact is not None and is_likely(each.average.value, each.middle, each.average.step, near)


def _is_slip(each: Reckoning) -> bool:
    """Whether the average or the total is a slip of what the two others give."""
    average, total = each.average, each.total
    if each.exact is None or (each.named and average.value < LONG * average.step):
        return False
    whole = total.value * average.value / each.middle
    return is_slip(average.value, each.middle, average.step) or is_slip(total.value, whole, total.step)


def _disagree(found: Reckoning) -> Hit:
    average, total, _, amount, span, _ = found
    right = as_written(Decimal(rounded(found.middle, average.step)), average)
    reason = f"“{total.said}”按{amount}平均为{right}，与所写“{average.amount}”不符"
    return hit(Kind.AVERAGE, Level.DOUBT, average.amount, reason, average.span, total.span, span)
