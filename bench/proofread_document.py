"""A notice of twenty pages as a .docx, read and proofread whole.

python -m bench.proofread_document FILE   writes nothing: prints the seconds of the first time and of the best of five
"""

import json
import random
import sys
import time
from datetime import date
from pathlib import Path

from docx.document import Document

from bench import proofread_text
from gongkai.proofreading.proofread import Rules
from gongkai.proofreading.wording import Wording
from gongkai.sources.documents.checked import checked
from tests.proofreading.layout import official

SECTIONS, PARAGRAPHS, SENTENCES, ROWS = 6, 9, 4, 16
HEADS = ("单位", "应报", "实报", "采用", "办件", "按期")
TODAY = date(2026, 1, 1)
ROUNDS = 5


def write(path: Path) -> None:
    """An official notice with sections of prose and a table in each; here and there something is wrong."""
    chance = random.Random(proofread_text.SEED)
    prose = proofread_text.prose()
    document = official.notice()
    for number in range(SECTIONS):
        official.line(document, f"{'一二三四五六'[number]}、工作情况", official.HEI)
        for _ in range(PARAGRAPHS):
            official.line(document, "".join(chance.choices(prose, k=SENTENCES)))
        _table(document, chance)
    official.line(document, "申请人张三，身份证号11010519491231002X，设备已按装完毕。")
    path.write_bytes(official.content(document))


def _table(document: Document, chance: random.Random) -> None:
    table = document.add_table(ROWS + 1, len(HEADS))
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    for place, row in enumerate(table.rows[1:], 1):
        for cell, written in zip(row.cells, (f"第{place}镇", *map(str, _counts(chance))), strict=True):
            cell.text = written


def _counts(chance: random.Random) -> list[int]:
    return [chance.randrange(10, 90) for _ in HEADS[1:]]


def main(path: Path) -> None:
    """Print the seconds from the bytes of the file to its findings, and how many there are."""
    content, rules = path.read_bytes(), Rules((Wording(),), today=TODAY)
    taken = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        _, hits = checked(path.name, content, rules)
        taken.append(time.perf_counter() - start)
    print(json.dumps({"first": taken[0], "warm": min(taken[1:]), "hits": len(hits)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
