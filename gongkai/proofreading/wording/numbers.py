"""Numbers as GB/T 15835—2011 (出版物上数字用法) and GB/T 9704—2012 want them, and words that say a number twice."""

import re
from itertools import pairwise

from gongkai.proofreading.hits import Level
from gongkai.proofreading.wording.rule import HAN, Rule

KIND = "数字用法"
NUMBER = "发文字号"
DOUBLE = "语义重复"
USE = "GB/T 15835—2011"
LAYOUT = "GB/T 9704—2012"

_N = r"(?:[0-9][0-9,.]*|[一二三四五六七八九十百千两几]+)[余多]?[万亿]?"
_UNIT = r"(?:个?(?:工作日|自然日|小时|月|学时|百分点)|平方公里|平方千米|立方米|公斤|千克|千米|厘米|毫米|年|天|日|周|位|座|株|棵|头|层|期|起|宗|本|册|首|节|斤|升|度|个|名|人|户|家|件|条|项|次|亩|元|吨|公里|米|平方米|小时|分钟|人次|份|只|台|辆|套|批|场|所|处|岁|%|％|万元|亿元|倍|成)?"


def _rule(
    kind: str,
    level: Level,
    pattern: str,
    reason: str,
    suggestion: str = "",
    source: str = USE,
    words: str = "",
) -> Rule:
    return Rule(kind, level, re.compile(pattern), reason, suggestion, source, tuple(words.split()))


