"""Slips derived from right words: one character exchanged for one that sounds or looks alike.

A form is left out that is part of a right word, that stands in texts known to be right, that two words make where
they meet, or that may be somebody's name.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from gongkai.proofreading.lexicon.evidence import Evidence
from gongkai.proofreading.wording.boundaries import SINGLES

RARE = 2000
"""Characters are written by mistake that are among the so many most frequent ones…"""

RARE_IN_LONG = 1400
"""…in words of three or more among these…"""

RARE_NEAR = 500
"""…and those that only sound nearly the same, if they are among these and do not make three; those that look alike may
be rare."""

MOST_MET = 0.01
"""A form of three or more characters that two words make by chance so often in a million words is no slip for sure."""

MOST_MET_A_TIME = 0.00048
"""Of two characters: so often for each time that the right word stands in a million words; what is met more often is
told only beside a word that the right one often stands beside, if it sounds the same or looks alike."""

SHORT = 2
BESIDE, LONGEST_BESIDE = (2, 3), 6
"""Characters of a word that another may speak for, and of both together at most."""

SELDOM, MOST = 60, 400
"""Times that even a rare right word counts for, and that even the most frequent one does."""

LOOSE = 30
"""A form with a character that goes with all others is met so many times as often as counted."""

BEFORE_ALL = frozenset(
    "逐每各尚我你他她它这那某该再未已不没很太最更都也还只就才又个本可应须需请向由于从自至给被把将与和及有是在一两几多双"
)
AFTER_ALL = frozenset(
    "吗呢吧到过着了得起完好掉住出入来去成时后前内外中间者员们性化率数额款名号种型式人家户村镇乡县市区省国局厅处科室股站所院厂店馆街"
)

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金"
    "韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万钱严覃武戴莫孔向常温康施文牛樊葛邢安齐"
)
GIVEN = frozenset(
    "国华明文志建军伟强勇平林海峰红英玉春秀兰芳丽艳荣辉德成才永新忠义仁礼智信福禄寿喜庆祥云龙凤虎飞鹏涛波江河山川松柏梅竹菊杰俊豪雄"
    "刚毅良善美玲珍珠宝金银富贵昌盛兴旺安康健宁静雅婷娜莉萍霞燕雪晶莹瑞琴佳晓东西南北亮晨阳宇航远青清泉生发丹彤欣悦浩博元达世胜振彬斌鑫"
    "敬恩惠慧颖琳瑶栋源琦昊宸轩梓涵怡萱雯璐娟敏娇晨妍舒灵凯磊森锋锐铭钧琪诗楠桐晴曦欢乐薇蓉莲荷菲芬茹蕾艺宏洪翠桂香素"
)
"""Characters of many names of persons."""


class Alike(NamedTuple):
    """For each character those that sound the same, nearly the same, and look alike."""

    same: Mapping[str, Collection[str]]
    nearly: Mapping[str, Collection[str]]
    shape: Mapping[str, Collection[str]]


def derive(
    words: Iterable[str],
    phrases: Collection[str],
    right: Collection[str],
    alike: Alike,
    evidence: Evidence,
    beside: Iterable[tuple[str, str]] = (),
) -> dict[str, str]:
    """Wrong form → the right word it is most likely meant for: the one the texts have more often.

    `phrases` are those of the words that are set phrases, `right` all right words; `beside` are words that often
    stand beside each other.
    """
    parts = {
        word[at:end] for word in right for at in range(len(word)) for end in range(at + 2, len(word) + 1)
    }
    ranked = {character: rank for rank, (character, _) in enumerate(evidence.characters.most_common())}
    found: dict[str, str] = {}
    for word in sorted(words, key=lambda word: (-evidence.words[word], word)):
        for form in _forms(word, alike, ranked):
            whole = word in phrases or len(word) == SHORT or not _cut(form, right)
            if whole and form not in parts and form not in found and not _name(form):
                found[form] = word
    alone = _standing_nowhere(
        {form: word for form, word in found.items() if _unlikely(form, word, evidence)}, evidence
    )
    spared = parts.union(alone)
    mistaken = {
        word: [form for form in _mistaken(word, alike, ranked) if form not in spared]
        for word in right
        if len(word) in BESIDE
    }
    together = {
        form: before + after
        for before, after in beside
        if len(before + after) <= LONGEST_BESIDE
        for form in _beside(before, after, mistaken)
        if not _cut(form, right)
    }
    return alone | _standing_nowhere(together, evidence)


def _standing_nowhere(forms: Mapping[str, str], evidence: Evidence) -> dict[str, str]:
    """Those of the forms that stand in no text known to be right."""
    standing = evidence.standing(forms)
    return {form: word for form, word in forms.items() if form not in standing}


def _beside(before: str, after: str, mistaken: Mapping[str, list[str]]) -> Iterator[str]:
    """Two words of which one is wrong in a way that would not be told of it alone."""
    yield from (wrong + after for wrong in mistaken.get(before, ()))
    yield from (before + wrong for wrong in mistaken.get(after, ()))


def _mistaken(word: str, alike: Alike, ranked: Mapping[str, int]) -> Iterator[str]:
    """One character exchanged for a frequent one that sounds the same or nearly so, or for one that looks alike."""
    for place, character in enumerate(word):
        wrong = {other for other in alike.same.get(character, ()) if ranked.get(other, RARE) < RARE}
        wrong |= {other for other in alike.nearly.get(character, ()) if ranked.get(other, RARE) < RARE_NEAR}
        wrong |= set(alike.shape.get(character, ()))
        for other in sorted(wrong):
            yield word[:place] + other + word[place + 1 :]


def _forms(word: str, alike: Alike, ranked: Mapping[str, int]) -> Iterator[str]:
    three = len(word) == 3
    rare = RARE if len(word) == SHORT else RARE_IN_LONG
    for place, character in enumerate(word):
        wrong = {other for other in alike.same.get(character, ()) if ranked.get(other, rare) < rare}
        if not three:
            near = alike.nearly.get(character, ())
            wrong |= {other for other in near if ranked.get(other, RARE_NEAR) < RARE_NEAR}
        wrong |= set(alike.shape.get(character, ()))
        for other in sorted(wrong):
            yield word[:place] + other + word[place + 1 :]


def _cut(form: str, right: Collection[str]) -> bool:
    """Whether the form is right words, and characters that are words: 实地察看 is no slip for 实地查看, 向镇政府 none
    for 乡镇政府."""
    return not form or any(
        (form[:at] in right if at > 1 else form[0] in SINGLES or form[0] in AFTER_ALL)
        and _cut(form[at:], right)
        for at in range(1, len(form) + 1)
    )


def _unlikely(form: str, word: str, evidence: Evidence) -> bool:
    """Whether two words hardly ever make the form."""
    if len(form) == 3 and _lengthened(form, evidence):
        return False
    if len(form) > 2:
        return evidence.met(form) < MOST_MET
    loose = LOOSE if form[0] in BEFORE_ALL or form[1] in AFTER_ALL else 1
    return evidence.met(form) * loose < MOST_MET_A_TIME * (min(evidence.words[word], MOST) + SELDOM)


def _lengthened(form: str, evidence: Evidence) -> bool:
    """Whether the form is a right word with a character that goes with all others: 督查时, 守护着, 发展是."""
    return bool(
        (evidence.words[form[:2]] and form[2] in AFTER_ALL | BEFORE_ALL)
        or (evidence.words[form[1:]] and form[0] in BEFORE_ALL)
    )


def _name(form: str) -> bool:
    """Two characters at the end that may be a surname and a given name, or a given name."""
    return len(form) < 4 and form[-1] in GIVEN and (form[-2] in GIVEN or form[-2] in SURNAMES)
