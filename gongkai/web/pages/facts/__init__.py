"""What happened: a list per kind; the units, a page each."""

from django.urls import path, register_converter

from gongkai.web.pages.facts import fact_list, overview, unit, units
from gongkai.web.pages.facts.kinds import KindConverter

register_converter(KindConverter, "kind")

urls = [
    path("<period:period>/facts/", overview.index, name="facts"),
    path("<period:period>/facts/<kind:kind>/", fact_list.index, name="fact_list"),
    path("<period:period>/units/", units.index, name="units"),
    path("<period:period>/units/<path:unit>/", unit.index, name="unit"),
]
