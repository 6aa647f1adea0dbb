"""A document read and proofread whole: an official one by its layout too."""

from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Hit
from gongkai.proofreading.layout.rules import check, is_official
from gongkai.proofreading.proofread import Rules, proofread
from gongkai.sources.documents.docx_layout import layout
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.kinds import Kind, kind
from gongkai.sources.documents.read import read


def checked(
    name: str, content: bytes, rules: Rules, longest: int | None = None
) -> tuple[Document, tuple[Hit, ...]]:
    """The document in `content` and all that was found in it. Raises DocumentError, also where it holds more than
    `longest` characters."""
    document = read(name, content)
    check_length(document, longest)
    return document, proofread(document, rules, _layout(content, rules))


def check_length(document: Document, longest: int | None) -> None:
    """Raises DocumentError for a document of more than `longest` characters, told in tens of thousands: its length
    is rounded up, so that it never reads as the most that is allowed."""
    length = len(document.text)
    if longest is not None and length > longest:
        found = f"全文约{-(-length // 10_000)}万字，一次最多{longest // 10_000}万字"
        raise DocumentError(found, "请拆分后分别提交", document.name)


def _layout(content: bytes, rules: Rules) -> tuple[Hit, ...]:
    """What breaks GB/T 9704 in a .docx that looks like an official document; drafts are not judged by it."""
    if kind(content) is not Kind.DOCX:
        return ()
    facts = layout(content)
    return tuple(check(facts, rules.layout, rules.unchecked)) if is_official(facts) else ()
