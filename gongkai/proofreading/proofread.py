"""All that is looked for in a document: personal data, wording, figures that do not agree."""

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from gongkai.proofreading.document import Document, Part
from gongkai.proofreading.figures import find as agreement
from gongkai.proofreading.hits import Found, Hit, Span
from gongkai.proofreading.layout.profile import LayoutProfile
from gongkai.proofreading.masking import Profile, mask
from gongkai.proofreading.personal.tables import find_in_document

TOLD_TWICE = frozenset({Part.DELETED, Part.HIDDEN, Part.LINK})
"""Pieces that hold a paragraph again, as it was or with what is hidden: only personal data counts there."""


class Finder(Protocol):
    """What finds in one text: the wording with an office's lexicon."""

    def find(self, text: str) -> Sequence[Found]: ...


@dataclass(frozen=True)
class Rules:
    """What an office looks for. `allowed`: phones and addresses that are public; `dismissed`: the keys of hits that
    were dismissed with a reason; `today`: nobody is born later; `layout` and `unchecked`: what an official document
    is held to, and the keys of the rules it is not."""

    wording: Sequence[Finder] = ()
    allowed: Collection[str] = ()
    dismissed: Container[str] = ()
    today: date | None = None
    layout: LayoutProfile = LayoutProfile()
    unchecked: Collection[str] = ()


def proofread(document: Document, rules: Rules, layout: Iterable[Hit] = ()) -> tuple[Hit, ...]:
    """Every finding in reading order, without what was dismissed; `layout` are those of its layout."""
    personal = _placed(document, find_in_document(document, rules.allowed, today=rules.today))
    worded = [one for finder in rules.wording for one in finder.find(document.text)]
    said = [*_placed(document, worded), *agreement.find(document), *layout]
    hits = [*personal, *(hit for hit in said if document.pieces[hit.spans[0].piece].part not in TOLD_TWICE)]
    return tuple(
        sorted((hit for hit in hits if hit.key not in rules.dismissed), key=lambda hit: hit.spans[0])
    )


def masked_pieces(
    document: Document, profile: Profile, allowed: Collection[str] = (), *, today: date | None = None
) -> dict[int, str]:
    """The pieces in which personal data stands, by place, as they may be published; what is `allowed` stays."""
    found: dict[int, list[Found]] = {}
    for one in find_in_document(document, allowed, today=today):
        piece, start = document.place(one.start)
        end = min(start + one.end - one.start, len(document.pieces[piece].text))
        found.setdefault(piece, []).append(one._replace(start=start, end=end))
    return {piece: mask(document.pieces[piece].text, ones, profile) for piece, ones in found.items()}


def _placed(document: Document, found: Iterable[Found]) -> list[Hit]:
    """Findings of the whole text at their pieces; one that runs over the end of a piece is cut there."""
    hits = []
    for one in found:
        piece, start = document.place(one.start)
        end = min(start + one.end - one.start, len(document.pieces[piece].text))
        written = document.pieces[piece].text[start:end]
        hits.append(
            Hit(
                one.group,
                one.kind,
                one.level,
                (Span(piece, start, end),),
                written,
                one.reason,
                one.suggestion,
                one.source,
            )
        )
    return hits
