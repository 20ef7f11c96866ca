from __future__ import annotations

import pytest

from builders.marked import read_marked
from onrecord.find.patterns.patterned import find_patterned
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Passage, Text


def types(line):
    marked = read_marked(line)
    return {claim.type for claim in find_patterned(marked.sentence, marked.mentions)}


@pytest.mark.parametrize(
    ("sentence", "kind", "found"),
    [
        ("[group The council] should build more schools.", "recommendation", False),
        ("[group The council] should disarm the militias.", "recommendation", True),
        ("[actor The Harbour Front] wants to build roads.", "intent", True),
        ("[person Idris Vale] wants to build roads.", "intent", False),
        ("[group You] support [actor the Harbour Front].", "supports", False),
        ("[actor Norland] announced it would rain.", "announce", False),
        ("[actor The army] should spare [group the villagers].", "restraint", False),
        ("[actor The Lena School Board] has 300 members.", "strength", False),
    ],
)
def test_claims_are_kept_only_where_words_are_about_a_conflict(sentence, kind, found):
    assert (kind in types(sentence)) is found


def test_a_pronoun_may_be_a_group_that_the_sentence_before_told_of():
    marked = read_marked("It is seeking more trainers.")
    assert "intent" not in {c.type for c in find_patterned(marked.sentence, marked.mentions)}
    whole = "The militia attacked the port. It is seeking more trainers."
    text = Text("t", "d", "tests", whole, (Passage(0, len(whole), "body", "en", "ltr"),))
    assert "intent" in {c.type for c in find_patterned(split_sentences(text)[1], ())}
