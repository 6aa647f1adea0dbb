"""How the name of a unit is built: place in front, stem, head at the end (宝鸡市渭滨区 · 卫生健康 · 局).

`readings` takes a name apart in every way its front allows, the most literal first: 市场监管局 is a
market bureau (市场·监管·局) before it is the 场监管局 of a 市.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.office.organs import organs
from gongkai.office.pack import Region

HEADS = {
    "街道办事处": "街道", "街道办": "街道", "街办": "街道", "街道": "街道", "办事处": "街道",
    "园区管理委员会": "园", "园区管委会": "园", "园管委会": "园", "园区": "园", "园": "园",
    "管理委员会": "管委会", "管委会": "管委会", "委员会": "委", "委": "委",
    "镇政府": "镇", "镇": "镇", "乡政府": "乡", "乡": "乡",
    "办公室": "办公室", "办": "办", "分局": "分局", "局": "局", "厅": "厅",
    "集团有限责任公司": "集团", "集团有限公司": "集团", "集团公司": "集团", "集团": "集团",
    "有限责任公司": "公司", "有限公司": "公司", "分公司": "公司", "公司": "公司",
}  # fmt: skip
OTHER_HEADS = """大队 支队 中队 中心 法院 检察院 医院 学校 支行 银行 联社 派出所 研究院 保健院 卫生院
院 馆 站 处 所 队 社 部 室 科 厂 场 校 库 台"""
HEADS |= {head: head for head in OTHER_HEADS.split()}
"""How a name ends → the head it stands for. 办 may be a street's or an office's."""

ALONE = frozenset({"法院", "检察院"})
"""Heads of which a county has one, so that they need no stem."""
BRIEF = frozenset({"委", "办"})
"""Heads that make a name with one character: 教委, 编办."""

_LONGEST_HEAD = max(map(len, HEADS))
_SUBORDINATE = "分局|支局|大队|中队|支队|支行|支公司|分公司|供电公司|供电分公司|监管组|调查队"
_SYSTEMS = ("国家税务总局", "国网")
_LEVELS = "省市区县旗"
_NOISE = re.compile(r"[\s\u200b\ufeff]")
_NUMBERING = re.compile(r"^\d{1,3}[.、)]")
_HIGHER = re.compile("(省|市|地区|盟|自治区|自治州)$")
_PEOPLES = re.compile("人民(政府|法院|检察院)")
_TRAILING = re.compile(r"[:;,.。、*]+$")


class Core(NamedTuple):
    """A name without its place: 卫生健康 · 局."""

    stem: str
    head: str

    @property
    def whole(self) -> bool:
        """Whether enough is left to be a name: the 郊乡 of 市郊乡 is not."""
        match len(self.stem):
            case 0:
                return self.head in ALONE
            case 1:
                return self.head in BRIEF
            case _:
                return True


class Reading(NamedTuple):
    """One way to take a name apart: what is left without the place, and its core.

    `local` is false when only a higher level stands in front: the city's bureau is not the county's.
    """

    rest: str
    core: Core
    local: bool


def tidy(text: str) -> str:
    """Half-width, without spaces, leading number and trailing punctuation."""
    half = _NOISE.sub("", unicodedata.normalize("NFKC", text))
    return _TRAILING.sub("", _NUMBERING.sub("", half))


def readings(text: str, region: Region) -> list[Reading]:
    """Every way to take the tidied `text` apart: the county's own before a higher level's, and the most
    literal first. The list is never empty; its first reading is the text as it stands."""
    found: dict[Reading, None] = {}
    for front, seen in _without_place(text, _places(region)):
        rest, own = _without_inner_place(front, region)
        found[Reading(rest, _core(rest), local=own or "own" in seen or "upper" not in seen)] = None
    return sorted(found, key=lambda reading: (not reading.local, -len(reading.rest)))


def own_places(region: Region) -> frozenset[str]:
    """Every way to write the region itself: 渭滨区, 渭滨, 区."""
    return frozenset(place for kind in _places(region) for place, whose in kind.items() if whose == "own")


def _places(region: Region) -> list[dict[str, str]]:
    """What may stand in front, in this order, each at most once: text → "upper", "own" or ""."""
    level = region.name[-1:]
    return [
        dict.fromkeys(_SYSTEMS, ""),
        dict.fromkeys((region.province, _HIGHER.sub("", region.province)), "upper"),
        dict.fromkeys((region.city, _HIGHER.sub("", region.city)), "upper"),
        dict.fromkeys((region.name, *((region.short,) if len(region.short) > 1 else ())), "own"),
        {each: "own" if each == level else "upper" for each in _LEVELS},
    ]


def _without_place(text: str, places: list[dict[str, str]]) -> Iterator[tuple[str, frozenset[str]]]:
    if not places:
        yield text, frozenset()
        return
    yield from _without_place(text, places[1:])
    # Only the longest counts: 宝鸡市 is not 宝鸡 followed by a 市 of our own.
    front = max((place for place in places[0] if place and text.startswith(place)), key=len, default="")
    if front and len(front) < len(text):
        for rest, seen in _without_place(text[len(front) :], places[1:]):
            yield rest, seen | {places[0][front]}


def _without_inner_place(text: str, region: Region) -> tuple[str, bool]:
    """公安局渭滨分局 and 公安渭滨分局 → 公安分局, and whether the place was there."""
    names = "|".join(re.escape(name) for name in (region.name, region.short) if name)
    match = re.fullmatch(rf"(.+?)局?(?:{names})({_SUBORDINATE})", text) if names else None
    return (match[1] + match[2], True) if match else (text, False)


def _core(text: str) -> Core:
    text = _PEOPLES.sub(r"\1", text)
    text = organs().names.get(text, text)
    for length in range(min(_LONGEST_HEAD, len(text)), 0, -1):
        if head := HEADS.get(text[-length:]):
            return Core(_joined(text[:-length]), head)
    return Core(_joined(text), "")


def _joined(stem: str) -> str:
    """发展和改革 → 发展改革; a short place name keeps its 和 (太和, 和平)."""
    return stem if len(stem) < 5 else stem[0] + re.sub("[和与及]", "", stem[1:-1]) + stem[-1]
