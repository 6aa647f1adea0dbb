"""Numbers of things that another sentence or the next paragraph names: 未报送单位（5家） · 未完成的4家单位."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.proofreading.figures.lists.counting_names import Names, counted, held
from gongkai.proofreading.figures.reading.numerals import ARABIC, CHINESE, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.units import HEAD
from gongkai.proofreading.hits import Hit, Span

MOST = 12
"""Lists of names that are remembered."""
_STATE = r"(?:逾期|尚|仍)?(?:未|没有|零|不)(?P<state>[^，。；：、（）\d按能经及予有])"
"""The first character of what is not done tells one state from another: 未报送 and 未报, 未完成, 未达标."""
_COUNT = rf"(?P<said>(?P<number>{ARABIC}|{CHINESE})(?P<unit>个|家|名|项|处|所|件|人))"
_NAMED = re.compile(
    rf"{_STATE}[^，。；：、（）\d]{{0,8}}?(?<!原因)(?<!情况)(?:分别为|分别是|为|有|是|包括|：)：?(?P<names>[^。；：，]{{5,600}})(?=[。；，]|$)"
)
_LATER = re.compile(
    rf"{_STATE}[^，。；：、（）\d]{{0,8}}?{_COUNT}(?P<thing>单位|部门|镇|乡镇|街道|企业|系统|栏目|账号|项目|村|社区|学校)?"
)
_HEADED = re.compile(rf"(?:（(?:共|共计)?|[：，](?:共|共计)){_COUNT}）?[：:]?$")
_PURE = re.compile(
    r"(?:\d{1,2}[.．、]|（[一二三四五六七八九十]+）)?(?P<names>[^，。；：\d]+(?:、[^，。；：\d]+)+)[。；]?$"
)
_UNIT = re.compile(rf".*?(?:{HEAD}|台|馆|银行|会)")
_UNITS = frozenset({"单位", "部门"})


class NamedApart:
    """The lists of names of a document by the state that they are in, and the number that heads the next paragraph."""

    def __init__(self) -> None:
        self._lists: dict[str, Names] = {}
        self._headed: tuple[Decimal, str, Span] | None = None

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Numbers that are not the number of names told elsewhere for the same state, or in the paragraph below."""
        text = passage.text
        pure = _PURE.match(text) if self._headed else None
        if self._headed and pure:
            names = _names(passage, pure, pure["names"])
            yield from held(*self._headed, names) if names else ()
        self._headed = _heads(passage)
        if "、" in text and len(self._lists) < MOST:
            for match in _NAMED.finditer(text):
                if names := _names(passage, match, match["names"]):
                    self._lists[match["state"]] = names
        for match in _LATER.finditer(text) if self._lists else ():
            names = self._lists.get(match["state"])
            count = number(match["number"])
            if names and count is not None and (told := _of_thing(names, match["thing"])):
                yield from held(count, match["said"], passage.span(*match.span("said")), told)


def _heads(passage: Passage) -> tuple[Decimal, str, Span] | None:
    match = _HEADED.search(passage.text, max(0, len(passage.text) - 20))
    count = number(match["number"]) if match else None
    if match is None or count is None or not 2 <= count <= 100:
        return None
    return count, match["said"], passage.span(*match.span("said"))


def _names(passage: Passage, match: re.Match[str], text: str) -> Names | None:
    least, most = counted(text)
    return Names(text, least, most, passage.span(*match.span("names"))) if least else None


def _of_thing(names: Names, thing: str | None) -> Names | None:
    """The names as units, where units are counted and what is named is theirs: 县水利局山洪预警平台."""
    if thing not in _UNITS:
        return names
    units = [_UNIT.match(piece) for piece in names.text.split("、")]
    if not all(units):
        return None
    count = len({unit[0] for unit in units if unit})
    return names._replace(least=count, most=count + names.most - names.least)
