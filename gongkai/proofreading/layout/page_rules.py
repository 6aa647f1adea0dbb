"""The sheet and its margins, what stands in its head and foot."""

from collections.abc import Iterator

from gongkai.proofreading.layout.facts import Section
from gongkai.proofreading.layout.profile import LayoutProfile
from gongkai.proofreading.layout.rule import Broken, Judged, millimetres, number

_MARGINS = (("top", "上"), ("left", "左"), ("bottom", "下"), ("right", "右"))


def page_size(judged: Judged) -> Iterator[Broken]:
    """5.1: A4, upright or turned."""
    profile = judged.profile
    for section in judged.layout.sections:
        sides = sorted((section.width, section.height))
        if any(
            abs(side - wanted) > profile.page_tolerance
            for side, wanted in zip(sides, (profile.width, profile.height), strict=True)
        ):
            found = f"{number(round(section.width, 1))}×{millimetres(section.height)}"
            yield Broken(-1, 0, found, f"{number(profile.width)}×{number(profile.height)}毫米（A4）")


def margins(judged: Judged) -> Iterator[Broken]:
    """5.2.1 and 5.2.2, for the sheets of the document itself; turned sheets have a rule of their own."""
    for section in judged.layout.sections:
        if not section.landscape:
            yield from _margins(section, _upright(judged.profile), judged.profile.page_tolerance)


def turned_margins(judged: Judged) -> Iterator[Broken]:
    """8: a turned table lies with its head at the left edge of the sheet; a sheet turned the other way is as good."""
    tolerance = judged.profile.page_tolerance
    upright = _upright(judged.profile)
    for section in judged.layout.sections:
        if section.landscape:
            ways = (
                {
                    "top": upright["left"],
                    "bottom": upright["right"],
                    "left": upright["bottom"],
                    "right": upright["top"],
                },
                {
                    "top": upright["right"],
                    "bottom": upright["left"],
                    "left": upright["top"],
                    "right": upright["bottom"],
                },
            )
            yield from min((list(_margins(section, way, tolerance)) for way in ways), key=len)


def page_number(judged: Judged) -> Iterator[Broken]:
    """7.5: there is one."""
    if judged.layout.sections and not any(section.numbers for section in judged.layout.sections):
        yield Broken(-1, 0, "没有页码", judged.profile.number_form)


def number_form(judged: Judged) -> Iterator[Broken]:
    """7.5: a dash on either side."""
    for section in judged.layout.sections:
        for one in section.numbers:
            if _plain(one.form) != _plain(judged.profile.number_form):
                yield Broken(-1, 0, one.form.strip(), judged.profile.number_form)


def number_look(judged: Judged) -> Iterator[Broken]:
    """7.5: 四号 宋体."""
    profile = judged.profile
    for section in judged.layout.sections:
        for one in section.numbers:
            right_size = abs(one.size - profile.small_size) <= profile.size_tolerance
            if not right_size or (one.font and one.font not in profile.number_fonts):
                yield Broken(
                    -1, 0, f"{one.font} {number(one.size)}磅", f"宋体 {number(profile.small_size)}磅"
                )


def number_side(judged: Judged) -> Iterator[Broken]:
    """7.5: odd pages right, even pages left."""
    for section in judged.layout.sections:
        sides = {one.pages: one.align for one in section.numbers if one.align}
        if section.numbers and not section.sides:
            yield Broken(-1, 0, "单双页页码位置相同", "单页码居右、双页码居左")
        elif sides.get("default", "right") != "right" or sides.get("even", "left") != "left":
            yield Broken(-1, 0, "页码未按单双页分列右、左", "单页码居右、双页码居左")


def _upright(profile: LayoutProfile) -> dict[str, float]:
    return {key: float(getattr(profile, key)) for key, _ in _MARGINS}


def _margins(section: Section, wanted: dict[str, float], tolerance: float) -> Iterator[Broken]:
    for key, name in _MARGINS:
        found = float(getattr(section, key))
        if abs(found - wanted[key]) > tolerance:
            yield Broken(-1, 0, f"{name}边距{millimetres(found)}", millimetres(wanted[key]))


def _plain(form: str) -> str:
    """Spaces and the several dashes that look alike do not matter."""
    for dash in "-–－─―":
        form = form.replace(dash, "—")
    return form.replace("——", "—").replace(" ", "").replace("\xa0", "")
