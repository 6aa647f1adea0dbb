"""argparse in Chinese: what a clerk reads when a command is typed wrongly, or with --help.

argparse passes every sentence of its own through gettext; here is the catalogue that gettext would need.
"""

import argparse

SENTENCES = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "显示这段说明",
    "%(prog)s: error: %(message)s\n": "%(message)s。加 --help 查看说明。\n",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "the following arguments are required: %s": "缺少参数：%s",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 不明确，可能是 %(matches)s",
    "expected one argument": "后面应有一个值",
    "expected at least one argument": "后面至少应有一个值",
    "ignored explicit argument %r": "后面不带值，多余的内容：%r",
    "invalid %(type)s value: %(value)r": "不能识别 %(value)r，请核对",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r 这个选择，可选：%(choices)s",
}


def speak_chinese() -> None:
    """Give argparse its sentences in Chinese; one that is not listed stays as it is."""
    vars(argparse)["_"] = lambda sentence: SENTENCES.get(sentence, sentence)
