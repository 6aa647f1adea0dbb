"""Presidio's recognisers without its language engine: no words of context, nothing but the patterns."""

import spacy
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from bench import proofread_presidio
from bench.proofread_presidio import ENGINE, KINDS, LANGUAGE, marks

__all__ = ["KINDS", "find", "marks"]

_NOTHING = spacy.blank(LANGUAGE)("")
EMPTY = NlpArtifacts([], _NOTHING, [], [], ENGINE.nlp_engine, LANGUAGE)


def find(text: str) -> list[RecognizerResult]:
    return proofread_presidio.find(text, EMPTY)
