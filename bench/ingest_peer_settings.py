"""Gongkai's settings with django-import-export added."""

from gongkai.config.settings import *  # noqa: F403
from gongkai.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "import_export"]
