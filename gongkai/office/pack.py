"""What an office is: the typed, frozen form of an office pack.

`gongkai.office.files` reads a folder into an `Office` and writes it back; the database holds the same
Office in tables. Everything that differs between counties is here or in the scheme, never in an `if`.
"""

from enum import StrEnum
from functools import cached_property

from pydantic import Field

from gongkai.office.frozen import Frozen
from gongkai.office.proofreading import Proofreading
from gongkai.office.scheme import Scheme
from gongkai.office.texts import ColumnFrequency, DateText, OptionalDate, PeriodCode, PostingFrequency
from gongkai.terms import Rounding


class UnitKind(StrEnum):
    TOWN = "镇街"
    DEPARTMENT = "部门"
    BRANCH = "双管单位"
    COMMITTEE = "园区管委会"
    ENTERPRISE = "企事业单位"


class Region(Frozen):
    """The names a unit may carry in front: 陕西省 · 宝鸡市 · 渭滨区, and 渭滨 for short."""

    province: str
    city: str
    name: str
    short: str


class Unit(Frozen):
    """A unit under assessment or named in the facts. `name` is the name the office prints and the key
    everywhere; `group` is the list it stands in; a unit that is not `ranked` has no quota and no score."""

    name: str
    full_name: str = ""
    kind: UnitKind
    group: str
    ranked: bool = True
    aliases: tuple[str, ...] = ()
    note: str = ""


class ColumnDuty(Frozen):
    """Who keeps a column and how often; each responsible unit is judged by itself."""

    units: tuple[str, ...] = Field(min_length=1)
    frequency: ColumnFrequency


class ColumnCategory(StrEnum):
    STATUTORY = "主动公开"
    KEY_AREA = "重点领域"
    SPECIAL = "专题专栏"
    DYNAMIC = "动态"


class Exemption(Frozen):
    """A unit's column that is not judged in a period, with the approved reason."""

    unit: str
    period: PeriodCode
    reason: str


class Column(Frozen):
    name: str
    category: ColumnCategory
    duties: tuple[ColumnDuty, ...] = Field(min_length=1)
    exemptions: tuple[Exemption, ...] = ()
    note: str = ""


class Filing(StrEnum):
    """备案 state of an account."""

    FILED = "已备案"
    UNAPPROVED = "未经报备"
    CANCELLED = "已注销"


class Account(Frozen):
    """A government new-media account. `posting` false exempts a mini-program from the posting duty;
    `holder` is the 开设主体 as registered on the platform. `opened` and `cancelled`, where known, bound the
    time in which the account counts and owes posts."""

    name: str
    platform: str
    unit: str
    holder: str
    filing: Filing = Filing.FILED
    posting: bool = True
    opened: OptionalDate = ""
    cancelled: OptionalDate = ""
    note: str = ""

    @property
    def key(self) -> str:
        """name·platform: one account; the same name may stand on two platforms."""
        return f"{self.name}·{self.platform}"


OWN_LEVEL = "本级网站"
"""The level of the office's own web site, whose adoptions are 网站采用."""


class Outlet(Frozen):
    """Who adopts: the office's own site (level OWN_LEVEL), or media and higher offices by level."""

    name: str
    level: str
    aliases: tuple[str, ...] = ()

    @property
    def own(self) -> bool:
        """Whether this is the office's own web site."""
        return self.level == OWN_LEVEL


class DaySpan(StrEnum):
    WORKING = "工作日"
    CALENDAR = "自然日"


class TimeLimit(Frozen):
    """Days to close; `type` "" is for every type without a limit of its own."""

    type: str = ""
    days: int = Field(gt=0)
    span: DaySpan = DaySpan.WORKING


class SubmissionRules(Frozen):
    """`quota` items due from every ranked unit in a quarter (a month owes a third, a year four times)."""

    quota: int = Field(ge=0)


class Denominator(StrEnum):
    """What an on-time rate divides by: every order handled, with the withdrawn counted as closed on time
    (千阳's published tables), or only the orders due."""

    HANDLED = "承办件"
    DUE = "应办结"


