"""Those addresses of the sign-in library that the workbench uses: nobody signs up or resets by mail."""

from allauth.account import views as account
from allauth.usersessions import views as sessions
from django.urls import include, path

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("2fa/", include("allauth.mfa.urls")),
]
