"""Rates that a sentence gives together with what they are made from: 按期办结20件，按期办结率90.9%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.passage import Passage
from gongkai.proofreading.figures.rounding import percent, rounded, share_agrees
from gongkai.proofreading.figures.statements import Statement
from gongkai.proofreading.hits import Hit, Level

HUNDRED = Decimal(100)
NEAR = 20
"""Statements of a clause before and behind a rate that may be its parts."""
MOST = 8
"""Counts of a clause that are tried as parts of a rate."""
_RATE = re.compile(r"([^的、和，。；（）]{1,12}?)(?:率|占比)(?:分别)?(?:已|仅|只)?(?:为|是|达到了?|达|有)?$")
_BOUNDED = re.compile(
    r"(?:办结|回复|答复|满意|合格|达标|覆盖|公开|办理|签收|采用|采纳|受理|整改|按期|按时|及时|合规|知晓|参与|到课|出勤)率"
)
_WHOLE = re.compile(
    r"共|总|应|受理|收到|接收|接到|承办|报送|发布|抽查|检查|回访|参加|任务|需|计划|涉及|排查|登记|纳入"
)
_NO_COUNTS = frozenset({"%", "‰", "个百分点", "元", "亩", "公里", "分"})
_LEADING = re.compile(
    r"^(?:其中|今年|全县|全区|全市|全年|本季度|平均|综合|总体|工单|信件|留言|来信|实际|整体|总)+"
)


def check(passage: Passage) -> Iterator[Hit]:
    """Rates that no two counts of their clause give, and rates above 100 % that cannot be."""
    for told in passage.clauses:
        for place, rate in enumerate(told):
            match = _RATE.search(rate.gap[-20:]) if rate.unit == "%" and not rate.rough else None
            if match:
                yield from _judged(
                    rate, _LEADING.sub("", match[1]), told[max(0, place - NEAR) : place + NEAR]
                )


def _judged(rate: Statement, stem: str, told: Sequence[Statement]) -> Iterator[Hit]:
    if rate.value > HUNDRED and _BOUNDED.search(rate.subject):
        yield hit(Kind.RATE, Level.ERROR, rate.amount, f"“{stem}率”为{rate.amount}，超过100%", rate.span)
        return
    part = _part(rate, stem, told)
    if part is None:
        return
    counts = [each for each in told if each.unit == part.unit and not each.rough]
    if len(counts) < 2:
        counts = [each for each in told if each.unit not in _NO_COUNTS and not each.rough]
    if len(counts) < 2 or _given(rate, stem, counts):
        return
    whole = _whole(part, counts)
    if whole is None or part.value > whole.value:
        return
    plain = len(counts) == 2 and whole.unit == part.unit and _WHOLE.search(whole.subject) is not None
    yield _disagree(rate, part, whole, Level.ERROR if plain else Level.DOUBT)


def _part(rate: Statement, stem: str, told: Sequence[Statement]) -> Statement | None:
    """The count that the rate is of: the nearest before it that is called by the same word."""
    before = [each for each in told if each.end <= rate.start and each.unit != "%"]
    after = [each for each in told if each.start >= rate.end and each.unit != "%"]
    for each in (*reversed(before), *after):
        subject = each.subject.rstrip("的了共计有为数量")
        another = re.search(rf"(?:不|未|应|非|待|按期|按时|及时|超时|逾期|基本){re.escape(stem)}$", subject)
        behind = len(stem) > 1 and each.thing.endswith(stem)  # 已有240户签字同意
        said = behind or sorted(subject[-len(stem) :]) == sorted(stem)  # 整改完成率 of 完成整改
        if stem and said and not another and not each.rough:
            return each
    return None


def _given(rate: Statement, stem: str, counts: list[Statement]) -> bool:
    """Whether any count over any other, or over the rest of two, gives the rate."""
    values = list(dict.fromkeys(each.value for each in counts))[:MOST]
    pairs = [*permutations(values, 2), *((value, value) for value in values)]
    if any(share_agrees(rate.value, rate.step, part, whole) for part, whole in pairs):
        return True
    return any(
        share_agrees(rate.value, rate.step, part, whole)
        for one, less, other in permutations(values, 3)
        for part, whole in ((one, less - other), (one - less, other), (one, less + other))
    ) or any(share_agrees(rate.value, rate.step, one - less, one) for one, less in permutations(values, 2))


def _whole(part: Statement, counts: list[Statement]) -> Statement | None:
    """What the rate is most likely out of: the nearest due or total before the part, else the largest before."""
    before = [each for each in counts if each.end <= part.start and each.value >= part.value]
    due = [each for each in before if "应" in each.subject]
    totals = [each for each in before if _WHOLE.search(each.subject)]
    return next(iter([*reversed(due), *reversed(totals), *reversed(before)]), None)


def _disagree(rate: Statement, part: Statement, whole: Statement, level: Level) -> Hit:
    exact = percent(part.value, whole.value) or Decimal(0)
    right = rounded(exact, rate.step)
    reason = (
        f"“{part.said}”除以“{whole.said}”为{right}%（{part.amount}÷{whole.amount}），与所写{rate.amount}不符"
    )
    return hit(
        Kind.RATE, level, rate.amount, reason, rate.span, part.span, whole.span, suggestion=f"{right}%"
    )
