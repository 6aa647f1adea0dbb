"""gongkai serve"""

import os
import signal
import subprocess
import sys
from argparse import ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import invite
from gongkai.web.jobs import reminders
from gongkai.web.screen import Screen, fail
from gongkai.web.terminal import say

TARGET = "gongkai.config.wsgi:application"
THREADS = 2
MOST_PORT = 65535
LAST_JOB_SECONDS = 20


class Command(Screen):
    help = "启动网页工作台"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", metavar="地址", help="监听的地址（默认仅本机）")
        parser.add_argument(
            "--port", type=_port, default=8000, metavar="端口", help="监听的端口（默认 8000）"
        )
        parser.add_argument("--workers", type=int, default=2, metavar="个数", help="服务进程数（默认 2）")

    def show(self, *, host: str, port: int, workers: int, **_: Any) -> None:
        if not settings.STATICFILES_DIRS:
            raise fail("网页的样式和脚本尚未构建，请先执行 make assets")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        reminders.ensure()
        address = f"http://{host}:{port}/"
        say(f"网页工作台：{address}（按 Ctrl+C 停止）")
        if secret := invite.first_administrator(at=timezone.now()):
            say(f"首次使用，请打开一次性设置链接创建管理员：{address}setup/{secret}/")
        # in a group of its own: stopped by us alone, for it hangs if its parts are told to stop before it
        jobs = subprocess.Popen([sys.executable, "-m", "django", "qcluster"], start_new_session=True)
        try:
            _serve(host, port, workers)
        finally:
            stop(jobs)


def stop(jobs: "subprocess.Popen[bytes]") -> None:
    """Let the job under way be finished; one that takes too long is done again at the next start."""
    jobs.terminate()
    try:
        jobs.wait(LAST_JOB_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(jobs.pid, signal.SIGKILL)
        jobs.wait()


def _serve(host: str, port: int, workers: int) -> None:
    from granian import Granian  # only the server needs it
    from granian.constants import Interfaces

    server = Granian(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_access=False,
    )
    server.serve()


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= MOST_PORT:
        raise ArgumentTypeError(f"端口应为 1 至 {MOST_PORT} 的整数，现为“{text}”")
    return int(text)
