"""Names told one by one against the number of them: 甲局、乙局、丙局3家单位 · 3家单位（甲局、乙局、丙局）."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.units import ENDINGS, FURTHER_ENDINGS
from gongkai.proofreading.hits import Hit, Level

BACK = 1200
"""Characters before a number in which its names are looked for."""
_COUNTED = re.compile(
    rf"(?<![\d.第前后零〇一二两三四五六七八九十百千])(?P<number>{ARABIC}|{CHINESE})(?P<unit>个|家|名|位|所|项|类|种|篇|份)?"
    r"(?P<thing>(?:镇街|乡镇|镇办|街道|镇|乡|村|社区|县区|区县|县|区|市直|县直|区直|责任|承办|成员|参评|保障|主管)?"
    r"(?:单位|部门|街道办事处|街道办|街道|乡镇|镇街|镇办|镇|乡|村|社区|县区|区县|局|企业|公司|学校|医院|机构|栏目|专栏|账号|项目|领域|"
    r"同志|事项|问题|方面|平台|议题|任务|要求|人(?!次))?)"
)
_UNIT_THINGS = re.compile(r"单位|部门|街道|镇|乡|村|社区|县|区|局|企业|公司|学校|医院|机构")
_NAME = re.compile(rf"(?:{ENDINGS}|{FURTHER_ENDINGS})$")
_GENERIC = re.compile(
    r"^(?:各?(?:镇|乡|街道|部门|单位|区县|县区|县级部门|区级部门|企业|学校|村|社区|镇街|乡镇|镇办)|.)$"
)
_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+|\d{1,2})、")
_MARKS = re.compile("[，。；：！？（）“”…]")
_FOREIGN = re.compile(
    r".*(?:等[^、]{0,8}?|(?:\d+|[两三四五六七八九十]+)[个家名][^、]{0,8}?)(?:和|及|以及|与)(?=[^、]{2,}|$)"
)
"""Words before the first name that belong to another number: 对甲局等3家单位和…"""
_BRACKETS = re.compile(r"（[^（）]{0,40}）")
_TOGETHER = re.compile(r"(?:等)?(?:共计|共|合计|这|以上|上述)?$")
_AFTER = re.compile(
    r"（(?:分别(?:为|是)|即|为|名单为|：)?(?P<bracket>[^（）。]{2,600})）"
    r"|[，：]?(?:分别(?:为|是)|名单如下：|即|为：|：|是：|——)(?P<list>[^。；：，（）]{2,600})(?=[。；，]|$)"
)
_REMARK = re.compile(
    r"^(?:含|不含|包括|其中|下同|以下|见|详见|附|具体|不包括|除|另|未|已|均|共)|附件|附表|名单见"
)
_ANEW = re.compile(
    r".{2,}(?:对|向|赴|到|在|会同|联合|深入|走访|检查|督查|抽查|通报|调研|组织|指导|约谈|以及|为).{2,}"
)
_DIGITS = re.compile(r"\d")
_QUANTITY = re.compile(
    r"(?:各)?\d+(?:\.\d+)?(?:[件条个篇项次人户场名分家起宗处所张例批]|人次|万?元|万?吨|亩|%)?$"
)
_NUMBERING = re.compile(r"^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）|[①-⑳])")


class Listed(NamedTuple):
    """What is named beside a number: how many at least (a list may begin behind 对 or 赴) and at most (和 joins
    names or stands in one), and whether 等 leaves it open."""

    least: int
    most: int
    names: tuple[str, ...]
    start: int
    end: int
    open_ended: bool


def check(passage: Passage) -> Iterator[Hit]:
    """Numbers of units, columns… that are not the number of names beside them."""
    for place in passage.numerals if "、" in passage.text else ():
        match = _COUNTED.match(passage.text, place)
        count = number(match["number"]) if match else None
        if match is None or count is None or not 2 <= count <= 500 or count % 1:
            continue
        units = _UNIT_THINGS.search(match["thing"]) is not None
        bare = not match["thing"]  # 先进集体5个：… names units only where all are
        if bare and (match["unit"] not in ("个", "家") or not passage.text.startswith("：", match.end())):
            continue
        listed = None if bare else _before(passage.text, match, units)
        listed = listed or _after(passage.text, match, units or bare)
        if listed and (problem := _judged(passage, match, int(count), listed)):
            yield problem


def _judged(passage: Passage, match: re.Match[str], count: int, listed: Listed) -> Hit | None:
    too_few = listed.most < count and not listed.open_ended
    if not too_few and listed.least <= count:
        return None
    told = listed.least if listed.least == listed.most else listed.most if too_few else listed.least
    names = "、".join(listed.names[:8]) + ("等" if len(listed.names) > 8 else "")
    said = match[0]
    reason = f"实际列出{told}个（{names}），与所写“{said}”相差{abs(told - count)}个"
    if abs(told - count) > max(3, count // 2):
        return None  # so far apart that the number counts something else
    sure = (_UNIT_THINGS.search(match["thing"]) or not match["thing"]) and all(
        _is_name(name) for name in listed.names
    )
    span = passage.span(match.start(), match.end())
    names_span = passage.span(listed.start, listed.end)
    return hit(Kind.ENUMERATION, Level.ERROR if sure else Level.DOUBT, said, reason, span, names_span)


def _before(text: str, match: re.Match[str], units: bool) -> Listed | None:
    """天台镇、石桥镇、柳河镇3个镇: names that end right before the number."""
    start = max(0, match.start() - BACK)
    told = _BRACKETS.sub(lambda each: "\x00" * len(each[0]), text[start : match.start()])
    run = _MARKS.split(told)[-1]
    together = _TOGETHER.search(run)
    body = run[: together.start()] if together else run
    last = body.rpartition("、")[2]
    if "、" not in body or not last or _DIGITS.search(last):
        return None
    vague = run.startswith("等", len(body))
    begin = match.start() - len(run)
    numbering = _HEADING.match(body)
    begin += numbering.end() if numbering else 0
    pieces = body[numbering.end() if numbering else 0 :].split("、")
    for place in range(len(pieces) - 1, -1, -1):
        if cut := _FOREIGN.match(pieces[place]):
            begin += sum(len(piece) + 1 for piece in pieces[:place]) + cut.end()
            pieces = [pieces[place][cut.end() :], *pieces[place + 1 :]]
            break
        if place and _DIGITS.search(pieces[place]):
            return None  # a number of its own stands between
    return _listed(pieces, begin, begin + len("、".join(pieces)), units, vague, led=True)


def _after(text: str, match: re.Match[str], units: bool) -> Listed | None:
    """3家单位（甲局、乙局、丙局）: names in the bracket or behind the colon."""
    found = _AFTER.match(text, match.end())
    if not found:
        return None
    group = "bracket" if found["bracket"] is not None else "list"
    body = found[group]
    if _REMARK.search(body) or "、" not in body or (group == "bracket" and re.search("[，；]", body)):
        return None
    closed = re.sub(
        r"等(?:\d+|[一二三四五六七八九十]+)?[个家]?(?:单位|部门|镇|街道|乡镇|镇街|栏目)?$", "", body
    )
    pieces = closed.split("、")
    return _listed(pieces, found.start(group), found.end(group), units, closed != body, led=False)


def _listed(pieces: list[str], start: int, end: int, units: bool, vague: bool, *, led: bool) -> Listed | None:
    """Names, or None where the pieces are none. The first of names before a number may have words before it."""
    names = [_plain(piece) for piece in pieces]
    if len(names) < 2 or not all(names) or any(len(name) > 30 for name in names[1:]):
        return None
    rest = names[1:] if led else names
    if units and not all(_is_name(part) for name in rest for part in _parts(name)[-1:]):
        return None
    if not units and any(len(name) > 14 or re.search(r"[的了]|等", name) for name in rest):
        return None
    if any(_DIGITS.search(name) for name in names[1:]) or (units and all(map(_GENERIC.match, rest))):
        return None
    if led and ((units and not _is_name(names[0])) or any(_QUANTITY.search(piece) for piece in pieces)):
        return None  # 党员12人、女性10人 are counts, not names
    joined = sum(len(_parts(name)) - 1 for name in names)
    begun = max((place for place, name in enumerate(names) if place and _ANEW.match(name)), default=0)
    return Listed(len(names) - begun, len(names) + joined, tuple(names), start, end, vague)


def _plain(piece: str) -> str:
    return _QUANTITY.sub("", _NUMBERING.sub("", piece.replace("\x00", "").strip("《》“”")))


def _parts(name: str) -> list[str]:
    """Names that 和 may join: 财政局和司法局 are two at most, 文化和旅游局 also by this rule, and one at least."""
    return [part for part in re.split("以及|[和及与]", name) if part]


def _is_name(name: str) -> bool:
    return len(name) >= 2 and _NAME.search(name) is not None