class OrderRules(Frozen):
    limits: tuple[TimeLimit, ...] = ()
    denominator: Denominator = Denominator.DUE
    places: int = Field(default=1, ge=0, le=4)
    rounding: Rounding = Rounding.HALF_UP


class LocalDay(Frozen):
    """A day that is a working day here, or not, whatever the statutory calendar says; with the reason."""

    day: DateText
    working: bool
    reason: str


class Rules(Frozen):
    """Quotas, frequencies and time limits of the office, and where its calendar is its own."""

    submissions: SubmissionRules | None = None
    posting: PostingFrequency = "1条/5工作日"
    message_limits: tuple[TimeLimit, ...] = (TimeLimit(days=5),)
    orders: OrderRules = OrderRules()
    local_days: tuple[LocalDay, ...] = ()


class Layout(StrEnum):
    """How an annex lies on the page; two_up sets two tables side by side."""

    PORTRAIT = "portrait"
    TWO_UP = "two_up"
    LANDSCAPE = "landscape"


class Annex(Frozen):
    """One annex: a registered table, its title (Jinja), and how it lies on the page."""

    table: str
    title: str
    group: str = ""
    layout: Layout = Layout.PORTRAIT
    heading: str = ""
    notes: tuple[str, ...] = ()


class NoticeSettings(Frozen):
    """Who issues the notice, to whom, and its fixed parts; wording itself is notice.md."""

    issuer: str
    title: str
    addressee: str
    contact: str = ""
    document_number: str = ""
    red_head: str = ""
    copy_to: str = ""
    printed_by: str = ""
    annexes: tuple[Annex, ...] = ()


class StatedTerm(StrEnum):
    """What a statement may name besides a measure: sizes and terms of the registers and rules."""

    COLUMNS = "register.columns"
    """Columns with a responsible unit."""
    DUTIES = "register.duties"
    """Pairs of a column and a responsible unit: the rows of the column annex."""
    ACCOUNTS = "register.accounts"
    """Accounts filed."""
    ACCOUNT_UNITS = "register.account_units"
    """Units that hold a filed account."""
    PLATFORM = "account.platform"
    """The platform of the account `item` (its key)."""
    POSTING = "rules.posting"
    """How often an account must post."""


class Statement(Frozen):
    """A figure or term the office published elsewhere, to be compared with the stored one.

    `measure` is a measure (summed over units where `unit` is empty) or a StatedTerm; `value` is as
    published: a count, a percentage (90.9%) or a word.
    """

    where: str
    measure: str
    value: str
    unit: str = ""
    item: str = ""
    note: str = ""


class IssuedNotice(Frozen):
    """What is known of one period's notice: its dates, problems that no table shows (`remarks`, sentences of
    the office's own), and what was published before."""

    period: PeriodCode
    issued_on: DateText
    rectify_by: DateText
    remarks: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


class OfficeFile(Frozen):
    """What office.toml holds. `note` says of the whole pack what is inferred or made up."""

    key: str = Field(pattern="^[a-z][a-z0-9_-]*$")
    name: str
    region: Region
    note: str = ""
    groups: tuple[str, ...] = ()
    units: tuple[Unit, ...]
    columns: tuple[Column, ...] = ()
    accounts: tuple[Account, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    rules: Rules = Rules()
    notice: NoticeSettings
    proofreading: Proofreading = Proofreading()
    notices: tuple[IssuedNotice, ...] = ()


class Office(OfficeFile):
    """An office pack, whole. `template` is the text of notice.md, `scheme` that of scheme.toml."""

    scheme: Scheme
    template: str

    @cached_property
    def unit_order(self) -> dict[str, int]:
        """Unit name → its place in the register; every list of units follows it."""
        return {unit.name: place for place, unit in enumerate(self.units)}

    @cached_property
    def accounts_by_key(self) -> dict[str, Account]:
        return {account.key: account for account in self.accounts}
