"""What an office asks of the proofreader as sheets: its own words, shipped words left out, public contacts."""

from functools import cache

from gongkai.office.frozen import Frozen
from gongkai.office.pack import Office
from gongkai.office.proofreading import LeftWord, OwnWord, PublicContact, WordLevel
from gongkai.proofreading.lexicon.shipped import entries
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.personal.kinds import Kind
from gongkai.sources.desk import nearest
from gongkai.sources.faults import CellFault, Code
from gongkai.sources.registers import parsing
from gongkai.sources.registers.form import Field, Form, RegisterSheet, sheet
from gongkai.sources.registers.page import Changes, Page
from gongkai.sources.workbook import Workbook

NEVER_PUBLIC = {Kind.IDENTITY, Kind.PASSPORT, Kind.PERMIT, Kind.BIRTH, Kind.NAME, Kind.PROPERTY}
"""What no office makes public as somebody's contact."""


def words_form(_: Office) -> Form:
    levels = tuple(WordLevel[name].value for name in ("DOUBT", "ERROR", "HINT"))  # the first is offered
    return Form(
        "补充词库",
        {
            "wrong": Field("错误写法", required=True, width=24),
            "right": Field("建议写法", width=24),
            "level": Field("级别", parsing.choice(WordLevel), required=True, width=8, choices=levels),
            "exceptions": Field("例外", parsing.names, blank=(), width=36),
            "note": Field("备注", width=36),
        },
        notes=(
            "按原样查找，至少两个字。例外是包含错误写法、本身正确的词，有多个的用“、”隔开；“错误”会拦住通报印发。",
        ),
    )


def words(office: Office) -> tuple[RegisterSheet, ...]:
    rows = (
        (each.wrong, each.right, each.level.value, parsing.BETWEEN.join(each.exceptions), each.note)
        for each in office.proofreading.words
    )
    return (sheet(words_form(office), rows),)


def read_words(book: Workbook, office: Office) -> tuple[Changes, list[Page]]:
    page = Page(book, words_form(office))
    return _read(page, office, "words", "wrong", OwnWord), [page]


def left_words_form(_: Office) -> Form:
    return Form(
        "停用词条",
        {
            "wrong": Field("词条的错误写法", shipped, required=True, width=24),
            "note": Field("停用理由", required=True, width=50),
        },
        notes=("系统自带词库中的词条，列在这里的不再提示。",),
    )


def left_words(office: Office) -> tuple[RegisterSheet, ...]:
    rows = ((each.wrong, each.note) for each in office.proofreading.left_words)
    return (sheet(left_words_form(office), rows),)


def read_left_words(book: Workbook, office: Office) -> tuple[Changes, list[Page]]:
    page = Page(book, left_words_form(office))
    return _read(page, office, "left_words", "wrong", LeftWord), [page]


def public_contacts_form(_: Office) -> Form:
    return Form(
        "公开联系方式",
        {
            "value": Field("电话、邮箱、地址或账号", public, required=True, width=36),
            "note": Field("说明", required=True, width=50),
        },
        notes=("一行一个，写明是谁的；校对时不作为个人信息，脱敏副本中保留。只登记本来就对外公布的。",),
    )


def public_contacts(office: Office) -> tuple[RegisterSheet, ...]:
    rows = ((each.value, each.note) for each in office.proofreading.public_contacts)
    return (sheet(public_contacts_form(office), rows),)


def read_public_contacts(book: Workbook, office: Office) -> tuple[Changes, list[Page]]:
    page = Page(book, public_contacts_form(office))
    return _read(page, office, "public_contacts", "value", PublicContact), [page]


def shipped(text: str) -> str:
    """A wrong form of the shipped lexicon."""
    if text not in _shipped():
        advice = nearest(text, list(_shipped())) or "请照抄校对结果中的错误写法"
        raise CellFault(Code.REGISTER_VALUE, f"系统自带词库中没有“{text}”", advice)
    return text


def public(text: str) -> str:
    """A contact that may be public: no number of a person's papers, no name."""
    kinds = sorted({hit.kind for hit in find(text)} & NEVER_PUBLIC)
    if kinds:
        reason = f"含有{parsing.BETWEEN.join(kinds)}，不能作为公开联系方式"
        raise CellFault(Code.REGISTER_VALUE, reason, "只登记电话、邮箱、地址或账号本身")
    return text


@cache
def _shipped() -> frozenset[str]:
    return frozenset(entry.wrong for entry in entries())


def _read(page: Page, office: Office, field: str, key: str, kind: type[Frozen]) -> Changes:
    page.once(key, (key,), page.form.fields[key].header)
    made = tuple(kind(**line.values) for line in page.lines)
    return {"proofreading": office.proofreading.model_copy(update={field: made})}
