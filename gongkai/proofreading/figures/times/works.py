"""How many months from beginning to end, against what is written: 2024年3月开工，2026年9月建成，历时30个月."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

_BEGUN = r"开工|动工|启动|开始|开建|实施|起|立项|开展|成立"
_ENDED = r"建成|完工|竣工|结束|通车|投用|完成|投入使用|交付|开通|收官|验收|止|投产|销号"
_MONTH = r"(?P<year{0}>20\d{{2}}|当年|同年|次年|翌年)?年?(?P<month{0}>1[0-2]|0?[1-9])月(?:\d{{1,2}}日|[上中下]旬|底|初)?"
_COURSE = re.compile(
    rf"(?<!\d){_MONTH.format('')}(?:[^，。；\d]{{0,8}}(?:{_BEGUN})[^，。；\d]{{0,6}}[，、]?(?:[至到于])?|(?:至|到|—+|-|~))"
    rf"[^，。；\d]{{0,6}}{_MONTH.format('_end')}[^，。；\d]{{0,10}}(?:{_ENDED})?[^，。；\d]{{0,10}}[，（](?:建设)?"
    rf"(?:历时|为期|耗时|用时|总工期|实际工期|工期|前后)(?:共|约|为|达)?(?P<length>{ARABIC}|{CHINESE})(?P<unit>个月|年)(?P<half>半)?(?![多余零])"
)
_PLANNED = re.compile("计划|合同|定额|约定|批复|提前|扣除|累计停工")
YEAR = 12
FAR = 48
"""Months of the longest works that are counted by a month more or less."""


def check(passage: Passage) -> Iterator[Hit]:
    """Lengths of works, in months or years, that the months beside them do not give."""
    for match in _COURSE.finditer(passage.text) if "月" in passage.text else ():
        length, apart = number(match["length"]), _months(match)
        if length is None or apart is None or apart <= 0 or _PLANNED.search(match[0]):
            continue
        if not _agrees(length, apart, match):
            said = passage.text[match.start("length") : match.end()]
            reason = (
                f"“{passage.text[match.start() : match.end('month_end')]}月”是{apart}个月，与所写“{said}”不符"
            )
            span = passage.span(match.start("length"), match.end())
            days = passage.span(match.start(), match.end("month_end") + 1)
            yield hit(Kind.DATE, Level.DOUBT, said, reason, span, days)


def _months(match: re.Match[str]) -> int | None:
    """From the first month to the last; None where a year is not told."""
    if not (match["year"] or "").isdigit():
        return None
    first, told = int(match["year"]), match["year_end"]
    last = int(told) if told and told.isdigit() else first + (told in ("次年", "翌年"))
    return (last - first) * YEAR + int(match["month_end"]) - int(match["month"])


def _agrees(length: Decimal, apart: int, match: re.Match[str]) -> bool:
    """A month may be counted or not at either end; years are told in round numbers, or those that were touched."""
    half = Decimal("0.5") if match["half"] else Decimal(0)
    if match["unit"] == "个月":
        return abs(length + half - apart) <= 1
    touched = apart // YEAR + 2
    return Decimal(apart - 6) / YEAR <= length + half <= touched
