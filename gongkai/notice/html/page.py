"""A plan → the official page as HTML, sheet by sheet; official-page.css gives it the look of GB/T 9704."""

from collections.abc import Iterator

from markupsafe import Markup

from gongkai.notice import layout
from gongkai.notice.html.chips import Link, anchor, runs
from gongkai.notice.html.markup import element, joined, lines
from gongkai.notice.html.tables import annex_tables
from gongkai.notice.plan import AnnexPage, Heading, Imprint, Paragraph, Plan
from gongkai.notice.typesetting import (
    addressee_line,
    annex_label,
    annex_lines,
    annex_title,
    chinese_date,
    contact_line,
    copies_line,
    title_lines,
)

_TITLE_LEVEL = 2
"""The page around has the first heading; the title of the notice is one below it."""


def render(plan: Plan, link: Link = anchor) -> Markup:
    """The notice as one <article>, ready to stand in a page: no script, no style attribute, all text escaped.

    `link` gives the address each figure leads to, "" for none. Raises ValueError where a table row has not
    one cell for each column.
    """
    letter = element("section", *_letter(plan, link), class_="official-sheet")
    annexes = [_annex(annex, len(plan.annexes), link) for annex in plan.annexes]
    foot = [_imprint(plan.imprint)] if plan.imprint else []
    return element("article", letter, *annexes, *foot, class_="official-page", lang="zh-CN")


def _letter(plan: Plan, link: Link) -> Iterator[Markup]:
    if plan.red_head:
        yield element("p", plan.red_head, class_="red-head")
        yield element("p", plan.document_number, class_="document-number")
    most = layout.points(layout.PORTRAIT.text_width) / layout.TITLE_SIZE
    if title := title_lines(plan.title, most):
        yield element(f"h{_TITLE_LEVEL}", lines(title), class_="official-title")
    if plan.addressee:
        yield element("p", addressee_line(plan.addressee), class_="addressee")
    yield from (_block(block, link) for block in plan.body)
    if plan.annexes:
        yield _annex_list(plan.annexes)
    yield element("p", plan.issuer, class_="issuing-unit")
    day = element("time", chinese_date(plan.issued_on), datetime=plan.issued_on.isoformat())
    yield element("p", day, class_="issue-date")
    if plan.contact:
        yield element("p", contact_line(plan.contact), class_="contact-note")


def _block(block: Heading | Paragraph, link: Link) -> Markup:
    if isinstance(block, Heading):
        level = min(max(block.level, 1), 3)
        return element(f"h{_TITLE_LEVEL + level}", runs(block.runs, link), class_=f"level-{level}")
    return element("p", runs(block.runs, link), class_="official-body" if block.indent else "flush")


def _annex_list(annexes: tuple[AnnexPage, ...]) -> Markup:
    """附件：1. …, each name a way to its annex."""
    rows = (
        element(
            "li",
            element("span", line.label, class_="annex-number"),
            element("a", line.name, href=f"#annex-{annex.number}"),
        )
        for line, annex in zip(annex_lines(annexes), annexes, strict=True)
    )
    return element("ul", *rows, class_="annex-list", aria_label="附件")


def _annex(annex: AnnexPage, count: int, link: Link) -> Markup:
    _, title = annex_title(annex.title)
    name = annex.title.replace("\n", "")
    turned = " official-turned" if annex.layout == "landscape" else ""
    return element(
        "section",
        element("p", annex_label(annex, count), class_="annex-label"),
        element(f"h{_TITLE_LEVEL + 1}", lines(title), class_="annex-title"),
        element("p", annex.heading, class_="annex-heading") if annex.heading else "",
        annex_tables(annex, name, link),
        *(element("p", note, class_="table-note") for note in annex.notes),
        class_=f"official-sheet official-annex{turned}",
        id=f"annex-{annex.number}",
    )


def _imprint(found: Imprint) -> Markup:
    """版记: copies, printing unit, date."""
    day = element("time", chinese_date(found.printed_on), datetime=found.printed_on.isoformat())
    printed = element("p", element("span", found.printed_by), joined(element("span", day, "印发")))
    copies = element("p", copies_line(found)) if found.copy_to else ""
    return element("footer", copies, printed, class_="official-sheet official-imprint")
