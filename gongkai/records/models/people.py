"""People, what they may do where, and the links that let them in for the first time."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from gongkai.records.models.offices import Office


class People(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        """Names of people who sign in do not differ by case alone."""
        return self.get(username__iexact=username)


class Person(AbstractBaseUser):
    """Someone who signs in. `name` is shown; nobody is deleted, who has left is not active."""

    username = models.CharField("用户名", max_length=50, unique=True)
    name = models.CharField("姓名", max_length=40)  # with the username it fits where the audit says who
    is_active = models.BooleanField("启用", default=True)
    joined_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]
    objects = People()

    class Meta:
        ordering = ["username"]

    def __str__(self) -> str:
        return f"{self.name}（{self.username}）"

    def get_full_name(self) -> str:
        """For the pages of the sign-in library."""
        return self.name


class Membership(models.Model):
    """A role of a person: in an office, or in the whole deployment where there is no office. A liaison or
    head belongs to one unit, by the register's name as in facts."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    office = models.ForeignKey(Office, models.CASCADE, null=True, related_name="memberships")
    role = models.CharField(max_length=20)
    unit = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "office", "role"], name="membership_once"),
            models.UniqueConstraint(
                fields=["person", "role"], condition=models.Q(office=None), name="membership_everywhere_once"
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["liaison", "head"], office__isnull=False) & ~models.Q(unit="")
                | ~models.Q(role__in=["liaison", "head"]) & models.Q(unit=""),
                name="membership_unit_goes_with_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.role} {self.unit}".rstrip()


class Invitation(models.Model):
    """A link used once to choose a password: of `person`, or of the first administrator where there is none.
    Only the digest of its secret is kept."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.person or '首位管理员'} 至 {self.expires_at:%Y-%m-%d %H:%M}"


class SpentForm(models.Model):
    """A form that was carried out; its token is not taken again."""

    token = models.UUIDField(unique=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.token)
