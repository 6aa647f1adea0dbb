"""What templates print: icons, dates and the words for codes. Loaded into every template."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from html import escape

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from gongkai.measures.facts import KIND_LABELS
from gongkai.terms import Period, TermError
from gongkai.web import once, presenters
from gongkai.web.charts import ChartTable, Spec
from gongkai.web.listing import Cell, Filter, Listing

register = template.Library()
LONGEST_LINE = 14
"""Letters that a cell keeps on one line on a phone."""
CLASSES = {"text": "", "number": "num", "date": "date"}
_IN_SCRIPT = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """An icon of the sprite; it says nothing to a screen reader."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("icons.svg"),
        name,
    )


@register.simple_tag(name="once")
def once_field() -> SafeString:
    """The hidden field that lets a form be carried out once."""
    return format_html('<input type="hidden" name="{}" value="{}">', once.FIELD, once.token())


@register.filter
def day(value: date | datetime | None) -> str:
    """2022-06-30, "—" for none."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return value.isoformat() if value else "—"


@register.filter
def moment(value: datetime | None) -> str:
    """2022-06-30 09:15, in the office's time."""
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M}" if value else "—"


@register.filter
def person_name(by: str) -> str:
    """经办某（weibin-jingban） → 经办某."""
    return presenters.person_name(by)


@register.filter
def period_label(code: str) -> str:
    """2021Q4 → 2021年四季度."""
    try:
        return Period.parse(code).label
    except TermError:
        return code


@register.filter
def kind_label(kind: str) -> str:
    """submissions → 信息报送."""
    return KIND_LABELS.get(kind, kind)


@register.filter
def get(mapping: Mapping[str, object], key: str) -> object:
    """The value at a key that is itself a variable; "" for none."""
    return mapping.get(key, "")


@register.filter
def rows(listing: Listing) -> SafeString:
    """The body of a list: written here because a template takes ten times as long for it."""
    return mark_safe("".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in listing.body()))


@register.filter
def labelled_rows(listing: Listing) -> SafeString:
    """The same where on a phone each row becomes a card: each cell says its heading."""
    labels = [f' data-label="{escape(column.label)}"' for column in listing.columns]
    return mark_safe("".join(f"<tr>{''.join(map(_cell, row, labels))}</tr>" for row in listing.body()))


@register.filter
def options(narrowing: Filter, chosen: Mapping[str, str]) -> SafeString:
    """The choices of a filter, two hundred units among them: written here for the same reason."""
    now = chosen.get(narrowing.key)
    return mark_safe(
        "".join(
            f'<option value="{escape(value)}"{" selected" if value == now else ""}>{escape(label)}</option>'
            for value, label in narrowing.choices
            if value
        )
    )


@register.filter
def cell_class(kind: str) -> str:
    """The class of a column's cells."""
    return CLASSES[kind]


def _cell(shown: tuple[str, Cell], label: str = "") -> str:
    kind, cell = shown
    text = escape(str(_text(cell.text)))
    if cell.href:
        text = f"<a {_opening(cell)}>{text}</a>"
    if cell.mark:
        text = f'<span class="mark mark-{escape(cell.mark)}">{text}</span>'
    title = f' title="{escape(cell.title)}"' if cell.title else ""
    look = "long" if kind == "text" and len(str(cell.text)) > LONGEST_LINE else CLASSES[kind]
    return f'<td class="{look}"{title}{label}>{text}</td>'


def _opening(cell: Cell) -> str:
    """Where a cell's link leads: to a page, or to a part of it shown over this one."""
    href = f'href="{escape(cell.href)}"'
    return f"{href} {in_dialog(cell.href)}" if cell.dialog else href


@register.filter
def in_dialog(href: str) -> SafeString:
    """The attributes of a link whose page opens over this one (`parts/dialog.html`)."""
    return format_html(
        'hx-get="{}" hx-target="#dialog-body" hx-select="#dialog-part" hx-swap="innerHTML"'
        ' data-bs-toggle="modal" data-bs-target="#dialog"',
        href,
    )


def _text(value: object) -> object:
    if isinstance(value, datetime):
        return moment(value)
    return day(value) if isinstance(value, date) else value


@register.filter
def in_script(spec: Spec) -> SafeString:
    """Plain values as JSON that no text in them can end: for a script to read, never to run."""
    text = json.dumps(spec, ensure_ascii=False, default=float).translate(_IN_SCRIPT)
    return mark_safe(f'<script type="application/json">{text}</script>')


@register.filter
def chart_rows(table: ChartTable) -> SafeString:
    """The body of a chart's table; — where there is no number."""
    styles = [' class="num"' if column.number else "" for column in table.columns]
    rows = (
        "".join(
            f"<td{style}>{'—' if value is None else escape(str(value))}</td>"
            for style, value in zip(styles, row, strict=True)
        )
        for row in table.rows
    )
    return mark_safe("".join(f"<tr>{row}</tr>" for row in rows))


@register.simple_tag
def submit(
    label: str, why: object = "", style: str = "btn-primary", name: str = "", value: str = ""
) -> SafeString:
    """A button that sends its form; grey, with the reason beside it, where there is one. `why` is a sentence
    or a Permission."""
    reason = str(getattr(why, "why", why) or "")
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    if not reason:
        return format_html('<button type="submit" class="btn {}"{}>{}</button>', style, named, label)
    return format_html(
        '<span class="refused"><button type="submit" class="btn {}" disabled>{}</button>'
        '<span class="refused-why">{}</span></span>',
        style,
        label,
        reason,
    )
