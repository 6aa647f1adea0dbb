"""A walk through all that a person can reach by links, as a browser without script would: what each page said,
which forms it held, and what the database was told meanwhile."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import lxml.html
from django.conf import settings
from django.db import connection
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve

ALIKE = 2
"""How many addresses of one page a walk opens: another item's page is made by the same code."""
ASKED_ALIKE = 1
"""The same of one page with questions in its address: filters, order, the workbook of a list."""
LEADING = ("href", "hx-get", "data-word-url")
"""Attributes that lead to a page, by hand or by script."""
SAME_CODE = {"office", "period", "unit", "number", "file", "event", "session", "place", "year"}
"""Parts of an address that do not choose what is done."""
READS = ("SELECT", "PRAGMA", "SAVEPOINT", "RELEASE", "ROLLBACK", "EXPLAIN", "BEGIN", "COMMIT")


@dataclass(frozen=True)
class Form:
    """A form as a page shows it: where it is sent, and its fields as they are filled in."""

    page: str
    action: str
    post: bool
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The page that takes it, as urls name it."""
        return named(self.action)

    def filled(self, **changes: object) -> dict[str, list[Any]]:
        """What a browser would send."""
        sent: dict[str, list[Any]] = {}
        for name, value in self.fields:
            sent.setdefault(name, []).append(value)
        return sent | {name: [value] for name, value in changes.items()}


@dataclass(frozen=True)
class Visit:
    """What opening an address brought: `content`, how many questions the database was asked, and in `writes`
    the statements that were no reading."""

    address: str
    name: str
    status: int
    headers: Mapping[str, str]
    content: bytes
    questions: int
    writes: tuple[str, ...]
    forms: tuple[Form, ...]
    links: tuple[str, ...]

    @property
    def html(self) -> bool:
        return self.headers.get("Content-Type", "").startswith("text/html")

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")


def named(address: str) -> str:
    """The name of the page at an address, "" for none."""
    try:
        return resolve(urlsplit(address).path).url_name or ""
    except Resolver404:
        return ""


def walk(browser: Client, starts: Iterable[str]) -> Iterator[Visit]:
    """Every page that links lead to from `starts`, each kind of page a few times."""
    waiting, seen = deque(starts), set(starts)
    opened: Counter[Kind] = Counter()
    while waiting:
        address = waiting.popleft()
        kind = _kind(address)
        if opened[kind] >= (ASKED_ALIKE if kind[-1] else ALIKE):
            continue
        opened[kind] += 1
        visit = look(browser, address)
        yield visit
        for link in visit.links:
            if link not in seen:
                seen.add(link)
                waiting.append(link)


Kind = tuple[str, frozenset[tuple[str, str]], str]


def _kind(address: str) -> Kind:
    """The page, what of its address chooses what it does, and what it is asked for."""
    parts = urlsplit(address)
    asked = "export" if "export=" in parts.query else "asked" if parts.query else ""
    try:
        found = resolve(parts.path)
    except Resolver404:
        return parts.path, frozenset(), asked
    chosen = {(name, str(value)) for name, value in found.kwargs.items() if name not in SAME_CODE}
    return found.url_name or "", frozenset(chosen), asked


def look(browser: Client, address: str) -> Visit:
    """Open one address, and note what the database is told."""
    told: list[str] = []
    writes: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        told.append(sql)
        if not sql.lstrip().upper().startswith(READS):
            writes.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        answer = browser.get(address)
        content = body(answer)
    html = answer.headers.get("Content-Type", "").startswith("text/html") and content.strip()
    page = lxml.html.document_fromstring(content.decode()) if html else None
    links = [] if page is None else [*_links(page, address)]
    if answer.status_code in (301, 302):
        links.append(urljoin(address, answer["Location"]))
    return Visit(
        address=address,
        name=named(address),
        status=answer.status_code,
        headers=dict(answer.headers),
        content=content,
        questions=sum(sql.startswith("SELECT") for sql in told),
        writes=tuple(writes),
        forms=() if page is None else tuple(_forms(page, address)),
        links=tuple(dict.fromkeys(link for link in links if _is_page(link))),
    )


def _is_page(link: str) -> bool:
    return link.startswith("/") and not link.startswith(f"/{settings.STATIC_URL.strip('/')}/")


def body(answer: HttpResponseBase) -> bytes:
    """What an answer holds; the client itself closes a file that was read to its end."""
    content: bytes = answer.getvalue()  # type: ignore[attr-defined]
    return content


def _links(page: Any, address: str) -> Iterator[str]:
    for element in page.xpath(f"//*[not(self::form)][{' or '.join(f'@{name}' for name in LEADING)}]"):
        links = (element.get(name) for name in LEADING)
        yield from (urljoin(address, link).partition("#")[0] for link in links if link)
    for form in _forms(page, address):
        if not form.post:
            yield f"{urlsplit(form.action).path}?{urlencode([*_asked(form.action), *form.fields])}"


def _asked(address: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(address).query, keep_blank_values=True)


def _forms(page: Any, address: str) -> Iterator[Form]:
    for form in page.forms:
        outside = page.xpath("//*[@form=$id]", id=form.get("id")) if form.get("id") else []
        controls = [*form.xpath(".//input|.//select|.//textarea|.//button"), *outside]
        fields = [pair for each in controls for pair in _given(each)]
        files = [each.get("name") for each in controls if each.get("type") == "file"]
        post = (form.get("method") or "get").lower() == "post"
        yield Form(address, urljoin(address, form.get("action") or ""), post, tuple(fields), tuple(files))


def _given(control: Any) -> Iterator[tuple[str, str]]:
    """What a control sends; of choices the first, of buttons what each would say."""
    name, kind = control.get("name"), control.get("type") or ""
    if not name or kind == "file":
        return
    if control.tag == "select":
        options = control.xpath(".//option")
        chosen = [one for one in options if one.get("selected") is not None] or options[-1:]
        yield from ((name, one.get("value") or one.text or "") for one in chosen)
    elif control.tag == "textarea":
        yield name, control.text or ""
    else:
        yield name, control.get("value") or ""
