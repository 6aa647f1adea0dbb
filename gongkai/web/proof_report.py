"""What proofreading found, as rows for a screen: personal data masked, unless a page shows the text itself."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from gongkai.proofreading import masking
from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Group, Hit, Level
from gongkai.proofreading.marking import Segment
from gongkai.proofreading.personal.kinds import Kind

MARKS = {Level.ERROR: "late", Level.DOUBT: "due", Level.HINT: "muted"}
"""How each level is marked, beside its word."""
LONGEST = 60
HIDDEN = masking.STAR * 3


def rows(document: Document, hits: Sequence[Hit]) -> list[dict[str, Any]]:
    """A row a finding, in order: group, kind, level, where, found, suggestion, reason, source, key."""
    return [
        {
            "group": hit.group.value,
            "kind": hit.kind,
            "level": hit.level.value,
            "where": "；".join(dict.fromkeys(document.pieces[span.piece].where for span in hit.spans)),
            "found": shown(hit),
            "suggestion": hit.suggestion,
            "reason": hit.reason,
            "source": hit.source,
            "key": hit.key,
        }
        for hit in hits
    ]


def shown(hit: Hit) -> str:
    """What was found, in one line; of personal data what may be published."""
    found = (
        masking.masked(Kind(hit.kind), hit.found, masking.DEFAULT)
        if hit.group == Group.PERSONAL
        else hit.found
    )
    line = " ".join(found.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def marked(segment: Segment, hits: Sequence[Hit]) -> str:
    """The text of a segment; under personal data only what may be published. What another finding cut out of the
    middle of a number is hidden whole: each part on its own would show its ends."""
    personal = next((hits[place] for place in segment.hits if hits[place].group == Group.PERSONAL), None)
    if personal is None:
        return segment.text
    whole = segment.text == personal.found
    return masking.masked(Kind(personal.kind), segment.text, masking.DEFAULT) if whole else HIDDEN


def counted(hits: Sequence[Hit]) -> str:
    """错误2处，存疑1处；nothing found is said as well."""
    found = Counter(hit.level for hit in hits)
    return "，".join(f"{level.value}{found[level]}处" for level in Level if found[level]) or "没有发现问题"
