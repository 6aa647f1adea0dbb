"""What a number of each makes in all: 6个教学班，每班45人，共270人 · 每村配备护林员2名，24个村共48名."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import prod

from gongkai.proofreading.figures.arithmetic.slips import is_likely, is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.hits import Hit, Level

MOST = 6
"""Numbers of a clause of which some may be multiplied."""
NEAR = Decimal("0.2")
"""Share of the right number within which a wrong one is taken for a slip of reckoning."""
_EACH = re.compile(r"每(?:一|个|名|所|家|座|支|只|台|辆|场)?(?P<of>[一-龥]{1,14})$")
_TOTAL = re.compile(r"(?:一共|总共|共计|合计|总计|共|总)[^，。；、\d其]{0,8}$")
_LIMIT = re.compile(r"最[多少高低大]|至[多少]|不|超|限额|上限|以[内上下]|平均|约|再|增|减|另|除|其中|加")
_TIME = re.compile(r"[年月日天周季次]")


def check(passage: Passage) -> Iterator[Hit]:
    """Totals that neither the number of each and of those that have it make, nor any other numbers of the clause."""
    for clause in passage.clauses if "每" in passage.text else ():
        told = [each for each in clause[:MOST] if each.unit not in ("%", "个百分点")]
        for each in told:
            match = _EACH.search(each.gap) if each.unit != "元" and not each.rough else None
            if match and not _TIME.match(match["of"]) and not _LIMIT.search(each.gap):
                yield from _judged(each, match["of"], told)


def _judged(each: Statement, of: str, told: Sequence[Statement]) -> Iterator[Hit]:
    totals = [one for one in told if one.start > each.start and one.unit == each.unit and _is_total(one)]
    others = [one for one in told if one is not each and one not in totals and not one.rough]
    counts = [one for one in others if _counts(one, of)]
    if len(counts) != 1 or len(totals) != 1:
        return
    count, total = counts[0], totals[0]
    exact = count.value * each.value
    if total.value in _made(told, each, count, total) or total.rough:
        return
    if is_likely(total.value, exact, total.step, NEAR) or is_slip(
        count.value, total.value / each.value, count.step
    ):
        right = as_written(exact, total)
        reason = f"“{count.said}”按每{of}{each.amount}计为{right}，与所写“{total.said}”不符"
        yield hit(
            Kind.PRODUCT,
            Level.DOUBT,
            total.amount,
            reason,
            total.span,
            each.span,
            count.span,
            suggestion=right,
        )


def _counts(one: Statement, of: str) -> bool:
    """Whether a number counts those that have so many each: 12期 · 24个村 · 6个教学班 · 投票站12个."""
    named = one.thing[:1] == of[:1] or one.thing.endswith(of[:2]) if one.thing else False
    return of.startswith(one.unit) or named or any(one.subject.endswith(of[:end]) for end in (2, 3, 4))


def _is_total(one: Statement) -> bool:
    return _TOTAL.search(one.gap) is not None


def _made(told: Sequence[Statement], each: Statement, count: Statement, total: Statement) -> set[Decimal]:
    """What some of the numbers make, multiplied, or the two with another that is added or taken away."""
    others = [one.value for one in told if one not in (each, count, total)]
    values = [each.value, count.value, *others]
    products = {
        Decimal(prod(some)) for size in range(2, len(values) + 1) for some in combinations(values, size)
    }
    exact = each.value * count.value
    return products | {exact + sign * value for value in others for sign in (1, -1)}
