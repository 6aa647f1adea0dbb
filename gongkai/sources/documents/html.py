"""A web page → its visible text with titles, descriptions, addresses and what is hidden; tables as grids."""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from gongkai.proofreading.document import Piece, Table
from gongkai.sources.documents.edits import replace
from gongkai.sources.documents.faults import damaged, too_much
from gongkai.sources.documents.html_blocks import Page
from gongkai.sources.documents.limits import LARGEST_MARKUP
from gongkai.sources.documents.places import Traced
from gongkai.sources.documents.text import Decoded, decode
from gongkai.sources.documents.xml import writable

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-]{2,20})""", re.IGNORECASE)
_DECLARED = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"\A(?:\s|<!--.{0,2000}?-->)*(<!DOCTYPE[^>\[]{0,300}>)", re.IGNORECASE | re.DOTALL)
_FORMS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030"}
_HEAD = 4096


class Html:
    """Raises DocumentError for a page that is too large or holds nothing."""

    def __init__(self, content: bytes) -> None:
        if len(content) > LARGEST_MARKUP:
            raise too_much(f"网页超过{LARGEST_MARKUP // 1024 // 1024} MB")
        self._decoded = _decoded(content)
        text = writable(self._decoded.text)
        declared = _DECLARED.match(text)
        self._before = declared.group() if declared else ""
        text = text[len(self._before) :]
        doctype = _DOCTYPE.match(text)
        self._doctype = doctype.group(1) if doctype else ""
        self._root = _parsed(text)
        self._page = Page(self._root)

    @property
    def pieces(self) -> list[Piece]:
        return [one.piece for one in self._page.traced]

    @property
    def tables(self) -> list[Table]:
        return self._page.tables

    def inside(self) -> tuple[bytes, ...]:
        """No files."""
        return ()

    def saved(self, texts: Mapping[int, str]) -> bytes:
        """The page with each named piece reading as given, in the encoding it was in."""
        traced: list[Traced] = self._page.traced
        replace(traced, texts)
        written = etree.tostring(self._root, method="html", encoding="unicode")
        line = "\n" if self._doctype else ""
        text = f"{self._before}{self._doctype}{line}{written}"
        return self._decoded.mark + text.encode(self._decoded.encoding, "xmlcharrefreplace")


def _decoded(content: bytes) -> Decoded:
    """By mark, then UTF-8, then as the page declares, then GB18030; a broken byte is shown as one, for browsers
    show such pages too."""
    declared = _CHARSET.search(content[:_HEAD])
    named = _FORMS.get(declared.group(1).decode("ascii").lower(), "") if declared else ""
    if named and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return Decoded(content.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            return Decoded(content.decode(named, "replace"), named)
    return decode(content)


def _parsed(text: str) -> Any:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if root is None:
        raise damaged()
    return root
