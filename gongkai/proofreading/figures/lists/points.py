"""Points announced and points made: 提出三点要求：一是…，二是…，三是…"""

import re
from collections.abc import Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

ORDER = "一二三四五六七八九十"
_ANNOUNCED = re.compile(
    r"(?<!第)(?P<number>[二两三四五六七八九十]|(?<!\d)[2-9]|(?<!\d)10)(?P<unit>(?:个|项|点|条|大|类|种)|(?=方面))(?P<thing>方面|特点|不足|短板|经验|做法|亮点|环节|目标|原则|难点|成效|议题|问题|要求|意见|事项|任务|措施|建议|原因|内容|重点|工作|举措)"
    r"[^一。；]{0,24}?(?=一(?P<form>是|要)|第一，)"
)
_FIRST = re.compile("一[是要]|第一，")
_POINT = re.compile(rf"(?<![{ORDER}])(?P<order>[{ORDER}])(?P<form>是|要)")
_NEXT = re.compile(rf"^(?:[{ORDER}](?:是|要)|第[{ORDER}]，|（[{ORDER}]）)")


def check(passage: Passage) -> Iterator[Hit]:
    """Numbers of points that the paragraph does not make; nothing where the next paragraph goes on with them."""
    if not _FIRST.search(passage.text) or _NEXT.match(passage.following):
        return
    for match in _ANNOUNCED.finditer(passage.text):
        form = match["form"] or "是"
        count, made = number(match["number"]), _made(passage.text, match.end(), form)
        if count is not None and made >= 2 and made != count:
            said = match["number"] + match["unit"] + match["thing"]
            span = passage.span(match.start(), match.start() + len(said))
            reason = f"写明“{said}”，实际列出{made}点（一{form}至{ORDER[made - 1]}{form}）"
            yield hit(Kind.ENUMERATION, Level.DOUBT, said, reason, span)


def _made(text: str, begin: int, form: str) -> int:
    """Points in a row from the first; a second 一是 begins another row."""
    count = 0
    for match in _POINT.finditer(text, begin, begin + 4000):
        if match["form"] != form:
            continue
        if match["order"] != ORDER[count : count + 1]:
            break
        count += 1
    return count
