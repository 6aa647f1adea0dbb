"""A register and its entries by what an address says, narrowed to what the person may see."""

from typing import Any

from django.http import Http404

from gongkai.office import pack
from gongkai.office.editing import registers
from gongkai.office.editing.registers import REGISTERS, NoEntry
from gongkai.records import packs
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.registers import presenting


def register(request: OfficeRequest, key: str) -> registers.Register:
    """Raises Http404 for what is no register, or none of a unit's business."""
    if key not in REGISTERS or (request.own_unit and key in presenting.OFFICE_ONLY):
        raise Http404
    return REGISTERS[key]


def entry(request: OfficeRequest, key: str, name: str) -> tuple[pack.Office, Any]:
    """The office and its entry. Raises Http404 for one that is not there or of another unit."""
    register(request, key)
    office = packs.current(request.office).office
    try:
        found = registers.find(office, key, name)
    except NoEntry:
        raise Http404 from None
    if request.own_unit and not presenting.concerns(key, found, request.own_unit):
        raise Http404
    return office, found
