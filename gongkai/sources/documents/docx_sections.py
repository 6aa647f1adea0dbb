"""Pages, margins and page numbers of a .docx."""

import re
from collections.abc import Iterator
from typing import Any

from gongkai.proofreading.layout.facts import PageNumber, Section
from gongkai.sources.documents.docx_styles import Styles
from gongkai.sources.documents.opened import Parts
from gongkai.sources.documents.runs import is_on
from gongkai.sources.documents.xml import child, local, value

_TWIPS_PER_MM = 1440 / 25.4
_PAGE = re.compile(r"\bPAGE\b")
_A4 = {"w": 11906, "h": 16838}


def length(element: Any, key: str, default: float = 0.0) -> float:
    """An attribute in twips, 0 or the default where it is none."""
    text = "" if element is None else value(element, key)
    try:
        return float(text)
    except ValueError:
        return default


def sections(parts: Parts, main: str, properties: list[Any], styles: Styles) -> tuple[Section, ...]:
    """One section for each `sectPr`, in order. Footers a section does not name are those of the one before."""
    targets = {one.key: one.target for one in parts.package.relations(main)}
    sides = _odd_and_even(parts)
    found: list[Section] = []
    named: dict[str, str] = {}
    for one in properties:
        for reference in (inner for inner in one if local(inner) == "footerReference"):
            named[value(reference, "type") or "default"] = targets.get(value(reference, "id"), "")
        shown = {pages: part for pages, part in named.items() if sides or pages != "even"}
        numbers = tuple(
            number
            for pages, part in sorted(shown.items())
            if part in parts.package.names
            for number in _numbers(parts.tree(part), pages, styles)
        )
        found.append(_section(one, numbers, sides))
    return tuple(found)


def _section(properties: Any, numbers: tuple[PageNumber, ...], sides: bool) -> Section:
    size, margins, grid = (child(properties, name) for name in ("pgSz", "pgMar", "docGrid"))
    page = {key: length(size, key, default) / _TWIPS_PER_MM for key, default in _A4.items()}
    edges = {
        key: abs(length(margins, key, 1440)) / _TWIPS_PER_MM for key in ("top", "bottom", "left", "right")
    }
    gutter = length(margins, "gutter") / _TWIPS_PER_MM
    return Section(
        page["w"],
        page["h"],
        edges["top"],
        edges["bottom"],
        edges["left"] + gutter,
        edges["right"],
        grid="" if grid is None else value(grid, "type"),
        numbers=numbers,
        sides=sides,
    )


def _odd_and_even(parts: Parts) -> bool:
    settings = parts.package.parts("wordprocessingml.settings+xml")
    return any(is_on(child(parts.tree(name), "evenAndOddHeaders")) for name in settings)


def _numbers(footer: Any, pages: str, styles: Styles) -> Iterator[PageNumber]:
    """The paragraphs of a footer, those in its boxes too, that hold the number of the page."""
    for paragraph in footer.iter("{*}p"):
        if any(local(one) == "Fallback" for one in paragraph.iterancestors()):
            continue
        runs = [one for one in paragraph.iter("{*}r") if next(one.iterancestors("{*}p")) is paragraph]
        form, found = _form(paragraph, runs)
        if found:
            yield _number(paragraph, runs, pages, form, styles)


def _form(paragraph: Any, runs: list[Any]) -> tuple[str, bool]:
    """The text around the number, with 1 in the place of what the field gives."""
    if any(_PAGE.search(value(one, "instr")) for one in paragraph.iter("{*}fldSimple")):
        outside = [one for one in runs if not any(local(up) == "fldSimple" for up in one.iterancestors())]
        before = "".join(_plain(one) for one in outside if _stands_before(one, paragraph))
        return before + "1" + "".join(
            _plain(one) for one in outside if not _stands_before(one, paragraph)
        ), True
    form, found, instruction, depth = "", False, "", 0
    for run in runs:
        for one in run:
            name = local(one)
            if name == "fldChar":
                kind = value(one, "fldCharType")
                depth, instruction = {"begin": (1, ""), "separate": (2, instruction)}.get(
                    kind, (0, instruction)
                )
                if depth == 0 and _PAGE.search(instruction):
                    form, found, instruction = form + "1", True, ""
            elif name == "instrText":
                instruction += one.text or ""
            elif name == "t" and depth == 0:
                form += one.text or ""
    return form, found


def _plain(run: Any) -> str:
    return "".join(one.text or "" for one in run if local(one) == "t")


def _stands_before(run: Any, paragraph: Any) -> bool:
    field = next(paragraph.iter("{*}fldSimple"))
    return list(paragraph.iter()).index(run) < list(paragraph.iter()).index(field)


def _number(paragraph: Any, runs: list[Any], pages: str, form: str, styles: Styles) -> PageNumber:
    properties = child(paragraph, "pPr")
    style = child(properties, "pStyle")
    look = dict(styles.paragraph("" if style is None else value(style, "val")))
    look.update(styles.of_paragraph(properties))
    letters = look | (styles.of_run(child(runs[0], "rPr")) if runs else {})
    size = letters.get("size", "")
    framed = child(properties, "framePr") is not None or any(
        local(one) == "txbxContent" for one in paragraph.iterancestors()
    )
    align = (
        ""
        if framed
        else {"end": "right", "start": "left"}.get(look.get("align", "left"), look.get("align", "left"))
    )
    return PageNumber(
        pages, form, letters.get("font", ""), float(size) / 2 if size.isdecimal() else 10.0, align
    )
