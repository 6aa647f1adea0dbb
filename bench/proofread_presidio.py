"""Identity, mobile and card numbers with Presidio: its own pattern recognisers, given our arithmetic.

Set up for speed: only these three recognisers, flags that cost nothing, no model. Its language engine, which it runs
for its words of context, is spaCy without a model and only cuts the text into characters.
"""

from typing import Any

import regex
import spacy
from presidio_analyzer import (
    AnalyzerEngine,
    Pattern,
    PatternRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine

from bench.proofread_text import Mark
from gongkai.proofreading.personal import cards, identity
from gongkai.proofreading.personal.characters import bare
from gongkai.proofreading.personal.kinds import Kind

KINDS = (Kind.IDENTITY, Kind.MOBILE, Kind.CARD)
LANGUAGE = "zh"
_MARK = "[ -]?"
_ALONE = r"(?<![\dA-Za-z]){}(?![\dA-Za-z])"


class Blank(SpacyNlpEngine):
    """spaCy's Chinese without a model."""

    def load(self) -> None:
        self.nlp = {LANGUAGE: spacy.blank(LANGUAGE)}

    def get_supported_entities(self) -> list[str]:
        return []


class Identity(PatternRecognizer):
    def validate_result(self, pattern_text: str) -> bool:
        return identity.eighteen(bare(pattern_text), 0, 0, None, cued=False) is not None


class Card(PatternRecognizer):
    def validate_result(self, pattern_text: str) -> bool:
        return cards.card(bare(pattern_text), 0, 0, cued=False) is not None


RECOGNISERS: tuple[tuple[type[PatternRecognizer], Kind, str, list[str]], ...] = (
    (Identity, Kind.IDENTITY, rf"\d{{6}}{_MARK}\d{{8}}{_MARK}\d{{3}}[\dXxＸ]", ["身份证"]),
    (PatternRecognizer, Kind.MOBILE, rf"[1１][3-9３-９]\d{_MARK}\d{{4}}{_MARK}\d{{4}}", ["电话", "手机"]),
    (Card, Kind.CARD, _MARK.join([r"\d{4}"] * 4) + rf"{_MARK}\d{{0,3}}", ["卡", "账号"]),
)


def _engine() -> AnalyzerEngine:
    registry = RecognizerRegistry(supported_languages=[LANGUAGE], global_regex_flags=regex.DOTALL)
    common: dict[str, Any] = {"supported_language": LANGUAGE, "global_regex_flags": regex.DOTALL}
    for recogniser, kind, pattern, cues in RECOGNISERS:
        patterns = [Pattern(kind.name, _ALONE.format(pattern), 0.5)]
        registry.add_recognizer(recogniser(kind.name, patterns=patterns, context=cues, **common))
    return AnalyzerEngine(registry, Blank(), supported_languages=[LANGUAGE])


ENGINE = _engine()
NAMES = {kind.name: kind for kind in KINDS}


def find(text: str, artifacts: NlpArtifacts | None = None) -> list[RecognizerResult]:
    """`artifacts`: what the language engine would say of the text, where it need not be asked."""
    return ENGINE.analyze(text, LANGUAGE, entities=list(NAMES), nlp_artifacts=artifacts)


def marks(found: list[RecognizerResult]) -> list[Mark]:
    """What was found, by the kinds that are planted."""
    return [Mark(NAMES[one.entity_type], one.start, one.end) for one in found]
