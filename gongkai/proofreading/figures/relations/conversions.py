"""One size in two units: 人工造林1200亩（合80公顷） · 45公里，约合90里."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from gongkai.proofreading.figures.arithmetic.rounding import rounded
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

SIZES = (
    {
        "平方米": Decimal(1),
        "亩": Decimal(10_000) / Decimal(15),
        "公顷": Decimal(10_000),
        "平方公里": Decimal(10) ** 6,
    },
    {"公斤": Decimal(1), "吨": Decimal(1000)},
    {"米": Decimal(1), "公里": Decimal(1000)},
)
"""Units of area, weight and length in the smallest of them; 15亩 are 1公顷."""
ROOM = Decimal("0.02")
"""Share by which a size told in round words may miss the other."""
_SAME = re.compile(r"(?:，|（)?(?:折合|约合|折算|相当于|合|约|即|折|等于)+|（")


def check(passage: Passage) -> Iterator[Hit]:
    """Sizes that the words put as one and the units do not."""
    for one, other in pairwise(passage.told):
        same = (
            _SAME.fullmatch(other.gap) is not None and passage.text[one.end : one.end + 1] in "（，折约合相即"
        )
        units = next((each for each in SIZES if one.unit in each and other.unit in each), None)
        if same and units and one.unit != other.unit:
            exact = one.value * units[one.unit] / units[other.unit]
            step = one.step * units[one.unit] / units[other.unit]
            whole = passage.text[other.end : other.end + 1] in "），。；、" or len(other.gap) > 1
            if whole and abs(other.value - exact) > max(ROOM * exact, other.step, step):
                yield _disagree(one, other, exact)


def _disagree(one: Statement, other: Statement, exact: Decimal) -> Hit:
    myriad = Decimal(10_000) if "万" in other.amount else Decimal(1)
    right = written(Decimal(rounded(exact / myriad, Decimal("0.01"))))
    right += f"{'万' if myriad > 1 else ''}{other.unit}"
    reason = f"“{one.said}”合{right}，与所写“{other.amount}”不符"
    return hit(Kind.CONVERSION, Level.DOUBT, other.amount, reason, other.span, one.span, suggestion=right)
