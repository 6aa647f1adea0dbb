"""Before an office: the list of offices, the first administrator, links to choose a password."""

from django.urls import path

from gongkai.web.pages.entrance import invitations, offices, setup

urls = [
    path("", offices.index, name="offices"),
    path("setup/<str:secret>/", setup.first, name="setup"),
    path("setup/<str:secret>/pack/", setup.first, name="setup_pack"),
    path("invitation/<str:secret>/", invitations.accept, name="invitation"),
    path("o/<slug:office>/", offices.enter, name="office"),
]
