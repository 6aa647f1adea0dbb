"""Builds the sample spreadsheets of both packs from the case figures: `python tests/golden/build_samples.py`.

The result is committed; a test rebuilds it and compares.
"""

from collections.abc import Mapping
from pathlib import Path

import event_samples
import qianyang_samples
import weibin_samples
from sample_book import book

OFFICES = Path(__file__).parents[2] / "offices"

EVENTS = ("submissions", "adoptions", "columns", "messages", "orders", "posts", "adjustments")


def samples() -> Mapping[str, bytes]:
    """Path under offices/ → the workbook."""
    weibin = {
        name: book(getattr(weibin_samples, name)())
        for name in ("submissions", "columns", "messages", "posts")
    }
    qianyang = {
        "adjustments": book(
            qianyang_samples.adjustments("annex1_towns", "各镇", "政务新媒体"),
            qianyang_samples.adjustments("annex2_departments", "各部门", "新媒体"),
        ),
        "orders": book(
            qianyang_samples.orders("annex3_hotline_towns", "各镇"),
            qianyang_samples.orders("annex4_hotline_departments", "各部门"),
        ),
        "columns": book(qianyang_samples.columns()),
        "messages": book(qianyang_samples.messages()),
    }
    events = {name: book(getattr(event_samples, name)()) for name in EVENTS}
    return {
        **{f"weibin/sample/{name}.xlsx": content for name, content in weibin.items()},
        **{f"qianyang/sample/{name}.xlsx": content for name, content in qianyang.items()},
        **{f"qianyang/sample/events/{name}.xlsx": content for name, content in events.items()},
    }


if __name__ == "__main__":
    for path, content in samples().items():
        target = OFFICES / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
