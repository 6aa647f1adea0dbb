"""docs/rights.md is the table of rights: python -m tests.docs.test_rights_page writes it."""

from pathlib import Path

from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.roles import UNIT_ROLES, Role

PAGE = Path(__file__).parents[2] / "docs/rights.md"
HEAD = """# Rights 权限

Made from `gongkai/workflows/rights.py`. ● may · ○ may for the own unit only · blank: denied. What has no row is denied to all.

"""


def page() -> str:
    """Actions down, roles across."""
    titles = ["操作", *(role.label for role in Role), "code"]
    lines = [titles, ["---", *(":-:" for _ in Role), "---"]]
    lines += [[action.label, *(mark(action, role) for role in Role), f"`{action}`"] for action in Action]
    return HEAD + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def mark(action: Action, role: Role) -> str:
    if role not in GRANTS[action]:
        return ""
    return "○" if role in UNIT_ROLES else "●"


def test_the_page_shows_the_table_as_it_is():
    assert PAGE.read_text() == page()


if __name__ == "__main__":
    PAGE.write_text(page())
