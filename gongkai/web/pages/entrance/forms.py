"""Forms at the entrance."""

from typing import Any

from django import forms
from django.contrib.auth.forms import SetPasswordMixin

from gongkai.records.models import Person

RULES = "至少 10 位，不能只有数字，不能是常见密码，也不要与用户名、姓名相近。"


class ChoosePassword(SetPasswordMixin, forms.Form):
    """A password, typed twice, that is none of the bad ones."""

    password1, password2 = SetPasswordMixin.create_password_fields("密码", "再输一次密码")

    def __init__(self, *args: Any, person: Person | None = None, **named: Any) -> None:
        super().__init__(*args, **named)
        self.person = person
        self.fields["password1"].help_text = RULES
        self.fields["password2"].help_text = ""

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        self.validate_passwords()
        self.validate_password_for_user(self.person or self.described())
        return found

    def described(self) -> Person:
        """The person the password must not resemble."""
        return Person(username="", name="")


class FirstAdministrator(ChoosePassword):
    """Who the first administrator is."""

    name = forms.CharField(label="姓名", max_length=40, widget=forms.TextInput({"autocomplete": "name"}))
    username = forms.CharField(
        label="用户名",
        max_length=50,
        help_text="登录时使用，由字母、数字组成，如 zhangsan。",
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ("name", "username", "password1", "password2")

    def described(self) -> Person:
        given = self.cleaned_data
        return Person(username=given.get("username", ""), name=given.get("name", ""))


class ChoosePack(forms.Form):
    """An office: one that came with the program, or a pack that is handed in."""

    pack = forms.ChoiceField(label="工作包", required=False, widget=forms.RadioSelect)
    file = forms.FileField(
        label="上传工作包",
        required=False,
        help_text="一个 .zip 压缩包，里面正好是 office.toml、scheme.toml、notice.md 三个文件。",
        widget=forms.FileInput({"accept": ".zip"}),
    )
    clerk = forms.BooleanField(
        label="我同时担任这个办公室的经办",
        required=False,
        initial=True,
        help_text="一个人办理全部事务的选上这一项；人员以后可以随时添加、调整。",
    )

    def __init__(self, *args: Any, packs: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["pack"].choices = packs  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and bool(found.get("pack")) == bool(found.get("file")):
            raise forms.ValidationError("请选择一个自带的工作包，或上传一个，两者取其一。")
        return found
