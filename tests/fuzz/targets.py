"""What is fuzzed: each takes bytes and raises only what is a bug."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import openpyxl

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures import find as figures
from gongkai.proofreading.layout.rules import check
from gongkai.proofreading.masking import DEFAULT, mask_all
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.personal.tables import find_in_document
from gongkai.proofreading.proofread import masked_pieces
from gongkai.proofreading.wording import Wording
from gongkai.sources.documents.docx_layout import layout
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.masked import masked
from gongkai.sources.documents.read import read

_WORDING = Wording()


def document(content: bytes) -> None:
    """Any bytes: a document or a refusal; its masked copy reads clean."""
    try:
        read("a", content)
        name, copy = masked("a", content, lambda one: masked_pieces(one, DEFAULT))
    except DocumentError:
        return
    assert find_in_document(read(name, copy)) == []


WORDS = [
    *"0123456789０９一二三十百千万亿两零〇",
    *"，。；：、（）()〔〕《》“”—-～~·.．,%％‰/|*@#+=<>&'\"!？ \t\n　",
    *("\u200b", "\u202e", "\u00ad", "\ufeff", "\u0336", "\u20e3", "\ud800", "\x85", "\u2028", "😀", "𠮷"),
    *"年月日号件条家人元个名分次项户栋室组村镇县市区局办路街万某张王欧阳男女生为是有无共其中另比较增减率第",
    *(
        "申请人",
        "联系人",
        "学生",
        "姓名",
        "户主",
        "身份证号",
        "电话",
        "家庭住址",
        "地址",
        "出生日期",
        "补助金额",
    ),
    *(
        "微信",
        "QQ",
        "护照",
        "银行卡号",
        "工单编号",
        "办公电话",
        "村民",
        "负责人",
        "附件",
        "合计",
        "总计",
        "其余",
    ),
    *("其中", "分别", "同比", "环比", "增长", "下降", "上升", "占", "按期办结率", "满意率", "办结", "应办结"),
    *(
        "财政局",
        "教育局",
        "城关镇",
        "张三",
        "李四",
        "人民路",
        "3号楼",
        "2单元",
        "501室",
        "陕A",
        "1990年1月2日",
    ),
    *("11010519491231002X", "13812345678", "6222021234567890128", "110101", "19900307", "0917", "3212345"),
    *(
        "2022年",
        "2月30日",
        "第二季度",
        "99.4%",
        "1,200",
        "截至",
        "前报送",
        "以上",
        "不少于",
        "等",
        "其他材料",
    ),
    *("按装", "部暑", "的的", "http://a.cn/", "a@b.cn", "〔2022〕", "##", "| --- |", "表1", "一、", "（一）"),
]


def written(content: bytes) -> str:
    """Bytes as a text that could be one of an office's: each byte is a word."""
    return "".join(WORDS[byte % len(WORDS)] for byte in content)


def personal(content: bytes) -> None:
    """Personal data of any text: in order, and gone when masked."""
    text = written(content)
    ends = [0, *(hit.end for hit in find(text))]
    assert all(end <= hit.start < hit.end for end, hit in zip(ends, find(text), strict=False))
    assert find(mask_all(text)) == []
    document(text.encode("utf-8", "replace"))


def wording(content: bytes) -> None:
    """Wrong words of any text."""
    _WORDING.find(written(content))


def agreement(content: bytes) -> None:
    """What does not agree in any text."""
    figures.find(plain("a", written(content)))


def markup(content: bytes, package: bytes, name: str) -> None:
    """Any markup as a part of a .docx or .xlsx."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(target, "w") as written:
        for member in source.namelist():
            written.writestr(member, content if member == name else source.read(member))
    document(target.getvalue())
    if name.startswith("word/"):
        try:
            list(check(layout(target.getvalue())))
        except DocumentError:
            return


def _word() -> bytes:
    target, made = BytesIO(), docx.Document()
    made.add_paragraph("申请人：张三，电话13812345678")
    made.add_table(2, 2).cell(0, 0).text = "姓名"
    made.save(target)
    return target.getvalue()


def _book() -> bytes:
    target, made = BytesIO(), openpyxl.Workbook()
    made.active.append(["姓名", 13812345678, 0.5, "=A1"])
    made.save(target)
    return target.getvalue()


WORD, BOOK = _word(), _book()


def _part(package: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return archive.read(name)


Target = tuple[Callable[[bytes], None], list[bytes]]
TARGETS: dict[str, Target] = {
    "document": (document, [WORD, BOOK, b"<html><p>13812345678</p></html>", "公开".encode("gb18030")]),
    "personal": (personal, [bytes(range(len(WORDS)))]),
    "wording": (wording, [bytes(range(len(WORDS)))]),
    "figures": (agreement, [bytes(range(len(WORDS)))]),
    **{
        f"{name.rpartition('/')[2]}": (
            lambda content, package=package, name=name: markup(content, package, name),
            [_part(package, name)],
        )
        for package, name in (
            (WORD, "word/document.xml"),
            (WORD, "word/styles.xml"),
            (BOOK, "xl/workbook.xml"),
            (BOOK, "xl/worksheets/sheet1.xml"),
            (BOOK, "xl/styles.xml"),
        )
    },
}
"""Name → what is called, and what it begins with."""
