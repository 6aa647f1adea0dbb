"""gongkai backup FOLDER"""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import back_up
from gongkai.web.screen import Screen, who
from gongkai.web.terminal import say


class Command(Screen):
    help = "备份数据库和全部文件"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder",
            metavar="目录",
            type=Path,
            help="备份写到哪里，须是尚不存在的目录；恢复时以它作为数据目录",
        )

    def show(self, *, folder: Path, **_: Any) -> None:
        size = back_up.run(folder.absolute(), by=who(), at=timezone.now())
        say(f"已备份到 {folder}，共 {size / 1_048_576:.1f} MB。恢复时把 GONGKAI_HOME 设为这个目录即可。")
        say("备份是完整的原始数据，含未脱敏的个人信息，请妥善保管。")
