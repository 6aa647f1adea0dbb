"""The app that holds the commands, and later the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "gongkai.web"
    label = "web"
