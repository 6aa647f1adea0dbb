"""Years and months between two months, against what is written: 2023年5月开工，2026年5月竣工，历时3年."""

import re
from calendar import monthrange
from collections.abc import Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

YEAR = 12
PLAIN, LEAP_END = 2001, 28
"""A year without a leap day, for one that is not told; and the last of February in it."""
HALF = 6
"""Months that a round number of years may miss what it stands for."""
FURTHEST = 600
"""Months of the longest stretch that is counted."""
_DAY = r"(?:(?P<day{0}>\d{{1,2}})日)?"
_MONTH = r"(?:(?P<year{0}>(?:19|20)\d{{2}})年)?(?P<month{0}>1[0-2]|0?[1-9])月" + _DAY
_WORDS = r"[^，。；：\d]{0,14}"
_AMONG = rf"{_WORDS}(?:，{_WORDS}|至|到|—+|-|~)(?P<next>次年|翌年|明年)?"
_RANGE = re.compile(r"(?<![\d年])" + _MONTH.format("") + _AMONG + _MONTH.format("_end"))
_LEAD = r"(?:历时|历经|工期|为期|耗时|前后|建设周期|建设期|服务期|合同期|租期|租赁期|聘期|任期|有效期|年限|使用期|期限|周期|共)限?"
_LENGTH = rf"(?P<number>{ARABIC}|{CHINESE})(?P<unit>年|个月)(?:零?(?P<months>\d{{1,2}}|{CHINESE})个月)?(?![多余半零来]|\d|度|以)"
_BEHIND = re.compile(rf"{_WORDS}(?:[，（]|，{_WORDS}，){_LEAD}(?:共|为|计|：)*{_LENGTH}")
_AHEAD = re.compile(rf"{_LEAD}(?:为|：)?{_LENGTH}(?:，|（|：|，?即)?(?:自|从)?$")
_EXPIRED = re.compile(
    r"[^，。；：\d]{0,8}(?P<term>聘期|任期|服务期|合同期|租期|租赁期|承包期|有效期|质保期)限?(?:已|将)?(?:届满|期满|到期|结束|满)"
)
"""A term that ends with the second month; its length is told before."""
_EXACT = re.compile(r"为期|工期|期限|有效期|租期|租赁期|服务期|合同期|任期|聘期|年限|使用期")
"""What is said of a stretch whose days are told, so that its months can be counted."""
_EVENTS = re.compile(r"历时|历经|工期|耗时|前后|建设")
"""What is said of the time between two events; a lease or an office lasts from its own day on."""


def check(passage: Passage) -> Iterator[Hit]:
    """Lengths in years and months that the two months beside them do not give."""
    for match in _RANGE.finditer(passage.text) if "年" in passage.text else ():
        told = _length(passage.text, match)
        months = _between(match)
        if told is None or months is None:
            continue
        if "，" in match[0] and not _EVENTS.search(told[0]) and "term" not in told.re.groupindex:
            continue
        lengths = _whole(match, months) if _EXACT.search(told[0]) else None
        if 0 < months <= FURTHEST and not _is_right(told, lengths or (months - 1, months, months + 1)):
            yield _disagree(passage, match, told, max(lengths) if lengths else months)


def _length(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The length behind two months or right before them; of a term that ends with the second, told in the paragraph."""
    beside = _BEHIND.match(text, match.end()) or _AHEAD.search(
        text, max(0, match.start() - 24), match.start()
    )
    expired = None if beside else _EXPIRED.match(text, match.end())
    if expired is None:
        return beside
    said = re.compile(rf"(?P<term>{expired['term']})限?(?:统一|一般|均)?(?:为|：)?{_LENGTH}")
    return next(said.finditer(text, 0, match.start()), None)


def _between(match: re.Match[str]) -> int | None:
    """From month to month; None where only one of the two has its year and the other is not of the next."""
    months = int(match["month_end"]) - int(match["month"])
    if match["year"] and match["year_end"]:
        return YEAR * (int(match["year_end"]) - int(match["year"])) + months
    if match["year_end"]:
        return None
    if match["next"]:
        return months + YEAR
    return months if match["day"] and match["day_end"] and months > 0 else None


def _whole(match: re.Match[str], months: int) -> tuple[int, ...] | None:
    """The months from one day to another, where they are whole: 12月1日 to 3月31日 are four."""
    if not (match["day"] and match["day_end"]):
        return None
    first, last = int(match["day"]), int(match["day_end"])
    end = monthrange(int(match["year_end"] or PLAIN), int(match["month_end"]))[1]
    if first == 1 and (last == end or last == LEAP_END == end - 1):
        return (months + 1,)
    return (months,) if last in (first, first - 1) else None


def _is_right(told: re.Match[str], lengths: tuple[int, ...]) -> bool:
    """Whether the length is one of those that the stretch may have; years may be round."""
    count = number(told["number"])
    if count is None or count != int(count):
        return True
    more = number(told["months"]) if told["months"] else None
    if told["unit"] == "年" and more is None:
        return any(abs(YEAR * count - each) <= HALF for each in lengths)
    length = count * YEAR + (more or 0) if told["unit"] == "年" else count
    return length in lengths


def _disagree(passage: Passage, match: re.Match[str], told: re.Match[str], months: int) -> Hit:
    said = told[0][told.start("number") - told.start() :]
    begin = told.start("number")
    end = (told.end("months") + len("个月") if told["months"] else told.end("unit")) - told.start("number")
    said = said[:end]
    years, rest = divmod(months, YEAR)
    length = (f"{years}年" if years else "") + (f"{rest}个月" if rest else "")
    reason = f"“{match[0]}”相隔{length}，与所写“{said}”不符"
    place = passage.span(begin, begin + len(said))
    if "term" in told.re.groupindex:  # the length is a rule, the end is one case of it
        start = match.start("year_end")
        ending = passage.text[start : match.end()]
        return hit(Kind.DATE, Level.DOUBT, ending, reason, passage.span(start, match.end()), place)
    return hit(Kind.DATE, Level.DOUBT, said, reason, place, passage.span(*match.span()))
