"""Proofreading a text or a file before it is published."""

from django.urls import path

from gongkai.web.pages.proofreading import desk

urls = [path("proofreading/", desk.index, name="proofreading")]
