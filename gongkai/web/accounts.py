"""How the sign-in libraries behave here."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

WRONG = "用户名或密码不正确"
WRONG_CODE = "验证码不正确，请核对手机时间后输入当前的六位数字，或改用恢复码"


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People are made by an administrator: nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "incorrect_password": "密码不正确",
        "enter_current_password": "现在的密码不正确",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second factors lie encrypted: a copy of the database alone gives no codes."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WRONG_CODE}

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> Fernet:
    key = hashlib.sha256(b"second factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


def typed_name(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The name that failures are counted under: another case or a blank makes no other name of it."""
    given = credentials or {}
    name = given.get("username") or given.get("login") or request.POST.get("login") or ""
    return str(name).strip().lower()


def locked(request: HttpRequest, response: HttpResponse | None, credentials: Any = None) -> HttpResponse:
    """The page of a name that failed too often; it says the same of a name that does not exist."""
    return render(request, "account/locked.html", status=429)
