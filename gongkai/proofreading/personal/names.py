"""Names of people: two to four characters that begin with a surname, next to a word that announces a person."""

import re
from collections.abc import Iterator

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.lexicon.shipped import ordinary_words
from gongkai.proofreading.personal.cues import WORDS as WORDS_OF
from gongkai.proofreading.personal.cues import Cue
from gongkai.proofreading.personal.kinds import Kind, found, said
from gongkai.proofreading.personal.surnames import (
    COMMON,
    COMPOUND,
    FUNCTION,
    GIVEN,
    NEVER,
    RISKY,
    SINGLE,
    TITLES,
    WORDS,
)

HAN = re.compile("[\u4e00-\u9fa5]")
_ALL_HAN = re.compile("[\u4e00-\u9fa5]+")
_HAN_RUN = re.compile("[\u4e00-\u9fa5]{1,12}")
MARK = re.compile(
    r"(?:姓名|名单)?(?:（[^（）\n]{0,10}）|\([^()\n]{0,10}\))?[ \u3000]*+(?:[:：]|\t|\||\n(?=[\u4e00-\u9fa5]{2,4}\n)|(?<=[ \u3000])(?=[\u4e00-\u9fa5])|为[:：]?(?=[\u4e00-\u9fa5]{2,4}[，,。；（(、\n]))[ \u3000]*+"
)
"""A colon or a tab between the cue and the name."""
_JOINED = re.compile(r"(?:（[^（）\n]{0,30}）)?[、和及与]")
_NEXT = re.compile(r"[、，,和及/／与 \u3000]{1,2}+|（[^（）\n]{0,30}）[、，和及与]")
_KIN = re.compile(
    r"(?:(?:[长次三四五]|其|之)?[子女]|妻子?|丈夫|夫|配偶|[父母]亲?|[兄弟姐妹]|儿[子媳]|女儿|孙[子女]?|[祖外][父母孙女]{1,2}|户主|本人)[:：（ ]?(?=[\u4e00-\u9fa5]{2,4}(?:[^\u4e00-\u9fa5]|$))"
)
"""Of what kin each of a family is: 妻张三、子李四."""
_WITH_DOT = re.compile("[\u4e00-\u9fa5]{2,8}[·•・][\u4e00-\u9fa5]{2,8}(?:[·•・][\u4e00-\u9fa5]{2,8})?")
_SPLIT = re.compile("([\u4e00-\u9fa5])[ \u3000]{1,3}([\u4e00-\u9fa5])(?![\u4e00-\u9fa5])")
_LIST_OF_FOLLOWERS = """反映 来电 来信 来访 投诉 举报 于 向 因 在 家 等 提出 申请 称 表示 说 咨询 求助 同志 女士 先生 患 诉 与 和 自 将 已 系
    家属 亲属 父亲 母亲 儿子 女儿 妻子 丈夫 居住 住 现 今年 曾 到 通过 被 不 从 出 入 家中 户 名下 一家 一户 之 本人 夫妇 的 近 为 是 经 未 因病 身份 所 持 携 驾驶 驾车 骑 乘 遭 突发 不慎 失踪 走失 死亡 受伤 已 农商行 农行 工行 建行"""
