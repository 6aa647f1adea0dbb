"""Reading the environment, with an error that says what was expected."""

import os
import secrets
from pathlib import Path

YES, NO = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


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


def place(name: str, default: Path) -> Path:
    """The folder named by the variable, which need not be there."""
    return Path(os.environ.get(name, default)).expanduser().resolve()


def words(name: str, default: str) -> list[str]:
    """The words of the variable, separated by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def yes(name: str) -> bool:
    """Whether the variable is switched on."""
    value = os.environ.get(name, "").strip().lower()
    if value not in YES | NO:
        raise EnvironmentFault(f"环境变量 {name} 应为 1 或 0，现为“{value}”")
    return value in YES


def secret(name: str, kept: Path) -> str:
    """The secret in the variable, or the one kept in a file that only its owner reads, made at first use."""
    if given := os.environ.get(name, ""):
        return given
    try:
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    except OSError as error:
        raise EnvironmentFault(f"不能在数据目录中保存密钥：{kept}（{error.strerror}）") from error
    return kept.read_text()
