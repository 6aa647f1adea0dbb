"""Opening a file that somebody sent: is it a .docx, can it be read, how large does it become."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from gongkai.notice.returned.result import ReturnedError

LARGEST = 20 * 1024 * 1024
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 2_000
"""A notice is some 60 KB, 1 MB unpacked, of 15 members; with scans inserted it is still far below."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "请在 Word 或 WPS 中另存为“Word 文档（.docx）”后再上传"
_DAMAGED = f"文件已损坏，无法读取；{_SAVE_AS}"
_DAMAGES = (
    XMLSyntaxError,
    zlib.error,
    KeyError,
    ValueError,
    AttributeError,
    NotImplementedError,
    OSError,
    EOFError,
)
"""What zip, XML and python-docx raise at members that are not what their names say."""


def opened(content: bytes) -> Document:
    """The document in `content`. Raises ReturnedError for anything that is no plain .docx."""
    if not content:
        raise ReturnedError("上传的文件是空的，请重新选择文件")
    if len(content) > LARGEST:
        raise ReturnedError(f"文件超过{LARGEST // 1024 // 1024}MB，不像是通报正文，请核对后再上传")
    if content.startswith(_OLE):
        raise ReturnedError(_of_old_format(content))
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check(archive)
        document = docx.Document(BytesIO(content))
    except (BadZipFile, PackageNotFoundError) as error:
        raise ReturnedError(f"文件不是 .docx 格式，或者没有传完整；{_SAVE_AS}") from error
    except ReturnedError:
        raise
    except _DAMAGES as error:
        raise ReturnedError(_DAMAGED) from error
    if document.element.find(qn("w:body")) is None:
        raise ReturnedError(_DAMAGED)
    return document


def _of_old_format(content: bytes) -> str:
    """Word keeps an encrypted .docx in the container of its old format."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "文件设有打开密码，无法核对，请取消密码后再上传"
    return f"文件是旧版 .doc（或 .wps）格式；{_SAVE_AS}"


def _check(archive: ZipFile) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise ReturnedError("文件解开后过大，不是正常的通报文件，已停止读取")
    if any(member.flag_bits & 1 for member in members):
        raise ReturnedError("文件设有打开密码，无法核对，请取消密码后再上传")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise ReturnedError(f"文件不是 Word 文档；{_SAVE_AS}")
    macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    if macros or b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise ReturnedError(f"文件带有宏（.docm），为安全起见不予读取；{_SAVE_AS}")
