"""Values told one after the other for names told before, one too many or too few: 柳河、石桥、白沙三镇…，分别为1.1万亩、
0.9万亩、0.7万亩、0.3万亩."""

import re
from collections.abc import Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.lists.counting_names import counted
from gongkai.proofreading.figures.reading.numerals import ARABIC, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

FAR, BACK = 2, 160
"""How many values there may be too many or too few, and they still be meant for the names; characters before the
values in which the names are."""
_VALUES = re.compile(
    rf"分别[一-龥]{{0,6}}?(?P<values>{ARABIC}[万亿]?(?P<unit>[一-龥%]{{1,4}})(?:[、，和]{ARABIC}[万亿]?(?P=unit)){{1,15}})(?=[，。；（])"
)
_VALUE = re.compile(ARABIC)
_CLOSE = re.compile(r"[^，。；：、（）“”\d]{0,20}，?")
_COUNT = re.compile(r"(?P<count>[两二三四五六七八九十]|\d{1,2})[个家]?[一-龥]{1,3}$")
_ENDS = re.compile(
    r".*?[两二三四五六七八九十\d]+[个家]?[镇乡村县区市局院校类项种级站所园]|.*[镇乡村县区市局院校站所园]"
)
_MARKS = re.compile("[，。；：（）“”]")


def check(passage: Passage) -> Iterator[Hit]:
    """Values that are not as many as the names, nor as the number told beside these."""
    for match in _VALUES.finditer(passage.text) if "分别" in passage.text else ():
        begin, names = _names(passage.text, match.start())
        values = len(_VALUE.findall(match["values"]))
        beside = _COUNT.search(names)
        told = number(beside["count"]) if beside else None
        least, most = counted(names[: beside.start("count")] if beside else names)
        if not least or least <= values <= most or values == told or (told and not least <= told <= most):
            continue
        if min(abs(values - least), abs(values - most)) <= FAR:
            reason = f"列出{most}个名称（{names}），分别所列的数值为{values}个（{match['values']}）"
            spans = passage.span(begin, begin + len(names)), passage.span(*match.span("values"))
            yield hit(Kind.ENUMERATION, Level.DOUBT, names, reason, *spans)


def _names(text: str, end: int) -> tuple[int, str]:
    """The list that ends before 分别, or in the clause before it, with its place; up to where the names end."""
    start = max(0, end - BACK)
    marks = [start, *(each.end() for each in _MARKS.finditer(text, start, end))]
    for begin, stop in ((marks[-1], end), (marks[-2] if len(marks) > 1 else end, marks[-1] - 1)):
        told = text[begin:stop]
        last = told.rpartition("、")
        ended = _ENDS.match(last[2]) if last[1] else None
        if ended and _CLOSE.fullmatch(last[2]):
            return begin, last[0] + last[1] + ended[0]
    return end, ""
