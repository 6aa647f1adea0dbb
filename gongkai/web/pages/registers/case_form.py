"""The form that begins a case about an account."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from gongkai.actions.file_account import Wanted
from gongkai.office import pack
from gongkai.records.models import Account, Office, StoredFile, Unit
from gongkai.workflows.account_purposes import Purpose


class CaseForm(forms.Form):
    """`purposes` that may be chosen; somebody of one unit asks for that unit."""

    purpose = forms.ChoiceField(label="事项")
    unit = forms.ChoiceField(label="单位")
    account = forms.ChoiceField(label="要变更或注销的账号", required=False, help_text="开设账号的不选。")
    name = forms.CharField(
        label="账号名称", required=False, max_length=200, help_text="变更的只写有变动的项目，注销的不写。"
    )
    platform = forms.CharField(
        label="平台",
        required=False,
        max_length=50,
        help_text="例如微信订阅号、微信服务号、微博、抖音、小程序。",
    )
    holder = forms.CharField(
        label="开设主体", required=False, max_length=200, help_text="平台上登记的主体全称。"
    )
    reason = forms.CharField(label="理由或情况", max_length=2000, widget=forms.Textarea({"rows": 3}))

    def __init__(
        self,
        data: Any,
        *,
        office: Office,
        purposes: Sequence[Purpose],
        own_unit: str,
        asked: Mapping[str, str],
    ) -> None:
        initial = {name: asked.get(name, "") for name in ("purpose", "account", "unit")}
        super().__init__(data, initial=initial, auto_id="field-%s")
        units = [own_unit] if own_unit else Unit.objects.filter(office=office).values_list("name", flat=True)
        blank = [] if own_unit else [("", "（请选择）")]
        self._choose("purpose", [(each.value, each.label) for each in purposes])
        self._choose("unit", [*blank, *((unit, unit) for unit in units)])
        if purposes == (Purpose.UNAPPROVED,):
            del self.fields["purpose"], self.fields["account"]
            self.fields["name"].help_text = ""
            self.fields["reason"].help_text = "何时、怎样发现。"
            self._alone: Purpose | None = Purpose.UNAPPROVED
        else:
            self._alone = None
            self._choose("account", [("", "（不选）"), *_accounts(office, own_unit)])

    def wanted(self, evidence: StoredFile | None) -> Wanted:
        """What the form asks for."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "purpose"}
        purpose = self._alone or Purpose(self.cleaned_data["purpose"])
        if purpose is Purpose.OPEN:
            given["account"] = ""
        return Wanted(purpose=purpose, evidence=evidence, **given)

    def _choose(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


def _accounts(office: Office, own_unit: str) -> list[tuple[str, str]]:
    rows = Account.objects.filter(office=office).exclude(filing=pack.Filing.CANCELLED)
    if own_unit:
        rows = rows.filter(unit__name=own_unit)
    listed = rows.select_related("unit")
    return [(str(account), f"{account}（{account.unit}）") for account in listed]
