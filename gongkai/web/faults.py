"""What a person sees when something cannot be done: what, why, and the way back, with the right status."""

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from gongkai.web import once, refusals
from gongkai.workflows.rights import Forbidden

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


class told:
    """Middleware: expected faults of an action become a page that says so; a bug stays a bug."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if int(length) > settings.REQUEST_BYTES:  # before anything of it is read
            return page(request, 413, "文件太大", "一次上传的文件总量超过限度，没有接收，请分几次上传。")
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Forbidden):
            return page(request, 403, "不能办理", str(error))
        if isinstance(error, TOO_MUCH):
            return too_much(request)
        if isinstance(error, refusals.expected()):
            return page(request, 409, "没有办成", str(error))
        if isinstance(error, (DatabaseError, OSError)) and (said := refusals.told(error)):
            return page(request, 503, "暂时不能办理", said)
        return None


def page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    """A fault as a page; as a line for the message area where htmx asked."""
    context = {"title": title, "text": text, "status": status, "back": once.back(request)}
    return render(request, _template(request), context, status=status)


def _template(request: HttpRequest) -> str:
    return "faults/part.html" if request.headers.get("HX-Request") else "faults/page.html"


def not_allowed(request: HttpRequest, methods: Sequence[str]) -> HttpResponse:
    """Whoever opens by its address what is only taken from a form, or sends a form to what is only read."""
    response = page(
        request, 405, "不能这样打开", "这个地址只用来办理事项，请返回原来的页面，从页面上的按钮办理。"
    )
    response["Allow"] = ", ".join(methods)
    return response


def too_much(request: HttpRequest) -> HttpResponse:
    text = "一次提交的内容超过限度，请分几次提交，或改用文件。"
    return page(request, 413, "提交的内容太多", text)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Also where the form's token was looked for in more than is read."""
    if isinstance(exception, TOO_MUCH):
        return too_much(request)
    return page(request, 400, "请求不完整", "提交的内容无法识别，请返回后重试。")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 403, "不能办理", "您没有办理这一事项的权限。")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 404, "没有这一页", "地址有误，或者这一页不属于您所在的单位。")


def broken(request: HttpRequest) -> HttpResponse:
    """Made without the request: whatever broke, the database perhaps, is not asked again."""
    text = "已记录这次错误，您填写的内容没有写入，请返回后重试。"
    context = {"title": "系统出错", "text": text, "status": 500, "back": once.back(request)}
    return HttpResponse(render_to_string(_template(request), context), status=500)


def csrf(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:
    text = "页面已过期，或不是从本平台提交的。请返回刷新页面后重新提交，已填的内容请先复制留存。"
    return page(request, 403, "没有提交成功", text)
