"""Accounts as the narrative calls them (订阅号, 微博…) against the kind that the annex gives the same holder."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid, Row
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.units import is_named, is_same
from gongkai.proofreading.hits import Hit, Level

KINDS = ("订阅号", "服务号", "视频号", "微博", "头条", "抖音", "小程序", "客户端", "快手")
MOST, ROWS = 10, 300
"""Registers that are read, and their rows; a longer one is no annex of a notice."""
_HELD = re.compile(
    rf"(?:^|[，。；：、（和])(?P<holder>[一-龥]{{3,16}}?)(?:所?(?:开设|开办|主办|运营|管理|负责)的|的)(?:政务)?(?:微信|新浪|今日)?(?P<kind>{'|'.join(KINDS)})"
)
_CALLED = re.compile(
    rf"“(?P<holder>[^“”]{{2,16}})”的?(?:政务)?(?:微信|新浪|今日)?(?P<kind>{'|'.join(KINDS)})"
)
"""An account by its own name: “甲县发布”微博."""
_TYPE = re.compile(r"类型|类别|平台|渠道")
_NEW = re.compile(r"未经|未报|私自|擅自|新开|新增|新设|拟|申请")


class Register(NamedTuple):
    """A table of accounts and the column that gives their kind."""

    grid: Grid
    type: int


class Accounts:
    """The accounts that tables list, against which the narrative is held."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        registers = (Register(grid, place) for grid in grids if (place := _type(grid)) is not None)
        self._registers = list(islice(registers, MOST))

    def check(self, passage: Passage) -> Iterator[Hit]:
        """An account of a kind that the annex does not list for its holder, though it lists the holder."""
        for match in self._named(passage.text) if self._registers else ():
            sentence = re.split("[；。]", passage.text[match.start("holder") : match.end() + 60])[0]
            for register in self._registers if not _NEW.search(sentence) else ():
                yield from _judged(passage, match, register)

    @staticmethod
    def _named(text: str) -> Iterator[re.Match[str]]:
        """Where an account is named by its holder or by its own name."""
        yield from _HELD.finditer(text)
        yield from _CALLED.finditer(text)


def _judged(passage: Passage, match: re.Match[str], register: Register) -> Iterator[Hit]:
    grid, place = register
    cells = [row.cells[place] for row in _rows(grid, match["holder"])]
    known = list(dict.fromkeys(each.text for each in cells))
    public = match["kind"] in ("订阅号", "服务号") and any("公众号" in each for each in known)
    if not cells or public or any(match["kind"] in each for each in known):
        return
    reason = f"正文称“{match['holder']}”的账号为{match['kind']}，{grid.called}中列为{'、'.join(known)}"
    span = passage.span(match.start("kind"), match.end("kind"))
    yield hit(Kind.ANNEX, Level.DOUBT, match["kind"], reason, span, cells[0].span)


def _type(grid: Grid) -> int | None:
    """The column that gives the kind of account."""
    columns = grid.columns
    for place in columns.texts:
        texts = [row.cells[place].text for row in grid.body]
        if _TYPE.search(columns.name(place)) and any(kind in text for text in texts for kind in KINDS):
            return place
    return None


def _rows(grid: Grid, holder: str) -> list[Row]:
    """Rows of a holder; a blank cell below a name goes on with it."""
    columns = grid.columns
    places = [
        place
        for place in columns.texts
        if re.search("单位|主体|部门|账号名|^账号$|^名称$", columns.name(place))
    ]
    return [
        row
        for row in grid.body[:ROWS]
        if any(
            is_same(holder, row.cells[place].text) or is_named(holder, row.cells[place].text)
            for place in places
        )
    ]
