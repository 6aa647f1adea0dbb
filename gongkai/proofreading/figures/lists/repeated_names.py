"""A name told twice in one list: 甲局、乙局、甲局3家单位."""

import re
from collections.abc import Iterator

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.units import core, is_same
from gongkai.proofreading.hits import Hit, Level

SHORTEST = 3
"""Characters of a name that is not said twice by chance."""
LONGEST = 20
FAR = 100
"""Characters of the words before a first name and of the name."""
MOST = 60
"""Names of one list that are compared."""
_LIST = re.compile(r"[^，。；：（）\d“”]+")
_TAIL = re.compile(r"(?:等.*|共.*|以及.*)$")
_END = "局委办镇乡村区院校学站所会园馆库厂店队中心公司街道银行厅部桥路渠"
_HEAD = re.compile(
    r"^.*(?:分别为|分别是|包括|其中|以及|涉及|走访|通报|约谈|完成|开展|新建|改造|修复|整治|检测|检查|抽查|慰问|表彰|组织|联合|要求|责成|[有是为对由向请与和及到赴在的])"
    rf"(?=[^、]{{2,}}[{_END}]$)|^.*(?:分别为|分别是|包括|其中|以及)"
)
_LAST = re.compile(
    rf"^(?P<name>[^、]{{2,18}}?[{_END}])(?:部分|个别|予以|给予|负责|配合|牵头|承办|参加|协助|参与|落实|报送|进展|工作|因|被|应|须|要|存在|逾期|超期|超时|完成|排名|得分|"
    rf"[^、{_END}]{{0,6}}?(?:未|没有|尚|仍|均|都|已|不))"
)


def check(passage: Passage) -> Iterator[Hit]:
    """Names that a list tells twice, letter for letter, or units that it tells by two of their names."""
    for told in _LIST.finditer(passage.text) if passage.text.count("、") > 1 else ():
        names = list(_names(told)) if told[0].count("、") > 1 else []
        for at, (name, start) in enumerate(names[:MOST]):
            for other, place in names[:at]:
                if _is_one(name, other):
                    spelt = f"“{name}”" if other == name else f"“{other}”和“{name}”，是同一单位"
                    spans = [
                        passage.span(begin, begin + len(each))
                        for each, begin in ((name, start), (other, place))
                    ]
                    yield hit(Kind.TWICE, Level.DOUBT, name, f"同一列举中重复出现{spelt}", *spans)
                    break


def _names(told: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The names with their places; the first may have words before it and the last behind it."""
    start = told.start()
    pieces = told[0].split("、")
    for place, piece in enumerate(pieces):
        head = _HEAD.match(piece) if place == 0 and len(piece) <= FAR else None
        last = _LAST.match(piece) if place + 1 == len(pieces) else None
        begin = head.end() if head else 0
        name = last["name"] if last else _TAIL.sub("", piece[begin:])
        if SHORTEST <= len(name) <= LONGEST:
            yield name, start + begin
        start += len(piece) + 1


def _is_one(name: str, other: str) -> bool:
    return name == other or bool(core(name).head and core(other).head and is_same(name, other))
