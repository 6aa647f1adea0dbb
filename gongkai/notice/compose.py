"""A stored assessment → the plan of its notice."""

from collections.abc import Callable
from datetime import date

from gongkai.assessment.result import Assessment
from gongkai.notice import markdown, template, vocabulary
from gongkai.notice.annexes.registry import TABLES
from gongkai.notice.figures import Figures, UnknownWordError
from gongkai.notice.material import Material
from gongkai.notice.plan import AnnexPage, Imprint, Plan
from gongkai.notice.template import TemplateError
from gongkai.office.pack import Annex, IssuedNotice, Office
from gongkai.terms import Period

PACK = "office.toml"

Line = Callable[[str, str], str]
"""(text of a setting, its place) → the words."""


def plan(office: Office, assessment: Assessment, *, issued: IssuedNotice, period: Period) -> Plan:
    """The whole notice: wording of notice.md, annexes and fixed parts of the pack, figures of the assessment.

    Raises TemplateError, with file and line, for a template or setting that cannot be rendered.
    """
    material = Material(office, assessment, issued, period, Figures(assessment))
    names = vocabulary.names(material)
    settings = office.notice

    def line(text: str, place: str) -> str:
        return template.render_line(text, names, material.ledger, file=f"{PACK} {place}")

    body = template.render(office.template, names, material.ledger)
    return Plan(
        office=office.key,
        period=period.code,
        title=line(settings.title, "notice.title"),
        addressee=line(settings.addressee, "notice.addressee").rstrip("：:"),
        body=markdown.blocks(body, material.ledger),
        annexes=tuple(
            _annex(material, annex, number, line) for number, annex in enumerate(settings.annexes, 1)
        ),
        issuer=settings.issuer,
        issued_on=date.fromisoformat(issued.issued_on),
        contact=line(settings.contact, "notice.contact"),
        red_head=settings.red_head,
        document_number=settings.document_number,
        imprint=_imprint(material),
    )


def _annex(material: Material, annex: Annex, number: int, line: Line) -> AnnexPage:
    place = f"notice.annexes 第{number}项"
    if annex.table not in TABLES:
        raise TemplateError(f"{PACK} {place}", 0, f"没有附表“{annex.table}”，可用的有：{'、'.join(TABLES)}")
    try:
        table = TABLES[annex.table](material, annex)
    except UnknownWordError as error:
        raise TemplateError(f"{PACK} {place}", 0, str(error.args[0])) from error
    return AnnexPage(
        number=number,
        title=line(annex.title, f"{place} title"),
        table=table,
        layout=annex.layout,
        heading=line(annex.heading, f"{place} heading"),
        notes=tuple(line(note, f"{place} notes") for note in annex.notes),
    )


def _imprint(material: Material) -> Imprint | None:
    settings = material.office.notice
    if not (settings.copy_to or settings.printed_by):
        return None
    return Imprint(settings.copy_to, settings.printed_by, date.fromisoformat(material.issued.issued_on))
