"""How long the pages take with 100,000 facts and 200 units, 20 people at once, on a real server.

python -m bench.pages
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench import load
from tests.browser.workbench import running

AT_MOST = 0.1
WARM, TIMED = 100, 1000

Result = dict[str, tuple[float, float]]
"""Page → seconds at the median and at the 95th of 100."""


def run() -> Result:
    """Build the office, start the server, time each page."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "GONGKAI_HOME": home,
            "DJANGO_SETTINGS_MODULE": "gongkai.config.settings",
        }
        prepared = subprocess.run(
            [sys.executable, "-m", "bench.pages_data"], env=environment, check=True, capture_output=True
        )
        data = json.loads(prepared.stdout)
        with running(Path(home)) as workbench:
            host, port = workbench.address.removeprefix("http://").split(":")
            return {
                name: asyncio.run(_timed(host, int(port), path, data["cookie"]))
                for name, path in data["pages"].items()
            }


async def _timed(host: str, port: int, path: str, cookie: str) -> tuple[float, float]:
    await load.latencies(host, port, path, cookie, WARM)
    taken = await load.latencies(host, port, path, cookie, TIMED)
    return median(taken), load.p95(taken)


def kept(result: Result) -> bool:
    """Whether the promises hold."""
    return all(high <= AT_MOST for _, high in result.values())


def show(result: Result) -> None:
    print(f"pages: 100,000 facts, 200 units, {load.USERS} people without a pause, client on the same cores")
    for name, (middle, high) in result.items():
        print(
            f"  {name:<22} median {middle * 1000:>6.0f} ms   p95 {high * 1000:>6.0f} ms"
            f"   promised at most {AT_MOST * 1000:.0f}"
        )


if __name__ == "__main__":
    show(run())
