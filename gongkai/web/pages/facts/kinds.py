"""A kind of facts in an address."""

from gongkai.measures.facts import FACTS


class KindConverter:
    """/orders/ ↔ "orders"; what is no kind is no page."""

    regex = "|".join(FACTS)

    def to_python(self, text: str) -> str:
        return text

    def to_url(self, value: str) -> str:
        return value
