"""Pictures with their tables."""

from django.urls import path

from gongkai.web.pages.pictures import gallery

urls = [path("<period:period>/pictures/", gallery.index, name="pictures")]
