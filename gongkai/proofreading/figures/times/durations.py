"""How long from one day or hour to another, against what is written: 21:00至次日7:00停水10小时, 公示期5个工作日."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.days import Day, days
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number, written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.times.dates import LEAP, is_range
from gongkai.proofreading.hits import Hit, Level
from gongkai.workdays import Calendar

PLAIN = 2001
"""A year that is no leap year, for days that are told without one."""
MIDNIGHT = 24
"""The hour at which a day ends: 24时 of one is 0时 of the next."""
FURTHEST = 400
"""Days of the longest stretch that is counted."""
_DAYS = rf"(?P<number>{ARABIC}|{CHINESE})(?P<unit>个?工作日|个?自然日|个?日历日|天(?![气台])|日(?![常前]))(?!之?内)"
_LEADS = r"(?:共计?|为期|历时|公示期(?:限|为)?|期限为?|工期|时长|合计|总计|会期|假期)"
_BEHIND = re.compile(
    rf"(?:（[^（）\d]{{1,8}}）)?止?[^，。；\d（）]{{0,8}}(?:[，：]?{_LEADS}+为?|（{_LEADS}*){_DAYS}"
)
_EVENT = re.compile(
    rf"(?:（[^（）\d]{{1,8}}）)?[^。；\d（）]{{0,40}}[，（](?:为期|会期|历时)(?:共|为)?{_DAYS}"
)
_HELD = re.compile(
    r"培训|会议|会展|展览|展销|活动|比赛|大赛|竞赛|运动会|演练|集训|研修|举办|举行|召开|闭幕|学习班"
)
_ARRIVAL = re.compile("报到|返程|离会|休会|轮训|分批|[上下]午|半天|除|不含")
"""What takes a day that is not counted."""
_WHOLE = re.compile(r"共|会期|假期")
_AHEAD = re.compile(
    rf"(?:公示|公告|征求意见|报名|展览|活动|培训|会议|假期|放假)(?:期限?|时间|会期)?(?:为|共)?{_DAYS}"
    r"(?:[，（：]|，即)?(?:公示时间|时间|具体时间|期限|即)?(?:为|是)?[:：]?[自从]?$"
)
_TO = re.compile(r"(?:（[^（）]{1,8}）)?起?(?:至|到|—+|-|~|–)")
_HOURS = re.compile(
    rf"(?:(?!每|提前|不|超|少|最|内|后|前|延|分别|各)[^。；\d]){{0,14}}(?<![\d.])(?P<number>{ARABIC}|{CHINESE})个?(?P<half>半)?小时"
    r"(?=[，。；、）]|左右|$)"
)
_CLOCK = re.compile(
    r"(?:（[^（）]{1,8}）)?(?P<part>上午|下午|中午|晚上?|夜间|早上?|凌晨)?(?P<hour>\d{1,2})(?:[:：](?P<minute>\d\d)|[时点](?:(?P<minutes>\d{1,2})分?|(?P<half>半))?)"
)
_NEXT_DAY = re.compile("次日|翌日|第二天")
_LATER = ("下午", "晚", "晚上", "夜间")


def check(passage: Passage, notice: date | None) -> Iterator[Hit]:
    """Lengths of time that the days and hours beside them do not give; `notice` is the day of signature."""
    named = list(days(passage.text))
    for first, last in pairwise(named):
        if found := _in_days(passage, first, last, first.year or (notice.year if notice else None)):
            yield found
    yield from _in_hours(passage, named)


def _in_days(passage: Passage, first: Day, last: Day, year: int | None) -> Hit | None:
    start, end = first.of(year or PLAIN), last.of(last.year or year or PLAIN)
    if not start or not end or not 0 <= (end - start).days <= FURTHEST:
        return None
    if not is_range(passage.text, first, last):
        return None
    behind = _BEHIND.match(passage.text, last.end)
    event = _EVENT.match(passage.text, last.end)
    match = behind or event or _AHEAD.search(passage.text, max(0, first.start - 40), first.start)
    told = number(match["number"]) if match else None
    if match is None or told is None:
        return None
    working, whole = "工作日" in match["unit"], (end - start).days + 1
    if event and not working and _is_held(passage, first, event):
        return _disagree(passage, first, last, match, f"{whole}天") if told != whole else None
    lengths = _in_working_days(start, end) if working else {whole} | _in_working_days(start, end)
    if not working and not (behind and _WHOLE.search(match[0])):
        lengths.add(whole - 1)  # the first day may not count
    if told in lengths or (year is None and (working or told < whole)) or not lengths:
        return None
    length = f"{max(lengths)}个工作日" if working else f"{whole}天"
    return _disagree(passage, first, last, match, length)


def _is_held(passage: Passage, first: Day, event: re.Match[str]) -> bool:
    """Whether something is held on all the days: 9月15日至19日举办培训班，为期5天."""
    start = passage.text.rfind("。", 0, first.start) + 1
    held = _HELD.search(passage.text, start, event.end()) is not None
    return held and not _ARRIVAL.search(passage.text, start, event.end() + 20)


def _disagree(passage: Passage, first: Day, last: Day, match: re.Match[str], length: str) -> Hit:
    said = match["number"] + match["unit"]
    reason = f"“{passage.text[first.start : last.end]}”是{length}，与所写“{said}”不符"
    span = passage.span(match.start("number"), match.end("unit"))
    return hit(Kind.DATE, Level.DOUBT, said, reason, span, passage.span(first.start, last.end))


def _in_working_days(start: date, end: date) -> set[int]:
    """Working days with and without the first; none where the year's are not announced."""
    count = Calendar.statutory().count(start, end)
    return set() if count.provisional else {count.days, count.days - 1}


