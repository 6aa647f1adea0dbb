"""Statements: each number of a sentence with its unit of count and the words that say what it counts."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.reading.numerals import MYRIADS, PATTERN, number, step, written
from gongkai.proofreading.hits import Span

MOST = 120
"""Statements of one sentence that are compared; beyond it is a table without lines."""
ELSE = {
    "个": "月|工作日|自然日|小时|季度|星期|半年|别|性|体|案|百分点",
    "名": "次|单|称|义|额|录|字|胜|誉|优|牌|师|家|校|企",
    "分": "钟|公司|局|别|类|析|级|布|管|为|支|步|批|工|散|行|校|院|中心|阶段|秒|之",
    "人": "民|大|员|社|力|才|口|行|物|事|防|均|身|居|文|次",
    "位": "次|于|置|列",
    "次": "日|月|年|要|数|性",
    "期": "间|限|末|满|货",
    "部": "门|分|委|队|署|级",
    "所": "有|属|在|得|需|谓|以|列",
    "类": "似",
    "处": "理|室|罚|分|于|置|级",
    "起": "来|草|步|点|始|诉",
    "家": "庭|长|中|园|属",
    "户": "主|籍|外|型|次",
    "条": "例|件|款",
    "批": "准|复|示|评|次",
    "种": "植|子|粮",
    "份": "额",
    "只": "有|能|要|是",
    "元": "月|旦",
    "件": "次",
    "场": "所|次|地|景|馆",
    "篇": "幅",
    "座": "谈",
    "例": "如|行",
    "套": "餐|路",
    "台": "账|风|湾|阶",
    "则": "是|为|由",
    "点": "[一二三四五六七八九十\\d]",
    "天": "内|之内|前|后|下|气|假|然|台|一|河|池|水|山|门",
    "笔": "试|记|均|录|名|者|译",
    "头": "条|部|像|目|脑|等",
    "票": "决|据|价|选|房|面|证|箱",
    "支": "出|持|付|撑|部|队(?!伍)|援|行|委|书|教|农|局|气",
    "本": "级|月|年|区|县|地|次|人|科|市|报|单|镇|局|着|校|院|村|季|周",
    "节": "能|日|水|约|目|假|点|庆|前|后|余",
    "幅": "度|员",
    "口": "之家|头|岸|号|径|粮|感|味|人",
    "米": "粉|饭|面|袋|业|油|高|宽|长|深",
}
"""Characters of which one is a unit of count only when no other word goes on from it: 5名 but not 第5名次."""
WHOLE = [
    "微克/立方米",
    "毫克/立方米",
    "毫克/升",
    "个百分点",
    "人次",
    "件次",
    "户次",
    "场次",
    "批次",
    "剂次",
    "辆次",
    "台次",
    "班次",
    "平方米",
    "平方公里",
    "立方米",
    "公里",
    "公顷",
    "公斤",
    "毫米",
    "千瓦时",
    "兆瓦时",
    "千瓦",
    "兆瓦",
    "千伏安",
    "课时",
    "学时",
    "斤",
    "小时",
    "栋",
    "幢",
    "羽",
    "株",
    "棵",
    "盏",
    "枚",
    "封",
    "项",
    "宗",
    "张",
    "间",
    "辆",
    "亩",
    "吨",
    "册",
    "卷",
    "席",
    "艘",
    "箱",
    "袋",
    "瓶",
    "盒",
    "%",
    "‰",
]
UNIT = "|".join((*WHOLE, *(f"{unit}(?!{other})" for unit, other in ELSE.items())))
_QUANTITY = re.compile(
    rf"(?<![\d.,A-Za-z第〔\[/零〇一二两三四五六七八九十百千])"
    rf"(?P<number>{PATTERN})(?P<rough>余|多|来|几)?(?P<unit>{UNIT})"
)
_ROUGH_BEFORE = re.compile(
    r"(?:(?<![就附最邻])近|(?<![签预续履违节解毁契集])约|超|超过|逾|不足|至少|不少于|不低于|不超过|不多于|高于|低于|大约|大概|每|第|各|均|均为|平均|(?<![期圆届])满|未满|达不到|上千|\d[-~—–至到]|\d%[-~—–至到]|[一二三四五六七八九十][、至到]|负|(?<![\d%年月日号）—-])-)$"
)
_ROUGH_AFTER = re.compile(r"(?:以上|以下|以内|左右|上下|及以上|[-~—–]\d|至\d+%|/)")
_BREAK = re.compile(r"[，。；：、！？“”《》…]|（|）")
_BRACKET = re.compile(r"（[^（）]{0,20}）")
_NUMBERING = re.compile(r"^(?:\d{1,2}[.、](?!\d)|\d{1,2}(?![\d.、月日年])|[一二三四五六七八九十]是|其中)")


class Statement(NamedTuple):
    """A number in a sentence: `gap` is all text since the number before it, `subject` its part after the last
    mark, `thing` what stands behind the unit (39个栏目: 栏目). `step` is one unit of its last place.
    `rough` numbers (近20件, 各3条, 5至8家) are never held to arithmetic. `amount` is the number with its unit as it is written."""

    subject: str
    value: Decimal
    unit: str
    start: int
    end: int
    gap: str
    thing: str
    step: Decimal
    rough: bool
    amount: str
    span: Span

    @property
    def said(self) -> str:
        """As a reason quotes it: 投诉类353件."""
        return f"{_NUMBERING.sub('', self.subject)[-14:]}{self.amount}"


def read(
    text: str, start: int, end: int, numerals: Iterable[int], span: Callable[[int, int], Span]
) -> Iterator[Statement]:
    """The statements of a sentence, in order; `numerals` are the places in it where a number may begin."""
    before = start
    for place in numerals:
        match = _QUANTITY.match(text, place, end) if place >= before else None
        value = number(match["number"]) if match else None
        if match is None or value is None:
            continue
        gap = text[before:place]
        yield Statement(
            subject=_subject(gap),
            value=value,
            unit=match["unit"],
            start=place,
            end=match.end(),
            gap=gap,
            thing=_BREAK.split(text[match.end() : min(end, match.end() + 16)], maxsplit=1)[0],
            step=step(match["number"]),
            rough=_is_rough(text, match),
            amount=match[0],
            span=span(place, match.end()),
        )
        before = match.end()


def narrowed(each: Statement, text: str, begin: int, end: int) -> Statement:
    """A statement in a stretch that begins or ends elsewhere than its sentence."""
    if each.start - len(each.gap) == begin and each.end + len(each.thing) <= end:
        return each
    gap = text[begin : each.start]
    return each._replace(gap=gap, subject=_subject(gap), thing=each.thing[: max(0, end - each.end)])


def _subject(gap: str) -> str:
    return _BREAK.split(_BRACKET.sub("", gap) if "（" in gap else gap)[-1]


def as_written(value: Decimal, *beside: Statement) -> str:
    """A value in the unit of the statements beside it: in 万元 where all of them are."""
    unit = beside[0].unit
    for myriad, size in MYRIADS.items():
        if all(myriad in each.amount for each in beside):
            return f"{written(value / size)}{myriad}{unit}"
    return f"{written(value)}{unit}"


def _is_rough(text: str, match: re.Match[str]) -> bool:
    return bool(
        match["rough"]
        or match["number"] == "一"
        or _ROUGH_BEFORE.search(text, max(0, match.start() - 6), match.start())
        or _ROUGH_AFTER.match(text, match.end())
    )
