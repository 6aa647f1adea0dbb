"""Where any figure comes from, a module a family of names (`gongkai.notice.plan.Binding` lists the names)."""

from collections.abc import Callable

from gongkai.assessment.result import FindingKind
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.registry import MEASURES
from gongkai.web.pages.assessments.origins import compared, concluded, measured, registered
from gongkai.web.pages.assessments.origins.origin import Asked, Material, Origin, Parts

__all__ = ["Asked", "Material", "Origin", "Parts", "explain"]

Explained = Callable[[Material, Asked], Origin]

_OF_MEASURE: dict[str, Explained] = {
    "target.": compared.target,
    "change.": compared.change,
    "reached.": compared.reached,
    "best.": compared.best,
}
_NAMED: dict[str, Explained] = {
    "commended": concluded.lists,
    "criticised": concluded.lists,
    **{f"score.{part}": concluded.scores for part in ("base", "adjustment", "total", "rank")},
    **{f"account.{part}": registered.accounts for part in ("name", "platform", "holder")},
    **{f"finding.{kind.name.lower()}": concluded.findings for kind in FindingKind},
    **{f"items.finding.{kind.name.lower()}": concluded.findings for kind in FindingKind},
    **{f"completion.{kind}": concluded.completion for kind in KIND_LABELS},
    **dict.fromkeys(registered.RULES, registered.rules),
    **{
        f"register.{part}": registered.registers
        for part in ("columns", "duties", "column_units", "accounts", "account_units")
    },
    **{f"notice.{part}": registered.notices for part in ("issued_on", "rectify_by")},
}


def explain(material: Material, asked: Asked) -> Origin | None:
    """The origin of a figure; None for a name that stands for nothing."""
    found = _explainer(asked.measure)
    return found(material, asked) if found else None


def _explainer(measure: str) -> Explained | None:
    if _is_measured(measure):
        return measured.explain
    for prefix, explained in _OF_MEASURE.items():
        if measure.startswith(prefix) and _is_measured(measure.removeprefix(prefix)):
            return explained
    return _NAMED.get(measure)


def _is_measured(measure: str) -> bool:
    return all(part in MEASURES for part in measure.split("+"))
