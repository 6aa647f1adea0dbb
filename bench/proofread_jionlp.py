"""Identity numbers and phones, as jionlp extracts them; of its phones those with an area code are left out."""

import contextlib
import io
from typing import Any

with contextlib.redirect_stdout(io.StringIO()):  # it greets whoever imports it
    import jionlp

from bench.proofread_text import Mark
from gongkai.proofreading.personal.kinds import Kind

KINDS = (Kind.IDENTITY, Kind.MOBILE)
Extracted = list[dict[str, Any]]


def find(text: str) -> tuple[Extracted, Extracted]:
    return jionlp.extract_id_card(text, detail=True), jionlp.extract_phone_number(text, detail=True)


def marks(found: tuple[Extracted, Extracted]) -> list[Mark]:
    """What was found, by the kinds that are planted."""
    identities, phones = found
    return [
        *(Mark(Kind.IDENTITY, *one["offset"]) for one in identities),
        *(Mark(Kind.MOBILE, *one["offset"]) for one in phones if one["type"] == "cell_phone"),
    ]
