"""The office as its registers stand now, loaded once a process until something of it changes.

Loading 200 units with their columns takes a tenth of a second, and every page asks for it.
"""

import hashlib
from typing import NamedTuple

from gongkai.office import pack
from gongkai.records import offices
from gongkai.records.models import Office
from gongkai.records.unchanged import until_changed

KEPT = 8


class Pack(NamedTuple):
    """The frozen office and the digest of all it says."""

    office: pack.Office
    digest: str


@until_changed(KEPT)
def current(row: Office) -> Pack:
    """The office of a row as it stands."""
    office = offices.load(row)
    return Pack(office, hashlib.sha256(office.model_dump_json().encode()).hexdigest())
