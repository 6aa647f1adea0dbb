"""Rates that a sentence gives together with what they are made from: 按期办结20件，按期办结率90.9%."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import IntEnum
from itertools import islice, permutations, takewhile
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import percent, rounded
from gongkai.proofreading.figures.arithmetic.slips import is_likely, is_slip
from gongkai.proofreading.figures.arithmetic.spread import HUNDRED, exactly, in_percent, may_be, spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

NEAR = 20
"""Statements of a clause before and behind a rate that may be its parts."""
MOST = 8
"""Counts nearest to a rate that are tried as its parts."""
PARTS = 4
"""Counts called by the word of a rate, the nearest first, that may be its part."""
EARLIER = 24
"""Statements of the sentences before, among which the whole may stand."""
RATE = re.compile(
    r"(?P<stem>[^的、和，。；（）]{1,12}?)(?:率|比例|密度|(?<=[盖利损])面)(?:分别)?(?:已|仅|只)?(?:为|是|达到了?|达|有)?$"
)
_BOUNDED = re.compile(
    r"(?:办结|回复|答复|满意|合格|达标|覆盖|公开|办理|签收|采用|采纳|受理|整改|按期|按时|及时|合规|知晓|参与|到课|出勤)率"
)
WHOLE = re.compile(
    r"共|总|应|受理|收到|接收|接到|承办|报送|发布|抽查|检查|回访|参加|任务|需|计划|涉及|排查|登记|纳入|发现|有效|发出|发放"
)
_NO_COUNTS = frozenset({"%", "‰", "个百分点", "元", "亩", "公里", "分"})
_LEADING = re.compile(
    r"^(?:其中|今年|全县|全区|全市|全年|本季度|平均|综合|总体|工单|信件|留言|来信|实际|整体|总)+"
)
_OTHER = "不|未|应|非|待|拟|正在|尚|仍|按期|按时|及时|超时|逾期|基本"
_ENDS_IN_OTHER = re.compile(rf"(?:{_OTHER})$")
_ANOTHER = re.compile(rf"(?:{_OTHER})(?!期|效)")
_SAME = (
    frozenset({"完成", "建成", "完工", "竣工"}),
    frozenset({"整改", "整治", "完成整改", "整改完成", "完成", "整改到位"}),
    frozenset({"办结", "完成"}),
    frozenset({"回收", "收回"}),
)
"""Words that tell one act; a rate may be called by another than its count."""


class Tie(IntEnum):
    """How the words bind a count to a rate: not at all, perhaps, by the rate's own word."""

    NONE = 0
    LIKELY = 1
    NAMED = 2


class Parts(NamedTuple):
    """What a rate is most likely made of."""

    part: Statement
    whole: Statement
    tie: Tie


def check(passage: Passage) -> Iterator[Hit]:
    """Rates that no two counts near them give, and rates above 100 % that cannot be."""
    for told in passage.clauses:
        for place, rate in enumerate(told):
            if (stem := stem_of(rate)) is not None:
                near = told[max(0, place - NEAR) : place + NEAR]
                yield from _judged(rate, stem, near, before(passage, told[0].start))


def stem_of(rate: Statement) -> str | None:
    """按期办结率90.9% → 按期办结; None for what is no rate."""
    match = RATE.search(rate.gap[-20:]) if rate.unit == "%" and not rate.rough else None
    return _LEADING.sub("", match["stem"]) if match else None


def tie(each: Statement, stem: str) -> Tie:
    """How likely a rate called by `stem` is the rate of this count."""
    subject = each.subject.rstrip("的了共计有为数量")
    at = subject.find(stem)
    if not stem or (at > 0 and _ENDS_IN_OTHER.search(subject, max(0, at - 4), at)):
        return Tie.NONE
    behind = len(stem) > 1 and each.thing.endswith(stem)  # 已有240户签字同意
    if behind or sorted(subject[-len(stem) :]) == sorted(stem):  # 整改完成率 of 完成整改
        return Tie.NAMED
    if _ANOTHER.search(subject.removeprefix(stem)):
        return Tie.NONE
    alike = any(stem in family and subject.endswith(tuple(family)) for family in _SAME)
    words = subject + each.thing
    alike = alike or (len(subject) > 1 and stem.endswith(subject.removeprefix("已")))  # 投诉办结率 of 办结
    return Tie.LIKELY if alike or stem in words or (len(stem) > 1 and set(stem) <= set(words)) else Tie.NONE


def before(passage: Passage, start: int) -> Sequence[Statement]:
    """The statements that stand nearest before a place of the passage."""
    place = bisect_left(passage.told, start, key=lambda each: each.start)
    return passage.told[max(0, place - EARLIER) : place]


def _judged(
    rate: Statement, stem: str, told: Sequence[Statement], earlier: Sequence[Statement]
) -> Iterator[Hit]:
    if rate.value > HUNDRED and _BOUNDED.search(rate.subject):
        yield hit(Kind.RATE, Level.ERROR, rate.amount, f"“{stem}率”为{rate.amount}，超过100%", rate.span)
        return
    parts = parts_of(rate, stem, told)
    if parts is None or given(rate, parts.part, counts_for(rate, parts.part, told)):
        return
    if any(makes(rate, parts.part, each) for each in earlier if each.unit == parts.part.unit):
        return
    if parts.tie is Tie.NAMED or is_likely(rate.value, exactly_of(parts), rate.step):
        yield disagree(rate, parts, _level(rate, parts, told))


