"""What a check of the narrative is."""

from collections.abc import Callable, Iterable

from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit

Check = Callable[[Passage], Iterable[Hit]]
"""A passage → what does not agree in it. Those with a memory are made anew for each document."""
