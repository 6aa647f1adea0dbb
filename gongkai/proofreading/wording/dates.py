"""Dates as GB/T 15835—2011 and GB/T 9704—2012 want them; whether a date can be is another matter (figures)."""

import re

from gongkai.proofreading.hits import Level
from gongkai.proofreading.wording.rule import Rule

KIND = "日期写法"
USE = "GB/T 15835—2011"
LAYOUT = "GB/T 9704—2012"


_MONTHS = tuple(f"{month}月" for month in "一二三四五六七八九十")
_DAYS = tuple(f"月{day}" for day in "一二三四五六七八九十")
_MIXED = "同一日期中汉字与阿拉伯数字不混用"


def _rule(level: Level, pattern: str, reason: str, *words: str, source: str = USE) -> Rule:
    return Rule(KIND, level, re.compile(pattern, re.MULTILINE), reason, "", source, words)


RULES = (
    _rule(Level.DOUBT, r"二[零0○Ｏ○][零一二][零一二三四五六七八九]年", "年份中的“零”应写作“〇”"),
    _rule(Level.DOUBT, r"二[〇○][零0○][零一二三四五六七八九]年", "年份中的“零”应写作“〇”"),
    _rule(Level.DOUBT, r"(?:19|20)[0-9]{2} ?年 ?(?:十[一二]?|[一二三四五六七八九])月", _MIXED, *_MONTHS),
    _rule(Level.DOUBT, r"(?:[0-9]{1,2}月[一二三四五六七八九十]{1,3}|[正一二三四五六七八九十]{1,2}月[0-9]{1,2})日(?!子)", _MIXED, *_DAYS, *_MONTHS),
    _rule(Level.DOUBT, r"二[〇○零][〇○零一二三四五六七八九]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?", _MIXED, "二〇", "二○", "二零"),
    _rule(Level.HINT, r"[0-9](?<![0-9].)[0-9]年[0-9]{1,2}月[0-9]{1,2}日", "年份应写四位数字"),
    _rule(Level.DOUBT, r"^[ \u3000]*(?:19|20)[0-9]{2}年(?:0[1-9]月[0-9]{1,2}|[0-9]{1,2}月0[1-9])日[ \u3000]*$", "成文日期的月、日不编虚位", "年0", "月0", source=LAYOUT),
    _rule(Level.HINT, r"从(?:19|20)[0-9]{2}年?(?:[0-9]{1,2}月)?[-—～~]", "“从”应与“至”配合使用，不用连接号"),
)  # fmt: skip
"""Dates written in a way that the standards do not allow."""
