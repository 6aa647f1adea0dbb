"""The title and whom the document is for."""

from collections.abc import Iterator

from gongkai.proofreading.layout.roles import Role
from gongkai.proofreading.layout.rule import Broken, Judged, at, size_name


def title_font(judged: Judged) -> Iterator[Broken]:
    """7.3.1: 小标宋体."""
    for paragraph in judged.of(Role.TITLE):
        if paragraph.font and paragraph.font not in judged.profile.title_fonts:
            yield at(paragraph, paragraph.font, judged.profile.title_fonts[0])


def title_size(judged: Judged) -> Iterator[Broken]:
    """7.3.1: 二号."""
    wanted = judged.profile.title_size
    for paragraph in judged.of(Role.TITLE):
        if paragraph.size and abs(paragraph.size - wanted) > judged.profile.size_tolerance:
            yield at(paragraph, size_name(paragraph.size), size_name(wanted))


def title_place(judged: Judged) -> Iterator[Broken]:
    """7.3.1: centred."""
    for paragraph in judged.of(Role.TITLE):
        if paragraph.align != "center":
            yield at(paragraph, "未居中", "居中")


def addressee_place(judged: Judged) -> Iterator[Broken]:
    """7.3.2: flush left."""
    for paragraph in judged.of(Role.ADDRESSEE):
        if paragraph.indent > judged.profile.indent_tolerance:
            yield at(paragraph, f"缩进{paragraph.indent:.1f}字", "居左顶格")


def addressee_colon(judged: Judged) -> Iterator[Broken]:
    """7.3.2: a full-width colon after the last name."""
    for paragraph in judged.of(Role.ADDRESSEE):
        if paragraph.text.strip().endswith(":"):
            yield at(paragraph, "半角冒号", "全角冒号")
