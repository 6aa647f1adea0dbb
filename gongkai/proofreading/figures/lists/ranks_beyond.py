"""A rank beyond the number of those ranked: 全市12个县区…，我县位列第13位."""

import re
from collections.abc import Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

_RANKED = re.compile(
    rf"(?:全(?P<scope>[国省市州县区镇])|参[评赛加考])[^，。；\d]{{0,6}}?(?P<said>(?P<count>{ARABIC}|{CHINESE})(?:个|家|所|支|名)[^，。；\d]{{1,8}})"
)
_RANK = re.compile(
    rf"(?:位列|位居|排名?在?|名列|居|列)(?:全(?P<scope>[国省市州县区镇]))?(?P<said>第(?P<rank>{ARABIC}|{CHINESE})[位名]?)"
)
_OTHERS = re.compile(r"全[国省市州县区镇]")
LEAST = 3
"""Units of which a rank is told."""


def check(passage: Passage) -> Iterator[Hit]:
    """A rank in the sentence of a number of units that is smaller; nothing where another scope is told between."""
    if "第" not in passage.text:
        return
    for start, end in passage.sentences:
        ranked = list(_RANKED.finditer(passage.text, start, end))
        for match in _RANK.finditer(passage.text, start, end) if ranked else ():
            before = [each for each in ranked if each.end() <= match.start()]
            count, rank = number(before[-1]["count"]) if before else None, number(match["rank"])
            if count is None or rank is None or not LEAST <= count < rank:
                continue
            scopes = set(_OTHERS.findall(passage.text[before[-1].end() : match.end()]))
            if not scopes - {f"全{before[-1]['scope']}"}:
                reason = f"参与排名的为“{before[-1]['said']}”，名次“{match['said']}”超出其数"
                spans = passage.span(*match.span("said")), passage.span(*before[-1].span("said"))
                yield hit(Kind.RANK, Level.DOUBT, match["said"], reason, *spans)