def _level(rate: Statement, parts: Parts, told: Sequence[Statement]) -> Level:
    counts = [each for each in told if each.unit == parts.part.unit and not each.rough]
    plain = len(counts) == 2 and parts.whole.unit == parts.part.unit
    plain = plain and parts.whole.start < parts.part.start < rate.start
    sure = parts.tie is Tie.NAMED and WHOLE.search(parts.whole.subject) is not None
    return Level.ERROR if plain and sure else Level.DOUBT


def counts_for(rate: Statement, part: Statement, told: Sequence[Statement]) -> list[Statement]:
    """What a rate of this count may be made of, the nearest to it first."""
    counts = [each for each in told if each.unit == part.unit and not each.rough]
    if len(counts) < 2:
        counts = [each for each in told if each.unit not in _NO_COUNTS and not each.rough]
    return sorted(counts, key=lambda each: abs(each.start - rate.start))[:MOST]


def parts_of(rate: Statement, stem: str, told: Sequence[Statement]) -> Parts | None:
    """The nearest count before the rate, else behind it, that is called by the same word; else the last two
    counts before it where the rate is a slip of theirs."""
    before = [each for each in reversed(told) if each.end <= rate.start and may_be_part(each)]
    behind = takewhile(
        lambda each: "其中" not in each.gap, (each for each in told if each.start >= rate.end)
    )  # 参保率97.8%，其中困难群众2.16万人全部参保
    after = [each for each in behind if may_be_part(each)]
    tied = ((part, bound) for part in (*before, *after) if (bound := tie(part, stem)))
    found = [
        Parts(part, whole, bound)
        for part, bound in islice(tied, PARTS)
        for whole in wholes_of(part, counts_for(rate, part, told))
    ]
    if found:
        return max(found, key=lambda each: (each.tie, is_slip(rate.value, exactly_of(each), rate.step)))
    if len(before) > 1 and before[0].unit == before[1].unit:
        part, whole = sorted(before[:2], key=lambda each: each.value)
        exact = percent(part.value, whole.value)
        ordered = part is before[0] or "应" in whole.subject  # 实收2714万元，应收2827万元
        others = [each for each in told if each.unit == "%" and each is not rate]
        taken = any(makes(each, part, whole) for each in others)  # 有效回收率95.8%，全院满意率95.6%
        if ordered and not taken and exact is not None and is_slip(rate.value, exact, rate.step):
            return Parts(part, whole, Tie.LIKELY)
    return None


def may_be_part(each: Statement) -> bool:
    """Whether it counts something: no rate, and no rough number."""
    return not each.rough and each.unit not in ("%", "‰", "个百分点")


def given(rate: Statement, part: Statement, counts: Sequence[Statement]) -> bool:
    """Whether any count over any other gives the rate, or the part with what is to be taken off or added."""
    twice = any(each.value == part.value and each is not part for each in counts)
    counts = list({(each.value, each.step): each for each in counts}.values())
    if (twice and makes(rate, part, part)) or any(
        makes(rate, one, other) for one, other in permutations(counts, 2)
    ):
        return True
    own, values = part.value, list(dict.fromkeys(each.value for each in counts))
    others = [each for each in values if each != own]
    sums = {(one - other, one) for one, other in permutations(values, 2)} | {
        (own, own + each) for each in others
    }
    for one, other in permutations(others, 2):
        sums |= {(own, one - other), (own, one + other), (own - one, other), (own + one, other)}
    return any(
        may_be(rate, in_percent(exactly(share), exactly(whole))) for share, whole in sums if share <= whole
    )


def exactly_of(parts: Parts) -> Decimal:
    """What the parts make, in percent."""
    return percent(parts.part.value, parts.whole.value) or Decimal(0)


def makes(rate: Statement, part: Statement, whole: Statement) -> bool:
    """Whether part ÷ whole may be printed as the rate."""
    return may_be(rate, in_percent(spread(part), spread(whole)))


def wholes_of(part: Statement, counts: Sequence[Statement]) -> list[Statement]:
    """What the rate may be out of, the likeliest first: the nearest due or total before the part, else the nearest
    count before it, else one behind it."""
    larger = sorted(
        (each for each in counts if each is not part and each.value >= part.value),
        key=lambda each: -each.start,
    )
    before = [each for each in larger if each.end <= part.start]
    due = [each for each in before if "应" in each.subject]
    totals = [each for each in (*before, *larger) if WHOLE.search(each.subject)]
    return list(dict.fromkeys([*due, *totals, *before]))


def disagree(rate: Statement, parts: Parts, level: Level) -> Hit:
    """The finding: both sides, and what they give."""
    part, whole, _ = parts
    right = rounded(exactly_of(parts), rate.step)
    reason = (
        f"“{part.said}”除以“{whole.said}”为{right}%（{part.amount}÷{whole.amount}），与所写{rate.amount}不符"
    )
    return hit(
        Kind.RATE, level, rate.amount, reason, rate.span, part.span, whole.span, suggestion=f"{right}%"
    )
