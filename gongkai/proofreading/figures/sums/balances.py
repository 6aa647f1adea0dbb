"""What was there, came in and went out against what is left: 上年结转4件，收到37件，办结35件，结转下期6件."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import chain, combinations
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.rounding import slack
from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.items import Item, labelled
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import as_written
from gongkai.proofreading.hits import Hit, Level

BACK = 10
"""Numbers of a unit before a rest among which its terms are looked for."""
MOST = 5
"""Numbers that come in, numbers that go out, and rests, of one account."""
SMALL = Decimal(3)
"""Difference of counts that is likely a slip of reckoning, whatever their size."""
NEAR = Decimal("0.02")
"""The same as a share of the greatest number of the account."""


class Role(StrEnum):
    """The words say what a number does in an account; the first that fits is taken."""

    ASIDE = r"^(?!.*净).*(?:同比|环比|[比较](?:上|去|年|同)|其中|上年同期|去年同期|占|率|每)|累计(?:结余|结存)|滚存"
    LOSS = r"净(?:减|流出|下降)"
    BEFORE = r"(?:上年|上期|上月|上季度?|去年|年初|期初|月初|季初|往年).{0,4}(?:结转|结余|结存|库存|余额|未办结|未[审执]?结|在办|遗留)|旧存|上期转入|(?:原有|调整前|期初|年初|(?:上年|上月|上季度?|上期|去年)末)(?!.*净)"
    LEFT = (
        r"净(?:增|流入|新增)|结转(?:下|至|到|入下)|转入下|(?:期|年|月|季|本期)末|(?:当期|本期|当年|本年|本次|收支|收支相抵)?(?:结余|节余)|"
        r"调整后|调整为|现结存|现有|现存|实有|剩余|尚余|(?:尚)?未[审执]?结|在办|(?:目前|现|月末)(?:库存|余额|在册|在库)|(?<!年初)(?<!上年)(?<!期初)结存"
    )
    IN = r"收入|新(?![能区农型冠城华社村闻媒])|受理|收到|接收|接到|调入|转入|入库|轮入|迁入|归集|缴存(?!总额|余额|职工|单位|基数|比例)|募集|筹集|收缴|拨入|增加|纳入|安排|收取|预算数|入院|入住|聘用|引进|补充|出生|进货|采购|征缴|征收|返还|购[进入]"
    OUT = r"支出|办结|[审执]结|结案|退出|注销|取消|减少|提取|回收|收回|偿还|调出|转出|出库|轮出|迁出|死亡|出院|整合|解聘|辞退|消耗|领用|拆除|执行数|去世|停发|停保|离职|退休|上缴|支付|发放|使用|停用|关停|合并|撤销|清退|退回|化解|销号|售出|出售|销售(?!收入|额)|拨付|出栏"


_PATTERNS = [(role, re.compile(role.value)) for role in Role]
_LENT, _LOANS = re.compile("发放|投放"), re.compile("(?:贷|借)款[^，。；]{0,6}余额")
"""What goes out and is more of what is owed, where that is spoken of."""
_GRAND = re.compile(r"总计$|^总(?:收入|支出)")
"""Of a final account: what was there and what is left are in it."""
_STOCK = re.compile(r"现有|现存|实有|剩余|尚余|未[审执]?结|在办")
_TERMS = (Role.BEFORE, Role.IN, Role.OUT)
_RESTS = (Role.LEFT, Role.LOSS)
_HEAD = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.、．])?[^，。；：\d]{2,10}："
)
_ENTRY = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.、．])[^，。；：\d]{2,14}(?:：|\d)"
)
"""A line of an account told in numbered paragraphs: 二、本季收入：…"""
KEPT = 8
"""Numbers of the lines before that are remembered."""


class Terms(NamedTuple):
    """What came in, with what was there, and what went out."""

    plus: tuple[Item, ...]
    minus: tuple[Item, ...]

    @property
    def total(self) -> Decimal:
        zero = Decimal(0)
        return sum((each.value for each in self.plus), zero) - sum((each.value for each in self.minus), zero)


class Balances:
    """The numbers of the paragraph before, and of all lines of an account: what came in may be told there."""

    def __init__(self) -> None:
        self._before: dict[str, list[tuple[Item, Role]]] = {}

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Rests and net changes that no account of what is told before them gives."""
        earlier, self._before = self._before, {}
        entry = _ENTRY.match(passage.text) is not None
        for unit, told in labelled(passage).items() if passage.told else ():
            roles = [(each, role) for each in told if not each.told.rough and (role := _role(passage, each))]
            roles = roles[:1] if entry and roles[:1] and roles[0][0] is told[0] else roles
            own = [(each, role) for each, role in roles if role in _TERMS]
            before = earlier.get(unit, [])
            self._before[unit] = [*before[-KEPT:], *own] if entry else own
            for left, role in [pair for pair in roles if pair[1] in _RESTS][:MOST]:
                terms = [pair for pair in own if pair[0].sentence <= left.sentence]
                if terms or entry:
                    yield from _judged(left, role, [*before, *terms][-BACK:])
        if entry:
            self._before = earlier | self._before


