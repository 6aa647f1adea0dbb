"""Shares of a whole that stands before them: 投诉类353件，占90.3% · 即办件占比85.6% · 完成年度任务的71.7%."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import zip_longest
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import percent, rounded
from gongkai.proofreading.figures.arithmetic.slips import is_likely, is_slip
from gongkai.proofreading.figures.arithmetic.spread import Spread, in_percent, may_be, spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.labels import core
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.rates import before, makes, may_be_part
from gongkai.proofreading.figures.relations.share_lists import is_beside
from gongkai.proofreading.hits import Hit, Level

TARGETS = ("任务", "计划", "目标", "指标", "预算")
"""What is to be reached, called by one word where it is set and by another where it is held against."""
KEPT = 16
"""Statements of earlier paragraphs that are remembered."""
NEAREST = 3
"""Larger counts before a part that may be its whole where the words do not say which is."""
SUMMED = 6
"""Counts in a row that one share may be the share of."""
SHARE = re.compile(
    r"(?:占|(?<=[，、（])(?=比[重例])|(?:完成|达到|为)(?=[^，。；、（）]{0,12}(?:任务|计划|目标|指标|预算)[^，。；、（）]{0,4}的$))"
    r"(?P<of>[^，。；、（）]{0,14}?)(?:的?比例|的?比重|比)?(?:的|为|达到?|约)?$"
)
_ATTACHED = re.compile(r"[，、（]?(?:约|分别|合计|共|所)?(?:占|完成|达到|为|比[重例])")
_ELSEWHERE = re.compile(r"全[国省市]|同期|上年|去年|上月|辖区")
_TOTAL = re.compile(r"共|总|计划|需要|受理|收到|报送|发布|公开|应|抽查|检查|接收|承办")
_GENERAL = re.compile(
    r"^(?:其|全部|全年|全县|全区|全镇|本|当年|年度|的|总数?|总量|总额|数|量|件|办件|工单)*$"
)
_DRESS = re.compile(r"^(?:其|全部|全年|全县|全区|全镇|当年|同类|本|该|总)+|(?:总数|总量|总额|数量|数|的)+$")
_MEASURE = re.compile(r"(?:面积|人数|资金|数量|总额|额|数|量)$")
_TAIL = re.compile(r"(?:人数|数量|额|数|量)$")
_SEVERAL = re.compile(r"[^，。；\d]{0,4}(?:合计|共计|共)占")
_KINDS = frozenset({"类", "项", "个", "种", "家"})
_BREAK = re.compile(r"[，。；、（）：]")


class Share(NamedTuple):
    """A share, what it is a share of as its words say (`of`, "" for nothing), the counts before it and the
    place of the one that it is of."""

    share: Statement
    of: str
    counts: Sequence[Statement]
    place: int

    @property
    def part(self) -> Statement:
        return self.counts[self.place]

    def larger(self) -> list[Statement]:
        """Counts of the unit that may be the whole, the nearest last."""
        part = self.part
        return [
            each
            for each in self.counts
            if each.unit == part.unit and each.value >= part.value and each is not part
        ]


class Shares:
    """What the paragraphs before have counted, against which shares are held."""

    def __init__(self) -> None:
        self._earlier: deque[Statement] = deque(maxlen=KEPT)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Shares that no whole before them gives."""
        for each, behind in zip_longest(passage.told, passage.told[1:]):
            match = SHARE.search(each.gap) if each.unit == "%" and not each.rough else None
            in_a_row = behind is not None and behind.unit == "%" and is_beside(behind)
            if match and not in_a_row and not _ELSEWHERE.search(match["of"]):
                near = [*self._earlier, *before(passage, each.start)]
                if (found := _share(each, match, near)) and (problem := _judged(found)):
                    yield problem
        self._earlier.extend(passage.told[-KEPT:])


def _share(share: Statement, match: re.Match[str], near: Sequence[Statement]) -> Share | None:
    counts = [each for each in near if may_be_part(each)]
    if _SEVERAL.match(share.gap) and counts and (added := _added(counts[:-1], counts[-1])):
        return Share(share, match["of"], [*counts, added], len(counts))
    if _ATTACHED.match(share.gap):
        last = next((each for each in reversed(near) if not SHARE.search(each.gap)), None)
        attached = bool(counts) and counts[-1] is last  # a second share goes with the count of the first
        return Share(share, match["of"], counts, _attached(match["of"], counts)) if attached else None
    name = _TAIL.sub("", core(_BREAK.split(share.gap[: match.start()])[-1]))
    named = [at for at, each in enumerate(counts) if _is_called(each, name)]
    return Share(share, match["of"], counts, named[-1]) if named else None


def _added(counts: Sequence[Statement], named: Statement) -> Statement | None:
    """The last counts as one: 住建类80件、交通类45件，两类合计; None where they are not of one unit."""
    number = int(named.value) if named.unit in _KINDS and named.value <= SUMMED else 0
    parts = counts[-number:]
    if number < 2 or len(parts) < number or len({each.unit for each in parts}) > 1:
        return None
    total, last = sum((each.value for each in parts), Decimal(0)), parts[-1]
    return last._replace(
        subject="合计", value=total, amount=as_written(total, *parts), step=max(each.step for each in parts)
    )


