"""Elements of HTML, every text and attribute escaped."""

from markupsafe import Markup, escape

from gongkai.notice.typesetting import printable

_VOID = frozenset({"br"})


def element(tag: str, *children: str, **attributes: str | int | None) -> Markup:
    """<tag key="value">children</tag>. `class_` and `data_unit` are written class and data-unit; an
    attribute that is None is left out. A child that is no Markup is text."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(text(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Markup(f"<{tag}{given}>")
    return Markup(f"<{tag}{given}>") + joined(*children) + Markup(f"</{tag}>")


def joined(*children: str) -> Markup:
    """Children one after the other, texts escaped."""
    return Markup("").join(child if isinstance(child, Markup) else text(child) for child in children)


def lines(given: str | tuple[str, ...]) -> Markup:
    """Text whose line breaks are kept."""
    parts = given.split("\n") if isinstance(given, str) else given
    return element("br").join(text(part) for part in parts)


def text(given: str) -> str:
    """`given` without what no document can hold; the caller escapes it."""
    return printable(given)
