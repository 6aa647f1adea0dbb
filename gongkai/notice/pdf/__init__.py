"""The notice as .pdf, typeset by Typst in this process. Only this package and fonts.py know typst."""

from gongkai.notice.pdf.document import render

__all__ = ["render"]
