"""Uploads as a page shows them: where each stands, what comes next, tables of what it would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongkai.actions import seen
from gongkai.actions.upload_steps import READING
from gongkai.measures.facts import KIND_LABELS
from gongkai.records.models import Upload
from gongkai.sources.faults import Code
from gongkai.terms import Period, TermError
from gongkai.web.fact_words import field_label, value_text
from gongkai.workflows.imports import State

STEPS = ("识别表格", "确认单位名称", "核对预览", "写入")
AT_STEP = {
    State.RECEIVED: 0,
    State.FAILED: 0,
    State.ASKING: 1,
    State.READ: 2,
    State.READY: 3,
    State.WRITING: 3,
}
"""State → the step a person stands at; beyond the last once it is written."""
MARKS = {
    State.ASKING: "ask",
    State.READ: "warning",
    State.READY: "ok",
    State.WRITTEN: "ok",
    State.FAILED: "fault",
}
COUNTS = (("added", "新增"), ("changed", "更新"), ("same", "未变"))
_SAY_WHAT_IT_IS = "请在“识别结果”中点“指定列”，说明这是哪种表、各列是什么；也可以改好表头后重新上传"
HERE = {
    Code.FORM_UNKNOWN: _SAY_WHAT_IT_IS,
    Code.FORM_AMBIGUOUS: _SAY_WHAT_IT_IS,
    Code.MAPPING_INVALID: "请在“识别结果”中点“调整”，重新说明各列是什么",
    Code.UNIT_UNKNOWN: "请在上面写明是名册中的哪个单位；确系新单位的，请先在单位名册中登记",
    Code.COLUMN_IGNORED: "如果这一列应当导入，请在“识别结果”中点“调整”，说明它是什么",
}
"""What a page offers instead of mending the file."""
NOT_SHOWN = ("precision", "key", "sheet", "row")


@dataclass(frozen=True)
class UploadState:
    """An upload in a line: its state in a word with a mark, and what is to be done next."""

    upload: Upload
    label: str
    mark: str
    next: str


@dataclass(frozen=True)
class Table:
    """Rows of texts under columns of (label, class)."""

    title: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Sequence[tuple[str, object]]]


def standing(upload: Upload) -> UploadState:
    """Where an upload stands."""
    state = State(upload.state)
    if upload.progress:
        return UploadState(upload, state.label, "quiet", f"{upload.progress['words']}…")
    return UploadState(upload, state.label, MARKS.get(state, "quiet"), upload.fault or _next(upload, state))


def _next(upload: Upload, state: State) -> str:
    found = upload.seen
    if state is State.ASKING:
        return f"有 {len(seen.open_questions(found, upload.left_out))} 个单位名称等您确认"
    if state is State.READY:
        return f"可以写入：{counted(found)}"
    if state is State.READ and found:
        if found["errors"]:
            return f"有 {found['errors']:,} 处问题，请核对"
        return "与已有数据一致，没有新的内容可写入"
    return ""


def counted(found: Mapping[str, Any]) -> str:
    """新增 12 条，更新 3 条, over all kinds."""
    parts = ((label, sum(each[name] for each in found["counts"].values())) for name, label in COUNTS[:2])
    return "，".join(f"{label} {count:,} 条" for label, count in parts if count) or "没有新的内容"


def steps(upload: Upload) -> list[dict[str, Any]]:
    """The steps with their state: done, here or to come."""
    reading = upload.progress.get("doing") == READING
    here = 0 if reading else AT_STEP.get(State(upload.state), len(STEPS))
    return [
        {"label": label, "here": place == here, "done": place < here} for place, label in enumerate(STEPS)
    ]


def sheets(upload: Upload) -> list[dict[str, Any]]:
    """The sheets with what they were taken for."""
    return [
        {
            **sheet,
            "kind_label": KIND_LABELS.get(sheet["kind"], ""),
            "read_columns": [column for column in sheet["columns"] if column["field"]],
            "unread_columns": [
                column for column in sheet["columns"] if not column["field"] and column["header"]
            ],
        }
        for sheet in upload.seen.get("sheets", ())
    ]


def counts(upload: Upload) -> list[dict[str, Any]]:
    """A row a kind: added, changed, same."""
    return [
        {"kind": kind, "label": KIND_LABELS.get(kind, kind), **each}
        for kind, each in upload.seen.get("counts", {}).items()
    ]


def faults(upload: Upload, which: str) -> list[dict[str, Any]]:
    """The faults or hints, each with what can be done about it here."""
    return [
        {**fault, "suggestion": HERE.get(fault["code"], fault["suggestion"])}
        for fault in upload.seen.get(which, ())
    ]


def changes(upload: Upload) -> list[dict[str, Any]]:
    """What stands and what comes, field by field."""
    return [
        {
            **change,
            "label": KIND_LABELS[change["kind"]],
            "key": _record(change["key"], change["unit"]),
            "fields": [
                (field_label(name), value_text(change["before"].get(name)), value_text(after))
                for name, after in change["after"].items()
            ],
        }
        for change in upload.seen.get("changes", ())
    ]


def _record(key: str, unit: str) -> str:
    """Which record of the unit a key means: its item and period in words, 财政局|2021Q4 → 2021年四季度."""
    return " ".join(filter(None, (_part(part) for part in key.split("|") if part != unit)))


def _part(text: str) -> str:
    try:
        return Period.parse(text).label
    except TermError:
        return text


def first_rows(upload: Upload) -> list[Table]:
    """The first new rows of each kind."""
    return [_table(kind, rows) for kind, rows in upload.seen.get("rows", {}).items()]


def _table(kind: str, rows: Sequence[Mapping[str, Any]]) -> Table:
    names = [
        name
        for name in rows[0]
        if name not in NOT_SHOWN and (name == "quantity" or any(row[name] for row in rows))
    ]
    classes = ["num" if isinstance(rows[0][name], int) else "" for name in names]
    columns = [
        ("位置", ""),
        *((field_label(name), kind_) for name, kind_ in zip(names, classes, strict=True)),
    ]
    return Table(
        KIND_LABELS[kind],
        columns,
        [
            [
                ("", f"{row['sheet']} 第{row['row']}行"),
                *(
                    (kind_, "" if row[name] in ("", None) else value_text(row[name]))
                    for name, kind_ in zip(names, classes, strict=True)
                ),
            ]
            for row in rows
        ],
    )


def waited(upload: Upload, now: datetime) -> int:
    """Seconds since the work was handed to a worker."""
    since = upload.progress.get("since")
    return int((now - datetime.fromisoformat(since)).total_seconds()) if since else 0
