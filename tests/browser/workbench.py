"""A workbench as a user has it: `gongkai serve` on a data folder of its own, on loopback."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60  # seconds until it answers
PROGRAM = Path(sys.executable).with_name("gongkai")


@dataclass(frozen=True)
class Workbench:
    """Where it answers, the link of the first administrator, and its data folder."""

    address: str
    setup_link: str
    home: Path


@contextmanager
def running(home: Path) -> Iterator[Workbench]:
    """The server, stopped again afterwards; its output lies in home/serve.log."""
    port = _free_port()
    log = home / "serve.log"
    environment = os.environ | {"GONGKAI_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    with log.open("wb") as output:
        server = subprocess.Popen(
            [PROGRAM, "serve", "--port", str(port)], env=environment, stdout=output, stderr=output
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, server, log)
            yield Workbench(address, _setup_link(log), home)
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{address}/account/login/", timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the workbench did not start:\n{log.read_text()}")


def _setup_link(log: Path) -> str:
    found = re.search(r"http://\S+/setup/\S+/", log.read_text())
    return found[0] if found else ""
