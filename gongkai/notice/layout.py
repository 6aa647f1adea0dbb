"""The numbers of GB/T 9704—2012 (党政机关公文格式), one truth for the .docx and the .pdf.

Millimetres for places on the page, points for type, characters (字) for indents: a character is
the advance of one body character, 15.75 pt. Clause numbers name the clause of the standard.
"""

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0  # 5.1: A4
LINES, CHARACTERS = 22, 28  # 5.2.3: lines on a page, characters on a line

BODY_SIZE = 16.0  # 三号
TITLE_SIZE = 22.0  # 二号
SMALL_SIZE = 14.0  # 四号: page number, imprint
PITCH = 28.95  # exact: 22 lines fill 225 mm, a 23rd does not fit
TRACKING = -0.25  # 28 characters of 16 pt are 448 pt, the line has 442.2; at −0.2 only 27 fit
ADVANCE = BODY_SIZE + TRACKING

PARAGRAPH_INDENT = 2
SIGNATURE_RIGHT = 2
SHORT_PARAGRAPH = 5 * CHARACTERS  # a last paragraph up to this stays with the signature
PAGE_NUMBER_DROP = 7.0  # 7.5: the dash lies 7 mm below the type area
PAGE_NUMBER_INSET = SMALL_SIZE  # 7.5: odd right, even left, each one character in

RED = "FF0000"
RED_HEAD_DROP = 35.0  # 7.2.4: upper edge of the red head to that of the type area
RED_RULE_DROP = 4.0  # 7.2.7: below the document number
RED_RULE_WIDTH = 0.35
IMPRINT_THICK, IMPRINT_THIN = 0.35, 0.25  # 7.4.1: first and last rule, rules between
IMPRINT_PITCH = 24.0
RED_HEAD_LARGEST, RED_HEAD_SMALLEST = 56.0, 28.0

TABLE_LINE = 1.25  # line pitch inside a table cell, times its type size
NOTE_LINE = 1.5  # line pitch of the notes under a table, times its type size
CELL_PADDING = 1.2  # mm left and right of the text of a cell
FLAG_SHADE = "D9D9D9"  # keeps apart from white, and under black text, in greyscale
TABLE_RULE_WIDTH = 0.5  # pt


@dataclass(frozen=True)
class Page:
    """A page and its margins in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom


PORTRAIT = Page(PAGE_WIDTH, PAGE_HEIGHT, top=37, bottom=35, left=28, right=26)

# 8: the head of a turned table lies at the left edge of the sheet on odd and even pages, so the sheet
# is turned with its top to the right and each margin goes with its edge.
LANDSCAPE = Page(
    PAGE_HEIGHT,
    PAGE_WIDTH,
    top=PORTRAIT.left,
    bottom=PORTRAIT.right,
    left=PORTRAIT.bottom,
    right=PORTRAIT.top,
)


def page_of(layout: str) -> Page:
    """The page an annex layout lies on: "landscape" is turned, "portrait" and "two_up" are not."""
    return LANDSCAPE if layout == "landscape" else PORTRAIT


def points(millimetres: float) -> float:
    """Millimetres → points."""
    return millimetres * POINTS_PER_MM


def characters(count: float) -> float:
    """Body characters → points."""
    return count * ADVANCE
