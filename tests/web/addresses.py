"""Every address of the workbench with a sample of each, for tests that walk all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from gongkai.terms import Period
from gongkai.web.gate import Scope
from gongkai.workflows.rights import Action

SAMPLES: dict[str, object] = {
    "office": "weibin",
    "period": Period.parse("2021Q4"),
    "unit": "财政局",
    "kind": "submissions",
    "number": 1,
    "secret": "secret",
    "file": 1,
    "session": 1,
    "event": 1,
    "place": 0,
    "name": "sample",
    "chapter": "clerk",
    "register": "units",
    "year": 2022,
}
"""What stands for each part of an address. A new name of a part needs a line here, or none to be used again."""

LIBRARY = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reauthenticate",
    "account_change_password",
    "usersessions_list",
    "mfa_index",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}
"""Pages of the sign-in libraries: they have gates of their own."""

FORMS: dict[str, Action] = {
    "imports": Action.IMPORTS_WRITE,
}
"""Pages to look at whose form asks for a right of its own. A page of that kind needs a line here."""


@dataclass(frozen=True)
class Address:
    """A named pattern and its view; `parts` are the names of what varies."""

    name: str
    view: Callable[..., Any]
    parts: tuple[str, ...]

    @property
    def scope(self) -> Scope | None:
        """None for a view that did not pass the gate."""
        return getattr(self.view, "scope", None)

    @property
    def action(self) -> Any:
        """The right its gate asks for."""
        return getattr(self.view, "action", None)

    def asks(self, method: str) -> Any:
        """The right that looking (GET) or sending its form (POST) asks for."""
        return FORMS.get(self.name, self.action) if method == "POST" else self.action

    def url(self, **changes: object) -> str:
        """A sample of it. Raises KeyError for a part without a sample."""
        return reverse(self.name, kwargs={part: (SAMPLES | changes)[part] for part in self.parts})


def walk() -> Iterator[Address]:
    """Every address but those of the libraries."""
    yield from (one for one in _below(get_resolver(), ()) if one.name not in LIBRARY)


def _below(resolver: URLResolver, parts: tuple[str, ...]) -> Iterator[Address]:
    for one in resolver.url_patterns:
        held = parts + tuple(one.pattern.converters)
        if isinstance(one, URLPattern):
            yield Address(one.name or "", one.callback, held)
        else:
            yield from _below(one, held)
