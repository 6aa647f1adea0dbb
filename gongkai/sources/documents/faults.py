"""Why a document cannot be read, in words for whoever handed it in."""


class DocumentError(ValueError):
    """The document as a whole cannot be read or written; says what is wrong and what to do."""

    def __init__(self, reason: str, advice: str, name: str = "") -> None:
        of_file = f"“{name}”" if name else ""
        super().__init__(f"{of_file}{reason}。{advice}")
        self.reason = reason
        self.advice = advice

    def of(self, name: str) -> "DocumentError":
        """The same fault, with the name of the file in front."""
        return DocumentError(self.reason, self.advice, name)


SAVE_DOCX = "请在 Word 或 WPS 中打开，另存为 .docx 后重试"
SAVE_XLSX = "请在 Excel 或 WPS 中打开，另存为 .xlsx 后重试"
SEND_AGAIN = "请重新导出或重新复制后重试"


def locked() -> DocumentError:
    """The file asks for a password."""
    return DocumentError("设有打开密码，无法读取", "请取消密码后重试")


def damaged() -> DocumentError:
    """The file breaks off, or its parts are not what they say."""
    return DocumentError("不完整或已损坏，无法读取", SEND_AGAIN)


def too_much(what: str) -> DocumentError:
    """The file holds more than is read of one document; `what` says which measure is passed."""
    return DocumentError(f"过大（{what}），已停止读取", "请拆分成几个文件后分别校对")
