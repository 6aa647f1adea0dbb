"""The annex tables, a line each: the word an office pack uses → what makes the table."""

from collections.abc import Callable

from gongkai.notice.annexes import accounts, columns, messages, orders, scores, submissions
from gongkai.notice.material import Material
from gongkai.notice.plan import Table
from gongkai.office.pack import Annex

Maker = Callable[[Material, Annex], Table]

TABLES: dict[str, Maker] = {
    "submissions": submissions.table,
    "columns": columns.table,
    "messages": messages.table,
    "accounts": accounts.table,
    "scores": scores.table,
    "orders": orders.table,
}
