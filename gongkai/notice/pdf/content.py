"""What the Typst template is given: the plan as plain lists and strings, lengths in points."""

import re
from dataclasses import asdict
from typing import Any

from gongkai.notice import fonts, layout
from gongkai.notice.grid import Grid, grids
from gongkai.notice.plan import AnnexPage, Heading, Imprint, Paragraph, Plan
from gongkai.notice.typesetting import (
    addressee_line,
    annex_label,
    annex_lines,
    annex_title,
    chinese_date,
    contact_line,
    copies_line,
    printable,
    red_head_size,
    signature_place,
    title_lines,
    width,
)

Content = dict[str, Any]

_LONG_WORD = re.compile(r"[!-~]{21,}")
_BREAK = "\u200b"
_HEADING_FONTS = {1: fonts.HEI, 2: fonts.KAI, 3: fonts.FANG}


def content(plan: Plan, chains: dict[str, tuple[str, ...]]) -> Content:
    """The whole document, JSON-ready."""
    return {
        "layout": _layout(),
        "fonts": {role: list(families) for role, families in chains.items()},
        "title": printable(plan.title).replace("\n", ""),
        "issuer": printable(plan.issuer),
        "issued_on": [plan.issued_on.year, plan.issued_on.month, plan.issued_on.day],
        "red_head": _red_head(plan),
        "title_lines": title_lines(plan.title, layout.points(layout.PORTRAIT.text_width) / layout.TITLE_SIZE),
        "addressee": text(addressee_line(plan.addressee)) if plan.addressee else "",
        "body": [_block(block) for block in plan.body],
        "keep_last": _keep_last(plan),
        "annex_list": [asdict(line) for line in annex_lines(plan.annexes)],
        "signature": _signature(plan),
        "contact": text(contact_line(plan.contact)),
        "annexes": [_annex(annex, len(plan.annexes)) for annex in plan.annexes],
        "imprint": _imprint(plan.imprint) if plan.imprint else None,
    }


def text(given: str) -> str:
    """Printable text in which a Latin word longer than 20 letters may break, as Word breaks it."""
    return _LONG_WORD.sub(lambda word: _BREAK.join(word.group()), printable(given))


def _layout() -> Content:
    return {
        "portrait": _page(layout.PORTRAIT),
        "landscape": _page(layout.LANDSCAPE),
        "pitch": layout.PITCH,
        "body": layout.BODY_SIZE,
        "heading": layout.TITLE_SIZE,
        "small": layout.SMALL_SIZE,
        "tracking": layout.TRACKING,
        "advance": layout.ADVANCE,
        "number_drop": layout.points(layout.PAGE_NUMBER_DROP),
        "number_inset": layout.PAGE_NUMBER_INSET,
        "red": f"#{layout.RED}",
        "red_head_drop": layout.points(layout.RED_HEAD_DROP),
        "red_rule_drop": layout.points(layout.RED_RULE_DROP),
        "red_rule": layout.points(layout.RED_RULE_WIDTH),
        "imprint_pitch": layout.IMPRINT_PITCH,
        "thick": layout.points(layout.IMPRINT_THICK),
        "thin": layout.points(layout.IMPRINT_THIN),
        "table_line": layout.TABLE_LINE,
        "note_line": layout.NOTE_LINE,
        "table_rule": layout.TABLE_RULE_WIDTH,
        "padding": layout.points(layout.CELL_PADDING),
        "shade": f"#{layout.FLAG_SHADE}",
    }


def _page(page: layout.Page) -> Content:
    return {key: layout.points(value) for key, value in asdict(page).items()}


def _red_head(plan: Plan) -> Content | None:
    if not plan.red_head:
        return None
    number = printable(plan.document_number)
    return {"text": printable(plan.red_head), "size": red_head_size(plan.red_head), "number": number}


def _block(block: Heading | Paragraph) -> Content:
    runs = [{"text": text(run.text), "bold": run.bold} for run in block.runs]
    if isinstance(block, Heading):
        level = min(max(block.level, 1), 3)
        return {
            "level": level,
            "font": _HEADING_FONTS[level],
            "runs": runs,
            "indent": layout.PARAGRAPH_INDENT,
        }
    return {"level": 0, "font": fonts.FANG, "runs": runs, "indent": layout.PARAGRAPH_INDENT * block.indent}


def _keep_last(plan: Plan) -> bool:
    """Whether the last paragraph stays with the signature: a short one, and no list of annexes between."""
    last = plan.body[-1:] if not plan.annexes else ()
    return any(width("".join(run.text for run in block.runs)) <= layout.SHORT_PARAGRAPH for block in last)


def _signature(plan: Plan) -> Content:
    place = signature_place(plan.issuer, plan.issued_on)
    return {"unit": printable(plan.issuer), "date": chinese_date(plan.issued_on), **asdict(place)}


def _annex(annex: AnnexPage, count: int) -> Content:
    size, lines = annex_title(annex.title)
    return {
        "label": annex_label(annex, count),
        "landscape": annex.layout == "landscape",
        "title_size": size,
        "title_lines": lines,
        "heading": text(annex.heading),
        "notes": [text(note) for note in annex.notes],
        "grids": [_grid(drawn) for drawn in grids(annex)],
    }


def _grid(drawn: Grid) -> Content:
    return {
        "size": drawn.size,
        "air": drawn.air,
        "depth": drawn.depth,
        "widths": [layout.points(width) for width in drawn.widths],
        "header": [asdict(cell) for cell in drawn.header],
        "rows": [[{**asdict(cell), "text": text(cell.text)} for cell in row] for row in drawn.rows],
    }


def _imprint(found: Imprint) -> Content:
    return {
        "copies": copies_line(found) if found.copy_to else "",
        "unit": printable(found.printed_by),
        "date": f"{chinese_date(found.printed_on)}印发",
    }
