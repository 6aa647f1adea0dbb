"""Brackets, quotation marks and book-title marks that come in pairs (GB/T 15834—2011)."""

import re

from gongkai.proofreading.hits import Found, Group, Level

KIND = "标点符号"
USE = "GB/T 15834—2011"
CLOSING = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕"}
OPENING = {closing: opening for opening, closing in CLOSING.items()}
REACH = 600
"""Characters between the halves of a pair; what lies farther apart is not taken for one."""

_MARKS = re.compile(f"[{''.join(CLOSING)}{''.join(OPENING)}]")
_ITEM = re.compile(r"(?:^|[\n。；;，、：:（ \u3000])[0-9a-zA-Z一二三四五六七八九十①-⑳]{1,3}$")
"""What stands before the lone closing bracket of an item: 1）, a）."""


def find(text: str) -> list[Found]:
    """Halves without the other half, and 《》 within 《》."""
    waiting: dict[str, list[int]] = {opening: [] for opening in CLOSING}
    found: list[Found] = []
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if mark in CLOSING:
            found += _nested(text, at, waiting["《"]) if mark == "《" else []
            waiting[mark].append(at)
            continue
        opened = waiting[OPENING[mark]]
        if opened and at - opened[-1] <= REACH:
            opened.pop()
        elif not _is_item(text, at):
            found.append(_lone(at, mark))
    lone = ((at, opening) for opening, places in waiting.items() for at in places)
    return found + [_lone(at, opening) for at, opening in lone if not _continued(text, at, opening)]


def _lone(at: int, mark: str) -> Found:
    other = CLOSING.get(mark) or OPENING[mark]
    return Found(at, at + 1, Group.WORDING, KIND, Level.DOUBT, f"缺少与 {mark} 配对的 {other}", "", USE)


def _nested(text: str, at: int, opened: list[int]) -> list[Found]:
    """《 while another 《 of the same line is open: within 《》 stands 〈〉."""
    if not opened or at - opened[-1] > REACH or "\n" in text[opened[-1] : at]:
        return []
    reason = "书名号内再用书名号时，里面用单书名号"
    return [Found(at, at + 1, Group.WORDING, KIND, Level.DOUBT, reason, "〈", USE)]


def _is_item(text: str, at: int) -> bool:
    """The bracket of an item, or an apostrophe: ’98, don’t."""
    if text[at] == "’":
        return text[at + 1 : at + 2].isascii()
    return text[at] == "）" and bool(_ITEM.search(text[max(0, at - 5) : at]))


def _continued(text: str, at: int, opening: str) -> bool:
    """A quotation of several paragraphs opens each of them and closes only the last."""
    line = max(at - REACH, text.rfind("\n", max(0, at - REACH), at) + 1)
    following = text[at : at + REACH].partition("\n")[2][:4].strip()
    return opening in "“‘" and (not text[line:at].strip() or following.startswith(opening))