def _in_hours(passage: Passage, named: list[Day]) -> Iterator[Hit]:
    """From a clock time to the next, on the days that stand before them."""
    for first in _CLOCK.finditer(passage.text) if "小时" in passage.text else ():
        to = _TO.match(passage.text, first.end())
        day = next((each for each in named if to and each.start == to.end()), None)
        last = _second(passage.text, day.end if day else to.end()) if to else None
        told = _HOURS.match(passage.text, last.end()) if last else None
        begin = next((each for each in reversed(named) if each.end <= first.start()), None)
        if last and told and (hours := _elapsed(first, last, begin, day, passage.text)) is not None:
            value = number(told["number"])
            value = value + Decimal("0.5") if value is not None and told["half"] else value
            if value is not None and value != hours:
                said = passage.text[told.start("number") : told.end()]
                reason = (
                    f"“{passage.text[first.start() : last.end()]}”是{written(hours)}小时，与所写“{said}”不符"
                )
                place = passage.span(told.start("number"), told.end())
                yield hit(
                    Kind.DATE, Level.DOUBT, said, reason, place, passage.span(first.start(), last.end())
                )


def _second(text: str, start: int) -> re.Match[str] | None:
    named = _NEXT_DAY.match(text, start)
    return _CLOCK.match(text, named.end() if named else start)


def _elapsed(
    first: re.Match[str], last: re.Match[str], begin: Day | None, end: Day | None, text: str
) -> Decimal | None:
    """Hours from one clock time to the other; None where they are none or half a day is not told."""
    one, other = _time(first), _time(last)
    if one is None or other is None or (end and not begin):
        return None
    year = (begin.year if begin else None) or LEAP
    start = (begin.of(year) if begin else None) or date(year, 1, 1)
    stop = end.of(year) if end else start
    if _NEXT_DAY.search(text, first.end(), last.start()):
        stop = start + timedelta(days=1)
    if stop is None or (first["part"] and not last["part"] and other < one):
        return None
    if int(last["hour"]) == MIDNIGHT:
        stop += timedelta(days=1)
    apart = datetime.combine(stop, other) - datetime.combine(start, one)
    hours = Decimal(int(apart.total_seconds())) / 3600
    return hours if 0 < hours <= 24 * 31 else None


def _time(match: re.Match[str]) -> time | None:
    """A clock time; 下午3时 is 15:00."""
    hour = int(match["hour"])
    minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
    if match["part"] in _LATER and hour < 12:
        hour += 12
    return time(hour % MIDNIGHT, minute) if hour <= MIDNIGHT and minute < 60 else None
