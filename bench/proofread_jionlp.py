"""Identity numbers and phones, as jionlp extracts them; of its phones those with an area code are left out."""

import contextlib
import io

with contextlib.redirect_stdout(io.StringIO()):  # it greets whoever imports it
    import jionlp

from bench.proofread_text import Mark
from gongkai.proofreading.personal.kinds import Kind

KINDS = (Kind.IDENTITY, Kind.MOBILE)


def find(text: str) -> list[Mark]:
    phones = jionlp.extract_phone_number(text, detail=True)
    # its places count the mark that it puts before the text
    return [
        *(Mark(Kind.IDENTITY, *one["offset"]) for one in jionlp.extract_id_card(text, detail=True)),
        *(Mark(Kind.MOBILE, *one["offset"]) for one in phones if one["type"] == "cell_phone"),
    ]
