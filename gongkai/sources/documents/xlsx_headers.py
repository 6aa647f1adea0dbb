"""Headers and footers of a worksheet: what is printed, without the codes of its look."""

import re

from gongkai.sources.documents.places import Fragment, Slot

_CODE = re.compile(r"&(?:\"[^\"]{0,100}\"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,3}|[A-Za-z&])")
_SECTIONS = frozenset("LCR")


def shown_parts(slot: Slot) -> tuple[Fragment, ...]:
    """The letters of a header: its sections a line each, `&&` as &, fields and codes of fonts left out."""
    text = slot.read()
    found: list[Fragment] = []
    at = 0
    for code in _CODE.finditer(text):
        if code.start() > at:
            found.append(Fragment(slot, at, code.start(), text[at : code.start()]))
        at = code.end()
        stands = "&" if code.group() == "&&" else "\n" if code.group()[1] in _SECTIONS and found else ""
        if stands:
            found.append(Fragment(slot, code.start(), code.end(), stands))
    if at < len(text):
        found.append(Fragment(slot, at, len(text), text[at:]))
    return tuple(found)
