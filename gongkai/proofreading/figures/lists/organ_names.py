"""One office of a county under two names in one text: 县水务局 in most places and 县水利局 in one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

MOST = 50
"""Places of one name that are remembered."""
_FAMILIES = tuple(
    tuple(tuple(names.split()) for names in family.split("|"))
    for family in (
        "水务|水利",
        "教育|教体 教育体育 教育和体育|教科体 教育科技体育|教科 教育科技",
        "文旅 文化和旅游 文化旅游|文广旅 文化广电和旅游 文化广电旅游|文体旅 文体旅游 文化体育和旅游|文旅体",
        "林业|林草 林业和草原",
        "自然资源|自然资源和规划 自规",
        "住建 住房和城乡建设|住建交通 住房和建设",
        "工信 工业和信息化|工信商务 工信和商务|工科 工信科技 科工 科技和工信",
        "应急 应急管理|应急和消防",
        "行政审批|行政审批服务|审批服务",
    )
)
"""Names that a county gives one office, `|` between those that are not short and long forms of one another."""
_VARIANT = {
    name: (family, variant)
    for family, variants in enumerate(_FAMILIES)
    for variant, names in enumerate(variants)
    for name in names
}
_OFFICE = re.compile(
    rf"(?P<name>(?P<level>[县区旗])(?P<stem>{'|'.join(sorted(_VARIANT, key=len, reverse=True))})(?P<head>管理局|服务局|局))"
)
_BARE = re.compile(r"(?:^|[，。；：、（）“”《》]|[由对请向经和与及到在为受据报送让并会同按])$")
_CHANGED = re.compile(r"原[县区旗]|更名|改为|改称|前身|组建|撤销|划入|划转|划归|合并|不再保留|移交|历史")


class OrganNames:
    """The names of offices as they are met, by level and family."""

    def __init__(self) -> None:
        self._met: dict[tuple[str, int], dict[int, list[tuple[str, Span, bool]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._changed = False

    def read(self, passage: Passage) -> None:
        """Take in the offices that a passage names; of a text that tells of a change of names nothing is said."""
        found = list(_OFFICE.finditer(passage.text)) if "局" in passage.text else []
        self._changed = self._changed or bool(found and _CHANGED.search(passage.text))
        for match in found:
            family, variant = _VARIANT[match["stem"]]
            places = self._met[match["level"], family][variant]
            if len(places) < MOST:
                bare = _BARE.search(passage.text, max(0, match.start() - 1), match.start()) is not None
                places.append((match["name"], passage.span(*match.span()), bare or match.start() == 0))

    def check(self) -> Iterator[Hit]:
        """The rarer name, where both stand without another county's in front."""
        for variants in () if self._changed else self._met.values():
            for one, other in combinations(variants.values(), 2):
                if not all(any(bare for _, _, bare in each) for each in (one, other)):
                    continue
                rare, usual = (one, other) if len(one) < len(other) else (other, one)
                (name, span, _), (known, place, _) = rare[0], usual[0]
                reason = f"同一单位写作“{name}”和“{known}”，请统一名称"
                further = [each for _, each, _ in rare[1:]]
                yield hit(Kind.UNIT_NAME, Level.DOUBT, name, reason, span, place, *further)
