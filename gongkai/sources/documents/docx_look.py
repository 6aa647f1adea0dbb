"""A paragraph's properties → a fact with its lengths in characters and points."""

from gongkai.proofreading.layout.facts import Face, Paragraph, Pitch
from gongkai.sources.documents.docx_styles import Look

_TWIPS = 20.0
_LINE = 240.0  # of a line, where the height is a multiple
_DEFAULT_SIZE = 10.0
_ALIGNS = {"start": "left", "end": "right", "distribute": "both", "thaiDistribute": "both"}
_HUNDREDTHS = 100.0


def fact(
    piece: int,
    text: str,
    style: str,
    faces: tuple[Face, ...],
    look: Look,
    new_page: bool,
    section: int,
    pitched: float,
) -> Paragraph:
    """The paragraph as a fact. `pitched` is the pitch of the page's text grid in points, 0 for none."""
    size = next((face.size for face in faces if face.text.strip()), _DEFAULT_SIZE)
    pitch, rule = _pitch(look, pitched)
    outline = look.get("outline", "")
    align = look.get("align", "left")
    return Paragraph(
        piece,
        text,
        style,
        faces,
        align=_ALIGNS.get(align, align),
        first_line=_indent(look, "firstLine", size) - _indent(look, "hanging", size),
        left=_side(look, ("left", "start"), size),
        right=_side(look, ("right", "end"), size),
        pitch=pitch,
        rule=rule,
        before=_space(look, "before", pitched),
        after=_space(look, "after", pitched),
        outline=int(outline) if len(outline) == 1 and outline in "012345678" else None,
        new_page=new_page,
        section=section,
    )


def _indent(look: Look, key: str, size: float) -> float:
    """An indent in characters; one given in characters goes before one given in twips."""
    characters = _number(look.get(f"ind.{key}Chars", ""))
    return (
        characters / _HUNDREDTHS if characters else _number(look.get(f"ind.{key}", "")) / _TWIPS / (size or 1)
    )


def _side(look: Look, keys: tuple[str, ...], size: float) -> float:
    return next((found for key in keys if (found := _indent(look, key, size))), 0.0)


def _space(look: Look, key: str, pitched: float) -> float:
    lines = _number(look.get(f"spacing.{key}Lines", ""))
    return (
        lines / _HUNDREDTHS * (pitched or 12.0) if lines else _number(look.get(f"spacing.{key}", "")) / _TWIPS
    )


def _pitch(look: Look, pitched: float) -> tuple[float, Pitch]:
    line, rule = _number(look.get("spacing.line", "")), look.get("spacing.lineRule", "auto")
    if line and rule == "exact":
        return line / _TWIPS, Pitch.EXACT
    if line and rule == "atLeast":
        return line / _TWIPS, Pitch.LEAST
    lines = line / _LINE if line else 1.0
    if pitched and look.get("snap", "1") == "1":
        return pitched * lines, Pitch.GRID
    return lines, Pitch.MULTIPLE


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
