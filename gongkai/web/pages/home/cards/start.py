"""A new office is led through: units, people, import, assessment, notice."""

from django.urls import reverse

from gongkai.records.models import Batch
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import Card, Link, Place
from gongkai.workflows.rights import Action, can


def card(request: OfficeRequest) -> Card | None:
    """For whoever takes these steps, until something is imported."""
    begins = can(request.actor, Action.IMPORTS_WRITE) or can(request.actor, Action.PEOPLE_MANAGE)
    if not begins or Batch.objects.filter(office=request.office).exists():
        return None
    return Card(
        Place.MINE,
        "开始使用",
        "flag",
        note="还没有导入过数据。按“单位、人员、导入、考核、通报”的顺序，几步即可完成第一期通报。",
        links=(Link("查看步骤", reverse("start", args=[request.office.key])),),
    )
