"""Help, the manual, and what is running."""

from django.urls import path

from gongkai.web.pages.help import about, manual

urls = [
    path("help/", manual.index, name="help"),
    path("help/pictures/<str:name>", manual.picture, name="help_picture"),
    path("help/<slug:chapter>/", manual.chapter, name="help_chapter"),
    path("about/", about.index, name="about"),
]
