"""What is left over, and parts that leave nothing out, against a whole told before: 计划11个。已开工9个，其余3个…"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.rounding import slack
from gongkai.proofreading.figures.arithmetic.slips import is_likely, is_slip
from gongkai.proofreading.figures.reading.items import Item, items
from gongkai.proofreading.figures.reading.labels import complements, core, in_family, is_closed
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.progress import is_progress
from gongkai.proofreading.figures.sums.additions import Sum, disagreement
from gongkai.proofreading.hits import Hit

BACK = 8
"""Numbers before the parts among which their whole is looked for."""
LONGEST = 100
"""Numbers of one unit in a paragraph that are read; beyond it is a table without lines."""
MOST = 6
"""Parts of a whole that are told in one breath."""
_REST = re.compile(
    r"^(?:，|其中|而)?(?:其余|其它|其他|剩余|余下|剩下|尚有|仍有|还有|还剩|还余|尚余|尚剩|尚欠|仍欠|还欠|尚缺)(?!.*(?:增|减))"
)
_WHOLE = re.compile(
    r"(?<!公)共(?![同享青])|总|累计|合计|发现|收到|接到|受理|排查|检查|抽查|抽检|计划|安排|任务|现有|应|实施|申报|报名|反馈|涉及|登记|核查|承办|交办"
)
_APART = re.compile(r"[。：（]|其中|截至|目前")
_DONE = re.compile(r"^(?:已|均已)")
_CARRIED = re.compile(
    r"结转|新收|旧存|[期年月]初.{0,4}(?:在办|未|结存|余)|转入|遗留|(?:上[年月期]|上季度?|往年|历年).{0,4}(?:未办结|在办|未完成)"
)
"""What was carried over is closed with what came in: a balance, not a sum."""
FAR = Decimal("0.03")
"""Share of a whole within which a sum must come to it where only its place says that it is the whole."""


class Remainders:
    """The numbers of the paragraphs before, of which a later one may tell the parts."""

    def __init__(self) -> None:
        self._before: dict[str, deque[Item]] = defaultdict(lambda: deque(maxlen=BACK))

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Wholes that are not what their parts with the rest, or done and undone, come to."""
        carried = _CARRIED.search(passage.text) is not None
        for unit, told in items(passage).items() if passage.told else ():
            before = self._before[unit]
            for last in range(1, min(len(told), LONGEST)):
                kinds = None if carried else _of_kinds(told, last)
                if found := _of_rest(told, last, tuple(before), passage) or kinds:
                    yield found
            before.extend(each._replace(sentence=0) for each in told[-BACK:])


def _of_rest(told: Sequence[Item], last: int, before: Sequence[Item], passage: Passage) -> Hit | None:
    if not _REST.match(told[last].label):
        return None
    around = told[max(0, last - BACK) : last + 1]
    if _is_told((*before, *around)[-MOST - BACK : -1], around[-1]):
        return None
    behind = told[last + 1 : last + 3]  # 其他收入3万元，年初结转5万元: one of the parts, and no rest
    runs = [(around[place - 1], around[place:]) for place in range(1, len(around) - 1)]
    if any(_is_full(whole, parts[:-1]) or _is_full(whole, [*parts, *behind]) for whole, parts in runs):
        return None
    here = _nearest([run for run in runs if _leads(*run)])
    return here or _of_earlier(
        [each for each in around if each.sentence == around[-1].sentence], before, passage
    )


def _is_full(whole: Item, parts: Sequence[Item]) -> bool:
    """Whether some first parts are all of the whole, so that a rest is of something else."""
    return (
        len(parts) > 1
        and _is_whole(whole, parts)
        and any(_agrees(whole, parts[:count]) for count in range(2, len(parts) + 1))
    )


def _of_earlier(parts: Sequence[Item], before: Sequence[Item], passage: Passage) -> Hit | None:
    """All that a sentence tells against a number of the paragraphs before: one that the sentence names, or that it
    all but comes to."""
    if len(parts) < 2:
        return None
    said = passage.text[passage.sentences[parts[0].sentence - 1][0] : parts[0].told.start]
    named = [
        each for each in before if len(word := core(each.label)) > 1 and word in said and _leads(each, parts)
    ]
    near = [
        each for each in before if _leads(each, parts) and abs(each.value - _sum(parts)) <= FAR * each.value
    ]
    return _nearest([(each, parts) for each in named or near])


