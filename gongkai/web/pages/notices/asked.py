"""The form of a wording: what the editor sends, and what it shows again when it is refused."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from gongkai.actions.worded import Wording
from gongkai.notice.template import SOURCE_LIMIT

Day = forms.DateField
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class WordingForm(forms.Form):
    """The words of a notice, and the version they were written on."""

    title = forms.CharField(label="标题", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    document_number = forms.CharField(
        label="发文字号", max_length=100, required=False, help_text="如 渭政办发〔2022〕5号，年份用六角括号"
    )
    issued_on = Day(label="印发日期", widget=_DAY)
    rectify_by = Day(label="整改期限", widget=_DAY)
    note = forms.CharField(label="修改说明", max_length=300, required=False)
    template = forms.CharField(
        label="正文", max_length=SOURCE_LIMIT, strip=False, widget=forms.Textarea(attrs={"rows": 30})
    )
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """The deadline follows the notice."""
        cleaned: dict[str, Any] = super().clean() or {}
        issued, until = cleaned.get("issued_on"), cleaned.get("rectify_by")
        if isinstance(issued, date) and isinstance(until, date) and until <= issued:
            self.add_error("rectify_by", "整改期限应在印发日期之后")
        return cleaned

    def wording(self) -> Wording:
        """The words, of a form that is valid."""
        names = ("title", "document_number", "issued_on", "rectify_by")
        words = {name: self.cleaned_data[name] for name in names}
        words["title"] = words["title"].replace("\r\n", "\n").strip()
        return Wording(template=self.cleaned_data["template"].replace("\r\n", "\n"), **words)


def lacking(form: WordingForm) -> list[str]:
    """What is missing or wrong in the fields, each as a sentence beside the preview."""
    return [f"{field.label}：{error}" for field in form for error in field.errors] if form.is_bound else []


def reasons(posted: Mapping[str, Any]) -> dict[str, str]:
    """The reasons for waiving that were typed into a form, by code."""
    start = "reason-"
    return {name.removeprefix(start): str(text) for name, text in posted.items() if name.startswith(start)}


def filled(wording: Wording, based_on: int) -> WordingForm:
    """The form as it is first shown."""
    return WordingForm(initial={**vars(wording), "based_on": based_on})
