"""The manual in docs/manual/, a chapter per role, as pages. Every heading can be led to by its own words."""

import re
import struct
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from gongkai.web.gate import personal

PICTURES = "pictures"
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_PLACE = re.compile(r"\d+-([a-z-]+)\.md")
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@personal
def index(request: HttpRequest) -> HttpResponse:
    """The chapters, in reading order."""
    return render(request, "help/index.html", {"chapters": _chapters()})


@personal
def chapter(request: HttpRequest, chapter: str) -> HttpResponse:
    """One chapter."""
    chapters = _chapters()
    here = next((one for one in chapters if one["name"] == chapter), None)
    if here is None:
        raise Http404
    tokens = _MARKDOWN.parse(_linked((settings.MANUAL / here["file"]).read_text(encoding="utf-8")))
    sections = _anchored(tokens)
    for token in tokens:
        _sized(token.children or [])
    page = mark_safe(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))
    context = {"page": page, "here": here, "chapters": chapters, "sections": sections}
    return render(request, "help/chapter.html", context)


@personal
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A screenshot of the manual."""
    folder: Path = settings.MANUAL / PICTURES
    if name not in {path.name for path in folder.glob("*.png")}:
        raise Http404
    return FileResponse((folder / name).open("rb"), content_type="image/png")


def _chapters() -> list[dict[str, str]]:
    found = []
    for path in sorted(settings.MANUAL.glob("[0-9]*.md")):
        if (place := _PLACE.fullmatch(path.name)) and (title := _TITLE.search(path.read_text("utf-8"))):
            found.append({"name": place[1], "title": title[1], "file": path.name})
    return found


def _anchored(tokens: list[Token]) -> list[str]:
    """Give each heading its words as its id; the headings of sections, in order."""
    sections = []
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", words.content)
            if opening.tag == "h2":
                sections.append(words.content)
        elif opening.type == "table_open":
            opening.attrSet("class", "table table-sm")
    return sections


def _sized(tokens: list[Token]) -> None:
    """Say how large the pictures are: the page then keeps its place while they come."""
    for token in tokens:
        if token.type == "image":
            path = settings.MANUAL / PICTURES / Path(str(token.attrGet("src"))).name
            if path.is_file():
                with path.open("rb") as file:
                    width, height = struct.unpack(">II", file.read(24)[16:])  # as PNG has it
                token.attrSet("width", str(width))
                token.attrSet("height", str(height))


def _linked(text: str) -> str:
    """The links between files of the manual, as links between pages."""
    text = text.replace(f"]({PICTURES}/", f"](/help/{PICTURES}/")
    return re.sub(r"\]\(\d+-([a-z-]+)\.md", r"](/help/\1/", text)
