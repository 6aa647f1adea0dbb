"""Totals with their parts as sentences tell them: 共391件，其中投诉类353件、求助类32件、其他6件."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from gongkai.proofreading.figures.reading.labels import (
    REST,
    are_alike,
    are_ordinals,
    core,
    exclusive,
    in_family,
    is_act,
    is_closed,
)
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.figures.sums.outcomes import outcome

_AMONG = re.compile(r"其中|^[^，。；：（）、\d]{1,10}(?<![程作动查集检其])中[，：]")
_ALL = re.compile(
    r"(?:[，：；（]|——|—|^)(?:分别为|分别是|分别来自|分别分布在|分别位于|分别属于|分为|具体为|具体是|具体包括|即|由)[^，；]*$"
)
_BY = re.compile(r"(?:^|[，；。])按[^，；：。]{2,12}(?:划分|分类|分)[，：][^，；：。]*$")
_SUM = re.compile(
    r"(?:^|[，；：、）]|，以上)(?:[两二三四五六七八九十]+[项批次轮期类个年院校镇村县市地处家方部段层线级者][分面次]?|上半年|下半年|全年|前三季度|[一二三四]季度|\d{1,2}月份?|当年|本年|本月|(?P<named>[^，。；：、（）\d]{2,8})(?=合计|总计))?"
    r"(?P<sum>合计|总计|共计|一共|总共|共|累计)(?:为|达)?"
    r"(?:报送|受理|收到|安排|投入|(?P<verb>[^，。；：、\d]{2,4}))?$"
)
_TOGETHER = re.compile(r"^(?:实际|实有|去重|剔除|扣除)")
"""What all the parts come to once nothing is counted twice: no part itself."""
_OF_THEM = re.compile(r"[^，。；：、\d]{0,4}共$")
_TOTAL = re.compile(r"(?<!公)共(?![同享青])|总|累计|合计")
_ELSEWHEN = re.compile(r"上年|去年|同期|上月|上季|上周")
_SOME = re.compile(r"等[^，、。]{0,14}，?(?:[^，、。]{0,8}，)?分别[^，、。]{0,2}$")
_LEFT = re.compile(r"其余|其他|其它|另外|另有|还有|剩余")
LOOK = 40
"""Characters behind the parts in which words may say that there are more."""
_NAMES = re.compile(r"(?:其中|：|，|（)?([^，：；（）]+?)(?:分别|各)(?:为|是|有)?$")
MOST, FEW = 60, 9
"""Parts of a total, and of one that is not said to be one: no kinds that leave nothing out are more."""
FEW_MORE = Decimal("0.1")
"""Share of a total by which parts that are only sorts of one thing may miss it."""
_PAIRED = re.compile(r"[、，]?(?:共|计|共计|涉及|金额|资金|补助)?")
NEAR = 2
"""How often the parts of an unnamed split may stand in its whole."""
_PER_CENT = frozenset({"%", "‰", "个百分点"})


class Split(NamedTuple):
    """A total, the parts told of it, and what else in the sentence could be the total. `complete`: the words
    say that the parts are all; `among`: 其中 says that each is a part; not `sure`: that they are parts at all is only likely.
    `open`: 等 or 其余为… says that they are not; `further` statements of the unit follow and may be parts as well; `summed`: 合计 says that they are added."""

    wholes: tuple[Statement, ...]
    parts: tuple[Statement, ...]
    complete: bool
    among: bool
    sure: bool = True
    further: tuple[Statement, ...] = ()
    summed: bool = False
    open: bool = False

    @property
    def subjects(self) -> list[str]:
        return [part.subject for part in self.parts]


def splits(passage: Passage) -> Iterator[Split]:
    """Every total with parts in a passage."""
    for start, end in _joined(passage) if len(passage.told) > 1 else ():
        told = [each for each in passage.statements(start, end) if each.unit not in _PER_CENT]
        for place in range(1, len(told)):
            if found := _forward(passage, told, place) or _backward(told, place):
                yield found
        for beside in _beside(passage, told):
            for place in range(1, len(beside)):
                if found := _forward(passage, beside, place):
                    yield found


def _joined(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences; one that begins with 其中 belongs to the one before it."""
    waiting: tuple[int, int] | None = None
    for start, end in passage.sentences:
        if waiting and passage.text.startswith("其中", start):
            waiting = (waiting[0], end)
            continue
        if waiting:
            yield waiting
        waiting = (start, end)
    if waiting:
        yield waiting


