"""Days of a month told by kinds against the days that the month has: 9月优良26天，轻度污染3天，中度污染2天."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.items import Item, items
from gongkai.proofreading.figures.reading.labels import core
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

_MONTH = re.compile(
    r"(?<![\d—\-~至到、])(?:(?P<year>20\d{2})年)?(?P<month>\d{1,2})月份?(?![\d—\-~至到、份]|上旬|中旬|下旬|底|末|初)"
)
_KIND = re.compile(r"(?:优良|优级|良好|轻度|中度|重度|严重|超标|达标|无效|缺测|晴|阴|雨|多云)")
LEAST = 20
"""Days from which the kinds are taken to be of the whole month."""


def check(passage: Passage, notice: date | None) -> Iterator[Hit]:
    """More days than the month has; fewer may be days that were not measured."""
    for told in _by_sentence(items(passage).get("天", [])) if "天" in passage.text else ():
        start, end = passage.sentences[told[0].sentence - 1]
        months = list(_MONTH.finditer(passage.text, start, end))
        kinds = [each for each in told if _KIND.search(core(each.label)) and not each.told.rough]
        if len(months) == 1 and len({core(each.label) for each in kinds}) == len(kinds) > 1:
            yield from _judged(kinds, months[0], notice)


def _by_sentence(told: Sequence[Item]) -> Iterator[list[Item]]:
    for sentence in sorted({each.sentence for each in told}):
        yield [each for each in told if each.sentence == sentence]


def _judged(kinds: Sequence[Item], month: re.Match[str], notice: date | None) -> Iterator[Hit]:
    number, year = int(month["month"]), int(month["year"] or (notice.year if notice else 2000))
    total = sum((each.value for each in kinds), Decimal(0))
    if not 1 <= number <= 12 or total < LEAST or max(each.value for each in kinds) > 31:
        return
    length = monthrange(year, number)[1]
    if total > length:
        added = "＋".join(written(each.value) for each in kinds)
        reason = f"{''.join(f'“{each.told.said}”' for each in kinds)}相加为{written(total)}天（{added}），{number}月只有{length}天"
        yield hit(
            Kind.PARTS,
            Level.DOUBT,
            kinds[-1].told.amount,
            reason,
            *(each.told.span for each in reversed(kinds)),
        )
