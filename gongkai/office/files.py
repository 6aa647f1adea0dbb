"""An office folder ↔ an Office: office.toml, scheme.toml and notice.md, the same both ways.

Reading reports every fault of the three files at once (PackError). Writing is canonical: reading what was
written and writing it again changes no byte. Comments are not kept; remarks belong in the `note` keys.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from gongkai.office import canonical
from gongkai.office.faults import PackError, PackFault, Table
from gongkai.office.pack import Office, OfficeFile
from gongkai.office.references import office_faults, scheme_faults
from gongkai.office.scheme import Scheme
from gongkai.office.shape import shaped

__all__ = [
    "FILES",
    "OFFICE",
    "SCHEME",
    "TEMPLATE",
    "PackError",
    "PackFault",
    "dumps",
    "loads",
    "read",
    "write",
]

OFFICE, SCHEME, TEMPLATE = FILES = ("office.toml", "scheme.toml", "notice.md")

_LINE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_SYNTAX = {
    "Cannot overwrite a value": "同一个键写了两次",
    "Cannot declare": "同一个小节写了两次",
    "Unterminated string": "引号没有成对",
    "Illegal character": "含有不允许的字符（多为引号没有成对，文字中断行）",
    "Unescaped": "反斜杠后的字符不合规则，反斜杠本身应写作 \\\\",
}
"""How tomllib's message starts → what a clerk should look for."""


def read(folder: Path) -> Office:
    """The office in a folder. Raises PackError with every fault of its files, a missing one included."""
    faults: list[PackFault] = []
    contents = {name: _content(folder / name, faults) for name in FILES}
    return _office(contents, faults)


def loads(office_toml: str, scheme_toml: str, template: str) -> Office:
    """The office in three texts. Raises PackError with every fault."""
    return _office(dict(zip(FILES, (office_toml, scheme_toml, template), strict=True)), [])


def write(office: Office, folder: Path) -> None:
    """Write the three files in canonical form, replacing what they held; the folder is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in dumps(office).items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")


def dumps(office: Office) -> dict[str, str]:
    """File name → canonical text; keys that hold their default are left out."""
    registers = office.model_dump(exclude={"scheme", "template"}, exclude_defaults=True)
    scheme = office.scheme.model_dump(exclude_defaults=True)
    return {OFFICE: canonical.text(registers), SCHEME: canonical.text(scheme), TEMPLATE: office.template}


def _content(path: Path, faults: list[PackFault]) -> str | None:
    """The text of a file; None, with the reason added to `faults`, when there is none."""
    try:
        content = path.read_bytes()
        # Notepad and WPS put a mark in front of UTF-8 text
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        faults.append(PackFault(path.name, "", "缺少这个文件", f"应在文件夹 {path.parent.name} 中"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        faults.append(PackFault(path.name, f"第 {line} 行", "不是 UTF-8 文字", "请另存为 UTF-8 编码"))
    except OSError as error:
        faults.append(PackFault(path.name, "", f"无法读取（{error.strerror}）", "请检查路径和权限"))
    return None


def _office(contents: Mapping[str, str | None], faults: list[PackFault]) -> Office:
    office_raw = _parsed(OFFICE, contents[OFFICE], faults)
    scheme_raw = _parsed(SCHEME, contents[SCHEME], faults)
    template = contents[TEMPLATE]
    registers = scheme = None
    if office_raw is not None:
        registers = shaped(OfficeFile, office_raw, OFFICE, faults)
        faults += office_faults(office_raw, OFFICE)
    if scheme_raw is not None:
        scheme = shaped(Scheme, scheme_raw, SCHEME, faults)
        faults += scheme_faults(scheme_raw, office_raw or {}, SCHEME)
    if faults or registers is None or scheme is None or template is None:
        raise PackError(faults)
    return Office(**dict(registers), scheme=scheme, template=template)


def _parsed(file: str, content: str | None, faults: list[PackFault]) -> Table | None:
    """The table a file holds; None, with the line added to `faults`, when it is not TOML."""
    if content is None:
        return None
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        faults.append(_syntax_fault(file, content, str(error)))
        return None


def _syntax_fault(file: str, content: str, message: str) -> PackFault:
    place = _LINE.search(message)
    line = int(place[1]) if place and place[1] else max(1, len(content.splitlines()))
    column = f"第 {place[2]} 列" if place and place[2] else "末尾"
    reason = next(
        (words for start, words in _SYNTAX.items() if message.startswith(start)), "不符合 TOML 语法"
    )
    return PackFault(file, f"第 {line} 行", f"{column}：{reason}", "请改正后重试，其余内容待此处改正后再查")
