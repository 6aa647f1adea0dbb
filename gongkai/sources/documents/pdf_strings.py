"""Strings as the PDF library gives them: asked for twice, first how long, then what."""

import ctypes
from collections.abc import Callable
from typing import Any

LONGEST = 2 << 20
"""Bytes of one string; what claims to be longer is a broken file, and left."""


def wide(ask: Callable[..., int], *about: Any) -> str:
    """A string in UTF-16; "" where there is none. `ask` takes a buffer and its length after `about`."""
    return _asked(ask, about).decode("utf-16-le", "replace").rstrip("\0")


def narrow(ask: Callable[..., int], *about: Any) -> str:
    """A string in UTF-8 or ASCII, an address say."""
    return _asked(ask, about).decode("utf-8", "replace").rstrip("\0")


def _asked(ask: Callable[..., int], about: tuple[Any, ...]) -> bytes:
    length = ask(*about, None, 0)
    if not 0 < length <= LONGEST:
        return b""
    buffer = ctypes.create_string_buffer(length)
    ask(*about, ctypes.cast(buffer, ask.argtypes[len(about)]), length)  # type: ignore[attr-defined]
    return buffer.raw
