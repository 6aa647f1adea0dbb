"""Reading the environment, with an error that says what was expected."""

import os
from pathlib import Path


class EnvironmentFault(SystemExit):
    """An environment variable that cannot be used; ends the program with the message."""


def folder(name: str, default: str) -> Path:
    """The folder named by the variable, made if absent."""
    path = Path(os.environ.get(name, default)).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(f"环境变量 {name} 指向的目录不能使用：{path}（{error.strerror}）") from error
    return path
