"""The first page of the morning, and the early warnings."""

from django.urls import path

from gongkai.web.pages.home import morning, warnings, why

urls = [
    path("<period:period>/", morning.index, name="home"),
    path("<period:period>/warnings/", warnings.index, name="warnings"),
    path("<period:period>/warnings/why/", why.index, name="warning"),
]
