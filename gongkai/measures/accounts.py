"""政务新媒体台账: accounts filed, and accounts opened without approval."""

import ibis

from gongkai.measures.long import figure, unpivot

FILED, UNAPPROVED = "已备案", "未经报备"
"""As in the pack (`gongkai.office.pack.Filing`); a cancelled account is neither."""


def figures(tables: dict[str, ibis.Table]) -> ibis.Table:
    """Figures of every unit that has an account in the register, whatever its filing."""
    accounts = tables["accounts"]
    wide = accounts.group_by("unit").agg(
        registered=accounts.count(where=accounts.filing == FILED),
        unapproved=accounts.count(where=accounts.filing == UNAPPROVED),
    )
    return unpivot(
        wide,
        figure("accounts.registered", wide.registered),
        figure("accounts.unapproved", wide.unapproved),
    )
