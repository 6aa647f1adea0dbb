"""What a number of each makes in all: 6个教学班，每班45人，共270人 · 每村配备护林员2名，24个村共48名."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import prod

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.passage import Passage
from gongkai.proofreading.figures.slips import is_likely, is_slip
from gongkai.proofreading.figures.statements import Statement, as_written
from gongkai.proofreading.hits import Hit, Level

MOST = 6
"""Numbers of a clause of which some may be multiplied."""
NEAR = Decimal("0.2")
"""Share of the right number within which a wrong one is taken for a slip of reckoning."""
_EACH = re.compile(
    r"每(?:一|个|名|所|家|座|支|只|台|辆|场)?(?P<per>[一-龥]{1,4}?)"
    r"(?:配备|安排|招收|招生|计划|设置|设立|设|可容纳|容纳|发放|补助|配|有|种植|栽植|聘用|选派|培训|限|定员|核定|各|为|需|管护)*(?P<of>[^，。；、：\d的]{0,6})$"
)
_TOTAL = re.compile(r"(?:一共|总共|共计|合计|总计|共|总)[^，。；、\d其]{0,8}$")
_LIMIT = re.compile(r"最[多少高低大]|至[多少]|不|超|限额|上限|以[内上下]|平均|约|再|增|减|另|除|其中|加")
_TIME = re.compile(r"[年月日天周季次]")


def check(passage: Passage) -> Iterator[Hit]:
    """Totals that neither the number of each and of those that have it make, nor any other numbers of the clause."""
    for clause in passage.clauses if "每" in passage.text else ():
        told = [each for each in clause[:MOST] if each.unit not in ("%", "个百分点")]
        for each in told:
            match = _EACH.search(each.gap) if each.unit != "元" and not each.rough else None
            if match and not _TIME.match(match["per"]) and not _LIMIT.search(each.gap):
                yield from _judged(each, match["per"], told)


def _judged(each: Statement, per: str, told: Sequence[Statement]) -> Iterator[Hit]:
    totals = [one for one in told if one.start > each.start and one.unit == each.unit and _is_total(one)]
    others = [one for one in told if one is not each and one not in totals and not one.rough]
    counts = [one for one in others if _counts(one, per)]
    if len(counts) != 1 or len(totals) != 1:
        return
    count, total = counts[0], totals[0]
    exact = count.value * each.value
    if total.value in _made(told, total) or total.rough:
        return
    if is_likely(total.value, exact, total.step, NEAR) or is_slip(
        count.value, total.value / each.value, count.step
    ):
        right = as_written(exact, total)
        reason = f"“{count.said}”按每{per}{each.amount}计为{right}，与所写“{total.said}”不符"
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


def _counts(one: Statement, per: str) -> bool:
    """Whether a number counts those that have so many each: 6个教学班, 24个村, 12期."""
    return one.unit == per or one.thing.endswith(per) or one.thing.startswith(per)


def _is_total(one: Statement) -> bool:
    return _TOTAL.search(one.gap) is not None


def _made(told: Sequence[Statement], total: Statement) -> set[Decimal]:
    """What some of the other numbers make, multiplied, or with one more that is added or taken away."""
    values = [one.value for one in told if one is not total]
    products = {
        Decimal(prod(some)) for size in range(2, len(values) + 1) for some in combinations(values, size)
    }
    more = {made + sign * value for made in products for value in values for sign in (1, -1)}
    return products | more