_BRACKETED_YEAR = " ".join(bracket + century for bracket in "[［【(（" for century in ("19", "20"))
_DASHES = "～ ~ - － — –"
_AFTER_DIGIT = " ".join(digit + word for digit in "0123456789" for word in "千百")
_AFTER_DIGIT_SOME = " ".join(before + "几" for before in "0123456789多余")
_LISTED = " ".join(f"、{digit}" for digit in "二三四五六七八九")
_NEXT = "|".join(f"{one}、{other}" for one, other in pairwise("一二三四五六七八九"))
_ABOUT = r"[十百千万人次户岁里天吨倍元]|年(?![级制度])|个(?!阶段|方面|问题|环节|层次|等级|标段)|[名家件亩](?=[^，。；、]*[人次等])|公里|米(?!$)|小时|分钟"
_ISSUED = rf"([发函办字政令规党组委财教人社建农水交通审计综告通])(?<=[{HAN}][{HAN}])"
RULES = (
    _rule(NUMBER, Level.ERROR, _ISSUED + r"[\[［【\(（]((?:19|20)[0-9]{2})[\]］】\)）]([0-9]+号)", "发文字号的年份用六角括号〔〕括入", r"\1〔\2〕\3", LAYOUT, words=_BRACKETED_YEAR),
    _rule(NUMBER, Level.DOUBT, r"〔(?<![告令决罚]〔)(?<![仲罚证决]字〔)(?<!仲.字〔)(?<!公开〔)((?:19|20)[0-9]{2})〕 ?第 ?0*([1-9][0-9]*) ?号", "发文顺序号不加“第”字", r"〔\1〕\2号", LAYOUT),
    _rule(NUMBER, Level.ERROR, r"〔((?:19|20)[0-9]{2})〕(?<!决字〔....〕)(?<!罚字〔....〕)(?<!罚决〔....〕)(?<!.罚〔....〕)(?<!通字〔....〕)(?=[0-9]{2,4}号)0+([1-9][0-9]*号)", "发文顺序号不编虚位", r"〔\1〕\2", LAYOUT),
    _rule(NUMBER, Level.DOUBT, rf"〔([0-9]{{2}})〕(?<=[{HAN}]....)([0-9]+号)", "发文字号的年份应标全称", "", LAYOUT),
    _rule(KIND, Level.DOUBT, r"[0-9](?<![0-9.]{2})[0-9.]*[～~\-－—–][0-9.]+[%％](?<![0-9]-[0-9]{4}%)", "百分数范围的前一个数也要写百分号", words=_DASHES),
    _rule(KIND, Level.DOUBT, r"[0-9](?<![0-9.]{2})[0-9.]*[～~\-－—–][0-9.]+[万亿](?![年])", "数值范围的前一个数也要写“万”“亿”", words=_DASHES),
    _rule(KIND, Level.DOUBT, r"百分之[0-9][0-9.]*", "“百分之”后用汉字，或写作百分号"),
    _rule(KIND, Level.DOUBT, r"[0-9](?<![0-9.]{2})[0-9]{0,3}[千百](?:[0-9]|[余多]?[万亿元人户亩吨名家件次])", "阿拉伯数字不与“千”“百”连用", words=_AFTER_DIGIT),
    _rule(KIND, Level.DOUBT, r"[一二三四五六七八九十]+[百千万][一二三四五六七八九十百千万零]*元(?:以上|至|到)[0-9][0-9,.]*万?元|[0-9][0-9,.]*万?元(?:以上|至|到)[一二三四五六七八九十]+[百千万][一二三四五六七八九十百千万零]*元", "同一范围的两个数应统一用汉字或阿拉伯数字", words="元以上 元至 元到"),
    _rule(KIND, Level.DOUBT, rf"(?<![第\n、\s一二三四五六七八九十分列])(?:{_NEXT})(?={_ABOUT})", "相邻两个数字表示概数时不加顿号", words=_LISTED),
    _rule(KIND, Level.DOUBT, r"[0-9]+[多余]?几(?=[十百千万亿个名人家户件次年天岁亩吨处条项台辆套])", "阿拉伯数字不与“几”连用", words=_AFTER_DIGIT_SOME),
    _rule(KIND, Level.DOUBT, rf"(?:减少|降低|下降|缩小|缩短|减小)了?{_N}倍(?!于)", "减少、降低不用“倍”表示", words="倍"),
    _rule(DOUBLE, Level.DOUBT, rf"约(?<![契预合条节制公签特邀相大].)(?:为|有|占|需要?)?{_N}{_UNIT}(?:左右|上下)", "“约”与“左右”语义重复", "", ""),
    _rule(DOUBLE, Level.DOUBT, rf"约(?<![契预合条节制公签特邀相].)(?:为|有|占|需要?)?(?:[0-9]+|[一二三四五六七八九百千万]+十?)[余多](?=[{HAN}])(?!少)", "“约”与“余”“多”语义重复", "", ""),
    _rule(DOUBLE, Level.DOUBT, rf"(?:大约|大概|将近)[^，。；：、\n0-9“”]{{0,8}}{_N}{_UNIT}(?:左右|上下)", "“大约”与“左右”语义重复", "", "", words="大约 大概 将近"),
    _rule(DOUBLE, Level.DOUBT, rf"(?:超过|突破)了?{_N}{_UNIT}以上", "“超过”与“以上”语义重复", "", "", words="超过 突破"),
    _rule(DOUBLE, Level.DOUBT, r"(?:超过|突破)了?[0-9一二三四五六七八九十百千万][0-9,.一二三四五六七八九十百千万]*(?:余|多(?!少|种|样|项|个|年|次))", "“超过”与“余”“多”语义重复", "", "", words="超过 突破"),
    _rule(DOUBLE, Level.DOUBT, rf"(?:不足|低于|少于|不到){_N}{_UNIT}以下", "“低于”与“以下”语义重复", "", "", words="不足 低于 少于 不到"),
    _rule(DOUBLE, Level.DOUBT, rf"(?:至少|不低于|不少于){_N}{_UNIT}以上", "“至少”与“以上”语义重复", "", "", words="至少 不低于 不少于"),
    _rule(DOUBLE, Level.DOUBT, rf"(?:最多|至多|不超过|不高于){_N}{_UNIT}以[下内]", "“最多”与“以下”语义重复", "", "", words="最多 至多 不超过 不高于"),
    _rule(DOUBLE, Level.DOUBT, r"近(?<![附最临靠远就将接].)(?:[0-9]+|[一二三四五六七八九十百千]+)[余多](?:[个名人户家件条项次亩元吨份台]|万|亿|公里|平方米)", "“近”与“余”“多”意思相反", "", ""),
    _rule(DOUBLE, Level.DOUBT, rf"[余多](?<=[0-9一二三四五六七八九十百千万].)[万亿]?{_UNIT}(?:左右|上下)", "“余”“多”与“左右”语义重复", "", "", words="左右 上下"),
    _rule(DOUBLE, Level.DOUBT, rf"[0-9](?<![0-9]{{2}})[0-9]*(?:[～~\-－—–]|至)[0-9]+{_UNIT}(?:个月|天|年|个工作日|周|万元|亿元)?左右", "已写明范围，不再用“左右”", "", "", words="左右"),
    _rule(KIND, Level.HINT, r"[０-９](?<![０-９].)[０-９]{0,7}(?![０-９])(?:．[０-９]+)?", "数字宜用半角"),
)  # fmt: skip
"""Document numbers, ranges, per cent, digits beside characters, and numbers said twice."""