def _role(passage: Passage, each: Item) -> Role | None:
    """What a number does by its own words, or by those that head its sentence (支出情况：…共10000元)."""
    sentence = passage.sentences[each.sentence - 1]
    if _LENT.search(each.label) and _LOANS.search(passage.text, *sentence):
        return Role.IN
    if _GRAND.search(each.label) and re.search("结转|结余", passage.text):
        return None
    found = next((role for role, pattern in _PATTERNS if pattern.search(each.label)), None)
    if found or each.label not in ("", "共", "共计", "计", "合计"):
        return found
    head = _HEAD.match(passage.text, *sentence)
    if head is None or (not each.label and head.end() != each.told.start):
        return None
    roles = (role for role, pattern in _PATTERNS if pattern.search(head[0]))
    return next((role for role in roles if role is not Role.ASIDE), None)


def _judged(left: Item, role: Role, terms: Sequence[tuple[Item, Role]]) -> Iterator[Hit]:
    plus = [each for each, told in terms if told is not Role.OUT][-MOST:]
    minus = [each for each, told in terms if told is Role.OUT][-MOST:]
    if _STOCK.search(left.label) and all(told is not Role.BEFORE for _, told in terms):
        return  # 现有 says nothing of what there was
    if left.told.subject.startswith("净"):
        plus = [each for each in plus if not re.search(Role.BEFORE.value, each.label)]
    accounts = [Terms(some, others) for some in _some(plus) for others in _some(minus)]
    sign = -1 if role is Role.LOSS else 1
    if not accounts or any(_agrees(left, sign, account) for account in accounts):
        return
    likely = [account for account in accounts if _is_near(left, sign, account)]
    if likely:
        most = max(likely, key=lambda account: len(account.plus) + len(account.minus))
        yield _disagree(left, sign, most)


def _some(items: Sequence[Item]) -> Sequence[tuple[Item, ...]]:
    """Every choice of at least one."""
    return list(chain.from_iterable(combinations(items, count) for count in range(1, len(items) + 1)))


def _agrees(left: Item, sign: int, account: Terms) -> bool:
    room = slack([each.told.step for each in (left, *account.plus, *account.minus)])
    return abs(left.value - sign * account.total) <= room


def _is_near(left: Item, sign: int, account: Terms) -> bool:
    right, step = sign * account.total, left.told.step
    if right < 0 or any(each.told.step > max(step, Decimal(1)) for each in (*account.plus, *account.minus)):
        return False
    small = SMALL if step == 1 else Decimal(0)
    most = max(each.value for each in (*account.plus, *account.minus))
    return abs(left.value - right) <= max(small, NEAR * most) or is_slip(left.value, right, step)


def _disagree(left: Item, sign: int, account: Terms) -> Hit:
    terms = (*account.plus, *account.minus)
    told = [each.told for each in (left, *terms)]
    first, second = (account.plus, account.minus) if sign > 0 else (account.minus, account.plus)
    sides = ["＋".join(each.told.amount for each in side) for side in (first, second)]
    right = sign * account.total
    reason = (
        f"{''.join(f'“{each.told.said}”' for each in terms)}：{sides[0]}－{sides[1].replace('＋', '－')}"
        f"＝{as_written(right, *told)}，与“{left.told.said}”相差{as_written(abs(right - left.value), *told)}"
    )
    return hit(Kind.BALANCE, Level.DOUBT, left.told.amount, reason, *(each.span for each in told))
