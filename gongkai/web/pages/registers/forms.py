"""The form of an entry, made from the fields that its sheet has too."""

from collections.abc import Mapping
from typing import Any

from django import forms

from gongkai.actions.entry_faults import EditError
from gongkai.office import pack
from gongkai.office.frozen import Frozen
from gongkai.sources.faults import CellFault
from gongkai.sources.registers import single
from gongkai.sources.registers.form import Field

LONGEST = 2000
LONG = {"aliases", "note", "reason", "remarks", "title", "addressee", "copy_to", "exceptions", "unchecked"}
"""Fields that may take more than a line."""
HINTS = {
    "aliases": "多个别名用“、”隔开。",
    "units": "多家单位用“、”隔开，各自判断；留空的一项不计。",
    "frequency": "例如 1条/月、1条/2周、1条/季度。",
    "posting": "例如 1条/5工作日、1条/5自然日。",
    "period": "例如 2022Q2、2022-05、2022。",
    "level": f"本单位网站写“{pack.OWN_LEVEL}”，其他写县级、市级、省级等。",
    "type": "留空的，适用于没有单独规定时限的各类。",
    "words.wrong": "按原样查找，至少两个字。",
    "words.right": "没有固定写法的不填。",
    "words.level": "“错误”会拦住通报印发，“存疑”请人核对，“提示”只供参考。",
    "left_words.wrong": "照抄校对结果中的错误写法；登记后校对时不再提示。",
    "public_contacts.value": "只登记本来就对外公布的；校对时不作为个人信息，脱敏副本中保留。",
    "public_contacts.note": "写明是谁的，例如“区政务公开办公室咨询电话”。",
    "proofreading.mask": "下载脱敏副本时默认采用的方式，下载时可以另选。",
    "exceptions": "包含错误写法、本身正确的词，例如“按装”的例外“按装置”；多个用“、”隔开。",
    "title_fonts": "国家标准之外，公文中另外使用的字体，多个用“、”隔开。",
    "top_margin": "以下各项留空的，按国家标准检查。",
    "unchecked": "照抄校对结果中的格式名称，例如“页码位置”；多个用“、”隔开。",
}
"""By the name of the field, or by register and name where the same name means something else in another."""


class EntryForm(forms.Form):
    """Fields of an entry of a register; after `is_valid`, `entry` is what they make."""

    def __init__(self, data: Any = None, *, register: str, office: pack.Office, former: Any = None) -> None:
        self._single, self._former = single.SINGLES[register], former
        self._read: Mapping[str, Field] = self._single.fields(office, former)
        initial = self._single.texts(former) if former is not None else {}
        super().__init__(data, initial=initial, auto_id="field-%s")
        for name, field in self._read.items():
            self.fields[name] = _made(register, name, field)

    @property
    def entry(self) -> Frozen:
        """What the form says."""
        return self._single.made(self.cleaned_data, self._former)

    def clean(self) -> dict[str, Any]:
        """Every text by the meaning it has in the register."""
        read = {}
        for name, field in self._read.items():
            written = str(self.cleaned_data.get(name, "")).strip()
            read[name] = self._parsed(name, field, written) if written else field.blank
        for name, missing in single.half_filled(read):
            if name not in self.errors:
                self.add_error(name, missing)
        return read

    def _parsed(self, name: str, field: Field, written: str) -> Any:
        try:
            return field.parse(written)
        except CellFault as fault:
            self.add_error(name, str(fault))
            return field.blank

    def refuse(self, error: EditError) -> None:
        """Put what the check of the whole office found at the fields it is about."""
        for fault in error.faults:
            self.add_error(fault.field if fault.field in self.fields else None, fault.message)


def _made(register: str, name: str, field: Field) -> forms.Field:
    start, _, number = name.rpartition("_")
    base = start if number.isdigit() else name
    first = number == "1" or base == name
    hint = HINTS.get(f"{register}.{base}", HINTS.get(base, "")) if first else ""
    if field.choices:
        offered = [(choice, choice) for choice in field.choices]
        blank = [] if field.required else [("", "（不填）")]
        return forms.ChoiceField(
            label=field.header, choices=[*blank, *offered], required=field.required, help_text=hint
        )
    return forms.CharField(
        label=field.header,
        required=field.required,
        max_length=LONGEST,
        help_text=hint,
        widget=_widget(base, field),
    )


def _widget(name: str, field: Field) -> forms.Widget:
    if name in LONG or name == "units":
        return forms.Textarea({"rows": 2})
    if field.kind == "date":
        return forms.TextInput({"type": "date"})
    if field.kind == "number":
        return forms.TextInput({"inputmode": "numeric"})
    return forms.TextInput({"autocomplete": "off"})


class SheetForm(forms.Form):
    """A register handed in."""

    file = forms.FileField(label="表格", widget=forms.FileInput({"accept": ".xlsx,.xls"}))
