"""Facts about a column, account or outlet that the register has no longer under that name.

Renaming one after an import would leave its facts under the old name and a zero under the new one, and a
unit would be blamed for it.
"""

from collections.abc import Iterator

from gongkai.measures.facts import KIND_LABELS, SUBJECTS
from gongkai.office import pack
from gongkai.records import facts, models
from gongkai.terms import Period

WHAT = {"adoptions": "渠道", "columns": "栏目", "posts": "账号"}


def faults(row: models.Office, period: Period, office: pack.Office) -> Iterator[str]:
    """A sentence for each name in the facts of a period that the office does not list."""
    known = {
        "adoptions": {outlet.name for outlet in office.outlets},
        "columns": {column.name for column in office.columns},
        "posts": {account.key for account in office.accounts},
    }
    for kind in SUBJECTS:
        for name in sorted(facts.subjects(row, period.code, kind) - known[kind]):
            yield (
                f"{period.label}的{KIND_LABELS[kind]}数据中有{WHAT[kind]}“{name}”，工作包不再列有；"
                "请在工作包中恢复原名，或撤销相应批次后按新名重新导入"
            )
