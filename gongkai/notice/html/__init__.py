"""The notice as HTML: the official page in a browser, each figure a chip that leads to its facts."""

from gongkai.notice.html.chips import Link, anchor
from gongkai.notice.html.page import render

__all__ = ["Link", "anchor", "render"]
