"""A PDF written object by object, for what no library writes."""

from collections.abc import Sequence

_FIRST = 6
"""The number of the first object of a test; those before it are the catalog, the pages, one page, its text, a font."""


def number(place: int) -> int:
    """The number of the object at this place of `objects`."""
    return _FIRST + place


def words(text: str) -> bytes:
    """A string as a PDF keeps Chinese."""
    return b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">"


def stream(head: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(content), content)


def written(
    objects: Sequence[bytes] = (), *, catalog: bytes = b"", page: bytes = b"", info: bytes = b""
) -> bytes:
    """One page that reads Notice. `catalog`, `page`, `info`: entries of those dictionaries."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%s>>"
        % page,
        stream(b"", b"BT /F 16 Tf 50 400 Td (Notice) Tj ET"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *objects,
        b"<<%s>>" % info,
    ]
    content, places = b"%PDF-1.7\n", []
    for place, body in enumerate(bodies, start=1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (place, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    last = len(bodies)
    end = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        last + 1,
        last,
        len(content),
    )
    return content + table + end
