"""A text box at the foot of the type area, where Word, WPS and LibreOffice all keep it.

LibreOffice keeps neither a frame nor a table of full width there.
"""

from collections.abc import Iterable

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
<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>
<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>
<wp:docPr id="1" name="{name}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"""


def box_at_foot(
    name: str, width: float, height: float, paragraphs: Iterable[BaseOxmlElement], *, clear: float
) -> BaseOxmlElement:
    """The run that anchors the box to its paragraph; the body keeps `clear` above it. Lengths in mm."""
    run: BaseOxmlElement = parse_xml(
        _RUN.format(name=name, width=_emu(width), height=_emu(height), clear=_emu(clear))
    )
    next(run.iter(qn("w:txbxContent"))).extend(paragraphs)
    return run


def _emu(millimetres: float) -> int:
    return round(millimetres * _EMU_PER_MM)
