"""Lists as workbooks: the same columns, all rows that match, guarded against formulas."""

from datetime import date
from decimal import Decimal
from urllib.parse import quote

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse

from gongkai.notice import listing as workbooks
from gongkai.records import vault
from gongkai.records.models import StoredFile
from gongkai.web.citizens import hidden
from gongkai.web.listing import Listing

ROWS_AT_ONCE = 2000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | float | Decimal | date | None


def workbook(listing: Listing, title: str) -> HttpResponse:
    """The whole list as an .xlsx to be saved."""
    return attachment(f"{title}.xlsx", XLSX, workbooks.render([sheet(listing, title)]))


def attachment(name: str, media_type: str, content: bytes) -> HttpResponse:
    """A file to be saved, never shown: its name in the header's own encoding, its type not guessed at."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(_name(name))}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _name(name: str) -> str:
    """A file's name as it may leave the house; no system takes a star in it."""
    return hidden(name).replace("*", "＊")


def sheet(listing: Listing, title: str) -> workbooks.Sheet:
    """The list as a sheet: numbers stay numbers, dates dates."""
    columns = [workbooks.Column(one.label, one.kind) for one in listing.columns]
    found = listing.rows
    if isinstance(found, QuerySet):  # a hundred thousand rows, a few of them in memory at a time
        found = found.iterator(chunk_size=ROWS_AT_ONCE)
    rows = ([_cell(one.shown(row).text) for one in listing.columns] for row in found)
    return workbooks.Sheet(title, columns, rows)


def _cell(value: Value) -> Value:
    """A cell as it may leave the house: a citizen's number is cut."""
    return hidden(value) if isinstance(value, str) else value


def stored(file: StoredFile) -> FileResponse:
    """A file that was handed in, to be saved. The page checks first that the person may see it."""
    response = FileResponse(
        vault.path(file.digest).open("rb"),
        as_attachment=True,
        filename=_name(file.name),
        content_type=file.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
