"""Check an office's wording before any figure exists: what it writes, and the names it asks for.

Rendering shows the faults on the branches it takes; the names are looked up on all of them.
"""

from collections.abc import Iterator, Mapping

from jinja2 import meta, nodes

from gongkai.assessment.result import Assessment
from gongkai.notice import compose, vocabulary
from gongkai.notice.figures import Figures
from gongkai.notice.marks import Ledger
from gongkai.notice.material import Material
from gongkai.notice.sandbox import NoticeEnvironment
from gongkai.notice.template import TemplateError
from gongkai.office.faults import PackFault
from gongkai.office.files import TEMPLATE
from gongkai.office.pack import IssuedNotice, Office
from gongkai.terms import Period

ANY_PERIOD = IssuedNotice(period="2021Q4", issued_on="2022-01-17", rectify_by="2022-01-20")


def faults(office: Office) -> list[PackFault]:
    """What is wrong with notice.md and the settings that are rendered with it; empty if nothing is."""
    issued = office.notices[0] if office.notices else ANY_PERIOD
    period = Period.parse(issued.period)
    nothing = Assessment(
        office=office.key, period=period.code, scheme="", scheme_version="", snapshot="", figures=()
    )
    try:
        compose.plan(office, nothing, issued=issued, period=period)
    except TemplateError as error:
        return [PackFault(error.file, f"第 {error.line} 行" if error.line else "", error.message)]
    known = vocabulary.names(Material(office, nothing, issued, period, Figures(nothing)))
    tree = NoticeEnvironment(Ledger(), known).parse(office.template)
    return [PackFault(TEMPLATE, f"第 {line} 行", message) for line, message in unknown_names(tree, known)]


def unknown_names(tree: nodes.Template, known: Mapping[str, object]) -> Iterator[tuple[int, str]]:
    """Names a template asks for on any branch and nothing here knows, with their lines."""
    unknown = meta.find_undeclared_variables(tree) - known.keys()
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            yield node.lineno, f"不认识的名称“{node.name}”，请对照模板词汇表（docs/words.md）改正"
