"""gongkai mask FILE -o OUT"""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import proofreading
from gongkai.proofreading.document import Document
from gongkai.proofreading.masking import PROFILES
from gongkai.proofreading.proofread import masked_pieces
from gongkai.records import offices
from gongkai.sources.documents.masked import masked, pictures
from gongkai.web.screen import OFFICE, Screen, fail
from gongkai.web.terminal import say


class Command(Screen):
    help = "生成隐去个人信息的副本，版式不变"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="文件", type=Path, help=".docx .xlsx .txt .md .html")
        parser.add_argument(
            "-o",
            "--output",
            metavar="目录",
            type=Path,
            default=Path("."),
            help="存放副本的目录（默认为当前目录）",
        )
        parser.add_argument(
            "--profile",
            metavar="方式",
            choices=list(PROFILES),
            help=f"{'、'.join(PROFILES)}；不写的，按办公室的设置",
        )
        parser.add_argument("--office", metavar="工作包", help=f"按这个办公室的设置，{OFFICE}")

    def uses_records(self, *, office: str | None = None, **_: Any) -> bool:
        return bool(office)

    def show(self, *, file: Path, output: Path, profile: str | None, office: str | None, **_: Any) -> None:
        row = offices.get(office) if office else None
        rules = proofreading.rules(row, timezone.localdate())
        how = PROFILES[profile or proofreading.usual_mask(row)]
        changed: set[int] = set()

        def texts(document: Document) -> dict[int, str]:
            cut = masked_pieces(document, how, rules.allowed, today=rules.today)
            changed.update(cut)
            return cut

        name, content = masked(file.name, file.read_bytes(), texts)
        target = output / (name if name != file.name else f"{file.stem}（已脱敏）{file.suffix}")
        if target.exists():
            raise fail(f"{target} 已经存在，请先移走或换一个目录")
        output.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        done = f"已在 {len(changed)} 个段落或单元格中隐去个人信息" if changed else "没有发现要隐去的个人信息"
        say(f"{done}，副本写入 {target}。请核对后再公开。")
        if images := pictures(content):
            say(f"文件中有 {images} 张图片，图片里的文字没有处理，请人工核对。")
