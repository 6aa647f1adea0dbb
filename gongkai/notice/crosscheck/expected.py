"""What a binding should say, looked up anew in the assessment and the pack."""

import re
from collections.abc import Callable, Collection
from datetime import date

from gongkai.assessment.result import Completion, Finding
from gongkai.notice import wording
from gongkai.notice.crosscheck.review import Review
from gongkai.notice.figures import Scope
from gongkai.notice.plan import Binding
from gongkai.office.pack import StatedTerm
from gongkai.terms import Rate

_PARTS = re.compile(r"(\d+)/(\d+)")


def value(review: Review, binding: Binding) -> str | None:
    """The value a count, rate, score or term should have; None for what is not looked up here.

    Raises UnknownWordError for a measure nobody knows.
    """
    prefix, _, rest = binding.measure.partition(".")
    if prefix in _LOOKUPS:
        return _LOOKUPS[prefix](review, binding, rest)
    scope = Scope(binding.units or None, binding.item, binding.window)
    if review.figures.is_rate(binding.measure):
        numerator, denominator = review.figures.parts(binding.measure, scope)
        return f"{numerator}/{denominator}"
    return str(review.figures.total(binding.measure, scope))


def printed(review: Review, binding: Binding) -> tuple[str, ...]:
    """The texts that print a value rightly; empty where any text may."""
    if binding.measure.startswith("notice."):
        day = date.fromisoformat(binding.value)
        return wording.full_date(day), wording.short_date(day)
    if binding.measure.startswith(("change.", "rules.", "account.", "annex")):
        return ()  # said in words, or held to the register by a check of its own
    if parts := _PARTS.fullmatch(binding.value):
        rules = review.office.rules.orders
        return (wording.rate(Rate(int(parts[1]), int(parts[2]), rules.places, rules.rounding)),)
    return (binding.value,)


def members(review: Review, binding: Binding) -> Collection[str] | None:
    """The units a list should name, over all groups; None where any choice is right."""
    prefix, _, rest = binding.measure.partition(".")
    match prefix:
        case "best" | "score" | "register":
            return None
        case "finding":
            return [one.unit for one in found(review, rest)]
        case "completion":
            return [
                one.unit
                for one in review.assessment.completion
                if one.kind == rest and one.state == Completion(binding.item)
            ]
        case "commended" | "criticised":
            lists: dict[str, tuple[str, ...]] = getattr(review.assessment, prefix)
            groups = [binding.item] if binding.item else lists
            return [unit for group in groups for unit in lists.get(group, ())]
        case "reached":
            return _reached(review, rest)
    return [unit for unit, number in review.figures.by_unit(binding.measure).items() if number > 0]


def found(review: Review, kind: str) -> list[Finding]:
    """The findings of a kind, by the name a binding has for it (account_lapsed)."""
    return [one for one in review.assessment.findings if one.kind.name.lower() == kind]


def _reached(review: Review, measure: str) -> list[str]:
    judged = [figure for figure in review.figures.of(measure) if figure.met is not None]
    missed = {figure.unit for figure in judged if not figure.met}
    return [figure.unit for figure in judged if figure.unit not in missed]


def _score(review: Review, binding: Binding, part: str) -> str | None:
    if not binding.units:
        return f"{review.office.scheme.base:f}" if part == "base" else None
    for card in review.assessment.scorecards:
        if card.unit == binding.units[0]:
            if part == "adjustment":
                return str(card.subtotals.get(binding.item))
            return str(getattr(card, part))
    return None


def _target(review: Review, binding: Binding, measure: str) -> str:
    figures = review.figures.of(measure, Scope(binding.units or None, binding.item, binding.window))
    return str(sum(figure.target or 0 for figure in figures))


def _change(review: Review, binding: Binding, measure: str) -> str | None:
    for movement in review.assessment.movements:
        if movement.measure == measure and movement.before is not None:
            return str(movement.now - movement.before)
    return None


def _finding(review: Review, binding: Binding, kind: str) -> str:
    findings = found(review, kind)
    if not binding.units:
        return str(len(findings))
    texts = [one.text for one in findings if (one.unit, one.item) == (binding.units[0], binding.item)]
    return texts[0] if texts else ""


def _unit(review: Review, binding: Binding, _: str) -> str | None:
    return binding.value if binding.value in review.office.unit_order else None


def register(review: Review, measure: str, item: str = "") -> str | None:
    """The size of a register: columns, pairs of column and unit, accounts in a state, units with accounts."""
    pairs = {
        (column.name, unit)
        for column in review.office.columns
        for duty in column.duties
        for unit in duty.units
    }
    accounts = [one for one in review.office.accounts if one.filing.value == (item or "已备案")]
    match measure:
        case StatedTerm.COLUMNS.value:
            return str(len({name for name, _ in pairs}))
        case StatedTerm.DUTIES.value:
            return str(len(pairs))
        case StatedTerm.ACCOUNTS.value:
            return str(len(accounts))
        case StatedTerm.ACCOUNT_UNITS.value:
            return str(len({one.unit for one in accounts}))
    return None


def _nothing(review: Review, binding: Binding, _: str) -> None:
    """Looked at by a check of its own."""


_LOOKUPS: dict[str, Callable[[Review, Binding, str], str | None]] = {
    "score": _score,
    "target": _target,
    "change": _change,
    "finding": _finding,
    "unit": _unit,
    "register": lambda review, binding, _: register(review, binding.measure, binding.item),
    "account": _nothing,
    "rules": _nothing,
    "notice": _nothing,
    "annex": _nothing,
}
