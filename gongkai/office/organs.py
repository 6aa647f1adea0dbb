"""Standard short names of county organs (organs.toml): 卫生健康 and 卫健 are one organ wherever they stand."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Organs:
    """`short` leads from every long form to its short one, `long` back; `former` to the successor;
    `known` are the stems that mean one organ and no other."""

    short: dict[str, str]
    long: dict[str, tuple[str, ...]]
    names: dict[str, str]
    former: dict[str, str]
    known: frozenset[str]

    def spellings(self, stem: str) -> frozenset[str]:
        """The stem with every other way to write the same organ."""
        short = self.short.get(stem, stem)
        return frozenset((stem, short, *self.long.get(short, ())))


@cache
def organs() -> Organs:
    """The table of organs.toml, read once when the first name is resolved."""
    table = tomllib.loads(Path(__file__).with_name("organs.toml").read_text(encoding="utf-8"))
    long = {short: tuple(forms) for short, forms in table["stems"].items()}
    return Organs(
        short={form: short for short, forms in long.items() for form in forms},
        long=long,
        names={form: short for short, forms in table["names"].items() for form in forms},
        former=table["former"],
        known=frozenset(
            (*long, *(form for forms in long.values() for form in forms), *table["plain"]["stems"])
        ),
    )
