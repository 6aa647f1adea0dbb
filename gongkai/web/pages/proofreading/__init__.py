"""Proofreading a text or a file before it is published."""

from django.urls import path

from gongkai.web.pages.proofreading import desk, dismissals

urls = [
    path("proofreading/", desk.index, name="proofreading"),
    path("proofreading/dismissals/", dismissals.index, name="proofreading_dismissals"),
    path("proofreading/dismissals/new/", dismissals.dismiss, name="proofreading_dismiss"),
    path("proofreading/dismissals/<int:number>/", dismissals.one, name="proofreading_dismissal"),
    path("proofreading/dismissals/<int:number>/restore/", dismissals.restore, name="proofreading_restore"),
]
