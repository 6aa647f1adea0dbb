"""Hand work to the worker that `gongkai serve` starts."""

from django.db import transaction
from django_q.tasks import async_task


def later(job: str, *arguments: int | str) -> None:
    """Run `gongkai.web.jobs.<job>` with plain arguments once the running transaction has ended: a job never
    looks for a row that is not there yet."""
    transaction.on_commit(lambda: async_task(f"gongkai.web.jobs.{job}", *arguments))
