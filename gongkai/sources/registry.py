"""Every kind of facts, and which of their forms a sheet is kept in."""

from typing import NamedTuple

from gongkai.sources import adjustments, adoptions, columns, headers, messages, orders, posts, submissions
from gongkai.sources.cells import plain
from gongkai.sources.desk import Desk
from gongkai.sources.forms import Form
from gongkai.sources.headers import EXAMPLES, Header, Layout
from gongkai.sources.workbook import Sheet

KINDS: dict[str, tuple[Form, ...]] = {
    "submissions": submissions.FORMS,
    "adoptions": adoptions.FORMS,
    "columns": columns.FORMS,
    "messages": messages.FORMS,
    "orders": orders.FORMS,
    "posts": posts.FORMS,
    "adjustments": adjustments.FORMS,
}
"""Kind → its forms. A line here adds a kind."""
SHOWN_LABELS = 6


class UnknownKind(ValueError):
    """A kind that is not registered; the message lists those that are."""


class Recognised(NamedTuple):
    """The layout of a sheet; or None with the reason why none is certain, and the likeliest header."""

    layout: Layout | None
    reason: str = ""
    suggestion: str = ""
    ambiguous: bool = False
    header: Header | None = None


def forms(kind: str | None) -> list[Form]:
    """The forms of a kind, or all. Raises UnknownKind."""
    if kind is not None and kind not in KINDS:
        raise UnknownKind(f"没有“{kind}”这种资料，可选：{'、'.join(KINDS)}")
    return [form for name, each in KINDS.items() if kind in (None, name) for form in each]


def form(kind: str, title: str = "") -> Form:
    """The form of a kind with that title; without one, its list of events. Raises UnknownKind."""
    for each in forms(kind):
        if each.title == title or (not title and each.events):
            return each
    titles = "、".join(dict.fromkeys(each.title for each in forms(kind)))
    raise UnknownKind(f"这种资料没有“{title}”这种表格，可选：{titles}")


def recognise(sheet: Sheet, desk: Desk, kind: str | None = None, name: str = "") -> Recognised:
    """The form and layout that fit the headers of `sheet` best.

    Headers decide; between kinds that fit equally well, the words of the title, the sheet's name and
    `name` (of the file) do. Where they do not either, nothing is chosen.
    """
    candidates = headers.candidates(sheet)
    named = plain(sheet.name) + plain(name)
    layouts = [headers.fit(form, header, desk) for form in forms(kind) for header in candidates]
    fitting = _best_of_each_form(layouts)
    clear = [layout for layout in fitting if kind or not layout.form.vague or any(_merit(layout, named)[1:])]
    if not clear:
        return _unclear(fitting[0]) if fitting else _none(candidates, layouts)
    best = max(_merit(layout, named) for layout in clear)
    chosen = [layout for layout in clear if _merit(layout, named) == best]
    rivals = {layout.form.kind: layout.form.title for layout in chosen}
    if len(rivals) == 1:
        return Recognised(chosen[0])
    titles = "、".join(f"“{title}”" for title in rivals.values())
    advice = "请指明资料种类，或在标题中写明"
    return Recognised(None, f"表头同时符合{titles}", advice, ambiguous=True, header=chosen[0].header)


def _best_of_each_form(layouts: list[Layout]) -> list[Layout]:
    """For each form its most telling header: then the one of fewest rows, then the first, for a header may
    be repeated further down."""
    best: dict[int, Layout] = {}
    for layout in layouts:
        if not layout.missing:
            first = best.setdefault(id(layout.form), layout)
            best[id(layout.form)] = max(first, layout, key=_tell)
    return list(best.values())


def _tell(layout: Layout) -> tuple[int, int, int]:
    header = layout.header
    return layout.score, header.top - header.bottom, -header.top


def _merit(layout: Layout, named: str) -> tuple[int, int, int]:
    """Columns understood; then the form's words in the table's title; then in the names of sheet and file."""
    form, title = layout.form, layout.header.title
    return layout.score, _spoken(form, title), _spoken(form, named)


def _spoken(form: Form, text: str) -> int:
    """How many of the form's words are in the text."""
    return sum(word in text for word in form.words)


def _unclear(layout: Layout) -> Recognised:
    form, advice = layout.form, f"请指明资料种类，或在标题中写明“{layout.form.words[0]}”"
    return Recognised(None, f"表头像是“{form.title}”，但不能确定", advice, header=layout.header)


def _none(candidates: list[Header], layouts: list[Layout]) -> Recognised:
    """Why nothing fits: the headers found, and the nearest form with what it lacks."""
    if not candidates:
        return Recognised(None, "没有找到表头", "请确认表格有一行列名，例如“单位、应报、实报”")
    nearest = max(layouts, key=lambda layout: (layout.score, -len(layout.missing)))
    shown = nearest.header if nearest.score else max(candidates, key=lambda header: len(header.paths))
    reason = f"不认识这张表，表头为：{_some([path[-1] for path in shown.paths if path])}"
    if not nearest.score:
        return Recognised(None, reason, f"请对照{EXAMPLES}修改表头", header=_most_labelled(candidates))
    lacking = "、".join(f"“{label}”" for label in nearest.missing)
    return Recognised(
        None,
        reason,
        f"最接近“{nearest.form.title}”，缺少{lacking}列；请补上该列，或对照{EXAMPLES}修改列名",
        header=nearest.header,
    )


def _most_labelled(candidates: list[Header]) -> Header:
    """The single row with the most words in it, the first of such."""
    rows = [header for header in candidates if header.top == header.bottom]
    return max(rows, key=lambda header: sum(map(bool, header.paths)))


def _some(labels: list[str]) -> str:
    """The first labels of a header, and how many there are."""
    more = f"等{len(labels)}列" if len(labels) > SHOWN_LABELS else ""
    return "、".join(labels[:SHOWN_LABELS]) + more
