"""What was concluded from figures: problems, completion, who is commended and criticised, points."""

from gongkai.assessment.result import Finding, FindingKind, Scorecard
from gongkai.assessment.sentences import number, signed
from gongkai.measures.facts import KIND_LABELS
from gongkai.notice import captions
from gongkai.web.listing import Cell
from gongkai.web.pages.assessments.origins.origin import Asked, Material, Origin, Parts, due_text


def findings(material: Material, asked: Asked) -> Origin:
    """The problems of a kind, each with the figure it was told by."""
    key = asked.measure.removeprefix("items.").removeprefix("finding.")
    kind = FindingKind[key.upper()]
    items = set(asked.item.split("、")) if asked.item else set()
    found = [
        one
        for one in material.content.findings
        if one.kind is kind
        and (not asked.units or one.unit in asked.units)
        and (not items or one.item in items)
    ]
    units = len({one.unit for one in found})
    heads = (("单位", "text"), ("问题", "text"), ("数值", "number"), ("应达到", "number"))
    return Origin(
        title=captions.label(asked.measure),
        value=f"{len(found)}个（{units}家）",
        meaning=f"本次考核发现的“{kind.value}”问题",
        parts=(Parts("问题", heads, tuple(_finding(material, one) for one in found)),),
        none="问题由各单位的数字得出，点击上表中的数字查看数据。",
    )


def _finding(material: Material, one: Finding) -> tuple[Cell, ...]:
    link = material.link(one.measure, one.unit, one.item)
    return Cell(one.unit), Cell(one.text), Cell(one.value, href=link), Cell(due_text(one.target))


def completion(material: Material, asked: Asked) -> Origin:
    """How far units met their duties in a line of business; `item` narrows to a state."""
    kind = asked.measure.removeprefix("completion.")
    found = [
        one
        for one in material.content.completion
        if one.kind == kind
        and (not asked.units or one.unit in asked.units)
        and (not asked.item or one.state == asked.item)
    ]
    rows = tuple(
        (
            Cell(one.unit, href=material.scorecard(one.unit)),
            Cell(one.state.value),
            Cell(f"{one.met}/{one.judged}"),
        )
        for one in found
    )
    heads = (("单位", "text"), ("完成情况", "text"), ("达到/应达到", "number"))
    return Origin(
        title=captions.label(asked.measure) + (f"（{asked.item}）" if asked.item else ""),
        value=f"{len(found)}家",
        meaning="达到要求的项数与考核项数之比：全部达到为全部完成，都未达到为未完成，其余为部分完成；不由得分推出",
        parts=(Parts(f"{KIND_LABELS.get(kind, kind)}完成情况", heads, rows),),
        none="完成情况由各单位的数字得出，点击单位查看。",
    )


def lists(material: Material, asked: Asked) -> Origin:
    """Who is commended or criticised; `item` is the group."""
    content = material.content
    chosen = content.commended if asked.measure == "commended" else content.criticised
    cards = {card.unit: card for card in content.scorecards}
    rows = tuple(
        (
            Cell(group),
            Cell(unit, href=material.scorecard(unit)),
            Cell(due_text(cards[unit].rank if unit in cards else None)),
        )
        for group, units in chosen.items()
        for unit in units
        if asked.item in ("", group) and (not asked.units or unit in asked.units)
    )
    scheme = material.office.scheme
    by = "按名次" if scheme.scored else f"按“{captions.label(scheme.lists.measure)}”"
    most = scheme.lists.commend if asked.measure == "commended" else scheme.lists.criticise
    heads = (("组", "text"), ("单位", "text"), ("名次", "number"))
    return Origin(
        title=captions.label(asked.measure),
        value=f"{len(rows)}家",
        meaning=f"{by}列出，每组{most}家，并列的一并列出",
        parts=(Parts("名单", heads, rows),),
        none="名单由考核结果得出，点击单位查看得分。",
    )


def scores(material: Material, asked: Asked) -> Origin:
    """A score's base, dimension, total or rank, by unit."""
    part = asked.measure.removeprefix("score.")
    cards = [one for one in material.content.scorecards if not asked.units or one.unit in asked.units]
    rows = tuple(
        (
            Cell(one.unit, href=material.scorecard(one.unit)),
            Cell(one.group),
            Cell(_score(one, part, asked.item)),
        )
        for one in cards
    )
    name = f"“{asked.item}”" if asked.item else ""
    heads = (("单位", "text"), ("组", "text"), (captions.label(asked.measure), "number"))
    return Origin(
        title=f"{captions.label(asked.measure)}{name}",
        value=_score(cards[0], part, asked.item) if len(cards) == 1 else "",
        meaning=_SCORES.get(part, ""),
        how=(material.office.scheme.name,),
        parts=(Parts("各单位", heads, rows),),
        none="得分由各项指标按考核办法计算，点击单位查看逐项依据。"
        if cards
        else "本次考核没有得分：考核办法不计分，或者该单位不参加排名。",
    )


_SCORES = {
    "base": "考核办法规定的起始分",
    "adjustment": "本维度各项指标分值之和",
    "total": "基准分加各维度分值；有折算或单项否决的，在得分明细中说明",
    "rank": "组内按得分由高到低，得分相同的名次并列",
}


def _score(card: Scorecard, part: str, dimension: str) -> str:
    match part:
        case "base":
            return number(card.base)
        case "rank":
            return str(card.rank)
        case "adjustment" if dimension:
            points = card.subtotals.get(dimension)
            return "—" if points is None else signed(points)
        case "adjustment":
            return signed(card.total - card.base)
    return number(card.total)
