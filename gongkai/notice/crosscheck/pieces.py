"""A notice as a proofreader reads it: every piece of text that is printed, and its annexes as tables."""

from collections.abc import Iterator

from gongkai.notice.crosscheck.review import Review, words
from gongkai.notice.plan import AnnexPage, Heading, Paragraph
from gongkai.proofreading.document import Document, Part, Piece, Table

CONTACT = "联系方式"


def document(review: Review) -> Document:
    """The whole notice, as it is printed."""
    plan = review.plan
    pieces = [*_head(review), *(Piece(Part.BODY, place, words(block)) for place, block in review.blocks)]
    pieces.append(Piece(Part.BODY, "落款", plan.issuer))
    pieces.append(Piece(Part.BODY, CONTACT, plan.contact))
    if plan.imprint:
        pieces.append(Piece(Part.BODY, "抄送", plan.imprint.copy_to))
        pieces.append(Piece(Part.BODY, "印发机关", plan.imprint.printed_by))
    tables = []
    for annex in plan.annexes:
        pieces += _around(annex)
        tables.append(_table(annex, len(pieces)))
        pieces += _cells(annex)
    return Document("通报", tuple(pieces), tuple(tables))


def typed(review: Review) -> dict[int, set[int]]:
    """Piece of the body → where digits stand in it that are bound to no figure: people typed them."""
    first = sum(1 for _ in _head(review))
    return {place: set(_unbound_digits(block)) for place, (_, block) in enumerate(review.blocks, first)}


def _unbound_digits(block: Heading | Paragraph) -> Iterator[int]:
    at = 0
    for run in block.runs:
        if run.binding is None:
            yield from (at + place for place, letter in enumerate(run.text) if letter.isdecimal())
        at += len(run.text)


def _head(review: Review) -> Iterator[Piece]:
    plan = review.plan
    yield Piece(Part.BODY, "发文机关标志", plan.red_head)
    yield Piece(Part.BODY, "发文字号", plan.document_number)
    yield Piece(Part.BODY, "标题", plan.title.replace("\n", ""), "title")
    yield Piece(Part.BODY, "主送机关", plan.addressee)


def _around(annex: AnnexPage) -> Iterator[Piece]:
    """What stands over and under the table of an annex."""
    yield Piece(Part.BODY, f"附件{annex.number}标题", annex.title)
    yield Piece(Part.BODY, f"附件{annex.number}表头上方", annex.heading)
    yield from (Piece(Part.BODY, f"附件{annex.number}备注", note) for note in annex.notes)


def _cells(annex: AnnexPage) -> Iterator[Piece]:
    """The leaf headers, then the cells of all rows, the totals last."""
    heads = [column.header[-1] for column in annex.table.columns]
    yield from (Piece(Part.CELL, f"附件{annex.number}表头", head) for head in heads)
    for number, row in enumerate(annex.table.rows, 1):
        place = f"附件{annex.number}第{number}行"
        for head, cell in zip(heads, row, strict=True):
            yield Piece(Part.CELL, f"{place}“{head}”", cell.text)
    yield from (Piece(Part.CELL, f"附件{annex.number}合计", cell.text) for cell in annex.table.totals)


def _table(annex: AnnexPage, first: int) -> Table:
    """The grid of an annex whose header begins at piece `first`."""
    width = len(annex.table.columns)
    rows = 1 + len(annex.table.rows) + bool(annex.table.totals)
    starts = range(first, first + rows * width, width)
    return Table(f"附件{annex.number}", tuple(tuple(range(start, start + width)) for start in starts))
