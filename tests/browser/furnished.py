"""A workbench in the middle of a quarter, with people signed in (`tests.browser.furnish`)."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.workbench import running


@dataclass(frozen=True)
class Furnished:
    """Where it answers; a session for each username; the code of the running quarter; numbers of some pages."""

    address: str
    sessions: dict[str, str]
    running: str
    notice: int
    upload: int

    def cookie(self, username: str) -> Any:
        """What makes a browser that person's."""
        return {"name": "sessionid", "value": self.sessions[username], "url": self.address}


@contextmanager
def furnished(home: Path) -> Iterator[Furnished]:
    """Furnish a data folder and serve it."""
    environment = os.environ | {
        "GONGKAI_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "gongkai.config.settings",
    }
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.furnish"], env=environment, check=True, capture_output=True
    )
    with running(home) as workbench:
        yield Furnished(workbench.address, **json.loads(made.stdout))
