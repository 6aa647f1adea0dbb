"""gongkai office check|load|export|alias"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import register
from gongkai.web.screen import OFFICE, Screen, who
from gongkai.web.terminal import say


class Command(Screen):
    help = "检查、载入、导出工作包，确认单位别名"

    def arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="check|load|export|alias")
        check = verbs.add_parser("check", help="检查工作包，一次列出全部问题")
        check.add_argument("folder", metavar="目录", type=Path)
        load = verbs.add_parser("load", help="检查工作包并载入数据库")
        load.add_argument("folder", metavar="目录", type=Path)
        export = verbs.add_parser("export", help="把数据库中的工作包写回目录")
        export.add_argument("office", metavar="工作包", help=OFFICE)
        export.add_argument("folder", metavar="目录", type=Path)
        alias = verbs.add_parser("alias", help="确认表格中的一个名称指哪个单位")
        alias.add_argument("office", metavar="工作包", help=OFFICE)
        alias.add_argument("name", metavar="名称", help="表格中的写法")
        alias.add_argument("unit", metavar="单位", help="名册中的单位名称")

    def uses_records(self, **options: Any) -> bool:
        return bool(options["verb"] != "check")

    def show(self, *, verb: str, **options: Any) -> None:
        VERBS[verb](**options)


def _check(*, folder: Path, **_: Any) -> None:
    office = register.check_pack(folder)
    say(
        f"{office.name}：{len(office.units)} 个单位、{len(office.columns)} 个栏目、"
        f"{len(office.accounts)} 个账号，未发现问题。"
    )


def _load(*, folder: Path, **_: Any) -> None:
    loaded = register.load_pack(folder, by=who(), at=timezone.now())
    say(f"{loaded.office.name}：{'已载入' if loaded.changed else '与数据库一致，未作改动'}。")


def _export(*, office: str, folder: Path, **_: Any) -> None:
    register.export_pack(office, folder)
    say(f"已写入 {folder}。")


def _alias(*, office: str, name: str, unit: str, **_: Any) -> None:
    register.confirm_alias(office, unit, name, by=who(), at=timezone.now())
    say(f"已记住：“{name}”即“{unit}”。")


VERBS: dict[str, Callable[..., None]] = {
    "check": _check,
    "load": _load,
    "export": _export,
    "alias": _alias,
}
