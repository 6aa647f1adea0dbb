"""Words for points: ranked, score, rank."""

from dataclasses import dataclass

from gongkai.assessment.result import Scorecard
from gongkai.notice.figures import UnknownWordError
from gongkai.notice.marks import Count, Marked
from gongkai.notice.material import Material
from gongkai.notice.plan import Binding
from gongkai.notice.vocabulary.views import UnitName, Units, counted, unit_name


@dataclass(frozen=True)
class ScoreWords:
    """Points as stored in the scorecards."""

    material: Material

    def ranked(self, group: str) -> Units:
        """The units of a group that have a score, best first; equals in register order."""
        members = self.material.group(group)
        cards = {card.unit: card for card in self.material.assessment.scorecards if card.unit in members}
        names = sorted(self.material.in_order(cards), key=lambda unit: cards[unit].rank)
        return Units.of(self.material.ledger, names, "score.total")

    def score(self, unit: str | UnitName) -> Marked:
        """The total of a unit. Raises UnknownWordError where it has none."""
        card = self._card(unit_name(unit))
        text = f"{card.total:f}"
        return Marked(self.material.ledger, text, Binding("score.total", text, (card.unit,)))

    def rank(self, unit: str | UnitName) -> Count:
        """The rank of a unit in its group. Raises UnknownWordError where it has none."""
        card = self._card(unit_name(unit))
        return counted(self.material.ledger, card.rank, Binding("score.rank", str(card.rank), (card.unit,)))

    def _card(self, unit: str) -> Scorecard:
        for card in self.material.assessment.scorecards:
            if card.unit == unit:
                return card
        raise UnknownWordError(
            "参加考核的单位", unit, [card.unit for card in self.material.assessment.scorecards]
        )
