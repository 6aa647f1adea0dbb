"""Parts that follow their total with nothing between: 共设投票站48个，固定投票站36个、流动票箱12个."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.rounding import slack
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.items import Item, items
from gongkai.proofreading.figures.reading.labels import are_ordinals, core, exclusive, is_act, overlapping
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import as_written
from gongkai.proofreading.hits import Hit, Level

NEAR = Decimal("0.05")
"""Share of the total by which parts may miss it for a mistaken digit to be the likely reason."""
WIDE = Decimal("0.1")
"""The same where no thing can be two of the parts."""
NEAREST = Decimal("0.01")
"""The same where neither the words nor the kinds say that they are parts: 教师3126人，专任2814人、工勤322人."""
LONG = 100
"""Least whole for which that is no chance."""
MOST = 12
"""Parts that are read in one row."""
LOOK = 20
"""Characters behind the parts in which words may say that there are more."""
_TOTAL = re.compile(r"(?<!公)共(?![同享青])|总|累计|合计")
_LED = re.compile(r"[，：（][^，；。：（]*")
_TOLD_OF = re.compile(
    r"(?:主要|共|具体|产品|品种|样品)*(?:涉及|包括|分别为|分别是|分别涉及|为|有)[^，。；：（]*"
)
"""A sentence of its own that says what the number before it is made of: 超标4批次。涉及韭菜2批次、豇豆2批次."""
_ROW = re.compile(r"[，、；]?[^，；。：（）]*")
_MORE = re.compile(r"等|其余|其他|另|还有|^[^，。；：（）、]{0,4}、")


def check(passage: Passage) -> Iterator[Hit]:
    """Totals that the row of parts right behind them all but gives, a digit apart."""
    for told in items(passage).values() if len(passage.told) > 2 else ():
        place = 0
        while place < len(told) - 2:
            parts = _row(told, place)
            if len(parts) > 1 and _is_amiss(told[place], parts, told, passage):
                yield _disagree(told[place], parts)
            place += max(1, len(parts))


def _row(told: Sequence[Item], place: int) -> list[Item]:
    """The numbers behind a total that stand in its sentence, each with its own word and parted by the same mark."""
    whole, first = told[place], told[place + 1]
    led = first.sentence == whole.sentence and _LED.fullmatch(first.told.gap)
    own = first.sentence == whole.sentence + 1 and _TOLD_OF.fullmatch(first.told.gap)
    if not led and not own:
        return []
    row, mark = [first], ""
    for each in told[place + 2 : place + MOST]:
        mark = mark or each.told.gap[:1]
        if not _ROW.fullmatch(each.told.gap) or each.told.gap[:1] != mark or each.sentence != first.sentence:
            break
        row.append(each)
    return row


def _is_amiss(whole: Item, parts: Sequence[Item], told: Sequence[Item], passage: Passage) -> bool:
    labels = [core(part.label) for part in parts]
    if not all(labels) or len(set(labels)) < len(labels) or any(each.told.rough for each in (whole, *parts)):
        return False
    apart = whole.value - _sum(parts)
    own = parts[0].sentence != whole.sentence
    sure, told_whole = exclusive(labels, whole.label), own or _TOTAL.search(whole.label) is not None
    hardly = whole.value >= LONG * whole.told.step and abs(apart) <= NEAREST * whole.value
    if not told_whole and (not sure or exclusive([whole.label, *labels])) and not hardly:
        return False  # one more of the same kind
    if not are_ordinals(labels) and (any(map(is_act, labels)) or (not sure and overlapping(labels))):
        return False
    end = parts[-1].told.end
    if _MORE.search(passage.text[end : end + LOOK]):
        return False
    total, step = whole.value - apart, min(each.told.step for each in (whole, *parts))
    slip = is_slip(whole.value, total, step) or any(
        is_slip(part.value, part.value + apart, step) for part in parts
    )
    one_off = own and abs(apart) == 1 and whole.told.step == 1
    near = one_off or (slip and abs(apart) <= (WIDE if sure else NEAR) * whole.value)
    room = slack([each.told.step for each in (whole, *parts)])
    return near and abs(apart) > room and all(total != each.value for each in told)


def _sum(parts: Sequence[Item]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _disagree(whole: Item, parts: Sequence[Item]) -> Hit:
    told, total = [each.told for each in (whole, *parts)], _sum(parts)
    added = "＋".join(each.amount.removesuffix(each.unit) for each in told[1:])
    reason = (
        f"{len(parts)}项相加为{as_written(total, *told)}（{added}），"
        f"与总数{whole.told.amount}相差{as_written(abs(total - whole.value), *told)}"
    )
    return hit(Kind.PARTS, Level.DOUBT, whole.told.amount, reason, *(each.span for each in told))
