"""Python's search for cyclic garbage, put off while a large file is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Inside, no search is made: a hundred thousand rows become millions of objects that all stay, and
    going through them again and again takes a tenth of the import. Reference counts free the rest."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
