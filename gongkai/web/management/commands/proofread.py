"""gongkai proofread FILE…"""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.template.loader import render_to_string
from django.utils import timezone
from rich.text import Text

from gongkai.actions import proofreading
from gongkai.proofreading.document import Document
from gongkai.proofreading.hits import Hit, Level
from gongkai.proofreading.marking import segments
from gongkai.records import offices
from gongkai.sources.documents.checked import checked
from gongkai.web import citizens, proof_report
from gongkai.web.screen import OFFICE, Screen, fail, json_option
from gongkai.web.terminal import draw, print_json, say, table

COLUMNS = ("级别", "类别", "位置", "内容", "说明")
WIDEST = {"类别": 12, "位置": 12, "内容": 20}
"""So much is enough for most; what is left is for the sentence that says what to do."""
STYLES = {Level.ERROR: "bold red", Level.DOUBT: "yellow", Level.HINT: "dim"}


class Command(Screen):
    help = "校对文件：个人信息、用语、数据勾稽、公文格式"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files", metavar="文件", nargs="+", type=Path, help=".txt .md .html .docx .xlsx .pdf"
        )
        parser.add_argument("--office", metavar="工作包", help=f"按这个办公室的词库和设置，{OFFICE}")
        parser.add_argument("--html", metavar="网页", type=Path, help="把标出问题的全文写成一个网页")
        json_option(parser)

    def uses_records(self, *, office: str | None = None, **_: Any) -> bool:
        return bool(office)

    def show(
        self, *, files: list[Path], office: str | None, html: Path | None, as_json: bool, **_: Any
    ) -> None:
        rules = proofreading.rules(offices.get(office) if office else None, timezone.localdate())
        found = [checked(path.name, path.read_bytes(), rules) for path in files]
        if html:
            html.write_text(citizens.page(_page(found)), "utf-8")
        if as_json:
            print_json([{"file": one.name, "hits": proof_report.rows(one, hits)} for one, hits in found])
        else:
            for document, hits in found:
                _print(document, hits)
        if errors := sum(hit.level is Level.ERROR for _, hits in found for hit in hits):
            raise fail(f"共有{errors}处错误，请改正后再公开。")


def _print(document: Document, hits: tuple[Hit, ...]) -> None:
    if not hits:
        say(f"{document.name}：没有发现问题。")
        return
    rows = proof_report.rows(document, hits)
    cells = [
        (
            Text(row["level"], STYLES[Level(row["level"])]),
            row["kind"],
            proof_report.brief(row["where"]),
            row["found"],
            proof_report.advice(row),
        )
        for row in rows
    ]
    draw(table(f"{document.name}：{proof_report.counted(hits)}", COLUMNS, cells, widest=WIDEST))


def _page(found: list[tuple[Document, tuple[Hit, ...]]]) -> str:
    return render_to_string("proofreading/report.html", {"files": [_file(*each) for each in found]})


def _file(document: Document, hits: tuple[Hit, ...]) -> dict[str, Any]:
    marked = segments(document, proof_report.inked(hits))
    pieces = [
        {
            "number": number,
            "where": piece.where,
            "parts": [(proof_report.marked(one, hits), [hits[place] for place in one.hits]) for one in cut],
        }
        for number, (piece, cut) in enumerate(zip(document.pieces, marked, strict=True))
        if piece.text
    ]
    return {
        "name": document.name,
        "counted": proof_report.counted(hits),
        "rows": [
            row | {"where": proof_report.brief(row["where"]), "advice": proof_report.advice(row)}
            for row in proof_report.rows(document, hits)
        ],
        "lines": list(proof_report.lines(document, pieces)),
    }