def _beside(passage: Passage, told: list[Statement]) -> Iterator[list[Statement]]:
    """46期2184人次，其中企业18期826人次、农村28期1358人次: the second number of each pair is said of what the first
    is said of. Each unit that is told in such a pair, with the words of the pair."""
    pairs = [pair for pair in pairwise(told) if _PAIRED.fullmatch(pair[1].gap)]
    units = {each.unit for one, later in pairs if one.unit != later.unit for each in (one, later)}
    for unit in sorted(units):
        found: list[Statement] = []
        subject, since = "", told[0].start - len(told[0].gap)
        for place, each in enumerate(told):
            if not _PAIRED.fullmatch(each.gap) or not place or told[place - 1].unit == each.unit:
                subject = each.subject
            if each.unit == unit:
                found.append(each._replace(subject=subject, gap=passage.text[since : each.start]))
                since = each.end
        yield found


def _forward(passage: Passage, told: list[Statement], place: int) -> Split | None:
    first = told[place]
    gap = first.gap
    among, every = bool(_AMONG.search(gap)), bool(_ALL.search(gap))
    bracket = "（" in gap and "）" not in gap
    wholes = [
        each
        for each in reversed(told[max(0, place - 6) : place])
        if each.unit == first.unit and not _is_elsewhen(each)
    ]
    if not wholes or wholes[0].rough:
        return None
    if not (among or every or _BY.search(gap) or (bracket and told[place - 1].unit == first.unit)):
        return _unmarked(passage, told, place)
    parts = _named(_run(told[: place + MOST], place), gap)
    if any("即" in part.gap for part in parts[1:]):
        return None  # 按10%缴纳，即0.60元；按30%缴纳，即1.80元: each is what stands before it in another form
    if not parts or (not among and (len(parts) == 1 or any(map(_is_elsewhen, parts)))):
        return None
    usable = tuple(whole for whole in wholes if not whole.rough)
    rest = REST.match(core(parts[-1].subject)) is not None and not _open(passage, parts[-1])
    subjects = [part.subject for part in parts]
    listed = bracket and not among and exclusive(subjects, wholes[0].subject)
    complete = (every or rest or listed) and not _open(passage, parts[-1]) and not _of_some(passage, first)
    behind = told[place + len(parts) : place + len(parts) + 3]
    further = tuple(each for each in behind if each.unit == first.unit and not _AMONG.search(each.gap))
    left = _open(passage, parts[-1]) or _LEFT.search(passage.text, parts[-1].end, parts[-1].end + LOOK)
    sure = not among or "其中" in gap
    return Split(usable, tuple(parts), complete, among, sure, further, open=bool(left))


def _unmarked(passage: Passage, told: list[Statement], place: int) -> Split | None:
    """共391件：投诉类353件、其他38件 · 抽检120批次，合格118批次，不合格2批次 — no 其中, but parts that leave
    nothing out, or a colon that leads in."""
    whole, first = told[place - 1], told[place]
    if whole.unit != first.unit or whole.rough:
        return None
    parts = _run(told[: place + (MOST if _TOTAL.search(whole.subject) else FEW)], place)
    subjects = [part.subject for part in parts]
    if len(parts) < 2 or _open(passage, parts[-1]) or in_family(subjects, whole.subject):
        return None
    total = sum(part.value for part in parts)
    if is_closed(subjects) and max(part.value for part in parts) <= whole.value <= NEAR * total:
        further = [each for each in told[place + len(parts) :] if each.unit == whole.unit]
        return Split(
            (whole,), tuple(parts), complete=True, among=False, sure=False, further=tuple(further[:3])
        )
    if not _TOTAL.search(whole.subject) or is_act(first.subject) or not exclusive(subjects, whole.subject):
        return None
    rest = REST.match(core(subjects[-1])) is not None
    if rest or re.search(r"：|——", first.gap):
        return Split((whole,), tuple(parts), complete=True, among=False, sure=rest)
    return None


def _run(told: list[Statement], place: int) -> list[Statement]:
    """The parts that follow one another in the same unit, by the same marks, of the same sort."""
    first = told[place]
    if first.rough:
        return []
    found, depth, style = [first], 0, ""
    for each in told[place + 1 :]:
        depth += each.gap.count("（") - each.gap.count("）")
        if depth < 0:
            break
        if depth > 0:
            continue
        mark = _mark(each.gap)
        style = style or mark
        if not _goes_on(found, each, mark, style):
            break
        if each.rough:
            return []
        found.append(each)
    return found


