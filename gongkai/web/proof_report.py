"""What proofreading found, as rows for a screen: personal data masked, unless a page shows the text itself."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from gongkai.proofreading import masking
from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Group, Hit, Level
from gongkai.proofreading.marking import Segment
from gongkai.proofreading.personal.kinds import Kind
from gongkai.web.citizens import hidden

MARKS = {Level.ERROR: "late", Level.DOUBT: "due", Level.HINT: "muted"}
"""How each level is marked, beside its word."""
LONGEST = 60
HIDDEN = masking.STAR * 3


def rows(document: Document, hits: Sequence[Hit]) -> list[dict[str, Any]]:
    """A row a finding, in order: group, kind, level, where, found, suggestion, reason, source."""
    return [
        {
            "group": hit.group.value,
            "kind": hit.kind,
            "level": hit.level.value,
            "where": hidden(
                "；".join(dict.fromkeys(document.pieces[span.piece].where for span in hit.spans))
            ),
            "found": shown(hit),
            "suggestion": hidden(hit.suggestion),
            "reason": hidden(hit.reason),
            "source": hit.source,
        }
        for hit in hits
    ]


def shown(hit: Hit) -> str:
    """What was found, in one line; of personal data what may be published."""
    found = (
        masking.masked(Kind(hit.kind), hit.found, masking.DEFAULT)
        if hit.group == Group.PERSONAL
        else hidden(hit.found)
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


def verdict(hits: Sequence[Hit]) -> tuple[str, str, str]:
    """Whether it may be published, for a page: colour, verdict, why. Errors keep it back, a doubt asks for a look."""
    found = Counter(hit.level for hit in hits)
    if errors := found[Level.ERROR]:
        why = f"还有{errors}处错误。请改正；核对后确认不是问题的，写明理由后不再提示，再校对一次。"
        return "danger", "不宜公开", why
    if doubts := found[Level.DOUBT]:
        return "warning", "核对后可以公开", f"没有错误，有{doubts}处存疑，请逐处核对。"
    return "success", "可以公开", f"没有错误和存疑{'，提示供参考' if hits else ''}。"


def counted(hits: Sequence[Hit]) -> str:
    """错误2处，存疑1处；nothing found is said as well."""
    found = Counter(hit.level for hit in hits)
    return "，".join(f"{level.value}{found[level]}处" for level in Level if found[level]) or "没有发现问题"
