"""The arithmetic of a point in official Chinese: what was counted, by which rule, and what it comes to."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from gongkai.assessment.judged import Judged
from gongkai.assessment.nouns import noun
from gongkai.measures.figures import Figure
from gongkai.office.scheme import Band, Event, Flat, Item, Manual, Ratio, Rule, Shortfall
from gongkai.terms import Period

NAMED_AT_MOST = 5


def number(value: Decimal) -> str:
    """Points or a bound, every digit of it, with a true minus sign: 2, −0.5."""
    return f"{value.normalize() + 0:f}".replace("-", "−")


def signed(value: Decimal) -> str:
    """Points with their sign: +2, −4, 0."""
    return f"+{number(value)}" if value > 0 else number(value)


def comes_to(value: Decimal) -> str:
    """The end of every basis: 计−4分."""
    return f"计{signed(value)}分"


def verdict(value: Decimal) -> str:
    """What a single fact costs or earns: 扣60分, 加2分, 不加不扣."""
    if not value:
        return "不加不扣"
    return f"{'扣' if value < 0 else '加'}{number(abs(value))}分"


def place(figure: Figure) -> str:
    """Where a figure stands: “工作动态”, “规范性文件”2021年10月, or nothing for the unit as a whole."""
    item = f"“{figure.item}”" if figure.item else ""
    return item + (_label(figure.window) if figure.window else "")


@cache
def _label(window: str) -> str:
    return Period.parse(window).label


def counted(judged: Judged) -> str:
    """What was counted: 超时办结2件, “工作动态”栏目更新3条, 工单按期办结率20/22."""
    word = noun(judged.figures[0].measure)
    subject = place(judged.figures[0]) if len(judged.figures) == 1 else ""
    if judged.is_rate:
        return f"{subject}{word.counted}{judged.numerator}/{judged.denominator}"
    return f"{subject}{word.counted}{judged.value}{word.counter}"


def _named(judged: Judged, concerned: Iterable[Figure]) -> str:
    """The items behind a sum, so that the reader need not look them up: （“甲”“乙”）."""
    items = list(dict.fromkeys(figure.item for figure in concerned if figure.item))
    if len(judged.figures) == 1 or not items:
        return ""
    more = "等" if len(items) > NAMED_AT_MOST else ""
    return f"（{''.join(f'“{item}”' for item in items[:NAMED_AT_MOST])}{more}）"


def event(rule: Event, judged: Judged, total: Decimal) -> str:
    """超时办结2件，每件−2分，计−4分; “工作动态”栏目更新为0，扣60分."""
    if happened := _happened(judged):
        return f"{happened}，{verdict(total)}"
    named = _named(judged, (figure for figure in judged.figures if figure.value))
    return f"{counted(judged)}{named}，每{_counter(judged)}{signed(rule.points)}分，{comes_to(total)}"


def shortfall(rule: Shortfall, judged: Judged, missing: int, extra: int, total: Decimal) -> str:
    """报送信息8条，应为24条，少16条，每条−1分，计−16分."""
    counter = _counter(judged)
    due = sum(target for _, target in judged.duties)
    parts = [counted(judged), f"应为{due}{counter}"]
    if len(judged.duties) > 1:
        parts[1] = f"应为{due}{counter}（{len(judged.duties)}项，逐项比较）"
    if missing:
        named = _named(judged, (figure for figure in judged.figures if figure.met is False))
        parts.append(f"少{missing}{counter}{named}，每{counter}{signed(rule.points)}分")
    if extra and rule.surplus:
        parts.append(f"多{extra}{counter}，每{counter}{signed(rule.surplus)}分")
    if not missing and not (extra and rule.surplus):
        parts.append("已达到要求")
    return "，".join([*parts, comes_to(total)])


def band(rule: Band, judged: Judged, reached: Decimal | None, total: Decimal) -> str:
    """报送信息26条，达到20条档，计+5分."""
    unit = _counter(judged)
    if reached is None:
        lowest = min(step.at_least for step in rule.steps)
        return f"{counted(judged)}，未达到最低档{number(lowest)}{unit}，{comes_to(total)}"
    return f"{counted(judged)}，达到{number(reached)}{unit}档，{comes_to(total)}"


def flat(rule: Flat, judged: Judged, total: Decimal) -> str:
    """报送信息0条，不超过5条，计−10分; “工作动态”栏目更新为0，扣60分."""
    if happened := _happened(judged):
        return f"{happened}，{verdict(total)}"
    return "，".join(filter(None, [counted(judged), _bounds(rule, _counter(judged)), comes_to(total)]))


def ratio(rule: Ratio, judged: Judged, done: int, total: Decimal) -> str:
    """工单按期办结率20/22，满分30分，计+27.27分; 报送信息48条，应为24条，计入24条，满分30分，计+30分."""
    parts = [counted(judged)]
    if not judged.is_rate:
        due = sum(target for _, target in judged.duties)
        parts.append(f"应为{due}{_counter(judged)}")
        if done != judged.value:
            parts.append(f"计入{done}{_counter(judged)}")
    return "，".join([*parts, f"满分{number(rule.full)}分", comes_to(total)])


def below_floor(floor: Decimal) -> str:
    return f"，低于下限{signed(floor)}分，按{signed(floor)}分计"


def above_cap(cap: Decimal) -> str:
    return f"，高于上限{signed(cap)}分，按{signed(cap)}分计"


def rule_in_words(item: Item) -> str:
    """The rule of an item as a person would state it: 每件−2分，下限−24分."""
    parts = [_rule(item.rule, noun(item.measure).counter if item.measure else "")]
    if item.each:
        parts.append("逐笔计算" if isinstance(item.rule, Manual) else "逐项计算")
    if item.floor is not None:
        parts.append(f"下限{signed(item.floor)}分")
    if item.cap is not None:
        parts.append(f"上限{signed(item.cap)}分")
    return "，".join(parts)


def _rule(rule: Rule, counter: str) -> str:
    match rule:
        case Shortfall():
            more = f"，每多1{counter}{signed(rule.surplus)}分" if rule.surplus else ""
            return f"每少1{counter}{signed(rule.points)}分{more}"
        case Event():
            return f"每{counter}{signed(rule.points)}分"
        case Band():
            steps = sorted(rule.steps, key=lambda step: step.at_least)
            return "、".join(f"达到{number(step.at_least)}{counter}{signed(step.points)}分" for step in steps)
        case Flat():
            bounds = _bounds(rule, counter)
            return f"{bounds}的，计{signed(rule.points)}分" if bounds else f"{signed(rule.points)}分"
        case Ratio():
            return f"按完成比例计分，满分{number(rule.full)}分"
        case Manual():
            return "人工记分，逐笔说明理由"


def _bounds(rule: Flat, unit: str) -> str:
    lower = "" if rule.at_least is None else f"不少于{number(rule.at_least)}{unit}"
    upper = "" if rule.at_most is None else f"不超过{number(rule.at_most)}{unit}"
    return "、".join(filter(None, [lower, upper]))


def _happened(judged: Judged) -> str:
    """The whole fact, where the one figure only says that something is so; "" else."""
    happened = noun(judged.figures[0].measure).happened
    alone = bool(happened) and len(judged.figures) == 1 and judged.value == 1
    return f"{place(judged.figures[0])}{happened}" if alone else ""


def _counter(judged: Judged) -> str:
    return noun(judged.figures[0].measure).counter
