"""Several characters written twice in a row by mistake: 学员们学员们围着老师."""

import numpy as np

from gongkai.proofreading.hits import Found, Group, Level

KIND = "重复字词"
SHORTEST, LONGEST = 3, 8
"""Characters of what is repeated; words of two characters are often said twice on purpose."""

COUNTING = "一每几逐"
"""What a count goes on with: 一件事一件事地抓."""


def find(text: str) -> list[Found]:
    """Chinese characters that stand twice in a row, where that is no rhythm."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    found = []
    for length in range(SHORTEST, min(LONGEST, len(codes) // 2) + 1):
        same = np.flatnonzero(codes[:-length] == codes[length:])
        begins = same[: 1 - length][same[length - 1 :] - same[: 1 - length] == length - 1]
        for start in begins[np.diff(begins, prepend=-2) > 1].tolist():
            once = text[start : start + length]
            if (
                min(once) >= "\u3400"
                and max(once) <= "\u9fff"
                and once[0] not in COUNTING
                and not _rhythmic(once)
            ):
                found.append(_told(start, once))
    return found


def _told(start: int, once: str) -> Found:
    reason = f"“{once}”重复"
    return Found(start, start + 2 * len(once), Group.WORDING, KIND, Level.DOUBT, reason, once)


def _rhythmic(once: str) -> bool:
    """Laughter, slogans and counting, which go on and on: 哈哈哈, 加油加油."""
    return any(once == once[:part] * (len(once) // part) for part in range(1, len(once) // 2 + 1))
