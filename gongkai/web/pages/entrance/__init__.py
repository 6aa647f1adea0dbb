"""Before an office and into it: the first administrator, links to choose a password, new offices."""

from django.urls import path

from gongkai.web.pages.entrance import demonstration, invitations, offices, packs, setup, start

urls = [
    path("", offices.index, name="offices"),
    path("setup/<str:secret>/", setup.first, name="setup"),
    path("invitation/<str:secret>/", invitations.accept, name="invitation"),
    path("offices/new/", packs.choose, name="setup_pack"),
    path("offices/new/demonstration/", demonstration.progress, name="setup_demo"),
    path("offices/new/demonstration/begin/", demonstration.begin, name="setup_demo_begin"),
    path("offices/new/demonstration/people/", demonstration.people, name="setup_demo_people"),
    path("o/<slug:office>/", offices.enter, name="office"),
    path("o/<slug:office>/start/", start.index, name="start"),
]
