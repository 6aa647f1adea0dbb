"""Numbers of things told one by one behind a colon or in a bracket: 改造小区4个：甲小区、乙小区已完工，丙小区正在施工。"""

import re
from collections import Counter
from collections.abc import Iterator

from gongkai.proofreading.figures.lists.counting_names import Names, counted, held
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit

_COUNTED = re.compile(
    rf"(?<![\d.第前后每各一至-])(?P<said>(?P<number>{ARABIC}|{CHINESE})(?:个|家|项|所|处|条|座|支|类|种|方面|大|位|名|栋))"
    r"[^，。；：（）、“”《》\d]{0,10}：(?P<told>[^。；：]{5,400})(?=[。；]|$)"
)
_PERSONS = re.compile(
    rf"(?<![\d.第前后每各至-])(?P<said>(?P<number>{ARABIC}|{CHINESE})[名位](?:同志|教师|干部|职工|学生|选手|委员)?)"
    r"（(?P<told>[一-龥]{2,4}(?:、[一-龥]{2,4})+)）"
)
_NUMBERED = re.compile(r"[一1]、|[（(][一1]|1[.．]|①|[一其]是|第一[是，]")
_NO_NAME = re.compile(r"[员长师生者类族性工民级]$")
_STATE = re.compile(
    r"(?:\d+[个家项所处条座支位名栋])?(?:均|都|全部|已|正在|正|尚|未|完成|主体|基本|建成|开工|投入|启用|完工|竣工|"
    r"进入|通过|启动|即将|预计|计划|处于|实现|挂牌|交付)"
)
_ALL = re.compile(r"均|都|全部|已|共|总|占|预计|惠及|涉及|受益|目前|计划|将|年底")
"""How a clause begins that speaks of all that was named before it."""


def check(passage: Passage) -> Iterator[Hit]:
    """Numbers that are not the number of names behind them; nothing where it cannot be told what is a name."""
    if "、" not in passage.text and "，" not in passage.text:
        return
    for place in passage.numerals:
        if match := _COUNTED.match(passage.text, place):
            yield from _judged(passage, match, *_named(match["told"]))
        elif match := _PERSONS.match(passage.text, place):
            names = match["told"].split("、")
            count = 0 if any(map(_NO_NAME.search, names)) else len(names)
            yield from _judged(passage, match, count, count)


def _judged(passage: Passage, match: re.Match[str], least: int, most: int) -> Iterator[Hit]:
    count = number(match["number"])
    if count is not None and count >= 2:
        names = Names(match["told"], least, most, passage.span(*match.span("told")))
        yield from held(count, match["said"], passage.span(*match.span("said")), names)


def _named(told: str) -> tuple[int, int]:
    """How many names clauses tell, at least and at most: a list alone, or names each with how far it has come, of
    which most end alike (甲小区、乙小区已完工，丙小区正在施工). (0, 0) where a clause tells something else."""
    if _NUMBERED.match(told):
        return 0, 0
    names: list[str] = []
    clauses = told.split("，")
    for clause in clauses:
        if names and _ALL.match(clause):
            break
        state = _STATE.search(clause, 2)
        names.append(clause[: state.start()] if state else clause)
        if state is None and len(clauses) > 1 and "、" not in clause:
            return 0, 0
    if len(names) == 1 and not _STATE.search(told, 2):
        return counted(names[0])
    pieces = "、".join(names).split("、")
    ends = Counter(piece[-1:] for piece in pieces)
    alike = ends.most_common(1)[0][1]
    if alike < 2 or alike * 2 <= len(pieces) or any(_is_apart(name, ends) for name in names):
        return 0, 0
    return counted("、".join(names))


def _is_apart(name: str, ends: Counter[str]) -> bool:
    """Whether a clause opens with one word alone that ends like no name: 水电正在安装."""
    return "、" not in name and ends[name[-1:]] < 2
