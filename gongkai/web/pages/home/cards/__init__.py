"""The cards of the first page, a module each: a card, or None where there is nothing to say to this person."""

from collections.abc import Callable

from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards import (
    assessment,
    changes,
    exemptions,
    notice,
    objections,
    people,
    progress,
    published,
    receipts,
    rectifications,
    start,
    system,
    uploads,
    warnings,
)
from gongkai.web.pages.home.cards.card import Card

CARDS: tuple[Callable[[OfficeRequest], Card | None], ...] = (
    start.card,
    uploads.card,
    notice.card,
    assessment.card,
    objections.card,
    objections.granted,
    exemptions.card,
    receipts.card,
    rectifications.card,
    warnings.card,
    progress.card,
    published.card,
    people.card,
    system.card,
    changes.card,
)


def cards(request: OfficeRequest) -> list[Card]:
    """Every card with something to say, in the order above."""
    return [card for card in (ask(request) for ask in CARDS) if card]
