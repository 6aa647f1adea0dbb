"""The scheme (考核办法): base, items, rules, veto, groups and ranking, as frozen data.

Here is only its shape. Applying it is `gongkai.assessment.assess`; what can be wrong with it before any
figure is known is `gongkai.assessment.scheme_check`.

Common to every rule: a unit is judged only where a figure exists. Points are signed, so a deduction is
written as a negative number. Without `each`, all figures of the item are judged together: their values are
added, and a rate is the sum of its numerators over the sum of its denominators.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from gongkai.office.frozen import Frozen
from gongkai.office.texts import OptionalDate


class Ranking(StrEnum):
    """How equal totals are followed: DENSE 1, 1, 2 (千阳's published tables); COMPETITION 1, 1, 3."""

    DENSE = "dense"
    COMPETITION = "competition"


class Shortfall(Frozen):
    """`points` for each one that a value falls short of its target, `surplus` for each one above it.

    A figure without a target is not judged. What one figure has too many does not make up for what
    another lacks. With `each`, a floor and a cap this is 千阳's column rule: −2 and +2, floor −24, cap +18.
    """

    kind: Literal["shortfall"]
    points: Decimal
    surplus: Decimal = Decimal(0)


class Event(Frozen):
    """`points` for each one counted; nothing counted leaves no line, as the published tables print a blank."""

    kind: Literal["event"]
    points: Decimal


class Step(Frozen):
    """From `at_least` (a value, or a percentage for a rate) on, `points`; the highest step reached holds."""

    at_least: Decimal
    points: Decimal


class Band(Frozen):
    """The points of the highest step reached; below the lowest step 0."""

    kind: Literal["band"]
    steps: tuple[Step, ...] = Field(min_length=1)


class Flat(Frozen):
    """`points` once, when the figure (a percentage for a rate) lies within the bounds given, both included.

    Outside them there is no line. Without bounds the existence of the figure is enough.
    """

    kind: Literal["flat"]
    points: Decimal
    at_least: Decimal | None = None
    at_most: Decimal | None = None


class Ratio(Frozen):
    """`full` points times the rate, or times value over target where the figure is a count; at most `full`.

    A count above its target is worth its target; 0/0 and a target of 0 are not judged.
    """

    kind: Literal["ratio"]
    full: Decimal


class Manual(Frozen):
    """The sum of the adjustments entered for the item, a line each with reason, person and evidence."""

    kind: Literal["manual"]


Rule = Annotated[Shortfall | Event | Band | Flat | Ratio | Manual, Field(discriminator="kind")]


class Item(Frozen):
    """An indicator (指标): a measure, a rule, and bounds. `on` narrows the measure to one item
    (a column, an outlet…). With `each`, rule, floor and cap hold for each figure (item and window) by itself,
    and for each adjustment of a manual item. `groups` empty means every group of the dimension."""

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
    """单项否决: a unit whose count reaches `at_least` gets `total` and no better, after scaling."""

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
    """How many units per group a commendation or criticism list names; 0 for none.

    A scored office lists by rank, an unscored one by `measure`, more being better.
    """

    commend: int = Field(default=0, ge=0)
    criticise: int = Field(default=0, ge=0)
    measure: str = "submissions.submitted"


class Scheme(Frozen):
    """A scheme with no items is unscored: figures, findings and lists without points."""

    name: str
    version: str
    source: str
    valid_from: OptionalDate = ""
    valid_to: OptionalDate = ""
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
