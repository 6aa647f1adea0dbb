"""What is told beside a measure: what was due, the change since the last period, who reached it, who leads."""

from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.notice import captions
from gongkai.notice.figures import Figures
from gongkai.terms import Period
from gongkai.web.listing import Cell
from gongkai.web.pages.assessments import links
from gongkai.web.pages.assessments.origins import measured
from gongkai.web.pages.assessments.origins.duties import due
from gongkai.web.pages.assessments.origins.origin import Asked, Material, Origin, Parts, due_text

UNIT_HEADS = (("单位", "text"), ("数值", "number"), ("应达到", "number"), ("是否达到", "text"))


def target(material: Material, asked: Asked) -> Origin:
    """What was due: by unit, and by which rule."""
    measure = asked.measure.removeprefix("target.")
    figures = [one for one in material.figures.of(measure, asked.scope) if one.target is not None]
    return Origin(
        title=captions.label(asked.measure),
        value=f"{sum(one.target or 0 for one in figures)}{MEASURES[measure].counter}",
        meaning="按办公室的规则应当完成的数量",
        how=tuple(dict.fromkeys(due(material.office, one) for one in figures[:1])),
        parts=(_units("各单位应达数", material, figures),),
        none="应达数由规则和名录得出，没有逐条数据；完成情况点击上表中的数字查看。",
    )


def change(material: Material, asked: Asked) -> Origin:
    """This period's number less the last one's."""
    measure = asked.measure.removeprefix("change.")
    now = material.figures.of(measure, asked.scope)
    rows = [
        _of_period(material, "本期", material.period, measure, asked, measured.value(material, measure, now))
    ]
    parts: tuple[Parts, ...] = ()
    if material.previous is not None:
        before = Figures(material.previous).of(measure, asked.scope)
        period = Period.parse(material.previous.period)
        shown = measured.value(material, measure, before)
        rows.append(_of_period(material, "上期", period, measure, asked, shown))
        parts = (_both(material, now, before),)
    return Origin(
        title=captions.label(asked.measure),
        value=_moved(material, measure),
        meaning="本期全部单位的合计减去上期的合计",
        parts=(Parts("两期", (("", "text"), ("期间", "text"), ("数值", "number")), tuple(rows)), *parts),
        none="增减由两期的数字相减得出，点击上表中的数字查看各期数据。"
        if material.previous
        else "没有可以查看的上期考核结果。",
    )


def reached(material: Material, asked: Asked) -> Origin:
    """The units all of whose figures of the measure met what was due."""
    measure = asked.measure.removeprefix("reached.")
    by_unit: dict[str, list[Figure]] = {}
    for figure in material.figures.of(measure, asked.scope):
        if figure.met is not None:
            by_unit.setdefault(figure.unit, []).append(figure)
    met = [unit for unit, found in by_unit.items() if all(one.met for one in found)]
    figures = [one for unit in by_unit for one in by_unit[unit]]
    return Origin(
        title=captions.label(asked.measure),
        value=f"{len(met)}家",
        meaning="各项都达到要求的单位；只要有一项未达到，就不列入",
        how=("、".join(met),) if met else (),
        parts=(_units(f"有任务的单位（{len(by_unit)}家）", material, figures),),
        none="名单由各单位的数字得出，点击上表中的数字查看数据。",
    )


def best(material: Material, asked: Asked) -> Origin:
    """Every unit by the measure, the most first."""
    measure = asked.measure.removeprefix("best.")
    figures = sorted(material.figures.of(measure, asked.scope), key=_size, reverse=True)
    return Origin(
        title=captions.label(asked.measure),
        value=f"{len(asked.units)}家" if asked.units else "",
        meaning="按数值由高到低排列，数值相同的按名录顺序",
        parts=(_units("由高到低", material, figures),),
        none="名单由各单位的数字得出，点击上表中的数字查看数据。",
    )


def _size(figure: Figure) -> float:
    if figure.value is not None:
        return figure.value
    return (figure.numerator or 0) / figure.denominator if figure.denominator else -1.0


def _units(title: str, material: Material, figures: list[Figure]) -> Parts:
    return Parts(title, UNIT_HEADS, tuple(_row(material, figure) for figure in figures))


def _row(material: Material, figure: Figure) -> tuple[Cell, ...]:
    link = material.link(figure.measure, figure.unit, figure.item, figure.window)
    about = f"“{figure.item}”" if figure.item else ""
    return (
        Cell(f"{figure.unit}{about}{figure.window}"),
        Cell(material.shown(figure), href=link, mark="short" if figure.met is False else ""),
        Cell(due_text(figure.target)),
        Cell("" if figure.met is None else "是" if figure.met else "否"),
    )


def _of_period(
    material: Material, name: str, period: Period, measure: str, asked: Asked, shown: str
) -> tuple[Cell, ...]:
    link = links.figure(material.office.key, period, measure, asked.units, asked.item)
    return Cell(name), Cell(period.label), Cell(shown, href=link)


def _both(material: Material, now: list[Figure], before: list[Figure]) -> Parts:
    """Each unit in both periods."""
    counts: dict[str, list[int]] = {}
    for place, figures in enumerate((now, before)):
        for figure in figures:
            counts.setdefault(figure.unit, [0, 0])[place] += figure.value or 0
    rows = tuple(
        (Cell(unit), Cell(both[0]), Cell(both[1]), Cell(both[0] - both[1])) for unit, both in counts.items()
    )
    heads = (("单位", "text"), ("本期", "number"), ("上期", "number"), ("增减", "number"))
    return Parts("各单位", heads, rows)


def _moved(material: Material, measure: str) -> str:
    for one in material.content.movements:
        if one.measure == measure and one.before is not None:
            return f"{one.now - one.before:+d}{MEASURES[measure].counter}".replace("-", "−")
    return "—"
