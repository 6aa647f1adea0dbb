"""Rendered Markdown → headings and paragraphs of the plan.

Only what an official document has is understood: three levels of headings (numbered here), paragraphs,
ordered lists in two levels (1. and （1）) and bold. Anything else is an error with its line.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from gongkai.notice import wording
from gongkai.notice.marks import Ledger
from gongkai.notice.plan import Heading, Paragraph, Run, Runs
from gongkai.notice.template import Rendered

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

_REFUSED = {
    "bullet_list_open": "公文不用项目符号，请改用“1. ”编号",
    "blockquote_open": "正文不能使用引用块",
    "code_block": "行首空格过多会被当作代码，请顶格书写",
    "fence": "正文不能使用代码块",
    "html_block": "正文不能使用网页标记",
    "html_inline": "正文不能使用网页标记",
    "table_open": "正文不能使用表格，表格请放入附件",
    "hr": "正文不能使用分隔线",
    "image": "正文不能插入图片",
    "link_open": "正文不能使用链接",
    "code_inline": "正文不能使用代码标记",
    "em_open": "公文不用斜体",
    "s_open": "正文不能使用删除线",
    "hardbreak": "段落内不能强制换行",
}
_OPENINGS = ("heading_open", "paragraph_open", "heading_close", "paragraph_close")


def blocks(rendered: Rendered, ledger: Ledger) -> tuple[Heading | Paragraph, ...]:
    """The body of the notice. Raises TemplateError where the renderers could not show what is written."""
    return tuple(_Body(rendered, ledger).blocks(_PARSER.parse(rendered.text)))


class _Body:
    """One pass over the tokens, with the numbers of headings and list items reached so far."""

    def __init__(self, rendered: Rendered, ledger: Ledger) -> None:
        self._rendered, self._ledger = rendered, ledger
        self._headings = [0, 0, 0]
        self._lists: list[int] = []
        self._marker = ""  # the number waiting for the first paragraph of its list item
        self._level = 0  # of the heading that is open, 0 in a paragraph

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Heading | Paragraph]:
        for token in tokens:
            line = token.map[0] if token.map else 0
            if token.type == "inline":
                yield self._block(self._runs(token.children or [], line), line)
            elif token.type == "heading_open":
                self._open_heading(token, line)
            elif token.type == "heading_close":
                self._level = 0
            elif token.type.startswith(("ordered_list", "list_item")):
                self._list(token, line)
            elif token.type not in _OPENINGS:
                self._refuse(token.type, line)

    def _block(self, runs: list[Run], line: int) -> Heading | Paragraph:
        if self._level:
            return Heading(self._level, _joined([Run(self._next_heading(self._level, line)), *runs]))
        marker, self._marker = self._marker, ""
        return Paragraph(_joined([Run(marker), *runs] if marker else runs))

    def _open_heading(self, token: Token, line: int) -> None:
        self._level = int(token.tag[1])
        if not token.markup.startswith("#"):
            raise self._rendered.fault(line, "标题请用 # 书写，不要在下一行画线")
        if self._level > len(self._headings):
            raise self._rendered.fault(line, "标题最多三级（#、##、###）")
        if self._lists:
            raise self._rendered.fault(line, "编号段落内不能再用标题")

    def _next_heading(self, level: int, line: int) -> str:
        self._headings[level - 1] += 1
        self._headings[level:] = [0] * (len(self._headings) - level)
        try:
            return wording.ordinal(level, self._headings[level - 1])
        except ValueError as error:
            raise self._rendered.fault(line, str(error)) from error

    def _list(self, token: Token, line: int) -> None:
        match token.type:
            case "ordered_list_open":
                if len(self._lists) == 2:
                    raise self._rendered.fault(line, "编号段落最多两级")
                self._lists.append(0)
            case "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._lists[-1] += 1
                self._marker = wording.ordinal(len(self._lists) + 2, self._lists[-1])

    def _runs(self, children: Sequence[Token], line: int) -> list[Run]:
        runs: list[Run] = []
        bold = False
        for child in children:
            if child.type in ("strong_open", "strong_close"):
                bold = child.type == "strong_open"
            elif child.type == "softbreak":
                line += 1  # Chinese lines join without a space
            elif child.type != "text":
                self._refuse(child.type, line)
            else:
                self._check_text(child.content, line)
                runs += [Run(run.text, run.binding, bold) for run in self._ledger.runs(child.content)]
        return runs

    def _check_text(self, text: str, line: int) -> None:
        if "**" in text or "__" in text:
            raise self._rendered.fault(line, "加粗标记 ** 没有生效，请检查是否成对，且不要紧贴引号")

    def _refuse(self, kind: str, line: int) -> None:
        if not kind.endswith("_close"):
            raise self._rendered.fault(line, _REFUSED.get(kind, f"正文不能使用此种标记（{kind}）"))


def _joined(runs: Sequence[Run]) -> Runs:
    """Neighbouring runs without a binding as one; empty ones without a binding left out."""
    joined: list[Run] = []
    for (bound, bold), group in groupby(runs, key=lambda run: (run.binding is not None, run.bold)):
        if bound:
            joined += group
        elif text := "".join(run.text for run in group):
            joined.append(Run(text, None, bold))
    return tuple(joined)
