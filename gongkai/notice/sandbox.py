"""The sandbox notice.md runs in: what a template may write, reach and cost.

Stricter than Jinja's own: no arithmetic (a figure made in a template would have no facts), no filters,
no macros, no includes; only the attributes a vocabulary class names readable; a budget for loops.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import TOKEN_DATA, Token, TokenStream
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing

from gongkai.notice.marks import Ledger, Marked

LOOP_BUDGET = 20_000
"""Rounds of all loops of one template together; a county of 100 units and 100 columns needs about 10,000."""

LINE_START, LINE_END = "\ue002", "\ue003"
"""Around the number of the source line, at the end of each line of the template's own text."""

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Call,
    nodes.Keyword,
    nodes.Getattr,
    nodes.If,
    nodes.For,
    nodes.Assign,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.List,
    nodes.Tuple,
    nodes.Neg,
)
_LOOP_NAMES = frozenset({"index", "index0", "first", "last", "length"})


class Unknown(StrictUndefined):
    """A name or attribute that does not exist: any use is an error, said in Chinese."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"不认识的名称“{self._undefined_name}”，请对照模板词汇表（docs/words.md）改正"
        return f"“{_words(self._undefined_obj)}”没有“{self._undefined_name}”这一项，请对照模板词汇表（docs/words.md）改正"


def _words(value: object) -> str:
    return value.text if isinstance(value, Marked) and value.text else "此处的内容"


class _SourceLines(Extension):
    """Ends each line of the template's own text with its number, so that a fault found after rendering
    still names the line of the file."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        for token in stream:
            if token.type == TOKEN_DATA:
                yield Token(token.lineno, TOKEN_DATA, _numbered(token.value, token.lineno))
            else:
                yield token


def _numbered(text: str, first: int) -> str:
    *whole, rest = text.split("\n")
    return "".join(f"{line}{LINE_START}{first + n}{LINE_END}\n" for n, line in enumerate(whole)) + rest


class NoticeEnvironment(SandboxedEnvironment):
    """One environment for one rendering: it holds the loop budget and the ledger of what was printed."""

    def __init__(self, ledger: Ledger, names: dict[str, object]) -> None:
        super().__init__(
            undefined=Unknown,
            finalize=self._printed,
            extensions=[_SourceLines],
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=0,
        )
        self._ledger, self._rounds = ledger, LOOP_BUDGET
        self.globals = dict(names)
        self.filters = {"counted": self._counted}
        self.tests = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _refuse(tree)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None).set_lineno(loop.lineno)
        return tree

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._rounds -= 1
            if self._rounds < 0:
                raise SecurityError(f"循环次数超过{LOOP_BUDGET}次，已停止，请检查循环是否嵌套过多")
            yield item

    def _printed(self, value: object) -> object:
        """What `{{ }}` may print: a marked value, text, a plain number."""
        if isinstance(value, Undefined | Marked):
            return value  # printing turns the one into an error, the other into its token
        if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            return self._ledger.literal(str(value))
        raise TypeError("此处的内容不能直接写入正文，请写明要打印其中的哪一项")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, LoopContext):
            return attr in _LOOP_NAMES
        return attr in getattr(type(obj), "readable", ())

    def wrap_str_format(self, value: Any) -> None:
        """No str.format, not even Jinja's safe one: a width of a billion would fill the memory."""
        return None

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        hint = f"模板不能读取“{attribute}”，它不在允许的范围内，请对照模板词汇表（docs/words.md）改正"
        return self.undefined(hint, obj=obj, name=attribute, exc=SecurityError)


def _refuse(tree: nodes.Template) -> None:
    """Refuse any construct a notice does not need, with its line. Raises TemplateSyntaxError."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            raise TemplateSyntaxError(_refusal(node), node.lineno)
        if isinstance(node, nodes.For) and node.recursive:
            raise TemplateSyntaxError("模板中不能使用递归循环", node.lineno)


def _refusal(node: nodes.Node) -> str:
    if isinstance(node, nodes.BinExpr | nodes.Concat | nodes.UnaryExpr):
        return "模板中不作计算和拼接，数字请用 total、rate 等词汇取得"
    if isinstance(node, nodes.Filter | nodes.Test):
        return f"模板中不能使用过滤器或测试“{node.name}”"
    if isinstance(node, nodes.Include | nodes.Import | nodes.FromImport | nodes.Extends):
        return "模板中不能引入其他文件"
    if isinstance(node, nodes.Macro | nodes.CallBlock | nodes.Block):
        return "模板中不能定义宏或区块"
    return f"模板中不能使用此种写法（{type(node).__name__}）"
