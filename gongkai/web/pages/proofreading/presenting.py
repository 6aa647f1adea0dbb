"""What was found, for the page: the text with marks, and the findings by group. Personal data is shown masked."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from gongkai.proofreading.document import Document, Part, Piece
from gongkai.proofreading.hits import Group, Hit, Level
from gongkai.proofreading.marking import Segment, segments
from gongkai.web import proof_report
from gongkai.web.pages.proofreading import accepting

MOST_FINDINGS = 500
MOST_CHARACTERS = 200_000
"""Shown on one page; more of it nobody reads, and a browser takes long to draw."""
SEEN = {Part.BODY, Part.CELL}
"""Parts that need not be named: everybody sees them."""


def result(
    document: Document, hits: Sequence[Hit], seal: Callable[[Hit, str], str], *, dismisses: bool
) -> dict[str, Any]:
    """The `verdict`, what was `counted` in words, `groups` with their findings, the `lines` of the text, and what
    of both is left out. `seal` makes of a finding and its masked words what the form carries by which it is
    dismissed; `dismisses`: whether the reader may."""
    rows = [
        _row(place, hit, row)
        for place, (hit, row) in enumerate(zip(hits, proof_report.rows(document, hits), strict=True))
    ]
    pieces = list(_pieces(document, hits))
    return {
        "verdict": proof_report.verdict(hits, dismisses=dismisses),
        "counted": proof_report.counted(hits),
        "clean": not hits,
        "personal": any(hit.group is Group.PERSONAL for hit in hits),
        "mended": sum(row["spot"] != "" and row["hit"].level is Level.ERROR for row in rows),
        "groups": list(_groups(rows, seal)),
        "more": max(len(rows) - MOST_FINDINGS, 0),
        "lines": list(proof_report.lines(document, pieces)),
        "cut": len(pieces) < sum(bool(piece.text) for piece in document.pieces),
    }


def _row(place: int, hit: Hit, row: dict[str, Any]) -> dict[str, Any]:
    told = {
        "number": place + 1,
        "mark": proof_report.MARKS[hit.level],
        "piece": None if proof_report.of_whole(hit) else hit.spans[0].piece,
        "hit": hit,
        "spot": accepting.spot(hit) if accepting.replaceable(hit) else "",
    }
    where, reason = proof_report.brief(row["where"]), "" if proof_report.says_no_more(row) else row["reason"]
    return row | told | {"where": where, "reason": reason}


def _groups(rows: Sequence[dict[str, Any]], seal: Callable[[Hit, str], str]) -> Iterator[dict[str, Any]]:
    shown = rows[:MOST_FINDINGS]
    for group in Group:
        if count := sum(row["group"] == group for row in rows):
            yield {
                "label": group.value,
                "count": count,
                "rows": [
                    {**row, "sealed": seal(row["hit"], row["found"])}
                    for row in shown
                    if row["group"] == group
                ],
            }


def _pieces(document: Document, hits: Sequence[Hit]) -> Iterator[dict[str, Any]]:
    """The pieces that are not empty, up to what a page can hold."""
    left = MOST_CHARACTERS
    marked = segments(document, proof_report.inked(hits))
    layout = _layout(hits)
    for number, (piece, cut) in enumerate(zip(document.pieces, marked, strict=True)):
        left -= len(piece.text)
        if left < 0:
            return
        if piece.text:
            yield {
                "number": number,
                "where": _where(piece),
                "parts": list(_parts(cut, hits)),
                "layout": layout.get(number, ()),
            }


def _layout(hits: Sequence[Hit]) -> dict[int, list[tuple[int, str]]]:
    """The numbers of the findings of the layout at the first piece of each; one of the page stands at none."""
    found: dict[int, list[tuple[int, str]]] = {}
    for place, hit in enumerate(hits[:MOST_FINDINGS]):
        if hit.group is Group.LAYOUT and not proof_report.of_whole(hit):
            found.setdefault(hit.spans[0].piece, []).append((place + 1, hit.level.value))
    return found


def _where(piece: Piece) -> str:
    named = piece.part in SEEN or piece.where.startswith(piece.part)
    return piece.where if named else f"{piece.part.value}·{piece.where}"


def _parts(cut: Sequence[Segment], hits: Sequence[Hit]) -> Iterator[dict[str, Any]]:
    """Each stretch of text with its mark; a finding's number stands where it ends."""
    for place, segment in enumerate(cut):
        after = cut[place + 1].hits if place + 1 < len(cut) else ()
        levels = [hits[one].level for one in segment.hits]
        worst = next((level for level in Level if level in levels), None)
        yield {
            "text": proof_report.marked(segment, hits),
            "mark": proof_report.MARKS[worst] if worst else "",
            "ends": [
                (one + 1, hits[one].level.value)
                for one in segment.hits
                if one not in after and one < MOST_FINDINGS
            ],
        }
