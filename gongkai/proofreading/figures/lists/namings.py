"""Numbers of things named right behind them, whatever they are: 未达标3个，分别是… · 共5个小区，即…"""

import re
from collections.abc import Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

FAR = 2
"""How far the number may be from the names and still be meant for them."""
LONGEST = 24
"""Characters of a name."""
_COUNTED = re.compile(
    rf"(?<![\d.第前后每各])(?P<said>(?P<number>{ARABIC}|{CHINESE})(?P<unit>个|家|名|位|项|类|种|处|所|条|起|座|支|篇|件|户|批|款|本|辆|台|大))"
    r"(?P<thing>[^，。；：（）、“”《》\d]{0,12})"
)
_CUE = re.compile(
    r"(?:”?[，：]?(?:其中)?(?:分别是|分别为|即|具体是|具体为|具体包括|名单为|依次是|依次为)：?|”：)(?P<names>[^。；：，]{3,600})(?=[。；，]|$)"
)
_FOLLOWING = re.compile(r"[^，。；：（）\d]{0,16}：(?P<names>[^。；：，]{3,600})(?=[。；]|$)")
_BELOW = ("以下", "下列")
_NUMBER = re.compile(r"共?\d+[家个名](?:单位|部门)?$")
_QUOTED = re.compile(r"“[^”]{0,40}”|《[^》]{0,60}》|（[^（）]{0,60}）")
_TOLD = re.compile(
    r"\d+(?:\.\d+)?(?:个|家|件|条|篇|项|人次|次|人|户|万元|元|分|%|名|亩|公里|处|起|吨|天)?$|^\d"
)
_OPEN = re.compile(r"等|其他|其余")


def check(passage: Passage) -> Iterator[Hit]:
    """Numbers that are not the number of names that 分别是 or 即 leads in."""
    for place in passage.numerals if "、" in passage.text else ():
        match = _COUNTED.match(passage.text, place)
        cue = _led_in(passage.text, match) if match else None
        count = number(match["number"]) if match else None
        if match is None or cue is None or count is None or not 2 <= count <= 100:
            continue
        least, most = counted(cue["names"])
        if not least or least <= count <= most:
            continue
        told = most if count > most else least
        if abs(told - count) <= FAR:
            reason = f"所写为“{match['said']}”，列出{told}个（{cue['names'][:60]}）"
            span, names = passage.span(*match.span("said")), passage.span(*cue.span("names"))
            yield hit(Kind.ENUMERATION, Level.DOUBT, match["said"], reason, span, names)


def _led_in(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The names behind 分别是 or 即, or at the end of a sentence that begins with 以下3家单位."""
    if text.endswith(_BELOW, 0, match.start()):
        return _FOLLOWING.match(text, match.end("said"))
    return _CUE.match(text, match.end())


def counted(names: str) -> tuple[int, int]:
    """How many names stand in a list at least and at most (和 joins two or stands in one); (0, 0) where they are none
    or not all."""
    plain = _NUMBER.sub("", _QUOTED.sub(lambda found: "某" * len(found[0]), names))
    pieces = plain.split("、")
    if len(pieces) < 2 or _OPEN.search(plain) or any(_TOLD.search(piece) for piece in pieces):
        return 0, 0
    if any(not piece or len(piece) > LONGEST for piece in pieces):
        return 0, 0
    joined = sum(len(re.findall("(?<=.)(?:以及|[和及与])(?=.)", piece)) for piece in pieces)
    last = re.search("(?<=..)(?:以及|[和及与])(?=..)", pieces[-1])
    least = len(pieces) + (1 if last and _is_apart(pieces, last.start()) else 0)
    return least, len(pieces) + joined


def _is_apart(pieces: list[str], place: int) -> bool:
    """Whether 和 in the last piece joins two names that both end as the others do: …栏目和…栏目."""
    ends = {piece[-1] for piece in pieces[:-1]}
    return len(ends) == 1 and pieces[-1][place - 1] in ends
