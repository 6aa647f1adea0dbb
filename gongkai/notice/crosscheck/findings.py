"""Problems that were found and are not told: wording that knows nothing of a kind of problem says nothing of it."""

from collections.abc import Iterator

from gongkai.assessment.result import FindingKind
from gongkai.notice.crosscheck.review import Review, amber, words
from gongkai.notice.plan import Issue


def findings_are_told(review: Review) -> Iterator[Issue]:
    """Every kind of problem found is told in the body, by its own words or at least by a unit (untold:<kind>)."""
    bound = {said.binding.measure.removeprefix("items.") for said in review.said}
    body = "\n".join(words(block) for _, block in review.blocks)
    for kind in FindingKind:
        units = [finding.unit for finding in review.assessment.findings if finding.kind is kind]
        name = kind.name.lower()
        if units and f"finding.{name}" not in bound and not any(unit in body for unit in units):
            message = f"发现“{kind.value}”问题{len(units)}处，正文没有提到，请核对 notice.md 是否遗漏"
            yield amber(f"untold:{name}", message, units=tuple(dict.fromkeys(units)))