def _attached(of: str, counts: Sequence[Statement]) -> int:
    """The last count, or where that is the target itself the count of its unit before it."""
    last = counts[-1]
    if any(each in of for each in TARGETS) and any(each in last.subject for each in TARGETS):
        before = [at for at, each in enumerate(counts[:-1]) if each.unit == last.unit]
        return before[-1] if before else len(counts) - 1
    return len(counts) - 1


def _is_called(each: Statement, name: str) -> bool:
    subject = _TAIL.sub("", core(each.subject))
    return bool(name) and (subject == name or (len(name) > 1 and subject.endswith(name)))


def _judged(found: Share) -> Hit | None:
    """A doubt where neither the whole that the words mean nor any other gives the share."""
    share, part = found.share, found.part
    split = _split(found)
    possible = split or found.larger()
    if any(makes(share, part, each) for each in possible) or (not split and _is_of_several(found)):
        return None
    whole, sure = _whole(found, split)
    exact = percent(part.value, whole.value) if whole else None
    if whole is None or exact is None:
        return None
    if not sure and not is_likely(share.value, exact, share.step):
        return None
    plain = sure and not found.of and found.counts[-1] is part and share.gap[:2] in ("，占", "占", "（占")
    return _disagree(share, part, whole, Level.ERROR if plain else Level.DOUBT)


def _split(found: Share) -> list[Statement]:
    """The whole whose parts, after 其中, are all told and add up to it; [] where the words tell no such thing."""
    told = [each for each in found.counts if each.unit == found.part.unit]
    place = told.index(found.part)
    first = next((at for at in range(place, -1, -1) if "其中" in told[at].gap), 0)
    if not first or (found.of and not _GENERAL.match(found.of)):
        return []
    total = sum(each.value for each in told[first:])
    return [each for each in told[max(0, first - SUMMED) : first] if each.value == total]


def _is_of_several(found: Share) -> bool:
    """Whether the share is that of the last counts together, or one of any two of them."""
    told = [each for each in found.counts if each.unit == found.part.unit][-SUMMED - 1 :]
    for first in range(len(told) - 1):
        values = [spread(each) for each in told[first:]]
        total = reduce(Spread.plus, values)
        if any(may_be(found.share, in_percent(total, spread(each))) for each in found.counts):
            return True
    return found.counts[-1] is not found.part and any(
        makes(found.share, one, other) for one in told for other in told if one is not other
    )


def _whole(found: Share, split: Sequence[Statement]) -> tuple[Statement | None, bool]:
    """What the share is most likely out of, and whether nothing else can be meant."""
    if split:
        return split[-1], True
    if found.of and not _GENERAL.match(found.of):
        called = _called(found)
        slips = [each for each in called if _is_slip(found, each)]
        return next(iter([*reversed(slips), *reversed(called)]), None), False
    likely = [each for each in found.larger() if _TOTAL.search(each.subject)] or _divided(found)
    slips = [each for each in likely or found.larger()[-NEAREST:] if _is_slip(found, each)]
    alone = len({each.value for each in likely}) == 1 and bool(_TOTAL.search(likely[0].subject))
    return next(iter([*reversed(slips), *reversed(likely)]), None), alone


def _divided(found: Share) -> list[Statement]:
    """The count of the unit that stands before 其中, where that leads to the part."""
    part, near = found.part, found.counts[max(0, found.place - 2 * SUMMED) : found.place + 1]
    first = next((at for at in range(len(near) - 1, 0, -1) if "其中" in near[at].gap), 0)
    return [each for each in near[:first] if each.unit == part.unit and each.value > part.value][-1:]


def _is_slip(found: Share, whole: Statement) -> bool:
    exact = percent(found.part.value, whole.value)
    return exact is not None and is_slip(found.share.value, exact, found.share.step)


def _called(found: Share) -> list[Statement]:
    """Counts that are called as the whole is: 占缴存额的71.5% after 缴存额2.63亿元."""
    name = _DRESS.sub("", found.of)
    name = _MEASURE.sub("", name) if len(name) > len("面积") else name
    wanted = [name] if len(name) > 1 else []
    wanted += TARGETS if any(each in name for each in TARGETS) else []
    return [each for each in found.larger() if any(one in each.subject + each.thing for one in wanted)]


def _disagree(share: Statement, part: Statement, whole: Statement, level: Level) -> Hit:
    right = rounded(percent(part.value, whole.value) or whole.value, share.step)
    reason = (
        f"“{part.said}”占“{whole.said}”的{right}%（{part.amount}÷{whole.amount}），与所写{share.amount}不符"
    )
    return hit(
        Kind.SHARE, level, share.amount, reason, share.span, part.span, whole.span, suggestion=f"{right}%"
    )