def _goes_on(found: Sequence[Statement], each: Statement, mark: str, style: str) -> bool:
    first, rest = found[0], REST.match(core(each.subject)) is not None
    if each.unit != first.unit or _AMONG.search(each.gap) or _TOTAL.match(each.subject):
        return False
    if _TOGETHER.match(each.subject) and not _TOGETHER.match(first.subject):
        return False
    if is_act(each.subject) != is_act(first.subject) and not rest:
        return False
    if style == "，" and not each.subject:
        return False
    return mark == style or rest or (style == "，" and mark == "、") or (style == "；" and mark == "、")


def _mark(gap: str) -> str:
    """The heaviest mark between two parts; 和 and nothing count as 、."""
    return next((mark for mark in "；，" if mark in gap), "、")


def _is_elsewhen(each: Statement) -> bool:
    return _ELSEWHEN.search(each.subject) is not None


def _of_some(passage: Passage, first: Statement) -> bool:
    """城建、物业等三类较为集中，分别为…: some of the parts are told, not all."""
    return _SOME.search(passage.text, max(0, first.start - 40), first.start) is not None


def _named(parts: list[Statement], gap: str) -> list[Statement]:
    """甲、乙、丙分别为3件、2件、1件: the names before the numbers are what the parts are called."""
    match = _NAMES.search(gap)
    names = re.split("[、和及]", match[1].removeprefix("其中")) if match else []
    if len(names) != len(parts):
        return parts
    return [part._replace(subject=name) for part, name in zip(parts, names, strict=True)]


def _backward(told: list[Statement], place: int) -> Split | None:
    """投诉20件、咨询10件，合计30件: the total comes last."""
    whole, said = told[place], _SUM.search(told[place].gap)
    if whole.rough or not (said or _OF_THEM.fullmatch(whole.gap)):
        return None
    parts: list[Statement] = []
    before = told[max(0, place - 30) : place]
    number = None
    if before and before[-1].unit != whole.unit and not re.search("[，；：、]", whole.gap):
        number = before.pop().value  # 两批共27家: the number of parts
    for each in reversed(before):
        if each.unit != whole.unit or each.rough or _SUM.search(each.gap):
            break
        parts.insert(0, each)
        if _AMONG.search(each.gap) or "；" in each.gap:
            break
    if len(parts) < 2 or not (said or number == len(parts)) or any("每" in part.gap for part in parts):
        return None  # 每个集体5000元，每人1000元 are prices
    if said and not _is_their_sum(said, parts, whole):
        return None
    beside = all(_mark(later.gap) == "、" for _, later in pairwise(parts))
    plain = said is not None and said["sum"] in ("合计", "总计", "共计")
    plain = plain and (beside or not any(outcome(part.subject) for part in parts))
    apart = exclusive([part.subject for part in parts], whole.subject) and (
        beside or not is_act(core(parts[0].subject))
    )
    apart = apart or (beside and _is_near(parts, whole) and are_alike([part.subject for part in parts]))
    periods = are_ordinals([part.subject for part in parts])
    periods = periods or number == len(parts) or "分别" in parts[0].subject
    if not (plain or apart or periods):
        return None
    if any(sum(part.value for part in parts[start:]) == whole.value for start in range(len(parts) - 1)):
        return None  # the list begins later than it seems
    return Split((whole,), tuple(parts), complete=True, among=False, summed=plain or periods)


def _is_their_sum(said: re.Match[str], parts: Sequence[Statement], whole: Statement) -> bool:
    """Whether the words with 合计 can be of the parts: 办公费3万元、差旅费2万元，人员经费合计45万元 is of others."""
    if said["verb"] and not any(said["verb"] in part.subject for part in parts):
        return False
    return not said["named"] or (are_alike([part.subject for part in parts]) and _is_near(parts, whole))


def _is_near(parts: Sequence[Statement], whole: Statement) -> bool:
    return abs(sum(part.value for part in parts) - whole.value) <= FEW_MORE * whole.value


def _open(passage: Passage, last: Statement) -> bool:
    """Whether the list says that it is not all (…、求助32件等) or goes on with what is not read (、ICU10张)."""
    return (
        passage.text.startswith(("等", "、"), last.end)
        or last.thing.endswith("等")
        or last.thing.startswith("等")
    )
