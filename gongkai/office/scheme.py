"""The scheme (考核办法): base, items, rules, veto, groups and ranking, as frozen data.

Applying it is `gongkai.assessment`; here is only its shape and what can be checked without a figure.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Ranking(StrEnum):
    DENSE = "dense"
    COMPETITION = "competition"


class Shortfall(Frozen):
    """`points` for each unit that the value falls short of its target."""

    kind: Literal["shortfall"]
    points: Decimal


class Event(Frozen):
    """`points` for each one counted."""

    kind: Literal["event"]
    points: Decimal


class Step(Frozen):
    """From `at_least` (a value, or a percentage for a rate) on, `points`; the highest step reached holds."""

    at_least: Decimal
    points: Decimal


class Band(Frozen):
    kind: Literal["band"]
    steps: tuple[Step, ...] = Field(min_length=1)


class Flat(Frozen):
    """`points` once, when the figure lies within the bounds given."""

    kind: Literal["flat"]
    points: Decimal
    at_least: Decimal | None = None
    at_most: Decimal | None = None


class Ratio(Frozen):
    """`full` points times the rate (or value over target), at most `full`."""

    kind: Literal["ratio"]
    full: Decimal


class Manual(Frozen):
    """The sum of the adjustments entered for the item, each with reason, person and evidence."""

    kind: Literal["manual"]


Rule = Annotated[Shortfall | Event | Band | Flat | Ratio | Manual, Field(discriminator="kind")]


class Item(Frozen):
    """An indicator (指标): a measure, a rule, and bounds. `on` narrows the measure to one item
    (a column, an outlet…). With `each`, rule, floor and cap hold for each item and window by itself."""

    key: str
    dimension: str
    label: str
    measure: str = ""
    on: str = ""
    each: bool = False
    rule: Rule
    floor: Decimal | None = None
    cap: Decimal | None = None
    groups: tuple[str, ...] = ()
    source: str = ""


class Dimension(Frozen):
    """A column of the score table. `groups` empty means every group."""

    name: str
    groups: tuple[str, ...] = ()


class Veto(Frozen):
    """单项否决: a unit whose figure reaches `at_least` gets `total` and no better."""

    measure: str
    on: str = ""
    at_least: int = 1
    total: Decimal = Decimal(0)
    reason: str


class Scaling(Frozen):
    """Totals of `groups` are multiplied by `numerator`/`denominator` (75 points scaled by 4/3)."""

    groups: tuple[str, ...]
    numerator: int
    denominator: int


class Lists(Frozen):
    """How many units per group a commendation or criticism list names; 0 for none."""

    commend: int = 0
    criticise: int = 0


class Scheme(Frozen):
    """A scheme with no items is unscored: figures, findings and lists without points."""

    name: str
    version: str
    source: str
    valid_from: str = ""
    valid_to: str = ""
    inferred: bool = False
    base: Decimal = Decimal(0)
    ranking: Ranking = Ranking.DENSE
    dimensions: tuple[Dimension, ...] = ()
    items: tuple[Item, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    scalings: tuple[Scaling, ...] = ()
    lists: Lists = Lists()

    @property
    def scored(self) -> bool:
        return bool(self.items)
