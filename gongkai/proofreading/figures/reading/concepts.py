"""Which words of a sentence and of a table's header speak of one thing: 承办件 is what was 受理."""

import re
from functools import lru_cache
from itertools import pairwise

CONCEPTS = {
    "应": r"应(?!急|用|对|诉|当|该)|任务数|目标数|指标数",
    "未": r"(?<!按)未|尚未|不(?=满意|合格|达标|规范)",
    "按期": r"按期|按时|及时|限时|如期",
    "超时": r"超时|逾期|超期",
    "返工": r"返工|重办",
    "退回": r"退单|退回|退件",
    "撤单": r"撤单|撤回|撤销",
    "采用": r"采用|采纳|录用|刊发|刊登",
    "转发": r"转发|转载",
    "原创": r"原创",
    "注销": r"注销|关停|关闭",
    "办结": r"办结",
    "回复": r"回复|答复",
    "受理": r"受理|承办(?!单位)|收到|接收|接到|交办|转办|批转|收件|接办",
    "报送": r"报送|实报|上报|(?<=[应实])报|投稿|供稿",
    "发布": r"发布|更新|公开(?!工作|栏目)|发文|推送|发稿",
    "满意": r"满意",
    "回访": r"回访",
    "得分": r"得分|总分|小计|总成绩",
    "网站": r"网站",
    "微信": r"微信",
    "微博": r"微博",
    "媒体": r"媒体(?!账号)(?<!新媒体)",
    "简报": r"简报|信息专报|快讯",
    "阅读": r"阅读|浏览|点击|访问",
    "整改": r"整改",
    "投诉": r"投诉",
    "求助": r"求助",
    "咨询": r"咨询",
    "建议": r"建议",
    "举报": r"举报",
}
"""A concept and the words for it, in a sentence or in a header."""
GENERAL = frozenset({"受理", "报送", "发布"})
"""Concepts that a more special word may go with: 网站采用报送信息 is still 采用."""
SHARED = re.compile(r"(?:（.*）|数量|总数|总量|件数|条数|篇数|次数|个数|数|量|件|条|篇|情况|名称|名)+$")
_PATTERNS = [(name, re.compile(pattern)) for name, pattern in CONCEPTS.items()]
_PERIODS = re.compile(
    r"(?:(?:19|20)\d{2}年?|第?[一二三四1-4]季度|[上下]半年|全年|\d{1,2}(?:[-—至~]\d{1,2})?月份?|上年|去年|同期|年度)"
)
_SCOPE = re.compile(r"[全我本]([省市县区镇乡局])")
_TITLE = re.compile(
    r"统计表|汇总表|情况表|一览表|明细表|排名表|得分表|公示表|统计|汇总|情况|结果|名单|表$|各镇街|各镇|各乡镇|各部门|各单位|全[县区市省]|"
    r"关于|的|（.*）|^附[件表]\d*[：:]?|县|区(?!政)"
)


def concepts(words: str) -> frozenset[str]:
    """What a text speaks of."""
    return frozenset(name for name, pattern in _PATTERNS if pattern.search(words))


def means(words: str, header: str) -> bool:
    """Whether a count told with `words` is that of the column `header`: it says all that the header says, and
    nothing more special."""
    told, asked = concepts(words), concepts(header)
    if asked:
        return asked <= told and told - asked <= GENERAL
    name = SHARED.sub("", header)
    return len(name) >= 2 and name in words and told <= GENERAL


def periods(words: str) -> frozenset[str]:
    """Periods that a text names: 一季度, 上年, 2022年."""
    return frozenset(match[0] for match in _PERIODS.finditer(words))


def without_periods(words: str) -> str:
    """A text without the periods that it names."""
    return _PERIODS.sub("", words)


def is_elsewhere(one: str, other: str) -> bool:
    """Whether two texts say of which place they speak and it is not the same: 全市 and 我县."""
    first, second = (set(_SCOPE.findall(words)) for words in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def topic(title: str) -> frozenset[str]:
    """A title without its period and its form, as pairs of characters; empty for a title that says nothing."""
    kept = _TITLE.sub("", _PERIODS.sub("", title))
    return pairs(kept) if len(kept) >= 4 else frozenset()


@lru_cache(maxsize=8192)
def pairs(text: str) -> frozenset[str]:
    """A text as the pairs of characters that stand beside each other in it."""
    return frozenset(map("".join, pairwise(text)))


def nearness(topic: frozenset[str], said: frozenset[str]) -> float:
    """Share of a topic that the pairs of a text hold, 0 to 1."""
    return len(topic & said) / len(topic) if topic else 0.0
