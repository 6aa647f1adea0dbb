"""One contender over the made-up documents, in a process of its own.

python -m bench.proofread_contender gongkai 16000000 5000
"""

import gc
import importlib
import json
import sys
import time
from collections.abc import Iterable, Sequence

from bench import proofread_text
from bench.proofread_text import Made, Mark

Score = tuple[int, int, int, int]
"""Of one kind: planted, found of these, marked, rightly marked."""


def main(name: str, characters: int, every: int) -> None:
    """Print characters, seconds by the clock and of the processor, and for each kind its score."""
    contender = importlib.import_module(f"bench.proofread_{name}")
    documents = list(proofread_text.documents(characters, every))
    contender.find(documents[0].text)  # what is compiled at the first use
    gc.collect()
    gc.freeze()  # the documents are the bench's own: no contender's collector need go through them
    wall, processor = time.perf_counter(), time.process_time()
    found = [contender.find(document.text) for document in documents]
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    marks = [contender.marks(each) for each in found]
    said = {
        "characters": sum(len(document.text) for document in documents),
        "wall": wall,
        "processor": processor,
        "scores": {kind: score(kind, documents, marks) for kind in contender.KINDS},
    }
    print(json.dumps(said))


def score(kind: str, documents: Iterable[Made], found: Iterable[Sequence[Mark]]) -> Score:
    """How what was found in the documents compares with what was planted, of one kind."""
    planted = met = marked = right = 0
    for document, marks in zip(documents, found, strict=True):
        wanted = [one for one in document.planted if one.kind == kind]
        seen = [one for one in marks if one.kind == kind]
        planted, marked = planted + len(wanted), marked + len(seen)
        met += sum(_touched(one, seen) for one in wanted)
        right += sum(_touched(one, wanted) for one in seen)
    return planted, met, marked, right


def _touched(one: Mark, others: Iterable[Mark]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
