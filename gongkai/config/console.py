"""The `gongkai` command: Django's management commands under their own names and a list of them."""

import io
import os
import sys

from gongkai.web import logs

COMMANDS = {
    "office": "检查、载入、导出工作包，确认单位别名",
    "ingest": "读入表格：预览、写入、列出问题",
    "batches": "列出导入批次",
    "undo": "撤销一个批次",
    "assess": "按考核办法得出一个期间的考核结果",
    "explain": "逐项说明一个单位的数字和得分",
    "issue": "校核并印发通报及附件",
    "reproduce": "从快照重新计算一次考核，逐字核对",
    "workdays": "查看一个期间的法定工作日",
    "audit": "核验审计链",
    "proofread": "校对文件：个人信息、用语、数据勾稽、公文格式",
    "mask": "生成隐去个人信息的副本",
    "serve": "启动网页工作台",
    "link": "为忘记密码的人员生成设置密码的链接",
    "backup": "备份数据库和全部文件",
    "demo": "载入示例工作包，从表格直到通报",
}
INTERRUPTED = 130  # as shells have it


def main() -> None:
    """Entry point of the console script. Exit 0 done, 1 the input has faults, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        _write_chinese(stream)
    sys.excepthook = logs.told
    try:
        try:
            run(sys.argv[1:])
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # whoever read the output (head, less) has seen enough; what is left goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        sys.stderr.write("已中止，没有写完的不会保留。\n")
        raise SystemExit(INTERRUPTED) from None


def run(arguments: list[str]) -> None:
    """Run one command. Raises SystemExit with its code where that is not 0."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        sys.stdout.write(overview())
        return
    if arguments[0] not in COMMANDS:
        sys.stderr.write(f"没有“{arguments[0]}”这个命令。\n{overview()}")
        raise SystemExit(2)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings")
    from django.core.management import execute_from_command_line  # settings must be chosen first

    execute_from_command_line(["gongkai", *arguments])


def overview() -> str:
    """The list of commands, as `gongkai --help` prints it."""
    lines = [f"  {name:<10} {what}" for name, what in COMMANDS.items()]
    return (
        "gongkai 政务公开监测考核平台\n\n用法：gongkai 命令 …（gongkai 命令 --help 查看参数）\n\n"
        + "\n".join(lines)
        + "\n"
    )


def _write_chinese(stream: object) -> None:
    """No locale ends the program: UTF-8 where its encoding has no Chinese, and a character that cannot be
    written (half a name of a file) is spelt out."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    try:
        "政务公开".encode(stream.encoding)
    except UnicodeEncodeError:
        stream.reconfigure(encoding="utf-8")
    stream.reconfigure(errors="backslashreplace")
