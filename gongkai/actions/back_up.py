"""Back up: everything a deployment holds, in one folder that is as good as the data folder itself.

The database comes first, as it stands at one moment while people go on working; the files it names lie under
their digest and are never changed, so that those copied after it are all that it needs and perhaps some more.
"""

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from gongkai.records.audit import Who, record

FOLDERS = ("FILES", "SNAPSHOTS")
KEY = "secret.key"
"""Signs sessions and links: without it people sign in anew, nothing else is lost."""


class BackUpError(RuntimeError):
    """No backup was made; the message says why."""


def run(target: Path, *, by: Who, at: datetime) -> int:
    """Copy the database and all files to a new folder; how many bytes. Nothing is left there where it fails.
    Raises BackUpError, OSError."""
    if connection.vendor != "sqlite":
        raise BackUpError("数据库不是 SQLite，请用数据库自带的工具备份（如 pg_dump），并复制数据目录中的文件")
    if target.exists():
        raise BackUpError(f"备份目录已经存在：{target}，请换一个目录，以免覆盖原来的备份")
    part = target.with_name(f".{target.name}.part")
    part.mkdir(parents=True)
    try:
        with transaction.atomic():
            record("system.backup", target.name, by=by, at=at)
        _copy(part)
        part.rename(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return sum(path.stat().st_size for path in target.rglob("*") if path.is_file())


def _copy(folder: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "VACUUM INTO %s", [str(folder / Path(str(settings.DATABASES["default"]["NAME"])).name)]
        )
    for source in (Path(getattr(settings, name)) for name in FOLDERS):
        if source.exists():
            shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("*.part"))
    key = Path(settings.HOME) / KEY
    if key.exists():
        shutil.copy2(key, folder / KEY)
