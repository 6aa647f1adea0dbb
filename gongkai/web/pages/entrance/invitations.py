"""A link to choose a password: for somebody new, or who forgot theirs."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from gongkai.actions import invite
from gongkai.web import acting
from gongkai.web.forms import handed_in
from gongkai.web.gate import public
from gongkai.web.pages.entrance.forms import ChoosePassword
from gongkai.web.pages.entrance.setup import gone


@public
@sensitive_post_parameters()
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """Choose a password, then sign in with it: whoever has a second factor is asked for it as ever."""
    try:
        person = invite.pending(secret, at=acting.now()).person
        if person is None:
            return gone(request)
        form = ChoosePassword(*handed_in(request), person=person)
        if form.is_valid():
            password = form.cleaned_data["password1"]
            invite.accept(secret, password, origin=acting.origin(request), at=acting.now())
            logout(request)
            messages.success(request, f"密码已设置，请用用户名 {person.username} 和新密码登录。")
            return redirect("account_login")
    except invite.LinkSpent:
        return gone(request)
    context = {"form": form, "person": person}
    return render(request, "entrance/invitation.html", context, status=422 if form.is_bound else 200)
