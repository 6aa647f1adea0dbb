"""Groups that headings count against their whole: 对10个集体予以表扬 over 一、基层单位（6个） and 二、县直单位（5个）."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

MOST = 200
"""Headings, and numbers told before them, that are remembered."""
FAR = 3
"""How far a whole may be from its groups and still be meant for them."""
_STYLES = (
    r"(?P<order>[一二三四五六七八九十]{1,3})、",
    r"（(?P<order>[一二三四五六七八九十]{1,3})）",
    r"(?P<order>\d{1,2})[.．、](?!\d)",
    r"（(?P<order>\d{1,2})）",
    r"(?P<order>[特一二三四])(?=等奖)",
)
_COUNT = rf"(?P<number>{ARABIC}|{CHINESE})(?P<unit>个|家|名|人|位|户|件|处|项|所|条|篇|幅|起|座|宗|部)"
_HEADING = re.compile(
    rf"(?:{'|'.join(style.replace('order', f'order{place}') for place, style in enumerate(_STYLES))})"
    rf"(?P<label>[^，。；：（）\d]{{1,20}}?(?:（[^（）\d]{{1,8}}）)?)(?:（(?:共|共计|计)?{_COUNT}）(?=[：。]|$)"
    rf"|(?:共|共计|计)?{_COUNT.replace('number', 'told').replace('unit', 'of')}(?=：|$))"
)
_GROUPED = re.compile(
    r"予以|通报|表彰|表扬|命名|认定|授予|确定|评[选]?出|获奖|入选|名单|如下|给予|决定|拟对|审议通过|排查出|征集到|分配"
)
_OTHERS = re.compile(r"参评|参赛|申报|检查|抽查|走访|现有|全县共|其中|上年|去年|每|各|以上|推荐|候选|审核了")
_OVERLAPPING = re.compile(r"未|不|问题|错误|存在|的$")
"""Groups of faults: one unit may stand in several."""
_ALIKE = {"家": "个", "名": "人", "位": "人"}
"""Units that count the same things."""


class Group(NamedTuple):
    """A heading that counts what stands below it: how it is numbered, its place in its row, what it says."""

    style: int
    order: int
    label: str
    unit: str
    many: int
    said: str
    span: Span


class Whole(NamedTuple):
    """A number told before a heading; `meant`: its clause says that it is listed or honoured."""

    place: int
    unit: str
    many: int
    said: str
    span: Span
    meant: bool


class HeadedGroups:
    """The headings of a document that count, and the numbers told before the first of a row."""

    def __init__(self) -> None:
        self._groups: list[Group] = []
        self._told: list[Whole] = []

    def read(self, passage: Passage) -> None:
        """Take in a heading, or the numbers of a paragraph."""
        group = _group(passage)
        if group and len(self._groups) < MOST:
            self._groups.append(group)
        elif not group and len(self._told) < MOST:
            self._told.extend(_wholes(passage, len(self._groups)))

    def check(self) -> Iterator[Hit]:
        """Wholes that their groups do not make: of a heading those below it, of the text all of a row."""
        for place, group in enumerate(self._groups):
            inner = _row(self._groups, place + 1, above=group.style)
            if inner and inner[0].unit == group.unit:
                yield from _judged(group.said, group.many, group.span, inner)
            if group.order == 1:
                yield from self._held(place)

    def _held(self, place: int) -> Iterator[Hit]:
        """A row against the numbers told before it, unless a heading above it counts or one of them agrees."""
        row = _row(self._groups, place, above=-1)
        if not row or (place and self._groups[place - 1].style < row[0].style):
            return
        before = [each for each in self._told if each.place <= place and each.unit == row[0].unit]
        right, told = sum(each.many for each in row), {each.many for each in before}
        if right in told or told.intersection(each.many for each in row):
            return
        if any(abs(one - other) == right for one, other in combinations(told, 2)):
            return  # 15户, of which 2 stood back
        for whole in [each for each in before if each.meant][-1:]:
            yield from _judged(whole.said, whole.many, whole.span, row)


def _group(passage: Passage) -> Group | None:
    match = _HEADING.match(passage.text)
    if match is None:
        return None
    style = next(place for place in range(len(_STYLES)) if match[f"order{place}"])
    name = "number" if match["number"] else "told"
    order, count = number(match[f"order{style}"].replace("特", "零")), number(match[name])
    if order is None or count is None or count % 1:
        return None
    unit = match["unit"] or match["of"]
    said, span = match[name] + unit, passage.span(match.start(name), match.end(name) + len(unit))
    return Group(style, int(order), match["label"], _ALIKE.get(unit, unit), int(count), said, span)


def _wholes(passage: Passage, place: int) -> Iterator[Whole]:
    for each in passage.told:
        if each.rough or each.value % 1 or each.value > 10_000:
            continue
        said = each.gap[-30:] + passage.text[each.end : passage.clause_end(each.end)]
        heads = passage.text[each.end :] in ("：", "）：", "）")
        meant = (heads or _GROUPED.search(said) is not None) and not _OTHERS.search(
            each.gap[-30:] + each.thing
        )
        unit = _ALIKE.get(each.unit, each.unit)
        yield Whole(place, unit, int(each.value), each.amount, each.span, meant)


def _row(groups: Sequence[Group], start: int, *, above: int) -> list[Group]:
    """The groups from `start` that are numbered alike from the first on, without what stands below each; empty where
    they are fewer than two, count different things or miss a number."""
    row: list[Group] = []
    for each in groups[start:]:
        if each.style <= above or (row and each.style < row[0].style):
            break
        if not row or each.style == row[0].style:
            if row and each.order <= row[-1].order:
                break
            row.append(each)
    first = row[0].order if row else 1
    whole = first <= 1 and [each.order for each in row] == list(range(first, first + len(row)))
    return row if whole and len(row) > 1 and len({each.unit for each in row}) == 1 else []


def _judged(said: str, count: int, span: Span, row: Sequence[Group]) -> Iterator[Hit]:
    right = sum(each.many for each in row)
    if right > count and any(_OVERLAPPING.search(each.label) for each in row):
        return
    if 0 < abs(count - right) <= min(FAR, max(1, right // 3)):
        parts = "＋".join(str(each.many) for each in row)
        reason = f"写明“{said}”，以下各组相加为{right}（{parts}），相差{abs(count - right)}"
        yield hit(Kind.PARTS, Level.DOUBT, said, reason, span, *(each.span for each in row))
