"""What a case about an account is for, and the state table it goes by."""

from gongkai.workflows import accounts, unapproved_accounts
from gongkai.workflows.states import Machine
from gongkai.workflows.worded import Worded


class Purpose(Worded):
    OPEN = "open", "开设账号"
    CHANGE = "change", "变更账号"
    CANCEL = "cancel", "注销账号"
    UNAPPROVED = "unapproved", "未报备账号"


def machine(purpose: str) -> Machine:
    """The state table of a case."""
    return unapproved_accounts.MACHINE if purpose == Purpose.UNAPPROVED else accounts.MACHINE
