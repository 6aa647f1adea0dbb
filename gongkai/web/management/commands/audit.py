"""gongkai audit verify"""

from typing import Any

from django.core.management.base import CommandParser

from gongkai.records import audit
from gongkai.web.screen import Screen, fail, json_option
from gongkai.web.terminal import print_json, say


class Command(Screen):
    help = "核验审计链"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=["verify"], metavar="verify")
        json_option(parser)

    def show(self, *, as_json: bool, **_: Any) -> None:
        result = audit.verify()
        if as_json:
            print_json(vars(result))
        elif result.broken is None:
            say(f"审计链完整，共 {result.entries} 条，末条摘要 {result.head}。")
        if result.broken is not None:
            raise fail(f"审计链在第 {result.broken} 条中断：{result.reason}；其前 {result.entries} 条完好。")
