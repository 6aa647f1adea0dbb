"""Numbers of columns, accounts, units… in the narrative against the rows of the annex that lists them."""

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.annexes.links import Link
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.figures.reading.units import core, is_same
from gongkai.proofreading.hits import Hit, Level, Span

NEAR = Decimal("0.2")
COMPARED = 60
"""Names of a column of which it is asked whether two are of one unit."""
_UNITS = frozenset({"个", "家", "项", "名", "条", "件", "所", "处", "座", "户", "支", "位"})
_NARROWED = re.compile(
    r"专题|动态|断更|其余|其他|其它|余下|剩余|未|不|逾期|超|零|新增|达标|以上|以下|其中|部分|另|上年|去年|同期|注销|关停|新开|空白|优秀|先进|较好|表扬|第"
)
_NAME = re.compile(r"(?:名称|全称|名|清单)$")
_BRACKET = re.compile(r"（.*）$")
_KINDS = ("镇街", "乡镇", "镇", "街道", "部门")
_SHORT = frozenset("村镇乡")
"""Things whose name is one character."""
_LISTED = re.compile(
    r"(?P<thing>(?!超|逾|[未欠拟获]|通过|完成|达标|合格|问题|整改|情况)[一-龥]{2})(?:公示|推荐|拟[定推]荐?|建议|汇总|情况|基本)*(?:名单|名册|清单|目录|一览表|汇总表)(?:（.*）)?$"
)
"""What a title says that its table lists."""


class Listing(NamedTuple):
    """How many things of a kind tables list, counted every way that may be meant."""

    thing: str
    counts: frozenset[int]
    rows: int
    called: str
    span: Span | None
    title: str


class AnnexCounts:
    """What tables list, counted once for each group of them that a passage speaks of."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], list[Listing]] = {}

    def check(self, link: Link) -> Iterator[Hit]:
        """Counts near the number of rows but not equal to it, nor to that of different names or rows."""
        key = tuple(map(id, link.grids))
        if key not in self._known:
            self._known[key] = [each for grid in link.grids for each in _listings(grid)]
        listings = self._known[key]
        for each in link.told:
            if each.unit not in _UNITS or each.rough or each.value % 1:
                continue
            if not any(_is_near(each, listing) for listing in listings):
                continue
            fitting = [listing for listing in listings if _is_of(each, listing)]
            counts = {count for listing in fitting for count in listing.counts}
            counts.add(sum(listing.rows for listing in fitting))
            if any(
                other.value in counts
                for other in link.told
                if other.unit in _UNITS and _same(other, each, fitting)
            ):
                continue
            if len(fitting) >= 1 and int(each.value) not in counts and _is_near(each, fitting[0]):
                yield _disagree(each, fitting[0])


def _listings(grid: Grid) -> Iterator[Listing]:
    columns = grid.columns
    rows = len(grid.body)
    whole = {tuple(row.cells[place].text for place in columns.texts) for row in grid.body}
    for place in columns.texts:
        thing = _NAME.sub("", _BRACKET.sub("", columns.name(place)))[-2:]
        names = {row.cells[place].text for row in grid.body if row.cells[place].text}
        counts = frozenset((rows, len(names), len(whole), _different(names)))
        if (len(thing) == 2 or thing in _SHORT) and len(names) > 1:
            yield Listing(thing, counts, rows, grid.called, grid.headers[place].span, grid.title)
    if rows > 1 and (listed := _LISTED.search(grid.title)):
        counts = frozenset(
            (rows, len(whole), *(len({row.cells[at].text for row in grid.body}) for at in columns.texts))
        )
        yield Listing(listed["thing"], counts, rows, grid.called, grid.title_span, grid.title)
    if columns.units is not None:
        for kind in _KINDS:
            if f"各{kind}" in grid.title:
                yield Listing(kind, frozenset((rows,)), rows, grid.called, grid.title_span, grid.title)
                return


def _different(names: Collection[str]) -> int:
    """How many units the names are of: one written in two ways is one."""
    if len(names) > COMPARED:
        return len(names)
    kept: list[str] = []
    for name in sorted(names):
        if not any(core(name).head and is_same(name, other) for other in kept):
            kept.append(name)
    return len(kept)


def _is_of(each: Statement, listing: Listing) -> bool:
    """39个责任栏目 and 账号共20个, not 3个专题专栏 nor 断更账号2个; 5个单位未完成 over a list of those 未完成."""
    said = re.split("[，。；：（）]", each.gap)[-1]
    if said.endswith("的") or said.startswith(("的", "以")):
        return False  # 亩产千斤的2个镇, 低于95%的科室有2个
    narrowed = (*_NARROWED.finditer(said), *_NARROWED.finditer(each.thing))
    if any(match[0] not in listing.title for match in narrowed):
        return False
    if len(listing.thing) == 1 or listing.thing in _KINDS:
        return each.thing.startswith(listing.thing)
    thing = re.match(r"[^的、和及与]{0,9}", each.thing)
    counted = re.search(rf"{listing.thing}(?:共计|共|总数|数量|数|有|合计|为|计)*$", said)
    return bool(counted) or bool(thing and re.match(rf"\w{{0,6}}?{listing.thing}(?![中里])", thing[0]))


def _same(other: Statement, each: Statement, listings: Iterable[Listing]) -> bool:
    """Whether another number counts what this one counts: 全县46个村, of which 3个村; 改造小区4个, of which 2个小区."""
    if other is each:
        return False
    alike = other.thing[:1] == each.thing[:1] != ""
    return alike or any(listing.thing in other.subject[-6:] for listing in listings)


def _is_near(each: Statement, listing: Listing) -> bool:
    return abs(each.value - listing.rows) <= max(Decimal(2), NEAR * listing.rows)


def _disagree(each: Statement, listing: Listing) -> Hit:
    different = sorted(listing.counts - {listing.rows})
    also = f"（去除重复后为{'或'.join(map(str, different))}个）" if different else ""
    thing = re.match(rf"\w{{0,6}}?{listing.thing}", each.thing)  # 合作社, of which the title gives 作社
    reason = f"正文为{each.amount}{thing[0] if thing else ''}，{listing.called}列有{listing.rows}行{also}"
    return hit(
        Kind.ANNEX, Level.DOUBT, each.amount, reason, each.span, *([listing.span] if listing.span else [])
    )
