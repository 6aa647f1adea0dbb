"""notice.md → text with tokens: Jinja in a sandbox, every fault with its file and line in Chinese."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType

from jinja2 import Template, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from gongkai.notice.marks import PRIVATE_USE, Ledger
from gongkai.notice.sandbox import LINE_END, LINE_START, NoticeEnvironment

SOURCE_LIMIT = 100_000
OUTPUT_LIMIT = 300_000
"""Characters; a long notice has about 10,000."""

_LINE = re.compile(f"{LINE_START}(\\d+){LINE_END}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_WORDS = (
    (r"Encountered unknown tag '(\w+)'", "不认识的标签“{0}”，可用的有 if、for、set"),
    (r"Unexpected end of template", "标签没有结束，请补上 endif 或 endfor"),
    (r"unexpected end of template", "花括号没有写完，请检查是否成对"),
    (r"Missing end of comment tag", "注释没有结束，请补上 #}}"),
    (r"expected token '(.+)', got '(.+)'", "此处应为“{0}”，实际为“{1}”"),
    (r"unexpected '(.+?)', expected '(.+?)'", "此处应为“{1}”，实际为“{0}”"),
    (r"Expected an expression, got 'end of", "标签里缺少内容，请补上词或条件"),
    (r"unexpected char '(.+)' at|unexpected char \"(.+)\" at", "引号不成对，或有不能识别的字符"),
    (r"unexpected '(.+)'", "多余的“{0}”"),
    (r"(\w+)\(\) missing .*: '?(\w+)", "“{0}”缺少参数“{1}”"),
    (r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", "“{0}”没有参数“{1}”"),
    (r"(\w+)\(\) takes", "“{0}”的参数过多"),
    (r"not iterable", "此处不是列表，不能用 for 逐项列出"),
    (r"not callable", "此处不是模板词汇表（docs/words.md）中的词，不能加括号"),
)
"""What Jinja and Python say in English, and the same in Chinese."""


class TemplateError(ValueError):
    """A template that cannot be rendered: `file`, `line` (0 where a file has none) and why."""

    def __init__(self, file: str, line: int, message: str) -> None:
        self.file, self.line, self.message = file, line, message
        super().__init__(f"{file} 第{line}行：{message}" if line else f"{file}：{message}")


@dataclass(frozen=True)
class Rendered:
    """Rendered text, still with its tokens; `lines[n]` is the line of the source that made line n."""

    file: str
    text: str
    lines: tuple[int, ...]

    def fault(self, line: int, message: str) -> TemplateError:
        """An error at the rendered line `line`, counted from 0, told by the line of the source."""
        return TemplateError(self.file, self.lines[min(line, len(self.lines) - 1)], message)


def render(source: str, names: Mapping[str, object], ledger: Ledger, *, file: str = "notice.md") -> Rendered:
    """Render a template with the vocabulary `names`. Raises TemplateError, and nothing else."""
    _check_source(source, file)
    environment = NoticeEnvironment(ledger, dict(names))
    try:
        template = environment.from_string(source if source.endswith("\n") else source + "\n")
        text = _within_limit(template)
    except TemplateSyntaxError as error:
        raise TemplateError(file, error.lineno, in_chinese(error.message or "")) from error
    except UndefinedError as error:
        raise TemplateError(file, _line_of(error.__traceback__), error.message or "") from error
    except RecursionError as error:
        raise TemplateError(file, _line_of(error.__traceback__), "嵌套层数过多") from error
    except SyntaxError as error:  # Python itself refuses more than 20 blocks inside each other
        raise TemplateError(file, 0, "标签嵌套层数过多，请减少 if 和 for 的嵌套") from error
    except (SecurityError, ValueError, TypeError, LookupError) as error:
        raise TemplateError(file, _line_of(error.__traceback__), in_chinese(str(error))) from error
    return _rendered(text, file)


def render_line(source: str, names: Mapping[str, object], ledger: Ledger, *, file: str) -> str:
    """Render a title or a note of office.toml to plain words. Raises TemplateError."""
    return ledger.plain(render(source, names, ledger, file=file).text.removesuffix("\n"))


def _check_source(source: str, file: str) -> None:
    if len(source) > SOURCE_LIMIT:
        raise TemplateError(file, 0, f"模板超过{SOURCE_LIMIT}字，请精简")
    if found := PRIVATE_USE.search(source):
        line = source.count("\n", 0, found.start()) + 1
        raise TemplateError(file, line, f"含有不能显示的字符 U+{ord(found[0]):04X}，请删除")


def _within_limit(template: Template) -> str:
    parts: list[str] = []
    size = 0
    for part in template.generate():
        size += len(part)
        if size > OUTPUT_LIMIT:
            raise SecurityError(f"生成的正文超过{OUTPUT_LIMIT}字，已停止，请检查循环")
        parts.append(part)
    return "".join(parts)


def _rendered(text: str, file: str) -> Rendered:
    """Take the line numbers out of the text; a line that carries none stands with the one before."""
    numbers: list[int] = []
    for line in text.split("\n"):
        found = _LINE.findall(line)
        numbers.append(int(found[-1]) if found else (numbers[-1] if numbers else 1))
    return Rendered(file, _LINE.sub("", text), tuple(numbers))


def _line_of(trace: TracebackType | None) -> int:
    """The template's own line in a traceback that Jinja has rewritten; the deepest one."""
    line = 0
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def in_chinese(message: str) -> str:
    """Our own messages as they are; those of Jinja and Python translated, or with a Chinese lead."""
    if _CHINESE.search(message):
        return message
    for pattern, words in _WORDS:
        if found := re.search(pattern, message):
            return words.format(*found.groups())
    return f"写法有误，请对照模板词汇表（docs/words.md）检查（{message}）"
