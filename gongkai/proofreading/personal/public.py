"""What an office says of itself in its contact line is public."""

import re

_PUBLIC = re.compile(
    r"[\w.+-]+@[\w.-]+|(?<!\d)(?:0\d{2,3}[-—－ )）]{0,2}\d{7,8}|1[3-9]\d{9}|\d{7,8})(?!\d)", re.ASCII
)


def contacts(line: str) -> list[str]:
    """The phones and mailboxes in a contact line, as they stand there."""
    return _PUBLIC.findall(line)
