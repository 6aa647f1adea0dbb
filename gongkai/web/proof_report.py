"""What proofreading found, as rows for a screen: personal data masked, unless a page shows the text itself."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
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
MOST_PLACES = 3
WHOLE = "全文"
HIDDEN = masking.STAR * 3
_HOW_MANY = re.compile("，共[0-9]+处$")
_DOUBLE = str.maketrans("‘’", "“”")
_ONLY = {"”应为“": "应为", "”宜为“": "宜为", "应为": "应为", "宜为": "宜为"}


def rows(document: Document, hits: Sequence[Hit]) -> list[dict[str, Any]]:
    """A row a finding, in order: group, kind, level, where, found, suggestion, reason, source."""
    people = _people(hits)
    return [
        {
            "group": hit.group.value,
            "kind": hit.kind,
            "level": hit.level.value,
            "where": hidden(_where(document, hit)),
            "found": _line(_masked(hit) if hit.group is Group.PERSONAL else _without(hit.found, hit, people)),
            "suggestion": _without(hit.suggestion, hit, people),
            "reason": _without(hit.reason, hit, people),
            "source": hit.source,
        }
        for hit in hits
    ]


def of_whole(hit: Hit) -> bool:
    """Whether a finding is about the page or the text as a whole: it stands at no character of the first piece."""
    return not any(hit.spans[0])


def _where(document: Document, hit: Hit) -> str:
    places = dict.fromkeys(document.pieces[span.piece].where for span in hit.spans)
    return WHOLE if of_whole(hit) else "；".join(places)


def _masked(hit: Hit) -> str:
    return masking.masked(Kind(hit.kind), hit.found, masking.DEFAULT)


def _people(hits: Sequence[Hit]) -> dict[int, dict[str, str]]:
    """For each piece the personal data in it, as it is written → as it may be shown; the longest first."""
    found: dict[int, dict[str, str]] = {}
    for hit in sorted(hits, key=lambda hit: -len(hit.found)):
        if hit.group is Group.PERSONAL:
            found.setdefault(hit.spans[0].piece, {})[hit.found] = _masked(hit)
    return found


def _without(text: str, hit: Hit, people: Mapping[int, Mapping[str, str]]) -> str:
    """What another finding says, without the personal data of its places: a row told twice names a person."""
    for piece in sorted({span.piece for span in hit.spans}):
        for written, cut in people.get(piece, {}).items():
            text = text.replace(written, cut)
    return hidden(text)


def _line(found: str) -> str:
    line = " ".join(found.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def brief(where: str) -> str:
    """Of many places the first ones and how many there are: 第2段；第3段；第4段等17处."""
    places = where.split("；")
    return where if len(places) <= MOST_PLACES else f"{'；'.join(places[:MOST_PLACES])}等{len(places)}处"


def says_no_more(row: Mapping[str, Any]) -> str:
    """应为 or 宜为 where the reason only repeats what stands beside it, “按装”应为“安装”; else ""."""
    if not row["suggestion"]:
        return ""
    left = _HOW_MANY.sub("", row["reason"].removeprefix(f"{row['kind']}：")).translate(_DOUBLE)
    for said in (row["found"], row["suggestion"]):
        left = left.replace(said, "", 1)
    return _ONLY.get(left.strip("“”，"), "")


def advice(row: Mapping[str, Any]) -> str:
    """Reason and suggestion of a row as one sentence beside what was found: nothing is said twice."""
    reason, suggestion = row["reason"], row["suggestion"]
    if only := says_no_more(row):
        return f"{only}{suggestion}"
    told = not suggestion or f"“{suggestion}”" in reason or f"为{suggestion}" in reason
    return reason if told else "。".join(filter(None, (reason, f"建议：{suggestion}")))


def lines(document: Document, pieces: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The pieces, each with its `number`, as they stand on paper: the cells of a row side by side, all else alone."""
    rows: dict[int, tuple[int, int]] = {}
    for number, table in enumerate(document.tables):
        for place, row in enumerate(table.cells):
            for cell in row:
                rows.setdefault(cell, (number, place))
    for _, line in groupby(pieces, key=lambda piece: rows.get(piece["number"], (-1, piece["number"]))):
        yield list(line)


def inked(hits: Sequence[Hit]) -> list[Hit]:
    """The findings as a text is marked with them: one of the layout is true of whole paragraphs, and would cover
    what is wrong in their words."""
    return [hit._replace(spans=()) if hit.group is Group.LAYOUT else hit for hit in hits]


def marked(segment: Segment, hits: Sequence[Hit]) -> str:
    """The text of a segment; under personal data only what may be published. What another finding cut out of the
    middle of a number is hidden whole: each part on its own would show its ends."""
    personal = next((hits[place] for place in segment.hits if hits[place].group == Group.PERSONAL), None)
    if personal is None:
        return segment.text
    whole = segment.text == personal.found
    return masking.masked(Kind(personal.kind), segment.text, masking.DEFAULT) if whole else HIDDEN


def verdict(hits: Sequence[Hit], *, dismisses: bool) -> tuple[str, str, str]:
    """Whether it may be published, for a page: colour, verdict, why. Errors keep it back, a doubt asks for a look.
    `dismisses`: whether whoever reads it may say that a finding is none."""
    found = Counter(hit.level for hit in hits)
    if errors := found[Level.ERROR]:
        what = "写明理由，登记为不再提示" if dismisses else "请政务公开办公室登记为不再提示"
        return "danger", "不宜公开", f"还有{errors}处错误。请改正；核对后确认不是问题的，{what}，再校对一次。"
    if doubts := found[Level.DOUBT]:
        return "warning", "核对后可以公开", f"没有错误，有{doubts}处存疑，请逐处核对。"
    return "success", "可以公开", f"没有错误和存疑{'，提示供参考' if hits else ''}。"


def counted(hits: Sequence[Hit]) -> str:
    """错误2处，存疑1处；nothing found is said as well."""
    found = Counter(hit.level for hit in hits)
    return "，".join(f"{level.value}{found[level]}处" for level in Level if found[level]) or "没有发现问题"
