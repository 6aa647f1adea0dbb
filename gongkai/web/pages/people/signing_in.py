"""What keeps someone out, or keeps them in: a locked name, a lost telephone, a session left open."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from gongkai.actions import people
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.people.finding import person
from gongkai.workflows.rights import Action


@page(Action.PEOPLE_MANAGE, methods=("POST",))
def unlock(request: OfficeRequest, number: int) -> HttpResponse:
    """Let a locked name try again."""
    someone = person(request, number)
    people.unlock(
        request.office, someone, manager=acting.person(request), by=acting.who(request), at=acting.now()
    )
    messages.success(request, f"已解除{someone}的锁定，可以重新登录。")
    return redirect("person", request.office.key, number)


@page(Action.PEOPLE_MANAGE, methods=("POST",))
def forget(request: OfficeRequest, number: int) -> HttpResponse:
    """Ask whoever lost their telephone for no code any more."""
    someone = person(request, number)
    people.forget_second_factor(
        request.office, someone, manager=acting.person(request), by=acting.who(request), at=acting.now()
    )
    messages.success(request, f"已解除{someone}的两步验证，登录时只用密码。")
    return redirect("person", request.office.key, number)


@page(Action.PEOPLE_MANAGE, methods=("POST",))
def end(request: OfficeRequest, number: int, session: int) -> HttpResponse:
    """End a session."""
    someone = person(request, number)
    people.end_session(
        request.office,
        someone,
        session,
        manager=acting.person(request),
        by=acting.who(request),
        at=acting.now(),
    )
    messages.success(request, "已结束这处登录。")
    return redirect("person", request.office.key, number)
