"""A document read and proofread whole: an official one by its layout too."""

from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Hit
from gongkai.proofreading.layout.rules import check, is_official
from gongkai.proofreading.proofread import Rules, proofread
from gongkai.sources.documents.docx_layout import layout
from gongkai.sources.documents.kinds import Kind, kind
from gongkai.sources.documents.read import read


def checked(name: str, content: bytes, rules: Rules) -> tuple[Document, tuple[Hit, ...]]:
    """The document in `content` and all that was found in it. Raises DocumentError."""
    document = read(name, content)
    return document, proofread(document, rules, _layout(content, rules))


def _layout(content: bytes, rules: Rules) -> tuple[Hit, ...]:
    """What breaks GB/T 9704 in a .docx that looks like an official document; drafts are not judged by it."""
    if kind(content) is not Kind.DOCX:
        return ()
    facts = layout(content)
    return tuple(check(facts, rules.layout, rules.unchecked)) if is_official(facts) else ()
