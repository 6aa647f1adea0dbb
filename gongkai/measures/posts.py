"""政务新媒体发文: original posts of each account against its posting duty."""

import ibis

from gongkai.measures.long import NOTHING, ZERO, figure, unpivot

ACCOUNT = ["unit", "account"]


def figures(tables: dict[str, ibis.Table]) -> ibis.Table:
    """Figures of every account with a posting duty or a post, under the unit that the register names."""
    wide = _wide(ibis.union(_made(tables), _owed(tables)))
    kept = wide.original >= wide.quota
    return unpivot(
        wide,
        figure("posts.published", wide.published, item=wide.account),
        figure("posts.original", wide.original, item=wide.account, target=wide.quota, met=kept),
        figure("posts.lapsed", ~kept, item=wide.account),
    )


def _made(tables: dict[str, ibis.Table]) -> ibis.Table:
    facts, accounts = tables["posts"], tables["accounts"]
    made = facts.group_by(*ACCOUNT).agg(published=facts.quantity.sum(), original=facts.original.sum())
    hosted = made.left_join(accounts.select("account", host="unit"), "account")
    return hosted.select(
        "account", "published", "original", unit=hosted.host.coalesce(hosted.unit), quota=NOTHING
    )


def _owed(tables: dict[str, ibis.Table]) -> ibis.Table:
    accounts = tables["accounts"]
    return accounts.filter(accounts.quota.notnull()).select(*ACCOUNT, "quota", published=ZERO, original=ZERO)


def _wide(rows: ibis.Table) -> ibis.Table:
    return rows.group_by(*ACCOUNT).agg(
        quota=rows.quota.max(), published=rows.published.sum(), original=rows.original.sum()
    )
