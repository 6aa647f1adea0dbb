"""The gate before issuing: the plan against itself, its facts, the registers and what was published."""

from gongkai.notice.crosscheck.registry import check
from gongkai.notice.crosscheck.review import Note

__all__ = ["Note", "check"]
