"""A measure, or a sum of measures: over all units, of one unit, of one column or month."""

from collections.abc import Iterator, Sequence

from gongkai.measures.facts import FACTS, KIND_LABELS
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.notice.captions import label
from gongkai.terms import Period
from gongkai.web.listing import Cell
from gongkai.web.pages.assessments.origins import points
from gongkai.web.pages.assessments.origins.duties import due
from gongkai.web.pages.assessments.origins.origin import Asked, Material, Origin, Parts, due_text

NOT_ADDED = "各项的考核时段可能重叠，不相加，请看各项"
FROM_REGISTER = "这个数字按账号名册统计，没有逐条数据；账号名册见“名录”。"


def explain(material: Material, asked: Asked) -> Origin:
    """Its value, what it means, what was due, the points it led to, what it is made of, and its facts."""
    figures = material.figures.of(asked.measure, asked.scope)
    units = dict.fromkeys(figure.unit for figure in figures)
    return Origin(
        title=label(asked.measure),
        value=value(material, asked.measure, figures),
        meaning=_meaning(asked.measure),
        how=tuple(dict.fromkeys(_how(material, asked, figures))),
        parts=(
            *_of_sum(material, asked),
            *_of_rate(material, asked, figures),
            *(_by_unit(material, asked, figures) if len(units) > 1 else _by_item(material, figures)),
            *points.lines(material, asked),
        ),
        facts=_facts(asked, figures),
        none=_without_facts(asked, figures),
    )


def value(material: Material, measure: str, figures: Sequence[Figure]) -> str:
    """The figures taken together, as printed; "" where they cannot be."""
    if not figures:
        return "—"
    first = MEASURES[figures[0].measure]
    if first.is_rate:
        done = sum(figure.numerator or 0 for figure in figures)
        due_in_all = sum(figure.denominator or 0 for figure in figures)
        return str(material.rate(measure, done, due_in_all))
    if not first.additive and len(figures) > 1:
        return ""
    return f"{sum(figure.value or 0 for figure in figures)}{first.counter}"


def _meaning(measure: str) -> str:
    found = [MEASURES[part] for part in measure.split("+")]
    if len(found) == 1:
        return found[0].meaning
    return "；".join(f"{one.label}——{one.meaning}" for one in found)


def _how(material: Material, asked: Asked, figures: Sequence[Figure]) -> Iterator[str]:
    if len(figures) == 1:
        yield due(material.office, figures[0])
        if figures[0].met is not None:
            yield "已达到要求" if figures[0].met else "未达到要求"
    elif figures and not MEASURES[figures[0].measure].additive and not MEASURES[figures[0].measure].is_rate:
        yield NOT_ADDED
    yield from points.rules(material, asked)


def _of_sum(material: Material, asked: Asked) -> Iterator[Parts]:
    """a+b: each by itself."""
    measures = asked.measure.split("+")
    if len(measures) > 1:
        yield _each(material, asked, "各项之和", [("相加", measure) for measure in measures])


def _of_rate(material: Material, asked: Asked, figures: Sequence[Figure]) -> Iterator[Parts]:
    """What is divided by what."""
    measure = MEASURES.get(asked.measure)
    if measure and measure.is_rate and figures:
        parts = [("分子", one) for one in measure.numerator] + [("分母", one) for one in measure.denominator]
        yield _each(material, asked, "分子和分母", parts)


def _each(material: Material, asked: Asked, title: str, parts: Sequence[tuple[str, str]]) -> Parts:
    rows = []
    for role, measure in parts:
        figures = material.figures.of(measure, asked.scope)
        link = material.link(measure, asked.units, asked.item, asked.window)
        shown = Cell(value(material, measure, figures), href=link)
        rows.append((Cell(role), Cell(label(measure)), shown))
    return Parts(title, (("", "text"), ("指标", "text"), ("数值", "number")), tuple(rows))


def _by_unit(material: Material, asked: Asked, figures: Sequence[Figure]) -> Iterator[Parts]:
    grouped: dict[str, list[Figure]] = {}
    for figure in figures:
        grouped.setdefault(figure.unit, []).append(figure)
    judged = any(figure.target is not None for figure in figures)
    heads = (("单位", "text"), ("数值", "number"), *([("应达到", "number")] if judged else []))
    rows = (_unit_row(material, asked, unit, found, judged) for unit, found in grouped.items())
    yield Parts(f"各单位（{len(grouped)}家）", heads, tuple(rows))


def _unit_row(
    material: Material, asked: Asked, unit: str, figures: Sequence[Figure], judged: bool
) -> tuple[Cell, ...]:
    link = material.link(asked.measure, unit, asked.item, asked.window)
    targets = [figure.target for figure in figures if figure.target is not None]
    short = any(figure.met is False for figure in figures)
    alone = material.shown(figures[0]) if len(figures) == 1 else ""
    shown = alone or value(material, asked.measure, figures) or f"{len(figures)}项"
    due_in_all = [Cell(due_text(sum(targets) if targets else None))] if judged else []
    return Cell(unit), Cell(shown, href=link, mark="short" if short else ""), *due_in_all


def _by_item(material: Material, figures: Sequence[Figure]) -> Iterator[Parts]:
    if len(figures) < 2:
        return
    heads = (
        ("项目", "text"),
        ("时段", "text"),
        ("数值", "number"),
        ("应达到", "number"),
        ("是否达到", "text"),
    )
    yield Parts(f"各项（{len(figures)}项）", heads, tuple(_item_row(material, one) for one in figures))


def _item_row(material: Material, figure: Figure) -> tuple[Cell, ...]:
    link = material.link(figure.measure, figure.unit, figure.item, figure.window)
    verdict = "" if figure.met is None else "是" if figure.met else "否"
    return (
        Cell(figure.item or label(figure.measure)),
        Cell(Period.parse(figure.window).label if figure.window else "全期"),
        Cell(material.shown(figure), href=link, mark="short" if figure.met is False else ""),
        Cell(due_text(figure.target)),
        Cell(verdict),
    )


def _facts(asked: Asked, figures: Sequence[Figure]) -> Figure | None:
    """The figure whose facts are listed: of one unit and one kind; several items of it together."""
    if "+" in asked.measure or len(dict.fromkeys(figure.unit for figure in figures)) != 1:
        return None
    if MEASURES[asked.measure].kind not in FACTS:
        return None
    if len(figures) == 1:
        return figures[0]
    return Figure(figures[0].unit, asked.item, asked.window, asked.measure, None)


def _without_facts(asked: Asked, figures: Sequence[Figure]) -> str:
    if not figures:
        return "本次考核没有这一项的数字：没有读到数据，或者该单位没有这项任务。"
    kind = MEASURES[asked.measure.split("+")[0]].kind
    if kind not in FACTS:
        return FROM_REGISTER
    return f"点击上表中的数字，查看该单位的{KIND_LABELS[kind]}数据。"
