"""python -m tests.fuzz TARGET [libFuzzer's options], with `pip install atheris`: no part of the tests, for a person to
run for an hour after a reader was changed. What it finds becomes a small test beside that reader."""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["gongkai.proofreading", "gongkai.sources"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz one target until it is stopped or something breaks."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        raise SystemExit(f"python -m tests.fuzz {'|'.join(TARGETS)}")
    target, seeds = TARGETS[sys.argv[1]]
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds):
            Path(corpus, str(number)).write_bytes(seed)
        atheris.Setup([sys.argv[0], corpus, *sys.argv[2:]], target)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
