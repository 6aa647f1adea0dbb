"""Shares told in a row: 分别为203件、156件、98件，占总量的23.5%、18.1%、11.3% · 三次产业占比分别为7.4%、42.4%、50.2%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from gongkai.proofreading.figures.arithmetic.rounding import rounded
from gongkai.proofreading.figures.arithmetic.spread import HUNDRED, Spread, in_percent, may_be, spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.labels import core
from gongkai.proofreading.figures.reading.numerals import number, step, written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.rates import before, may_be_part
from gongkai.proofreading.hits import Hit, Level

MOST = 12
"""Shares in a row that are read."""
SECTORS = (r"第?一产业?", r"第?二产业?", r"第?三产业?")
_SHARED = re.compile(r"占|比重|比例|构成|结构")
_BESIDE = re.compile(r"[、和与及：]?")
_NAMES = re.compile(r"(?:其中|[，。：；]|^)(?P<names>[^，。：；]+?)(?:增加值)?(?:的)?(?:分别)?占")
_OF_SECTORS = re.compile(r"三次产业|三产|一、?二、?三产业|产业结构")
_RATIO = re.compile(
    r"三次?产业?[^，。；\d]{0,16}(?:[\d.：]+[^，。；\d]{0,8})?(?:为|到|成)(?P<ratio>\d{1,2}(?:\.\d{1,2})?(?:：\d{1,2}(?:\.\d{1,2})?){2})(?![\d.：])"
)


def check(passage: Passage) -> Iterator[Hit]:
    """Shares in a row of which one is not what the whole of the others gives it."""
    for row in _rows(passage.told):
        near = [each for each in before(passage, row[0].start) if may_be_part(each)]
        yield from _judged(row, _parts(passage, row, near), near)
    for match in _RATIO.finditer(passage.text) if "产业" in passage.text else ():
        near = [each for each in before(passage, match.start()) if may_be_part(each)]
        row, sectors = _ratio(passage, match), _sectors(near)
        yield from _judged(row, sectors, near) if sectors else _of_hundred(row)


def _rows(told: Sequence[Statement]) -> Iterator[Sequence[Statement]]:
    """Percentages beside one another, of which the first is called a share."""
    place = 0
    while place < len(told):
        end = place + 1
        if told[place].unit == "%" and _SHARED.search(_said(told, place)):
            while end < min(len(told), place + MOST) and told[end].unit == "%" and is_beside(told[end]):
                end += 1
            if end - place > 1 and not any(each.rough for each in told[place:end]):
                yield told[place:end]
        place = end


def _said(told: Sequence[Statement], place: int) -> str:
    """The words before a share, and before its whole where that stands between: 占总量200件的60%."""
    gap = told[place].gap[-20:]
    return told[place - 1].gap[-20:] if place and gap == "的" else gap


def is_beside(each: Statement) -> bool:
    """Whether a number goes on with the row of the number before it."""
    return _BESIDE.fullmatch(each.gap) is not None


def _parts(passage: Passage, row: Sequence[Statement], near: Sequence[Statement]) -> Sequence[Statement]:
    """The counts that the shares are of, one each; () where the words do not say."""
    if _OF_SECTORS.search(passage.text, max(0, row[0].start - 16), row[0].start):
        return _sectors(near)
    match = _NAMES.search(row[0].gap)
    names = [core(each) for each in re.split("[、和与及]", match["names"])] if match else []
    if len(names) == len(row):
        found = [[each for each in near if core(each.subject) == name] for name in names]
        return [each[-1] for each in found] if all(found) else ()
    near = near[:-1] if row[0].gap == "的" else near
    if len(near) < len(row):
        return ()
    last = near[-len(row) :]
    alone = len(near) == len(row) or not is_beside(last[0])
    led = "分别" in row[0].gap and "其中" in last[0].gap  # 其中甲3件，乙2件，分别占60%、40%
    beside = led or (alone and all("、" in each.gap or is_beside(each) for each in last[1:]))
    return last if beside and len({each.unit for each in last}) == 1 else ()


def _sectors(near: Sequence[Statement]) -> Sequence[Statement]:
    found = [
        [each for each in near if re.search(f"{name}(?:实现)?增?加?值?$", each.subject)] for name in SECTORS
    ]
    return [each[-1] for each in found] if all(found) else ()


def _judged(row: Sequence[Statement], parts: Sequence[Statement], near: Sequence[Statement]) -> Iterator[Hit]:
    if len(parts) != len(row):
        return
    total = reduce(Spread.plus, (spread(each) for each in parts))
    wholes = [total, *(spread(each) for each in near if each.unit == parts[0].unit and each not in parts)]
    whole = min(wholes, key=lambda each: len(_faults(row, parts, each)))
    wrong = _faults(row, parts, whole)
    for place in wrong if len(wrong) < len(row) else ():
        yield _disagree(row[place], parts[place], whole)


def _faults(row: Sequence[Statement], parts: Sequence[Statement], whole: Spread) -> list[int]:
    shares = [in_percent(spread(part), whole) for part in parts]
    return [at for at, exact in enumerate(shares) if not may_be(row[at], exact)]


def _disagree(share: Statement, part: Statement, whole: Spread) -> Hit:
    middle = (whole.low + whole.high) / 2
    right = rounded(part.value * HUNDRED / middle, share.step) if middle else ""
    reason = f"按并列各项所占的总数{as_written(middle, part)}计算，“{part.said}”应占{right}%，与所写{share.amount}不符"
    return hit(Kind.SHARE, Level.DOUBT, share.amount, reason, share.span, part.span, suggestion=f"{right}%")


def _ratio(passage: Passage, match: re.Match[str]) -> list[Statement]:
    """16.9：39.3：43.8 as three shares."""
    found = []
    for figure in re.finditer(r"[\d.]+", match["ratio"]):
        start = match.start("ratio") + figure.start()
        end = start + len(figure[0])
        value = number(figure[0]) or Decimal(0)
        found.append(
            Statement(
                "",
                value,
                "%",
                start,
                end,
                "",
                "",
                step(figure[0]),
                False,
                figure[0],
                passage.span(start, end),
            )
        )
    return found


def _of_hundred(row: Sequence[Statement]) -> Iterator[Hit]:
    """The three sectors together are all there is."""
    total = reduce(Spread.plus, (spread(each) for each in row))
    if not total.low <= HUNDRED <= total.high and abs(total.low - HUNDRED) < Decimal(20):
        added = "＋".join(each.amount for each in row)
        value = written(sum((each.value for each in row), Decimal(0)))
        reason = f"三次产业之比相加为{value}（{added}），应为100"
        said = "：".join(each.amount for each in row)
        yield hit(Kind.SHARE, Level.DOUBT, said, reason, *(each.span for each in row))
