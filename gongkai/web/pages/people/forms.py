"""Forms about people."""

from typing import Any

from django import forms

from gongkai.records.models import Office, Unit
from gongkai.workflows.roles import ROLE_LABELS, Role


class RolesForm(forms.Form):
    """The roles of someone in an office, and the unit of a unit role."""

    roles = forms.MultipleChoiceField(
        label="身份",
        required=False,
        choices=[(role.value, label) for role, label in ROLE_LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text="可以选多个。同一份通报的送审、审核、签发须由三个不同的人办理。",
    )
    unit = forms.ChoiceField(
        label="所在单位", required=False, help_text="信息员、单位负责人须选所在单位，其他身份不选。"
    )

    def __init__(self, *args: Any, office: Office, **named: Any) -> None:
        super().__init__(*args, **named)
        units = Unit.objects.filter(office=office).values_list("name", flat=True)
        self.fields["unit"].choices = [("", "（不属于某一个单位）"), *((name, name) for name in units)]  # type: ignore[attr-defined]

    def wanted(self) -> frozenset[Role]:
        """The roles chosen."""
        return frozenset(map(Role, self.cleaned_data["roles"]))


class AddForm(RolesForm):
    """Someone new."""

    name = forms.CharField(label="姓名", max_length=40, widget=forms.TextInput({"autocomplete": "off"}))
    username = forms.CharField(
        label="用户名",
        max_length=50,
        help_text="登录时使用，由字母、数字或 . _ @ + - 组成，不分大小写。",
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ("name", "username", "roles", "unit")


class SheetForm(forms.Form):
    """A list of people handed in."""

    file = forms.FileField(label="人员名单", widget=forms.FileInput({"accept": ".xlsx,.xls"}))
