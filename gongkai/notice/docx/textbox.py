"""A text box held to a place on the page, as Word, WPS and LibreOffice all place it.

Frames and floating tables would be simpler, but LibreOffice does not keep them at the foot of a page.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_EMU_PER_MM = 36000

_RUN = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:drawing>
<wp:anchor distT="{clear}" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="0"
 locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="{frame}">{horizontal}</wp:positionH>
<wp:positionV relativeFrom="{frame}">{vertical}</wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}
<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr vert="{direction}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"""


@dataclass(frozen=True)
class Box:
    """A text box; lengths in mm.

    With `left` and `top` it stands there on the sheet, its text turned clockwise and the body ignoring
    it; without, at the foot of the type area, the body staying above it by `clear`.
    """

    number: int
    name: str
    width: float
    height: float
    left: float | None = None
    top: float | None = None
    clear: float = 0


def box_run(box: Box, paragraphs: Iterable[BaseOxmlElement]) -> BaseOxmlElement:
    """The run that anchors the box to its paragraph."""
    turned = box.left is not None and box.top is not None
    run: BaseOxmlElement = parse_xml(
        _RUN.format(
            number=box.number,
            name=box.name,
            width=_emu(box.width),
            height=_emu(box.height),
            clear=_emu(box.clear),
            frame="page" if turned else "margin",
            horizontal=_offset(box.left) if turned else "<wp:align>left</wp:align>",
            vertical=_offset(box.top) if turned else "<wp:align>bottom</wp:align>",
            wrap="<wp:wrapNone/>" if turned else "<wp:wrapTopAndBottom/>",
            direction="vert" if turned else "horz",
            anchor="ctr" if turned else "b",
        )
    )
    content = next(run.iter(qn("w:txbxContent")))
    content.extend(paragraphs)
    return run


def _emu(millimetres: float) -> int:
    return round(millimetres * _EMU_PER_MM)


def _offset(millimetres: float | None) -> str:
    return f"<wp:posOffset>{_emu(millimetres or 0)}</wp:posOffset>"
