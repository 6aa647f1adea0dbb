"""The corpus as the product reads it."""

from gongkai.proofreading.document import Document
from gongkai.sources.documents.read import read
from tests.golden.proofread import build, corpus


def document(name: str) -> Document:
    """A document of the corpus as it is read from its file."""
    return read(name, (corpus.FOLDER / name).read_bytes())


def as_word(name: str) -> Document:
    """The same text as it is read from a .docx."""
    return read(f"{name}.docx", build.docx(corpus.text(name)))


def as_sheet(name: str) -> Document:
    """The same text as it is read from a .xlsx."""
    return read(f"{name}.xlsx", build.xlsx(corpus.text(name)))
