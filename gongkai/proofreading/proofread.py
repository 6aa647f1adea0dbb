"""All that is looked for in a document: personal data, wording, figures that do not agree."""

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.proofreading.document import Document, Part
from gongkai.proofreading.figures import find as agreement
from gongkai.proofreading.hits import Found, Group, Hit, Level, Span
from gongkai.proofreading.layout.profile import LayoutProfile
from gongkai.proofreading.masking import Profile, mask
from gongkai.proofreading.personal.tables import find_in_document
from gongkai.proofreading.search import Finder, search

TOLD_TWICE = frozenset({Part.DELETED, Part.HIDDEN, Part.LINK})
"""Pieces that hold a paragraph again, as it was or with what is hidden: only personal data counts there."""

MOST_HITS = 20_000
"""Findings told of one document: nobody corrects more by hand."""


LONGEST = 1_000_000
"""Characters of a document whose figures are held against one another: so many, dense in figures, take ten seconds."""


@dataclass(frozen=True)
class Rules:
    """What an office looks for. `allowed`: phones and addresses that are public; `dismissed`: the keys of hits that
    were dismissed with a reason; `today`: nobody is born later; `layout` and `unchecked`: what an official document
    is held to, and the keys of the rules it is not."""

    wording: Sequence[Finder] = ()
    allowed: Collection[str] = ()
    dismissed: Container[str] = ()
    today: date | None = None
    layout: LayoutProfile | None = None
    unchecked: Collection[str] = ()


def proofread(document: Document, rules: Rules, layout: Iterable[Hit] = ()) -> tuple[Hit, ...]:
    """Every finding in reading order, without what was dismissed; `layout` are those of its layout. Of more than
    MOST_HITS the first are told, and after them an error that there are more."""
    personal, worded, whole = _searched(document, rules)
    personal = find_in_document(document, rules.allowed, today=rules.today, hits=personal)
    said = [*_placed(document, worded), *(_agreement(document) if whole else ()), *layout]
    hits = _placed(document, personal)
    hits += (hit for hit in said if document.pieces[hit.spans[0].piece].part not in TOLD_TWICE)
    if rules.dismissed:
        hits = [hit for hit in hits if hit.key not in rules.dismissed]
    hits.sort(key=lambda hit: hit.spans[0])
    return tuple(hits) if whole and len(hits) <= MOST_HITS else (*hits[:MOST_HITS], _more(hits))


def _searched(document: Document, rules: Rules) -> tuple[list[Found], list[Found], bool]:
    """Personal data and wrong words of the text, and whether all of them; of very many the first of each."""
    personal: list[Found] = []
    worded: list[Found] = []
    for found in search(document.text, rules.wording, rules.allowed, rules.today):
        personal += found.personal
        worded += found.worded
        if len(personal) + len(worded) > MOST_HITS:
            return personal[: MOST_HITS + 1], worded[: MOST_HITS + 1], False
    return personal, worded, True


def _agreement(document: Document) -> list[Hit]:
    """What does not agree in the figures of a document; of a longer one that they were not looked at."""
    if len(document.text) <= LONGEST:
        return agreement.find(document)
    reason = f"全文超过{LONGEST // 10_000}万字，没有核对数据是否一致；请拆分后分别校对"
    return [Hit(Group.FIGURES, "未核对数据", Level.DOUBT, (Span(0, 0, 0),), "", reason)]


def _more(hits: Sequence[Hit]) -> Hit:
    """Where the first finding stands that is not told: an error, because what follows may hold one."""
    spans = hits[:MOST_HITS][-1].spans[:1] if hits else (Span(0, 0, 0),)
    reason = f"问题超过{MOST_HITS}处，此后不再列出；请核对是否选错了文件，或者拆分后分别校对"
    return Hit(Group.WORDING, "问题过多", Level.ERROR, spans, "", reason)


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
