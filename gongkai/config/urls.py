"""Every address of the workbench: the sign-in library's, then our own rooms'."""

from django.urls import include, path

from gongkai.web import account_urls
from gongkai.web.pages import urls

urlpatterns = [
    path("account/", include(account_urls)),
    path("", include(urls)),
]
handler400 = "gongkai.web.faults.bad_request"
handler403 = "gongkai.web.faults.forbidden"
handler404 = "gongkai.web.faults.not_found"
handler500 = "gongkai.web.faults.broken"
