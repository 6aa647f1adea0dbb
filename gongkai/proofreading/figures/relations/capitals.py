"""Money in words against the figures beside it: 32000元（大写：叁万贰仟元整） · 叁万贰仟元整（32000元）."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import ARABIC, chinese, number, step, written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟圆", "一二三四五六七八九十百千元")
"""Characters of cheques and contracts (正楷大写) as plain numerals."""
_WORDS = re.compile(
    r"(?P<yuan>[壹贰叁肆伍陆柒捌玖拾佰仟万亿零]{2,20})[元圆](?:零?(?P<tenths>[壹贰叁肆伍陆柒捌玖])角)?(?:零?(?P<cents>[壹贰叁肆伍陆柒捌玖])分)?"
)
_FIGURES = rf"(?:￥|¥|小写|人民币|RMB|[：，（）])*(?P<figures>{ARABIC}[万亿]?)元?"
_BEHIND = re.compile(rf"整?(?:（|，|[（，]?(?:小写|￥|¥)){_FIGURES}")
_AHEAD = re.compile(rf"(?P<figures>{ARABIC}[万亿]?)元?(?:人民币|大写|金额|[：，（）])+$")
LOOK = 24
"""Characters beside the words in which the figures stand."""


def check(passage: Passage) -> Iterator[Hit]:
    """Words that name another sum than the figures right behind or before them."""
    for words in _WORDS.finditer(passage.text):
        figures = _BEHIND.match(passage.text, words.end()) or _AHEAD.search(
            passage.text, max(0, words.start() - LOOK), words.start()
        )
        value, printed = _value(words), number(figures["figures"]) if figures else None
        if figures and value is not None and printed is not None and abs(value - printed) >= _room(figures):
            said = figures["figures"] + "元"
            reason = f"大写“{words[0]}”即{written(value)}元，与小写“{said}”不符"
            sides = (passage.span(*words.span()), passage.span(*figures.span("figures")))
            yield hit(Kind.REPEATED, Level.ERROR, words[0], reason, *sides)


def _room(figures: re.Match[str]) -> Decimal:
    """Figures with decimals may be rounded: 3.39万元."""
    said = figures["figures"]
    return step(said) if "." in said else Decimal("0.01")


def _value(words: re.Match[str]) -> Decimal | None:
    yuan = chinese(words["yuan"].translate(_PLAIN))
    if yuan is None:
        return None
    tenths, cents = (chinese((words[name] or "零").translate(_PLAIN)) for name in ("tenths", "cents"))
    return yuan + (tenths or 0) / Decimal(10) + (cents or 0) / Decimal(100)
