"""The manual in docs/manual/, a chapter per role, as pages."""

import re
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

from gongkai.web.gate import personal

PICTURES = "pictures"
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_PLACE = re.compile(r"\d+-([a-z-]+)\.md")


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
    text = (settings.MANUAL / here["file"]).read_text(encoding="utf-8")
    page = MarkdownIt("commonmark", {"html": False}).enable("table").render(_linked(text))
    return render(request, "help/chapter.html", {"page": mark_safe(page), "here": here, "chapters": chapters})


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


def _linked(text: str) -> str:
    """The links between files of the manual, as links between pages."""
    text = text.replace(f"]({PICTURES}/", f"](/help/{PICTURES}/")
    return re.sub(r"\]\(\d+-([a-z-]+)\.md", r"](/help/\1/", text)
