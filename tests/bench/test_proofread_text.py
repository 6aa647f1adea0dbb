"""The documents that proofreading is timed on hold what they say they hold, and all of it is found."""

import pytest

from bench import proofread_contender, proofread_gongkai, proofread_gongkai_numbers, proofread_text


@pytest.mark.parametrize("contender", [proofread_gongkai, proofread_gongkai_numbers])
@pytest.mark.parametrize("every", [proofread_text.SPARSE, proofread_text.DENSE])
def test_what_is_planted_is_found_and_nothing_else(contender, every):
    documents = list(proofread_text.documents(100_000, every))
    found = [contender.marks(contender.find(document.text)) for document in documents]
    for kind in contender.KINDS:
        planted, met, marked, right = proofread_contender.score(kind, documents, found)
        assert (met, right) == (planted, marked)


@pytest.mark.parametrize("every", [proofread_text.SPARSE, proofread_text.DENSE])
def test_as_much_is_planted_as_is_said(every):
    documents = list(proofread_text.documents(200_000, every))
    planted = sum(len(document.planted) for document in documents)
    assert 0.8 < planted * every / sum(len(document.text) for document in documents) < 1.2
