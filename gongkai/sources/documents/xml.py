"""XML of a document, read without entities, without a network, within the parser's own limits."""

import re
from typing import Any

from lxml import etree

from gongkai.sources.documents.faults import DocumentError, damaged

_DOCTYPE = b"<!DOCTYPE"
_HEAD = 4096
_NO_LETTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parsed(content: bytes) -> Any:
    """The root element. Raises DocumentError for what is no XML, and for XML that declares a document type:
    no office program writes one, and entities are declared there."""
    refuse_declared(content)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    refuse_entities(root)
    return root


def refuse_entities(root: Any) -> None:
    """Raises DocumentError where a parsed part declares a document type, however far from its head."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declared()


def writable(text: str) -> str:
    """The text without codes that no markup may hold; a program shows nothing for them."""
    return _NO_LETTERS.sub("", text)


def refuse_declared(content: bytes) -> None:
    """Raises DocumentError where the head of an XML part declares a document type."""
    head = content[:_HEAD].replace(b"\x00", b"")  # in UTF-16 every other byte is zero
    if _DOCTYPE in head:
        raise _declared()


def written(root: Any) -> bytes:
    """The part of a root element, as office programs write it."""
    content: bytes = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return content


def local(element: Any) -> str:
    """The name of an element without its namespace; "" for a comment. Word, WPS and the strict form of the
    standard differ in namespaces only."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Any, name: str) -> str:
    """An attribute by its name without namespace, "" for none."""
    plain = element.get(name)
    if plain is not None:
        return str(plain)
    ending = "}" + name
    return next((str(found) for key, found in element.attrib.items() if key.endswith(ending)), "")


def alike(element: Any, name: str) -> Any:
    """A new element of that name, in the same namespace as `element`."""
    space = element.tag.rpartition("}")[0]
    return element.makeelement(f"{space}}}{name}" if space else name)


def child(element: Any, name: str) -> Any:
    """The first child of that name, None for none."""
    return None if element is None else next(element.iterchildren("{*}" + name), None)


def _declared() -> DocumentError:
    return DocumentError(
        "含有实体声明（DTD），可能是恶意构造的文件，已拒绝读取", "请用 Word 或 WPS 另存后重试"
    )
