"""The runs of a .docx paragraph: its characters, which of them are shown, hidden, inserted, deleted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from gongkai.sources.documents.places import Fragment, MarkSlot, TextSlot, whole
from gongkai.sources.documents.xml import child, local, value

_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWN = frozenset({"drawing", "pict", "object"})
_SKIPPED = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "sectPr", "tblPr", "trPr", "tcPr", "instrText", "rt"}
)
WORDS = ("descr", "title", "alt", "string")
"""Attributes of a drawing that say something: what it shows, and the letters of WordArt."""
_OFF = frozenset({"0", "false", "off", "none"})

_HEX = re.compile("[0-9A-Fa-f]{2}")
_OF_NUMBERS = frozenset("0123456789Xx")


class Letters(NamedTuple):
    fragment: Fragment
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False


@dataclass
class Runs:
    """What one paragraph holds: letters in order, boxes that hang on it (and, under the same place in `mirrors`,
    their copies for old programs), pictures with words of their own, field instructions,
    and `spare` letters that only old programs show."""

    letters: list[Letters] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    mirrors: list[Any] = field(default_factory=list)
    described: list[Any] = field(default_factory=list)
    instructions: list[Fragment] = field(default_factory=list)
    spare: list[Fragment] = field(default_factory=list)

    def shown(self) -> tuple[Fragment, ...]:
        """The paragraph with every change accepted: what is read of it on paper."""
        return tuple(one.fragment for one in self.letters if not one.hidden and not one.deleted)

    def before(self) -> tuple[Fragment, ...]:
        """The paragraph before its changes, () where nothing was deleted. Whole, so that a number masked by a
        tracked change is seen as the number it was."""
        if not any(one.deleted for one in self.letters):
            return ()
        return tuple(one.fragment for one in self.letters if not one.inserted)

    def with_hidden(self) -> tuple[Fragment, ...]:
        """The paragraph with its hidden letters, () where there are none."""
        if not any(one.hidden for one in self.letters):
            return ()
        return tuple(one.fragment for one in self.letters if not one.deleted)


class _State(NamedTuple):
    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    mirror: bool = False


def read(paragraph: Any, hiding: frozenset[str] = frozenset()) -> Runs:
    """The runs of a `w:p`. `hiding` are the styles (their ids) whose text is hidden."""
    runs = Runs()
    properties = child(paragraph, "pPr")
    style = child(properties, "pStyle")
    hidden = style is not None and value(style, "val") in hiding
    _walk(paragraph, _State(hidden=hidden), runs, hiding)
    return runs


def is_on(flag: Any) -> bool:
    """Whether a switch of WordprocessingML is there and not turned off."""
    return flag is not None and value(flag, "val") not in _OFF


def _walk(element: Any, state: _State, runs: Runs, hiding: frozenset[str]) -> None:
    for inner in element:
        name = local(inner)
        if name in _SKIPPED or not name:
            if name == "instrText":
                runs.instructions.append(whole(TextSlot(inner)))
        elif name == "r":
            _walk(inner, state._replace(hidden=state.hidden or _is_hidden(inner, hiding)), runs, hiding)
        elif name in {"t", "delText"}:
            _letters(whole(TextSlot(inner)), state, runs)
        elif name in _MARKS:
            _letters(whole(MarkSlot(inner, _MARKS[name])), state, runs)
        elif name == "sym":
            _letters(whole(MarkSlot(inner, _symbol(inner))), state, runs)
        elif name in _DRAWN:
            _drawn(inner, state, runs)
        else:
            _walk(inner, _entered(name, state), runs, hiding)


def _entered(name: str, state: _State) -> _State:
    if name in {"del", "moveFrom"}:
        return state._replace(deleted=True)
    if name in {"ins", "moveTo"}:
        return state._replace(inserted=True)
    return state._replace(mirror=True) if name == "Fallback" else state


def _symbol(symbol: Any) -> str:
    """A figure or letter of an ID that was put in as a symbol; "" for what a font of pictures draws."""
    code = value(symbol, "char")[-2:]
    letter = chr(int(code, 16)) if _HEX.fullmatch(code) else ""
    return letter if letter in _OF_NUMBERS and "dings" not in value(symbol, "font").lower() else ""


def _letters(fragment: Fragment, state: _State, runs: Runs) -> None:
    if fragment.text and state.mirror:
        runs.spare.append(fragment)
    elif fragment.text:
        runs.letters.append(Letters(fragment, state.hidden, state.deleted, state.inserted))


def _is_hidden(run: Any, hiding: frozenset[str]) -> bool:
    properties = child(run, "rPr")
    if properties is None:
        return False
    style = child(properties, "rStyle")
    own = child(properties, "vanish")
    if own is not None:
        return is_on(own)
    return style is not None and value(style, "val") in hiding


def _drawn(drawing: Any, state: _State, runs: Runs) -> None:
    """Text boxes, the outermost ones, and the words that describe a picture."""
    for inner, mirrored in _boxes(drawing, state.mirror):
        (runs.mirrors if mirrored else runs.boxes).append(inner)
    if not state.mirror:
        runs.described.extend(
            one for one in drawing.iter("{*}docPr", "{*}shape", "{*}textpath") if _words(one)
        )


def _words(element: Any) -> bool:
    return any(element.get(key) for key in WORDS)


def _boxes(element: Any, mirrored: bool) -> Iterator[tuple[Any, bool]]:
    for inner in element:
        name = local(inner)
        if name == "txbxContent":
            yield inner, mirrored
        elif name:
            yield from _boxes(inner, mirrored or name == "Fallback")
