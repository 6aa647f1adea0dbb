"""What is wrong with a password is said in Chinese."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from gongkai.records.models import Person


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("Wb2026", "密码太短，至少要有 10 位。"),
        ("lijingban-2026", "密码与用户名太相近。"),
        ("password123", "这个密码太常见了。"),
        ("8317502946", "密码只包含数字。"),
    ],
)
def test_what_is_wrong_with_a_password_is_said_in_chinese(password: str, said: str) -> None:
    with pytest.raises(ValidationError) as raised:
        validate_password(password, Person(username="lijingban2026", name="李经办"))
    assert said in raised.value.messages
