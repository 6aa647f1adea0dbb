"""A right word and, character by character, what is written there by mistake: one line of the file of slips.

`青黄不接⇥清|||结街` stands for 清黄不接, 青黄不结 and 青黄不街: a tenth of the room that the forms themselves take.
They are never spread for a search: `exchanged.py` finds them by these lines.
"""

from collections.abc import Iterable, Iterator


def spread(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Lines → (wrong form, right word). Raises ValueError where a line has not a cell for each character."""
    for line in lines:
        right, _, cells = line.partition("\t")
        for place, (_, wrong) in enumerate(zip(right, cells.split("|"), strict=True)):
            before, after = right[:place], right[place + 1 :]
            for character in wrong:
                yield before + character + after, right


def written(right: str, wrong: Iterable[str]) -> str:
    """A right word and the wrong forms of it, each with one other character → the line of them."""
    cells: list[set[str]] = [set() for _ in right]
    for form in wrong:
        (place,) = (place for place, (one, other) in enumerate(zip(right, form, strict=True)) if one != other)
        cells[place].add(form[place])
    return right + "\t" + "|".join("".join(sorted(cell)) for cell in cells)
