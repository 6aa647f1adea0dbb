"""The scheme of assessment: its text, checked while it is written, compared, tried out, saved."""

from django.urls import path

from gongkai.web.pages.scheme import editor, history

urls = [
    path("scheme/", editor.index, name="scheme"),
    path("scheme/check/", editor.check, name="scheme_check"),
    path("scheme/trial/", editor.trial, name="scheme_trial"),
    path("scheme/versions/", history.index, name="scheme_versions"),
]
