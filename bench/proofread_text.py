"""Made-up documents: sentences of the corpus in which nothing is wrong, with people's data and wrong words planted."""

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bench import proofread_numbers as numbers
from gongkai.proofreading.personal.kinds import Kind
from tests.golden.proofread import corpus

SEED = 20221122
LENGTH = 5_000
"""Characters of a document: a notice with its annexes."""
SPARSE, DENSE = 5_000, 100
"""Characters for each thing to be found."""
WORD = "错别字"
LISTS = {"办事指南", "采购公告", "公示"}
"""Genres that are lists rather than prose."""

Draw = Callable[[random.Random], str]

PLANTED: tuple[tuple[str, str, Draw], ...] = (
    (Kind.IDENTITY, "经核实，申请人身份证号为{}，材料齐全。", numbers.identity),
    (Kind.IDENTITY, "有群众反映，其本人（身份证号码：{}）尚未收到补贴。", numbers.identity),
    (Kind.IDENTITY, "名单第三行的号码{}登记有误，已退回核对。", numbers.identity),
    (Kind.MOBILE, "来电人手机号码{}，要求尽快回复。", numbers.mobile),
    (Kind.MOBILE, "相关情况请与其本人联系，电话{}。", numbers.mobile),
    (Kind.MOBILE, "信访件上留下的号码是{}，多次拨打无人接听。", numbers.mobile),
    (Kind.CARD, "补助资金已转入其银行卡{}。", numbers.card),
    (Kind.CARD, "发放账号：{}，请及时查收。", numbers.card),
    (WORD, "各窗口要{}地做好服务。", lambda _: "一如继往"),
    (WORD, "会议对下一步工作进行了{}。", lambda _: "布署"),
    (WORD, "各单位要{}推进整改，限期到位。", lambda _: "按步就班"),
    (WORD, "我县坚持{}，稳步推进各项改革。", lambda _: "循序渐近"),
    (WORD, "有关部门要{}，确保群众满意。", lambda _: "再接再励"),
)
"""What is to be found, the sentence it stands in, and how it is made."""

DECOYS: tuple[tuple[str, Draw], ...] = (
    ("工单编号{}已转相关单位办理。", numbers.order),
    ("统一社会信用代码为{}的企业已办理注销。", numbers.credit_code),
    ("系统流水号{}对应的事项已办结。", numbers.serial),
    ("受理编号{}的申请已按期答复。", numbers.receipt),
    ("咨询电话{}，工作日有人值守。", numbers.office_phone),
)
"""Numbers that are nobody's and only look like it."""

DECOYS_EACH = 0.25
"""One beside every fourth thing planted; the prose has its own."""


class Mark(NamedTuple):
    """What is to be found, or was found, at `start`–`end` of a document."""

    kind: str
    start: int
    end: int


class Made(NamedTuple):
    """A document and all that is planted in it."""

    text: str
    planted: list[Mark]


def documents(characters: int, every: int) -> Iterator[Made]:
    """Documents of together at least so many characters, with one thing planted for `every` characters."""
    chance = random.Random(SEED)
    sentences = prose()
    made = 0
    while made < characters:
        document = _document(chance, sentences, every)
        made += len(document.text)
        yield document


def prose() -> list[str]:
    """The sentences of clean documents that are prose; no headings and no tables. Documents of four digits are made
    of traps for a proofreader, as no ordinary prose is."""
    clean = [name for name in corpus.names() if name[3] == "-" and not corpus.of(name)]
    names = [name for name in clean if corpus.genre(name) not in LISTS]
    lines = [line for name in names for line in corpus.text(name).splitlines()]
    whole = (line for line in lines if line.endswith("。") and not line.startswith(("#", "|")))
    return [sentence for line in whole for sentence in re.findall("[^。]+。", line)]


def _document(chance: random.Random, sentences: list[str], every: int) -> Made:
    parts: list[str] = []
    planted: list[Mark] = []
    length, following = 0, chance.expovariate(1 / every)
    while length < LENGTH:
        if length < following:
            sentence = chance.choice(sentences)
        else:
            kind, frame, draw = chance.choice(PLANTED)
            written, start = draw(chance), length + frame.index("{}")
            planted.append(Mark(kind, start, start + len(written)))
            sentence = frame.replace("{}", written) + _decoy(chance)
            following += chance.expovariate(1 / every)
        sentence += "\n" if chance.random() < 0.2 else ""
        parts.append(sentence)
        length += len(sentence)
    return Made("".join(parts), planted)


def _decoy(chance: random.Random) -> str:
    if chance.random() > DECOYS_EACH:
        return ""
    frame, draw = chance.choice(DECOYS)
    return frame.replace("{}", draw(chance))
