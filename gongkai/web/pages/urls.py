"""Every room of the workbench, a line each; what stands under /o/<office>/ is behind the office's gate."""

from django.urls import include, path

from gongkai.web.pages import (
    assessments,
    audit,
    entrance,
    facts,
    help,
    home,
    imports,
    notices,
    people,
    pictures,
    proofreading,
    rectifications,
    registers,
    scheme,
)

OFFICE = [
    *home.urls,
    *imports.urls,
    *facts.urls,
    *assessments.urls,
    *pictures.urls,
    *notices.urls,
    *proofreading.urls,
    *rectifications.urls,
    *registers.urls,
    *scheme.urls,
    *people.urls,
    *audit.urls,
]
urlpatterns = [
    *entrance.urls,
    *help.urls,
    path("o/<slug:office>/", include(OFFICE)),
]
