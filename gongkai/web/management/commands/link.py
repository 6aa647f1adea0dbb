"""gongkai link USERNAME"""

from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import people
from gongkai.web.screen import Screen, who
from gongkai.web.terminal import say


class Command(Screen):
    help = "为忘记密码的人员生成设置密码的链接，管理员本人也可以用"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", metavar="用户名")
        parser.add_argument(
            "--second-factor", action="store_true", help="同时解除两步验证（手机和恢复码都已丢失时）"
        )

    def show(self, *, username: str, second_factor: bool, **_: Any) -> None:
        secret = people.link_from_terminal(
            username, forget_second_factor=second_factor, by=who(), at=timezone.now()
        )
        say(
            f"请在三天内用浏览器打开，链接只能用一次（地址按实际访问的填写）：\nhttp://127.0.0.1:8000/invitation/{secret}/"
        )
