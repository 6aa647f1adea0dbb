"""Several sizes of equipment against what they are together: 2×70兆瓦和1台29兆瓦，总供热能力169兆瓦."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.slips import is_likely
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number, step, written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

_SIZE = r"万千瓦时|千瓦时|万千瓦|兆瓦时|兆瓦|千瓦|MW|kW|千伏安|兆伏安|蒸吨|万吨|吨|万立方米|立方米|平方米|升"
"""Units that equipment is measured by; spans of a bridge, told in 米, lack its ends."""
_APART = re.compile(r"停用|停运|拆除|淘汰|关停|报废|退役|备用[，。；）]|\d用\d备")
"""What is not in the total, or may not be."""
_NUMBER = rf"(?:{ARABIC}|{CHINESE})"
_TERM = re.compile(
    rf"(?<![\d.第])(?P<number>{_NUMBER})(?:[台套座组条眼辆栋个艘间孔列口][^，。；、（）\d×]{{0,6}}|[×xX*])"
    rf"(?P<size>{ARABIC})(?P<unit>{_SIZE})(?![/每])"
)
_BETWEEN = re.compile(r"[^，。；：（）\d]{0,14}(?:[、，＋+]|和|及|与|以及)[^，。；：（）\d]{0,8}")
_TOTAL = re.compile(
    r"[^，。；（）\d]{0,14}[，（](?:[^，。；（）\d]{0,4}(?:总|合计|共计|共|累计)[^，。；（）\d其每]{0,12})"
    rf"(?<![约近超])(?P<total>{ARABIC})(?P<unit>{_SIZE})(?!/|以上|左右)"
)


def check(passage: Passage) -> Iterator[Hit]:
    """Totals that the sizes told right before them, each so many times, do not make."""
    run: list[re.Match[str]] = []
    for term in _TERM.finditer(passage.text):
        if run and not _goes_on(passage.text, run, term):
            yield from _judged(passage, run)
            run = []
        run.append(term)
    if run:
        yield from _judged(passage, run)


def _goes_on(text: str, run: list[re.Match[str]], term: re.Match[str]) -> bool:
    last = run[-1]
    beside = _BETWEEN.fullmatch(text, last.end(), term.start()) is not None
    return beside and last["unit"] == term["unit"]


def _judged(passage: Passage, run: list[re.Match[str]]) -> Iterator[Hit]:
    total = _TOTAL.match(passage.text, run[-1].end())
    if total is None or total["unit"] != run[0]["unit"]:
        return
    if _APART.search(passage.text, run[0].start(), total.end()):
        return
    made = sum((_value(each["number"]) * _value(each["size"]) for each in run), Decimal(0))
    printed = number(total["total"])
    if printed is None or not made or printed == made or not is_likely(printed, made, step(total["total"])):
        return
    added = "＋".join(f"{each['number']}×{each['size']}" for each in run)
    said = passage.text[total.start("total") : total.end("unit")]
    reason = f"{added}＝{written(made)}{total['unit']}，与所写“{said}”不符"
    place = passage.span(total.start("total"), total.end("unit"))
    sides = (passage.span(*each.span()) for each in run)
    yield hit(Kind.PRODUCT, Level.DOUBT, said, reason, place, *sides)


def _value(text: str) -> Decimal:
    return number(text) or Decimal(0)
