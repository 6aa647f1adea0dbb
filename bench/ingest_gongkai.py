"""Import a workbook with Gongkai in a process of its own: python -m bench.ingest_gongkai FILE"""

import json
import resource
import sys
import time
from pathlib import Path

import django

django.setup()

from django.utils import timezone  # noqa: E402

from gongkai.actions import ingest, register  # noqa: E402
from gongkai.records.audit import Who  # noqa: E402
from gongkai.records.models import WorkOrder  # noqa: E402
from gongkai.terms import Period  # noqa: E402
from gongkai.web.screen import prepare_database  # noqa: E402


def main(path: Path) -> None:
    """Print seconds from the path to the committed batch, rows stored, and the peak of memory in MB."""
    prepare_database()
    who, now = Who("某某", "测速"), timezone.now()
    register.load_pack(Path("offices/weibin"), by=who, at=now)
    start = time.perf_counter()
    seen, _ = ingest.run(path, office="weibin", period=Period.parse("2021Q4"), by=who, at=now)
    seconds = time.perf_counter() - start
    assert not seen.refused, seen.faults[:3]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "rows": WorkOrder.objects.count(), "peak": peak}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
