"""What must not stand in a public notice: citizens' data, words that are wrong, figures that contradict each other.

An error is red, a doubt amber; a hint is not shown here, nor what the office dismissed with a reason; but a
dismissal made elsewhere never silences an error in personal data: it takes a waiver for this very notice, or
the number is registered as public. Codes: `personal:<kind>`, `wording:<kind>`, `figures:<kind>`.
"""

import re
from collections.abc import Iterable, Iterator

from gongkai.notice.crosscheck.pieces import CONTACT, document, typed
from gongkai.notice.crosscheck.review import Review, amber, red
from gongkai.notice.plan import Issue
from gongkai.proofreading.document import Document, Piece
from gongkai.proofreading.figures import find as agreement
from gongkai.proofreading.hits import Found, Group, Level, key
from gongkai.proofreading.masking import masked
from gongkai.proofreading.personal.kinds import Kind
from gongkai.proofreading.personal.public import contacts
from gongkai.proofreading.personal.tables import find_in_document
from gongkai.proofreading.search import search

OF_A_CONTACT = {Kind.NAME, Kind.LANDLINE, Kind.MOBILE, Kind.MAIL, Kind.ADDRESS}
"""What the contact line of a notice is there to say."""
AROUND = 8
"""Characters shown on either side of a wrong word."""


def nobody_is_exposed(review: Review) -> Iterator[Issue]:
    """Citizens' data anywhere in the notice, shown masked; the office's own contact is public."""
    notice = document(review)
    allowed = [*review.rules.allowed, *contacts(review.plan.contact)]
    found = find_in_document(notice, allowed, today=review.plan.issued_on)
    for piece, hit in _outside_names(review, notice, found):
        kind = Kind(hit.kind)
        if piece.where == CONTACT and kind in OF_A_CONTACT:
            continue
        shown = masked(kind, notice.text[hit.start : hit.end])
        said = amber if hit.level is Level.DOUBT else red
        yield said(
            f"personal:{hit.kind}",
            f"{piece.where}有个人信息（{hit.kind}）“{shown}”，通报公开前请删去或隐去",
            f"{piece.where}：{shown}",
            hit.reason,
        )


def words_are_right(review: Review) -> Iterator[Issue]:
    """Wrong or doubtful words in the notice; the names in the registers are as they are."""
    if not review.rules.wording:
        return
    notice = document(review)
    found = [hit for portion in search(notice.text, review.rules.wording) for hit in portion.worded]
    for piece, hit in _outside_names(review, notice, found):
        start, end = max(0, hit.start - AROUND), hit.end + AROUND
        around = notice.text[start : hit.start].rpartition("\n")[2]
        around += notice.text[hit.start : end].partition("\n")[0]
        advice = f"，建议改为“{hit.suggestion}”" if hit.suggestion else ""
        said = amber if hit.level is Level.DOUBT else red
        yield said(
            f"wording:{hit.kind}",
            f"{piece.where}的“{notice.text[hit.start : hit.end]}”：{hit.reason}{advice}",
            f"{piece.where}：…{around}…",
            hit.suggestion,
        )


def figures_agree(review: Review) -> Iterator[Issue]:
    """Figures that people typed into the wording and that contradict others of the notice. Those that come from
    the assessment are held against it by the other checks."""
    notice, by_hand = document(review), typed(review)
    for hit in agreement.find(notice):
        touched = any(by_hand.get(span.piece, set()) & {*range(span.start, span.end)} for span in hit.spans)
        if hit.level is Level.HINT or not touched or hit.key in review.rules.dismissed:
            continue
        said = amber if hit.level is Level.DOUBT else red
        here, *others = (
            f"{notice.pieces[span.piece].where}：{notice.pieces[span.piece].text[span.start : span.end]}"
            for span in hit.spans
        )
        yield said(f"figures:{hit.kind}", f"数字前后不一致：{hit.reason}", here, "；".join(others))


def _outside_names(review: Review, notice: Document, found: Iterable[Found]) -> Iterator[tuple[Piece, Found]]:
    """What was found and is neither a hint nor dismissed, with its piece; nothing inside a name of a register."""
    names = _names(review)
    for hit in found:
        number, start = notice.place(hit.start)
        piece, end = notice.pieces[number], start + hit.end - hit.start
        inside = any(name.start() <= start and end <= name.end() for name in names.finditer(piece.text))
        if hit.level is not Level.HINT and not inside and not _dismissed(review, notice, hit):
            yield piece, hit


def _dismissed(review: Review, notice: Document, hit: Found) -> bool:
    if hit.group is Group.PERSONAL and hit.level is Level.ERROR:
        return False
    return key(hit.group, hit.kind, notice.text[hit.start : hit.end], hit.reason) in review.rules.dismissed


def _names(review: Review) -> re.Pattern[str]:
    """The names of units, accounts, columns and outlets, the longest first."""
    office = review.office
    names = {name for unit in office.units for name in (unit.name, unit.full_name, *unit.aliases)}
    names |= {one.name for register in (office.accounts, office.columns, office.outlets) for one in register}
    names.discard("")
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)")
