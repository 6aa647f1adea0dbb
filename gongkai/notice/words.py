"""The words an editor shows: what may be put into the wording, each with what it says at present."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai.assessment.result import Assessment
from gongkai.notice import template, vocabulary
from gongkai.notice.figures import Figures
from gongkai.notice.material import Material
from gongkai.notice.offers import Offer, offers
from gongkai.notice.plan import Binding
from gongkai.office.pack import IssuedNotice, Office
from gongkai.terms import Period

_TOGETHER = 200
"""Words rendered in one go, well within the limits of a template."""


class Word(NamedTuple):
    """An expression as it stands between {{ and }}, what it is, what it prints now, and where it is offered."""

    expression: str
    label: str
    value: str
    group: str


def available(office: Office, assessment: Assessment, *, issued: IssuedNotice, period: Period) -> list[Word]:
    """Every word that may stand in this notice; an empty `value` means that there is nothing to say."""
    material = Material(office, assessment, issued, period, Figures(assessment))
    names = vocabulary.names(material)
    offered = offers(material)
    parts = [offered[start : start + _TOGETHER] for start in range(0, len(offered), _TOGETHER)]
    values = [value for part in parts for value in _values(part, names, material)]
    return [
        Word(offer.expression, offer.label, value, offer.group)
        for offer, value in zip(offered, values, strict=True)
    ]


def origin(
    expression: str, office: Office, assessment: Assessment, *, issued: IssuedNotice, period: Period
) -> tuple[str, Binding | None]:
    """What an expression prints, and the first figure it comes from, if it has one. Raises TemplateError."""
    material = Material(office, assessment, issued, period, Figures(assessment))
    rendered = template.render(f"{{{{ {expression} }}}}", vocabulary.names(material), material.ledger)
    runs = list(material.ledger.runs(rendered.text.removesuffix("\n")))
    return "".join(run.text for run in runs), next((run.binding for run in runs if run.binding), None)


def _values(part: Sequence[Offer], names: dict[str, object], material: Material) -> list[str]:
    """What the words print, one a line; a value is a token until then, so it breaks no line."""
    source = "".join(f"{{{{ {offer.expression} }}}}\n" for offer in part)
    rendered = template.render(source, names, material.ledger)
    return [material.ledger.plain(line) for line in rendered.text.removesuffix("\n").split("\n")]