def _is_told(before: Sequence[Item], rest: Item) -> bool:
    """Whether any whole before is the rest and some of what stands between."""
    room = slack([each.told.step for each in (*before, rest)])
    between: list[Item] = []
    sums: set[Decimal] = set()
    for whole in reversed(before):
        left = whole.value - rest.value
        if any(abs(left - each) <= room for each in sums) and _is_whole(whole, (*between, rest)):
            return True
        if whole.sentence:
            between.insert(0, whole)
            sums |= {each + whole.value for each in sums} | {whole.value}
    return False


def _leads(whole: Item, parts: Sequence[Item]) -> bool:
    """Whether the parts can be parts of the whole: the parts are told in one sentence, and none is more than the
    whole."""
    if len({part.sentence for part in parts}) > 1 or any(part.told.rough for part in (whole, *parts)):
        return False
    return all(part.value <= whole.value for part in parts) and _is_whole(whole, parts)


def _is_whole(whole: Item, parts: Sequence[Item]) -> bool:
    """Whether the words before the first part set it below the whole, not beside it."""
    first, second = parts[:2]
    if first.sentence != whole.sentence or _APART.search(first.told.gap) or _WHOLE.search(whole.label):
        return True
    return len(parts) == 2 and bool(_DONE.match(first.label)) and _REST.match(second.label) is not None


def _of_kinds(told: Sequence[Item], last: int) -> Hit | None:
    """The longest run up to `last` whose kinds leave nothing out."""
    for first in range(max(1, last - MOST + 1), last):
        parts = told[first : last + 1]
        labels = [part.label for part in parts]
        if not all(labels) or len({part.sentence for part in parts}) > 1 or not _is_all(labels):
            continue
        if last + 1 < len(told) and _is_all([*labels, told[last + 1].label]):
            return None  # goes on
        return _of_run(told[max(0, first - BACK) : first], parts, told[last + 1 : last + 3])
    return None


def _is_all(labels: Sequence[str]) -> bool:
    return all(labels) and (is_closed(labels) or is_progress(labels))


def _of_run(before: Sequence[Item], parts: Sequence[Item], behind: Sequence[Item]) -> Hit | None:
    sums = [parts[:count] for count in range(2, len(parts))]  # a later one may be a part of a part
    sums += [[*parts, *some] for some in [(), *((each,) for each in (*before, *behind))]]
    if any(_agrees(whole, told) for whole in (*before, *behind) for told in sums):
        return None
    among = "其中" in parts[0].told.gap  # of the number right before it
    akin = [each for each in before if not among and _speaks_of(each.label, parts)]
    labels = [core(part.label) for part in parts]
    states = is_progress([part.label for part in parts]) or complements(
        labels
    )  # of what was told before, whatever the mark
    wholes = [each for each in akin[-1:] or before[-1:] if not in_family(labels, each.label)]
    runs = [(whole, parts) for whole in wholes if states or _leads(whole, parts)]
    return _nearest(runs) or next((disagreement(Sum(*run)) for run in runs if _is_one_off(*run)), None)


def _is_one_off(whole: Item, parts: Sequence[Item]) -> bool:
    """Whether all of a few things are told, one more or less: 5个标段中，已完工2个，在建2个，未开工2个."""
    led = re.match("[^，。；：]{1,8}中$", whole.told.thing) is not None
    return led and abs(whole.value - _sum(parts)) == 1


def _speaks_of(label: str, parts: Sequence[Item]) -> bool:
    """Whether a whole is told by the verb that the parts share: 共受理…，线上受理…，线下受理…"""
    ends = {part.label[-2:] for part in parts}
    return len(ends) == 1 and len(parts[0].label) > 2 and ends.pop() in label


def _agrees(whole: Item, parts: Sequence[Item]) -> bool:
    return abs(whole.value - _sum(parts)) <= slack([each.told.step for each in (whole, *parts)])


def _sum(parts: Sequence[Item]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _nearest(runs: Sequence[tuple[Item, Sequence[Item]]]) -> Hit | None:
    """The run that comes nearest to its whole, where a slip explains what is amiss."""
    likely = [run for run in runs if _is_amiss(*run)]
    if not likely:
        return None
    whole, parts = min(likely, key=lambda run: abs(run[0].value - _sum(run[1])))
    return disagreement(Sum(whole, parts))


def _is_amiss(whole: Item, parts: Sequence[Item]) -> bool:
    total, step = _sum(parts), min(each.told.step for each in (whole, *parts))
    if is_likely(whole.value, total, step):
        return True
    return any(is_slip(part.value, part.value + whole.value - total, step) for part in parts)
