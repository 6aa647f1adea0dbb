"""What may keep a command from its work: an expected fault, a database in use, a full disk. Anything else
is a bug and keeps its traceback."""

import errno

from django.conf import settings
from django.db import DatabaseError

DATABASE = {
    "locked": "数据库正由另一个程序写入，没有等到；请稍候重试",
    "readonly": "数据库不能写入，请检查数据目录的权限",
    "unable to open": "数据库打不开，请检查数据目录是否存在、有无权限",
    "full": "磁盘空间不足，没有写入；请清理磁盘后重试",
    "disk I/O": "磁盘读写出错，可能已满，没有写入；请检查磁盘后重试",
    "malformed": "数据库文件已损坏，请停止使用并从备份恢复",
    "not a database": "数据库文件已损坏，请停止使用并从备份恢复",
}
"""A part of what the database's driver says → what it means for a clerk."""

FILES = {
    errno.EACCES: "没有权限读写",
    errno.EPERM: "没有权限读写",
    errno.EROFS: "所在的磁盘不能写入",
    errno.ENOSPC: "磁盘空间不足，请清理后重试",
    errno.EDQUOT: "磁盘配额已满，请清理后重试",
    errno.EEXIST: "已有同名的文件，不能用作目录",
    errno.ENOTDIR: "路径中有一段是文件，不是目录",
    errno.EISDIR: "已有同名的目录，不能写成文件",
    errno.ENOENT: "没有找到",
    errno.ENAMETOOLONG: "文件名或路径过长",
}


def expected() -> tuple[type[Exception], ...]:
    """The faults of the input. Their list knows every floor and takes half a second to import: it is
    asked for only when something went wrong."""
    from gongkai.actions.errors import EXPECTED

    return EXPECTED


def told(error: DatabaseError | OSError) -> str | None:
    """What a clerk is told of a fault of the machine; None for one that nobody foresaw."""
    if isinstance(error, DatabaseError):
        said = next((words for part, words in DATABASE.items() if part in str(error)), None)
        return f"{said}（{settings.HOME}）" if said else None
    said = FILES.get(error.errno or 0)
    return f"{said}：{error.filename or settings.HOME}" if said else None
