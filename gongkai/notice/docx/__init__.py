"""The notice as .docx for Word, WPS and LibreOffice. Only this package knows python-docx."""

from gongkai.notice.docx.document import render

__all__ = ["render"]
