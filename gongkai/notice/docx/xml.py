"""WordprocessingML elements by hand: python-docx's own tables are too slow and know no east-asian fonts."""

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from gongkai.notice.plan import Runs
from gongkai.notice.typesetting import printable

TWIPS = 20  # twentieths of a point


def twips(points: float) -> int:
    """Points → twips."""
    return round(points * TWIPS)


def element(tag: str, *children: BaseOxmlElement | None, **attributes: object) -> BaseOxmlElement:
    """<w:tag w:key="value">children</w:tag>; a child that is None is left out."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def flag(tag: str, *, on: bool = True) -> BaseOxmlElement:
    """A switch such as <w:b/>, or its explicit off."""
    return element(tag) if on else element(tag, val="0")


def text_run(text: str, *, bold: bool = False, size: float | None = None) -> BaseOxmlElement:
    """A run; "\\n" becomes a line break, a tab a tab. `size` in points overrides that of the style."""
    properties = None
    if bold or size is not None:
        half_points = round((size or 0) * 2)
        properties = element(
            "rPr",
            flag("b") if bold else None,
            element("sz", val=half_points) if size else None,
            element("szCs", val=half_points) if size else None,
        )
    return element("r", properties, *_pieces(printable(text)))


def _pieces(text: str) -> Iterable[BaseOxmlElement]:
    for place, line in enumerate(text.split("\n")):
        if place:
            yield element("br")
        for stop, part in enumerate(line.split("\t")):
            if stop:
                yield element("tab")
            if part:
                piece = element("t")
                piece.text = part
                piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                yield piece


def field_run(code: str) -> tuple[BaseOxmlElement, ...]:
    """A complex field such as PAGE, with its shown value left to the program that opens it."""
    instruction = element("instrText")
    instruction.text = f" {code} "
    shown = element("t")
    shown.text = "1"
    return (
        element("r", element("fldChar", fldCharType="begin")),
        element("r", instruction),
        element("r", element("fldChar", fldCharType="separate")),
        element("r", shown),
        element("r", element("fldChar", fldCharType="end")),
    )


def paragraph(
    style: str, *runs: BaseOxmlElement, properties: Iterable[BaseOxmlElement] = ()
) -> BaseOxmlElement:
    """A paragraph of a named style; `properties` in the order the schema asks for."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *runs)


def plan_runs(runs: Runs) -> list[BaseOxmlElement]:
    """The runs of a plan's paragraph."""
    return [text_run(run.text, bold=run.bold) for run in runs]