_FOLLOWERS = tuple(_LIST_OF_FOLLOWERS.split())
_ORGANISATION = re.compile(
    r"[:：（(]?[^，,。；;、\t|\n]{0,40}?(?:公司|集团|合作社|联合社|农场|企业|商行|中心|协会|学会|学校|[中小]学|幼儿园|医院|卫生院|委员会|村委会"
    r"|政府|管理站|服务站|工作站|厂|店|局|所|馆|银行|支行|基地|办公室)(?:（[^（）\n]{0,12}）)?(?=[，,。；;、\t|\n]|$)"
)
_NO_NAMES = frozenset(("籍贯", "文化程度", "党派", "职务"))
"""Heads of columns that look like a name."""
BEGINNINGS = SINGLE | {surname[0] for surname in COMPOUND}
_CUT = frozenset("*＊×XxＸｘ○●")
"""A name before one of these was cut already."""
_PEOPLE = tuple(
    " ".join(WORDS_OF[cue] for cue in (Cue.PERSON, Cue.KIN, Cue.GENERAL_PERSON, Cue.ANYBODY)).split()
)
_LONGEST_WORD = 8
_OPENING = frozenset(":：（(\t|")
_MASKED = frozenset("某*＊×")
DIVIDING = frozenset("，,、（( \u3000\t:：|男女")
_SMALL = frozenset("为将对给由与和是系叫按人者员")
_COURTESIES = ("先生", "女士", "同志")
MOST_MARKS, _IN_BRACKETS = 5, 30
MOST_IN_A_LIST = 200
_ANNOUNCED = said(Kind.NAME, Level.DOUBT, "“姓名”“申请人”“户主”一类字样后的人名，公开前应当隐去")


def is_name(text: str) -> bool:
    """Whether these characters can be somebody's name: a surname and one or two more, or a name with a dot."""
    if text[:1] in SINGLE and 2 <= len(text) <= 3:
        return _is_no_word(text)
    if text[:2] in COMPOUND:
        return 3 <= len(text) <= 4 and _is_no_word(text)
    if len(text) == 4 and text[0] in SINGLE and text[1] in SINGLE:
        # a woman's name may carry her husband's surname before her own
        return _is_no_word(text[1:])
    return len(text) > 4 and _WITH_DOT.fullmatch(text) is not None


def _is_no_word(text: str) -> bool:
    return (
        _ALL_HAN.fullmatch(text) is not None
        and text[:2] not in WORDS
        and text not in WORDS
        and NEVER.isdisjoint(text[1:])
        and not text.endswith(TITLES)
    )


def after_mark(text: str, start: int) -> Iterator[Found]:
    """The names that begin at `start`, which follows a colon: 张三、李四."""
    for _ in range(MOST_IN_A_LIST):
        kin = _KIN.match(text, start)
        name = _whole(text, kin.end() if kin else start)
        if name is None or text[name[0] : name[1]] in _NO_NAMES:
            return
        yield found(name[0], name[1], _ANNOUNCED)
        following = _NEXT.match(text, name[1])
        if following is None:
            return
        start = following.end()


def _whole(text: str, start: int) -> tuple[int, int] | None:
    """A name that ends where no further Chinese character stands, or before a word that follows names."""
    run = _HAN_RUN.match(text, start)
    if run is None:
        return None
    written, following = run[0], text[run.end() : run.end() + 1]
    if following in _CUT:
        return None
    if following and following in "·•・":
        dotted = _WITH_DOT.match(text, start)
        return dotted.span() if dotted else None
    if len(written) == 1:
        apart = _SPLIT.match(text, start)
        return apart.span() if apart and is_name(apart[1] + apart[2]) else None
    return run.span() if len(written) <= 4 and is_name(written) else _before_follower(written, start)


def _before_follower(written: str, start: int, certain: bool = False) -> tuple[int, int] | None:
    for length in (3, 2, 4):
        if (
            length < len(written)
            and is_name(written[:length])
            and written.startswith(_FOLLOWERS, length)
            and _given(written[1:length], certain and length == 3)
        ):
            return start, start + length
    return None


def _given(characters: str, certain: bool) -> bool:
    """Whether these are common in given names: all, or one where a name is `certain` to stand."""
    return not GIVEN.isdisjoint(characters) if certain else GIVEN.issuperset(characters)


