"""Presidio's recognisers without its language engine: no words of context, nothing but the patterns."""

import spacy
from presidio_analyzer.nlp_engine import NlpArtifacts

from bench import proofread_presidio
from bench.proofread_presidio import ENGINE, KINDS, LANGUAGE
from bench.proofread_text import Mark

__all__ = ["KINDS", "find"]

_NOTHING = spacy.blank(LANGUAGE)("")
EMPTY = NlpArtifacts([], _NOTHING, [], [], ENGINE.nlp_engine, LANGUAGE)


def find(text: str) -> list[Mark]:
    return proofread_presidio.find(text, EMPTY)
