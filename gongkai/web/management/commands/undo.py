"""gongkai undo BATCH"""

from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import undo
from gongkai.web.screen import Screen, who
from gongkai.web.terminal import say


class Command(Screen):
    help = "撤销一个批次"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("batch", metavar="批次", type=int, help="批次编号，见 gongkai batches")

    def show(self, *, batch: int, **_: Any) -> None:
        undone = undo.run(batch, by=who(), at=timezone.now())
        say(f"已撤销批次 {undone.pk}（{undone.file_name}），被它更新过的数据已恢复原值。")