def direct(text: str, start: int, certain: bool = False) -> Found | None:
    """A name right after the cue, without a mark: 村民张三反映. Everything about it must look like a name; a little
    less after a cue that is `certain` to announce a person."""
    if text[start : start + 1] not in SINGLE and text[start : start + 2] not in COMPOUND:
        return None
    run = _HAN_RUN.match(text, start)
    if run is None or (written := run[0])[0] in FUNCTION or text[run.end() : run.end() + 1] in _CUT:
        return None
    if len(written) <= 3 and written not in ordinary_words() and _is_likely(written, certain):
        return found(start, run.end(), _ANNOUNCED)
    words = ordinary_words()
    if written[:2] in words or written[:3] in words:
        return None
    place = _before_follower(written, start, certain and written[0] not in RISKY)
    if place is None and _goes_on(written, certain) and written[2:4] not in words:
        place = start, start + 3
    if place is None or (written[0] in RISKY and place[1] - start < 3):
        return None
    return found(*place, _ANNOUNCED)


def _goes_on(written: str, certain: bool) -> bool:
    """Whether a likely name begins a longer stretch of characters: 村民张三丰收麦; after a cue that is `certain` to
    announce a person less of it need be likely, if a word follows."""
    if len(written) <= 3 or written[0] in RISKY:
        return False
    return _is_likely(written[:3], False) or (
        certain and _is_likely(written[:3], True) and written[3:5] in ordinary_words()
    )


def direct_after(text: str, end: int) -> Found | None:
    """A second name joined to one that ends at `end`: 学生张小三（2016年生）和李小四."""
    joined = _JOINED.match(text, end)
    return direct(text, joined.end()) if joined else None


def _is_likely(written: str, certain: bool) -> bool:
    """A name of characters common in given names; of three, after a certain cue, one such character is enough."""
    if not is_name(written) or (written[0] in RISKY and len(written) < 3):
        return False
    if written[1:] in COMMON and not certain:
        return False
    given = written[2:] if written[:2] in COMPOUND else written[1:]
    return _given(given, certain and len(written) == 3 and written[0] not in RISKY)


def follows(text: str, end: int) -> bool:
    """Whether a cue that ends at `end` is followed by somebody, named or masked, and not by what is said of all."""
    following = text[end : end + 1]
    if following in _OPENING:
        return not is_organisation(text, end)
    return text[end + 1 : end + 2] in _MASKED or direct(text, end) is not None


def is_organisation(text: str, end: int) -> bool:
    """Whether a company or the like stands where a cue that ends at `end` announces a person."""
    return _ORGANISATION.match(text, end) is not None


def ending(text: str, end: int) -> tuple[int, int] | None:
    """A name that ends before `end`, with a mark between: 张三，; 李四（."""
    at = _before_bracket(text, end)
    while at > 0 and end - at < MOST_MARKS and text[at - 1] in DIVIDING:
        at -= 1
    if at == end or at <= 0 or not "\u4e00" <= text[at - 1 : at] <= "\u9fa5":
        return None
    if text[at - 2 : at] in _COURTESIES:
        at -= 2
    for length in (3, 2, 4):
        start = at - length
        if start >= 0 and is_name(text[start:at]) and _begins(text, start, at):
            return start, at
    return None


def _before_bracket(text: str, end: int) -> int:
    """Where what is said of somebody in brackets begins, if nothing but a mark stands between it and `end`."""
    if text[end - 1 : end] not in "，," or text[end - 2 : end - 1] not in "）)":
        return end
    opening = max(
        text.rfind("（", max(0, end - _IN_BRACKETS), end), text.rfind("(", max(0, end - _IN_BRACKETS), end)
    )
    return opening + 1 if opening > 0 else end


def _begins(text: str, start: int, end: int) -> bool:
    """Whether a name can begin here: after a mark, after a word for people (居民张三（), or after a small word and
    likely by itself (已将张小三（)."""
    head = text[max(0, start - _LONGEST_WORD) : start]
    if not HAN.match(head[-1:]) or head.endswith(_PEOPLE):
        return True
    return head[-1] in _SMALL and end - start == 3 and GIVEN.issuperset(text[start + 1 : end])
