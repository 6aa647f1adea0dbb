"""The registers behind the notice: duplicates, unapproved accounts, what an import found odd."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from gongkai.assessment.result import PointLine
from gongkai.notice.crosscheck.review import Note, Review, amber, red
from gongkai.notice.plan import Issue
from gongkai.office.pack import Account, Filing

PLACES = 6
"""Places that an item about refused rows names."""


def registers_are_single(review: Review) -> Iterator[Issue]:
    """A pair of column and unit, or an account, that stands twice in the pack (duplicate_register), and two
    accounts of one unit on one platform (account_twice)."""
    office = review.office
    pairs = Counter(
        (column.name, unit) for column in office.columns for duty in column.duties for unit in duty.units
    )
    for (column, unit), times in pairs.items():
        if times > 1:
            yield amber(
                "duplicate_register",
                f"栏目登记中“{column}”与{unit}重复{times}次，请删去多余的一项",
                units=(unit,),
            )
    for key, times in Counter(account.key for account in office.accounts).items():
        if times > 1:
            yield amber("duplicate_register", f"账号台账中“{key}”重复{times}次，请删去多余的一项")
    yield from _account_twice(review)


def _account_twice(review: Review) -> Iterator[Issue]:
    filed = {account.key: account for account in review.office.accounts if account.filing is Filing.FILED}
    for (unit, platform), times in Counter((one.unit, one.platform) for one in filed.values()).items():
        if times > 1:
            names = "、".join(
                one.name for one in filed.values() if (one.unit, one.platform) == (unit, platform)
            )
            yield amber(
                "account_twice", f"{unit}在{platform}上有{times}个账号，按规定一个单位在一个平台只开一个，请核对是否应当注销", names,
                units=(unit,),
            )  # fmt: skip


def rows_are_single(review: Review) -> Iterator[Issue]:
    """An annex that names the same unit, column and account in two rows (duplicate_row)."""
    for annex in review.plan.annexes:
        rows = Counter(
            tuple(cell.text for cell in row if cell.number is None and cell.text) for row in annex.table.rows
        )
        for names, times in rows.items():
            if times > 1:
                yield red(
                    "duplicate_row",
                    f"附件{annex.number}中“{'、'.join(names)}”重复{times}行，请核对名册和台账后删去多余的一行",
                    f"附件{annex.number}",
                )


def unapproved_accounts_cost(review: Review) -> Iterator[Issue]:
    """A unit that opened an account without approval and lost no points for it (unapproved_account)."""
    if not review.office.scheme.scored:
        return
    for account in review.office.accounts:
        if account.filing is Filing.UNAPPROVED and not _deducted(review, account):
            yield amber(
                "unapproved_account",
                f"{account.unit}未经报备开设账号“{account.name}”，考核中没有相应扣分，请核对是否符合考核办法",
                f"账号台账：{account.key}，{account.filing.value}",
                f"考核得分：{account.unit}政务新媒体项没有扣分",
                (account.unit,),
            )


def _deducted(review: Review, account: Account) -> bool:
    return any(
        line.unit == account.unit and line.points < 0 and _about_media(line)
        for line in review.assessment.lines
    )


def _about_media(line: PointLine) -> bool:
    return line.measure.startswith(("accounts.", "posts.")) or "新媒体" in line.dimension


def imports_were_clean(review: Review) -> Iterator[Issue]:
    """What an import kept as odd, such as a row that stands twice in a sheet, and the rows it was told to
    leave out, whose units may look like zero (source:<code>)."""
    refused: dict[str, list[Note]] = defaultdict(list)
    for note in review.notes:
        if note.refused:
            refused[note.code].append(note)
        else:
            yield amber(f"source:{note.code}", note.message, note.place)
    for code, notes in refused.items():
        yield red(
            f"source:{code}",
            f"导入时有{len(notes)}处问题没有改正，有问题的行没有收入，所涉单位可能因此少计或显示为零，"
            f"如：{notes[0].message}。请改正后重新导入并重新考核；已补入或不影响本期的，说明理由放行",
            _some([note.place for note in notes]),
        )


def _some(places: list[str]) -> str:
    more = f"等{len(places)}处" if len(places) > PLACES else ""
    return "、".join(places[:PLACES]) + more
