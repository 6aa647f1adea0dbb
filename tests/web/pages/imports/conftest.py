"""渭滨, a clerk at a browser, and the worker that does what the pages hand to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.module_loading import import_string
from django_q.models import OrmQ
from imports_files import IMPORTS, address

from gongkai.records.models import Upload


@pytest.fixture
def clerk(signed_in) -> Client:
    return signed_in("clerk")


@pytest.fixture
def work(django_capture_on_commit_callbacks) -> Callable[..., Any]:
    """Do something, and then all that it handed to the worker, as often as that hands on more."""

    def done(act: Callable[..., Any], *args: Any, **named: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            result = act(*args, **named)
        while waiting := list(OrmQ.objects.all()):
            for task in waiting:
                OrmQ.objects.filter(pk=task.pk).delete()
                with django_capture_on_commit_callbacks(execute=True):
                    import_string(task.func())(*task.args())
        return result

    return done


@pytest.fixture
def hand_in(clerk, work) -> Callable[..., Upload]:
    """Hand files in as the clerk does, have them read, and return the newest upload."""

    def handed(*paths: Path, client: Client | None = None) -> Upload:
        given = [SimpleUploadedFile(path.name, path.read_bytes()) for path in paths]
        answer = work((client or clerk).post, IMPORTS, {"files": given})
        assert answer.status_code == 302, answer.content.decode()
        return Upload.objects.latest("pk")

    return handed


@pytest.fixture
def take(clerk, work) -> Callable[..., Any]:
    """Take a step with an upload as the page offers it, and have the worker do its part."""

    def taken(upload: Upload, step: str, client: Client | None = None, **given: object) -> Any:
        upload.refresh_from_db()
        said = {"version": upload.version, "step": step, **given}
        answer = work((client or clerk).post, address(upload, "steps/"), said)
        upload.refresh_from_db()
        return answer

    return taken
