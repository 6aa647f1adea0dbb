"""The web floor as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "gongkai.web"

    def ready(self) -> None:
        from gongkai.web import sessions  # noqa: F401  its receivers need the models
