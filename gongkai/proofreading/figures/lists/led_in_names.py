"""Numbers of things named right behind them, whatever they are: 未达标3个，分别是… · 共5个小区，即…"""

import re
from collections.abc import Iterator

from gongkai.proofreading.figures.lists.counting_names import Names, counted, held
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit

_COUNTED = re.compile(
    rf"(?<![\d.第前后每各])(?P<said>(?P<number>{ARABIC}|{CHINESE})(?P<unit>个|家|名|位|项|类|种|处|所|条|起|座|支|篇|件|户|批|款|本|辆|台|大))"
    r"(?P<thing>[^，。；：（）、“”《》\d]{0,12})"
)
_CUE = re.compile(
    r"(?:”?[，：]?(?:其中)?(?:分别是|分别为|即|具体是|具体为|具体包括|名单为|依次是|依次为)：?|”：)(?P<names>[^。；：，]{3,600})(?=[。；，]|$)"
)
_FOLLOWING = re.compile(r"[^，。；：（）\d]{0,16}：(?P<names>[^。；：，]{3,600})(?=[。；]|$)")
_BELOW = ("以下", "下列")


def check(passage: Passage) -> Iterator[Hit]:
    """Numbers that are not the number of names that 分别是 or 即 leads in."""
    for place in passage.numerals if "、" in passage.text else ():
        match = _COUNTED.match(passage.text, place)
        cue = _led_in(passage.text, match) if match else None
        count = number(match["number"]) if match else None
        if match is None or cue is None or count is None or not 2 <= count <= 100:
            continue
        names = Names(cue["names"], *counted(cue["names"]), passage.span(*cue.span("names")))
        yield from held(count, match["said"], passage.span(*match.span("said")), names)


def _led_in(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The names behind 分别是 or 即, or at the end of a sentence that begins with 以下3家单位."""
    if text.endswith(_BELOW, 0, match.start()):
        return _FOLLOWING.match(text, match.end("said"))
    return _CUE.match(text, match.end())
