"""Accounts as the narrative calls them (订阅号, 微博…) against the kind that the annex gives the same holder."""

import re
from collections.abc import Iterable, Iterator, Sequence

from gongkai.proofreading.figures.grid import Grid, Row
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.passages import Passage
from gongkai.proofreading.figures.units import is_named, is_same
from gongkai.proofreading.hits import Hit, Level

KINDS = ("订阅号", "服务号", "视频号", "微博", "头条", "抖音", "小程序", "客户端", "快手")
_HELD = re.compile(
    rf"(?:^|[，。；：、（和])(?P<holder>[一-龥]{{3,16}}?)(?:所?(?:开设|开办|主办|运营|管理|负责)的|的)(?:政务)?(?:微信|新浪|今日)?(?P<kind>{'|'.join(KINDS)})"
)
_TYPE = re.compile(r"类型|类别|平台|渠道")
_NEW = re.compile(r"未经|未报|私自|擅自|新开|新增|新设|拟|申请")


def check(passages: Iterable[Passage], grids: Sequence[Grid]) -> Iterator[Hit]:
    """An account of a kind that the annex does not list for its holder, though it lists the holder."""
    tables = [(grid, place) for grid in grids if (place := _type(grid)) is not None]
    for passage in passages if tables else ():
        for match in _HELD.finditer(passage.text):
            sentence = re.split("[；。]", passage.text[match.start("holder") : match.end() + 60])[0]
            for grid, place in tables:
                rows = _rows(grid, match["holder"])
                known = list(dict.fromkeys(row.cells[place].text for row in rows))
                if not rows or _NEW.search(sentence) or any(match["kind"] in each for each in known):
                    continue
                row = rows[0]
                reason = (
                    f"正文称“{match['holder']}”的账号为{match['kind']}，"
                    f"{grid.called}中该单位的账号是{'、'.join(known)}"
                )
                span = passage.span(match.start("kind"), match.end("kind"))
                yield hit(Kind.ANNEX, Level.DOUBT, match["kind"], reason, span, row.cells[place].span)


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
    places = [place for place in columns.texts if re.search("单位|主体|部门", columns.name(place))]
    return [
        row
        for row in grid.body
        if any(
            is_same(holder, row.cells[place].text) or is_named(holder, row.cells[place].text)
            for place in places
        )
    ]
