"""The server takes its worker along when it ends, whatever the worker is at."""

import signal
import subprocess
import sys

import pytest

from gongkai.web.management.commands import serve

STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
)

OBEDIENT = (
    "import signal, sys, time; signal.signal(15, lambda *_: sys.exit()); print(flush=True); time.sleep(60)"
)


def worker(program: str) -> "subprocess.Popen[bytes]":
    started = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, start_new_session=True
    )
    assert started.stdout
    with started.stdout as said:
        said.readline()  # it listens to signals by now
    return started


def test_a_worker_that_ends_when_told_is_let_end():
    obedient = worker(OBEDIENT)
    serve.stop(obedient)
    assert obedient.returncode == 0


def test_a_worker_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serve, "LAST_JOB_SECONDS", 0.2)
    stubborn = worker(STUBBORN)
    serve.stop(stubborn)
    assert stubborn.returncode == -signal.SIGKILL
