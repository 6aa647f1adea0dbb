"""One unit under several names in the tables of a period: said once, so that the office settles on one."""

import re
from collections.abc import Iterable, Iterator

from gongkai.notice.crosscheck import Note
from gongkai.records.models import Batch

LEVEL = re.compile("^[区县](?=..)")
"""区财政局 and 财政局 are one spelling: whoever writes to the county leaves the level out or not."""


def notes(batches: Iterable[Batch]) -> Iterator[Note]:
    """A note for each unit that the imports of a period call by more than one name."""
    files: dict[str, dict[str, list[str]]] = {}
    for batch in batches:
        for name, unit in batch.names.items():
            spellings = files.setdefault(unit, {})
            spellings.setdefault(LEVEL.sub("", name), []).append(batch.file_name)
    for unit, spellings in files.items():
        if len(spellings) > 1:
            places = "；".join(
                f"“{name}”见{'、'.join(sorted(set(found)))}" for name, found in spellings.items()
            )
            yield Note(
                "unit_names", f"{unit}在上报表格中有{len(spellings)}种名称，通报统一用名册的名称", places
            )
