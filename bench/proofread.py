"""How fast text is searched, beside Presidio, jionlp and Hyperscan on the same documents; and a .docx proofread whole.

python -m bench.proofread [--characters 16000000]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench import proofread_document, proofread_text

CHARACTERS = 16_000_000
ROUNDS = 3
WHOLE, NUMBERS = "gongkai", "gongkai_numbers"
OURS = (WHOLE, "gongkai_shipped", NUMBERS)
SHARES = {
    **dict.fromkeys(OURS, 1.0),
    "presidio": 0.03,
    "presidio_patterns": 0.25,
    "jionlp": 0.25,
    "hyperscan": 1.0,
}
"""Contenders, and the part of the documents that each is given: the slow ones fewer."""

TEXTS = {"sparse": proofread_text.SPARSE, "dense": proofread_text.DENSE}
AT_LEAST = {"sparse": 20e6, "dense": 8e6}
AT_LEAST_PEERS = {"presidio": 40.0, "jionlp": 4.0}
AT_MOST_DOCUMENT = 0.3

Result = dict[str, dict[str, Any]]
"""Text → contender → what it said of its best round; `document` → seconds cold, first and warm."""


def run(characters: int = CHARACTERS) -> Result:
    """Contenders take turns, each in a process of its own: the best of three."""
    result: Result = {text: {} for text in TEXTS}
    for _ in range(ROUNDS):
        for text, every in TEXTS.items():
            for name, share in SHARES.items():
                said = _python("bench.proofread_contender", name, str(int(characters * share)), str(every))
                best = result[text].setdefault(name, said)
                result[text][name] = max(said, best, key=speed)
    return result | {"document": _document()}


def _document() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "通报.docx"
        proofread_document.write(path)
        said = _python("bench.proofread_document", str(path))
        settings = {"GONGKAI_HOME": home, "DJANGO_SETTINGS_MODULE": "gongkai.config.settings"}
        gongkai = [sys.executable, "-c", "from gongkai.config.console import main; main()"]
        start = time.perf_counter()
        subprocess.run(
            [*gongkai, "proofread", str(path), "--json"], env={**os.environ, **settings}, capture_output=True
        )
        return said | {"cold": time.perf_counter() - start}


def _python(module: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", module, *arguments], check=True, capture_output=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def speed(said: Mapping[str, Any]) -> float:
    """Characters a second of the processor: the clock also counts what others do on the machine."""
    return float(said["characters"] / said["processor"])


def times(said: Mapping[str, Mapping[str, Any]], name: str) -> float:
    """How many times as fast as a contender we are in what it does: numbers of people."""
    return speed(said[NUMBERS]) / speed(said[name])


def kept(result: Result) -> bool:
    """Whether the promises hold: the speeds, the ratios, and nowhere a worse score than a peer's."""
    return result["document"]["warm"] <= AT_MOST_DOCUMENT and all(
        speed(result[text][WHOLE]) >= AT_LEAST[text] and _ahead(result[text]) for text in TEXTS
    )


def _ahead(said: Mapping[str, Mapping[str, Any]]) -> bool:
    return all(
        times(said, name) >= least and _as_good(said[NUMBERS]["scores"], said[name]["scores"])
        for name, least in AT_LEAST_PEERS.items()
    )


def _as_good(ours: Mapping[str, list[int]], peers: Mapping[str, list[int]]) -> bool:
    return all(
        mine >= other
        for kind in peers
        for mine, other in zip(rates(ours[kind]), rates(peers[kind]), strict=True)
    )


def rates(score: list[int]) -> tuple[float, float]:
    """Precision and recall."""
    planted, met, marked, right = score
    return right / marked if marked else 1.0, met / planted if planted else 1.0


def show(result: Result) -> None:
    """Speeds by time of the processor and by the clock, then precision and recall by kind."""
    for text, every in TEXTS.items():
        print(f"proofread: {text} text, one thing to find in {every:,} characters, in millions a second")
        print(f"  {WHOLE:<20} promised at least {AT_LEAST[text] / 1e6:.0f}")
        for name in SHARES:
            _show_contender(result[text], name)
    document = result["document"]
    print(f"proofread: a .docx of 20 pages, {document['hits']} findings")
    print(f"  warm                 {document['warm']:>8.3f} s   promised at most {AT_MOST_DOCUMENT}")
    print(f"  first in a process   {document['first']:>8.3f} s")
    print(f"  the whole command    {document['cold']:>8.3f} s")


def _show_contender(all_said: Mapping[str, Mapping[str, Any]], name: str) -> None:
    said = all_said[name]
    promise = f", promised {AT_LEAST_PEERS[name]:.0f}" if name in AT_LEAST_PEERS else ""
    ratio = f"   ours {times(all_said, name):.1f} times{promise}" if name not in OURS else ""
    clock = said["characters"] / said["wall"] / 1e6
    print(f"  {name:<20}{speed(said) / 1e6:>8.2f} of the processor{clock:>8.2f} by the clock{ratio}")
    for kind, score in said["scores"].items():
        precision, recall = rates(score)
        print(f"    {kind}   precision {precision:.3f}   recall {recall:.3f}   of {score[0]:,}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    show(run(parser.parse_args().characters))
