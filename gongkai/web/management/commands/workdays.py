"""gongkai workdays PERIOD"""

from typing import Any

from django.core.management.base import CommandParser

from gongkai.terms import Period
from gongkai.web.screen import Screen, console, json_option, print_json, table
from gongkai.workdays import Calendar


class Command(Screen):
    help = "查看一个期间的法定工作日"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("period", metavar="期间")
        json_option(parser)

    def show(self, *, period: str, as_json: bool, **_: Any) -> None:
        span = Period.parse(period)
        calendar = Calendar.statutory()
