"""Lists: every one filters, searches, sorts, pages and exports in the same way, with and without script.

A list is described by its columns and filters; its rows are a QuerySet of dictionaries (`.values(…)`) or a
sequence of dictionaries. What the address asks for that the list does not have is ignored.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any, Literal, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest

Row = Mapping[str, Any]
PAGE_SIZE = 50
LONGEST_SEARCH = 100


class Cell(NamedTuple):
    """What a cell shows: text, where it leads, and a mark (late, short, ok…) that is a word in `text` too.
    With `dialog` the link opens over the list (`parts/dialog.html`); without script it is a link."""

    text: str | int | float | Decimal | date | None
    href: str = ""
    mark: str = ""
    title: str = ""
    dialog: bool = False


@dataclass(frozen=True)
class Column:
    """A column: `key` of the row and in the address, its label, text | number | date, and how a row's cell
    is made where it is more than the value."""

    key: str
    label: str
    kind: Literal["text", "number", "date"] = "text"
    cell: Callable[[Row], Cell] | None = None
    sortable: bool = True

    def shown(self, row: Row) -> Cell:
        """The cell of a row; "" for None."""
        if self.cell:
            return self.cell(row)
        value = row[self.key]
        return Cell("" if value is None else value)


@dataclass(frozen=True)
class Filter:
    """A choice that narrows the list to rows whose `key` equals the chosen value."""

    key: str
    label: str
    choices: Sequence[tuple[str, str]]


@dataclass
class Listing:
    """A list as the address asks for it: `page` holds its rows, `rows` all that match the filters."""

    columns: Sequence[Column]
    filters: Sequence[Filter]
    chosen: Mapping[str, str]
    query: str
    sort: str
    rows: Any
    page: Page[Any]
    address: str
    searchable: bool = True
    totals: Mapping[str, object] = field(default_factory=dict)
    kept: Sequence[tuple[str, str]] = ()

    @property
    def count(self) -> int:
        """How many rows match."""
        return self.page.paginator.count

    def heads(self) -> list[dict[str, Any]]:
        """The header cells: the link that sorts by each, and how it is sorted now."""
        return [
            {
                "label": one.label,
                "kind": one.kind,
                "sortable": one.sortable,
                "sorted": {one.key: "ascending", f"-{one.key}": "descending"}.get(self.sort, ""),
                "href": self.link(sort=f"-{one.key}" if self.sort == one.key else one.key, page=""),
            }
            for one in self.columns
        ]

    def body(self) -> list[list[tuple[str, Cell]]]:
        """(kind, cell) of each cell of the page."""
        return [[(one.kind, one.shown(row)) for one in self.columns] for row in self.page.object_list]

    def foot(self) -> list[tuple[str, object]]:
        """(kind, total) under each column, the totals of all that match."""
        return [(one.kind, self.totals.get(one.key, "")) for one in self.columns] if self.totals else []

    def link(self, **changes: object) -> str:
        """The address of this list with some of its questions changed."""
        asked = {"q": self.query, "sort": self.sort, "page": self.page.number, **self.chosen}
        asked |= changes
        given = [(key, str(value)) for key, value in asked.items() if value not in ("", None)]
        return f"?{urlencode([*self.kept, *(pair for pair in given if pair != ('page', '1'))])}"

    def pages(self) -> list[dict[str, Any]]:
        """The pages to offer; a number of None stands for the ones left out."""
        numbers = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)
        return [
            {"number": number, "href": self.link(page=number), "here": number == self.page.number}
            if isinstance(number, int)
            else {"number": None}
            for number in numbers
        ]

    @property
    def export(self) -> str:
        """The address of the same list as a workbook."""
        return self.link(export="xlsx", page="")


def wants_export(request: HttpRequest) -> bool:
    """Whether the list is asked for as a workbook."""
    return request.GET.get("export") == "xlsx"


def listing(
    request: HttpRequest,
    rows: Any,
    columns: Sequence[Column],
    *,
    filters: Sequence[Filter] = (),
    search: Sequence[str] = (),
    sort: str = "",
    size: int = PAGE_SIZE,
    totals: Callable[[Any], Mapping[str, object]] | None = None,
    keeps: Sequence[str] = (),
) -> Listing:
    """The list as the address asks: `q` searches the keys in `search`, `sort` names a column (-key downwards),
    `page` counts from 1, any other name is a filter's. `totals` is given all rows that match. `keeps` names what
    else of the address says what the page is about: every link of the list says it again."""
    asked = request.GET
    chosen = {
        one.key: asked[one.key]
        for one in filters
        if asked.get(one.key) in {value for value, _ in one.choices} and asked[one.key] != ""
    }
    query = asked.get("q", "").strip()[:LONGEST_SEARCH]
    sortable = {f"{sign}{one.key}" for one in columns if one.sortable for sign in ("", "-")}
    order = asked.get("sort", "") if asked.get("sort", "") in sortable else sort
    matching = _narrowed(rows, chosen, query, search)
    ordered = _sorted(matching, order)
    page = Paginator(ordered, size).get_page(asked.get("page"))
    return Listing(
        columns=columns,
        filters=filters,
        chosen=chosen,
        query=query,
        sort=order,
        rows=ordered,
        page=page,
        address=request.path,
        searchable=bool(search),
        totals=totals(matching) if totals else {},
        kept=[(key, value) for key in keeps for value in asked.getlist(key)],
    )


def _narrowed(rows: Any, chosen: Mapping[str, str], query: str, search: Sequence[str]) -> Any:
    if isinstance(rows, QuerySet):
        rows = rows.filter(**chosen)
        if query and search:
            rows = rows.filter(reduce(or_, (Q(**{f"{key}__icontains": query}) for key in search)))
        return rows
    kept = [row for row in rows if all(str(row[key]) == value for key, value in chosen.items())]
    if query and search:
        kept = [row for row in kept if any(query.lower() in str(row[key]).lower() for key in search)]
    return kept


def _sorted(rows: Any, order: str) -> Any:
    if isinstance(rows, QuerySet):
        return rows.order_by(order, "pk") if order else rows
    if not order:
        return rows
    key = order.removeprefix("-")
    present = [row for row in rows if row[key] is not None]
    absent = [row for row in rows if row[key] is None]
    return sorted(present, key=lambda row: row[key], reverse=order.startswith("-")) + absent
