"""A line of text on its side, held to a place on the sheet: a table of one cell, which Word, WPS and
LibreOffice all keep there. (A text box is lost by LibreOffice where the first turned page is even.)"""

from docx.oxml.xmlchemy import BaseOxmlElement

from gongkai.notice import layout
from gongkai.notice.docx.xml import element, flag, twips


def turned_text(
    left: float, top: float, thick: float, long: float, content: BaseOxmlElement
) -> BaseOxmlElement:
    """`content` reading downwards in a cell `thick` mm wide and `long` mm high, its corner at `left`, `top`."""
    place = element("tblpPr", vertAnchor="page", horzAnchor="page", tblpX=_twips(left), tblpY=_twips(top))
    properties = element(
        "tblPr",
        place,
        element("tblW", w=_twips(thick), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", element("left", w=0, type="dxa"), element("right", w=0, type="dxa")),
    )
    cell = element(
        "tcPr",
        element("tcW", w=_twips(thick), type="dxa"),
        element("textDirection", val="tbRl"),
        element("vAlign", val="center"),
    )
    height = element("trPr", flag("cantSplit"), element("trHeight", val=_twips(long), hRule="exact"))
    grid = element("tblGrid", element("gridCol", w=_twips(thick)))
    return element("tbl", properties, grid, element("tr", height, element("tc", cell, content)))


def _twips(millimetres: float) -> int:
    return twips(layout.points(millimetres))
