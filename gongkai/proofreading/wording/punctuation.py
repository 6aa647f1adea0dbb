"""Punctuation as GB/T 15834—2011 (标点符号用法) and GB/T 9704—2012 want it."""

import re

from gongkai.proofreading.hits import Level
from gongkai.proofreading.wording.rule import HAN, Rule

KIND = "标点符号"
USE = "GB/T 15834—2011"
LAYOUT = "GB/T 9704—2012"


def _rule(
    level: Level, pattern: str, reason: str, suggestion: str = "", source: str = USE, words: str = ""
) -> Rule:
    return Rule(
        KIND, level, re.compile(pattern, re.MULTILINE), reason, suggestion, source, tuple(words.split())
    )


_BEFORE = f"{HAN}”）》〕"
"""What a mark of the wrong width follows."""

_AFTER = f"{HAN}“（《"
"""What follows it."""

_DOUBLED = (
    _rule(Level.ERROR, r"([，、；：])\1+", "标点重复", r"\1", words="，， 、、 ；； ：："),
    _rule(Level.ERROR, r"。。(?!。)(?<!。。。)", "句号重复", "。", words="。。"),
    _rule(
        Level.ERROR,
        r"，[。；、：]|、[。；，：]|；[。，、：]|：[。；，、]",
        "两个标点连用，只应保留一个",
        words="，。 ，； ，、 ，： 、。 、； 、， 、： ；。 ；， ；、 ；： ：。 ：； ：， ：、",
    ),
    _rule(Level.ERROR, r"。[，、；：]", "句号后又有标点，只应保留一个", words="。， 。、 。； 。："),
    _rule(Level.DOUBT, r"([！？])\1+", "公文中问号、叹号不叠用", words="！！ ？？"),
    _rule(
        Level.DOUBT,
        r"[？！][，。；、]",
        "问号、叹号后又有标点，只应保留一个",
        words="？， ？。 ？； ？、 ！， ！。 ！； ！、",
    ),
)

_HALF_WIDTH = (
    _rule(Level.DOUBT, rf",(?<=[{_BEFORE}],) ?(?=[{_AFTER}])", "中文语句中应使用全角逗号", "，"),
    _rule(Level.DOUBT, rf";(?<=[{_BEFORE}];) ?(?=[{_AFTER}\n]|$)", "中文语句中应使用全角分号", "；"),
    _rule(Level.DOUBT, rf":(?<=[{_BEFORE}]:) ?(?=[{_AFTER}])", "中文语句中应使用全角冒号", "："),
    _rule(
        Level.DOUBT, rf"[?!](?<=[{HAN}][?!])(?=[{_AFTER}\n]|$)", "中文语句中应使用全角问号、叹号", words="? !"
    ),
    _rule(Level.DOUBT, rf"\.(?<=[{HAN}][{HAN}]\.)(?=\n|$)", "句末应使用全角句号", "。"),
    _rule(
        Level.HINT, rf"\((?<=[{HAN}》”]\()([{HAN}][^()\n]{{0,60}})\)", "中文语句中宜使用全角括号", r"（\1）"
    ),
)

_ASKED = "您知道 你知道 您了解 你了解 您是否 你是否 大家知道"
"""What a question to the reader begins with: a question told of others (问他来不来) ends with 。 as well."""

_SAID = "说道?|表示|写道|指出|强调|介绍说?|认为|告诉记者|问道?"
"""What a sentence is quoted after: all of it, with its full stop."""

_LINKED = (
    "和(?!谐|平|解|睦|气|美|善|顺|田|县|政|蔼|缓|合|龙|静|硕|乐|林|声|弦|服|面|尚|约|煦|诚|衷|盘|而|为|风|好|悦|鸣|药|布|奏|事|稀|根|志|占|毅)"
    "|或(?!然|许|多|明|轻)|及(?!时|格|早|第|冠|笄|至|物|其)|以及"
)
"""Words that join the last of a row, but where they begin another word."""

_MISPLACED = (
    _rule(Level.DOUBT, rf"、(?=(?:{_LINKED})[{HAN}《“])(?<=[{HAN}》”）]、)", "“和”“或”“及”之前不用顿号", words="、和 、或 、及 、以及"),
    _rule(Level.HINT, r"》、《", "并列的书名号之间通常不用顿号", "》《", words="》、《"),
    _rule(Level.DOUBT, rf"(?:{_SAID})：“[^“”\n]{{6,200}}[^。！？…“”\n](?P<at>”。)", "引用的是完整的话，句号放在引号之内", "。”", words="”。"),
    _rule(Level.DOUBT, rf"(?:{_ASKED.replace(' ', '|')})[^。？！\n]{{0,40}}吗(?P<at>。)", "疑问句末尾用问号", "？", words=_ASKED),
    _rule(Level.DOUBT, r"(?:是不是|能不能|可以|会|有|是|好|对)[^，。？！；：“”\n]{0,16}吗(?P<at>。)", "疑问句末尾用问号", "？", words="吗。"),
    _rule(Level.DOUBT, r"。。。+", "省略号应为“……”", "……", words="。。。"),
    _rule(Level.DOUBT, rf"\.\.\.(?<=[{HAN}]\.\.\.)\.{{0,3}}(?!\.)", "省略号应为“……”", "……"),
    _rule(Level.DOUBT, r"……等(?=[，。；、）\n]|$)|等……", "省略号与“等”不并用", words="……等 等……"),
    _rule(Level.DOUBT, r"、等(?=[，。；：）\n]|$|[一二三四五六七八九十百0-9]+[个家项类种条件名])", "“等”前不用顿号", "等", words="、等"),
    _rule(Level.DOUBT, rf"--(?<=[{HAN}”]--)-*(?=[{HAN}“])", "破折号应为“——”", "——"),
    _rule(Level.DOUBT, r"[（(][一二三四五六七八九十]{1,3}[）)]、(?![（(])", "带括号的序号后不加顿号", "", LAYOUT, "）、 )、"),
    _rule(Level.DOUBT, r"^附件[:：][^\n]*?(?P<at>[。；;])$", "附件名称后不加标点", "", LAYOUT, "附件： 附件:"),
)  # fmt: skip

RULES = _DOUBLED + _HALF_WIDTH + _MISPLACED
"""Marks doubled, of the wrong width or in the wrong place."""
