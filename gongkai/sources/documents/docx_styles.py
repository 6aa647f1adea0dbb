"""How a paragraph and its letters look in a .docx, once styles, defaults and themes are followed to their ends."""

from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.sources.documents.opened import Parts
from gongkai.sources.documents.xml import child, local, value

Look = dict[str, str]
"""Properties by short names: `font`, `latin`, `size` (half points), `bold`, `color`, `align`, `outline`, `page`
(begins a page), `snap`, `ind.*` and `spacing.*` with the attributes of those elements."""

_DEEPEST = 20
_FONTS = (("font", "eastAsia", "eastAsiaTheme"), ("latin", "ascii", "asciiTheme"))
_SWITCHES = {"b": "bold", "pageBreakBefore": "page", "snapToGrid": "snap"}
_VALUES = {"sz": "size", "color": "color", "jc": "align", "outlineLvl": "outline"}
_OFF = frozenset({"0", "false", "off"})


class Styles:
    """The styles of a package; empty where it has none."""

    def __init__(self, parts: Parts) -> None:
        self._themes = _themes(parts)
        self._known: dict[str, Any] = {}
        self._default = ""
        self._base: Look = {}
        self._looks: dict[str, Look] = {}
        for name in parts.package.parts("wordprocessingml.styles+xml"):
            self._take(parts.tree(name))

    def paragraph(self, key: str) -> Look:
        """The look of a paragraph style, the default one for "" and for one that is not there."""
        return self.style(key if key in self._known else self._default)

    def style(self, key: str) -> Look:
        """The look of a style over the document's defaults."""
        if key not in self._looks:
            look = dict(self._base)
            for style in reversed(list(self._chain(key))):
                look.update(self._own(style))
            self._looks[key] = look
        return self._looks[key]

    def letters(self, key: str) -> Look:
        """What a character style says itself, without the defaults."""
        look: Look = {}
        for style in reversed(list(self._chain(key))):
            look.update(self._own(style))
        return look

    def of_run(self, properties: Any) -> Look:
        """What `rPr` says."""
        return dict(_letters(properties, self._themes)) if properties is not None else {}

    def of_paragraph(self, properties: Any) -> Look:
        """What `pPr` says of the paragraph itself."""
        return dict(_paragraph(properties)) if properties is not None else {}

    def _take(self, root: Any) -> None:
        defaults = child(root, "docDefaults")
        self._base = self.of_paragraph(child(child(defaults, "pPrDefault"), "pPr"))
        self._base.update(self.of_run(child(child(defaults, "rPrDefault"), "rPr")))
        for style in root.iter("{*}style"):
            self._known[value(style, "styleId")] = style
            if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}:
                self._default = value(style, "styleId")

    def _own(self, style: Any) -> Look:
        return self.of_paragraph(child(style, "pPr")) | self.of_run(child(style, "rPr"))

    def _chain(self, key: str) -> Iterator[Any]:
        """The style and what it is based on; a circle ends somewhere."""
        for _ in range(_DEEPEST):
            style = self._known.get(key)
            if style is None:
                return
            yield style
            base = child(style, "basedOn")
            key = "" if base is None else value(base, "val")


def _letters(properties: Any, themes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for one in properties:
        name = local(one)
        if name == "rFonts":
            for key, plain, theme in _FONTS:
                font = themes.get(value(one, theme)) or value(one, plain)
                if font:
                    yield key, font
        else:
            yield from _simple(one, name)


def _paragraph(properties: Any) -> Iterator[tuple[str, str]]:
    for one in properties:
        name = local(one)
        if name in {"ind", "spacing"}:
            yield from ((f"{name}.{key.rpartition('}')[2]}", text) for key, text in one.attrib.items())
        else:
            yield from _simple(one, name)


def _simple(one: Any, name: str) -> Iterator[tuple[str, str]]:
    if name in _SWITCHES:
        yield _SWITCHES[name], "0" if value(one, "val") in _OFF else "1"
    elif name in _VALUES:
        yield _VALUES[name], value(one, "val")


def _themes(parts: Parts) -> dict[str, str]:
    """minorEastAsia → 宋体: what the theme's names for fonts mean."""
    found: dict[str, str] = {}
    for name in parts.package.parts("theme+xml")[:1]:
        for kind in ("major", "minor"):
            fonts = next(parts.tree(name).iter("{*}" + kind + "Font"), None)
            if fonts is None:
                continue
            chinese = next((one for one in fonts if one.get("script") == "Hans"), None)
            east = child(fonts, "ea").get("typeface", "") if child(fonts, "ea") is not None else ""
            found[f"{kind}EastAsia"] = east or ("" if chinese is None else chinese.get("typeface", ""))
            latin = child(fonts, "latin")
            if latin is not None:
                found[f"{kind}HAnsi"] = found[f"{kind}Ascii"] = latin.get("typeface", "")
    return found
