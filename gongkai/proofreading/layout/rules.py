"""All rules of layout, and the check of a document by them."""

from collections.abc import Collection, Iterator

from gongkai.proofreading.hits import Hit, Level
from gongkai.proofreading.layout import body_rules as body
from gongkai.proofreading.layout import end_rules as end
from gongkai.proofreading.layout import page_rules as page
from gongkai.proofreading.layout import title_rules as title
from gongkai.proofreading.layout.facts import Layout
from gongkai.proofreading.layout.profile import LayoutProfile
from gongkai.proofreading.layout.roles import Role
from gongkai.proofreading.layout.rule import Rule, judged

_ERROR, _DOUBT, _HINT = Level.ERROR, Level.DOUBT, Level.HINT

RULES = (
    Rule("page-size", "纸张", _ERROR, "5.1", page.page_size),
    Rule("margins", "页边距", _ERROR, "5.2.1", page.margins),
    Rule("turned-margins", "横页页边距", _HINT, "8", page.turned_margins),
    Rule("page-number", "页码", _DOUBT, "7.5", page.page_number),
    Rule("number-form", "页码样式", _DOUBT, "7.5", page.number_form),
    Rule("number-look", "页码字体字号", _HINT, "7.5", page.number_look),
    Rule("number-side", "页码位置", _HINT, "7.5", page.number_side),
    Rule("title-font", "标题字体", _DOUBT, "7.3.1", title.title_font),
    Rule("title-size", "标题字号", _DOUBT, "7.3.1", title.title_size),
    Rule("title-place", "标题位置", _DOUBT, "7.3.1", title.title_place),
    Rule("addressee-place", "主送机关位置", _DOUBT, "7.3.2", title.addressee_place),
    Rule("addressee-colon", "主送机关后的冒号", _DOUBT, "7.3.2", title.addressee_colon),
    Rule("body-font", "正文字体", _ERROR, "5.2.2", body.body_font),
    Rule("body-size", "正文字号", _ERROR, "5.2.2", body.body_size),
    Rule("body-indent", "首行缩进", _DOUBT, "7.3.3", body.body_indent),
    Rule("line-pitch", "行距", _ERROR, "5.2.3", body.line_pitch),
    Rule("line-rule", "行距设置", _DOUBT, "5.2.3", body.line_rule),
    Rule("first-heading-font", "一级标题字体", _DOUBT, "7.3.3", body.first_heading_font),
    Rule("second-heading-font", "二级标题字体", _DOUBT, "7.3.3", body.second_heading_font),
    Rule("heading-mark", "层次序数", _DOUBT, "7.3.3", body.heading_mark),
    Rule("no-text-page", "此页无正文", _DOUBT, "7.3.5.4", body.no_text_page),
    Rule("annex-note-colon", "附件说明的冒号", _DOUBT, "7.3.4", end.annex_note_colon),
    Rule("annex-note-end", "附件说明的标点", _DOUBT, "7.3.4", end.annex_note_end),
    Rule("annex-note-gap", "附件说明的位置", _HINT, "7.3.4", end.annex_note_gap),
    Rule("signature-place", "署名和日期的位置", _DOUBT, "7.3.5", end.signature_place),
    Rule("date-form", "成文日期", _DOUBT, "7.3.5.4", end.date_form),
    Rule("annex-page", "附件另面", _DOUBT, "7.3.7", end.annex_page),
    Rule("annex-mark-look", "附件序号的字体字号", _DOUBT, "7.3.7", end.annex_mark_look),
    Rule("annex-mark-form", "附件序号", _DOUBT, "7.3.7", end.annex_mark_form),
    Rule("imprint-size", "版记字号", _HINT, "7.4", end.imprint_size),
    Rule("table-head", "跨页表头", _DOUBT, "8", end.table_head),
    Rule("table-width", "表格宽度", _DOUBT, "8", end.table_width),
)


def check(
    layout: Layout, profile: LayoutProfile | None = None, without: Collection[str] = ()
) -> Iterator[Hit]:
    """What of the layout breaks GB/T 9704—2012 as the profile has it; `without` are keys of rules the office has
    turned off. Says nothing of a document that is not one of this kind: ask `is_official` first."""
    facts = judged(layout, profile or LayoutProfile())
    for rule in RULES:
        if rule.key not in without:
            yield from rule.hits(facts)


def is_official(layout: Layout) -> bool:
    """Whether a document looks like an official one: a title, and an addressee, a document number or a signature
    with its date. Drafts of articles and forms are not judged by the standard."""
    found = set(judged(layout, LayoutProfile()).roles)
    return Role.TITLE in found and bool(found & {Role.ADDRESSEE, Role.HEAD, Role.DATE})
