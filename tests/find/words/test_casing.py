"""Headings and shouted texts get the capitals of running text, and keep their offsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.words.casing import recased
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Passage, Text


class NamesOfTests:
    """A small lexicon of real names, frozen for these tests."""

    version = "tests"
    _KINDS = (("actor", "Red Cross|Islamic State|FMLN"), ("place", "Achin|CALI|Cali|San Salvador"))

    def kinds(self, name: str) -> frozenset[str]:
        return frozenset(kind for kind, names in self._KINDS if name in names.split("|"))


def sentences_of(words):
    text = Text("txt", "doc", "tests", words, (Passage(0, len(words), "body", "en", "ltr"),), language="en")
    return split_sentences(text)


def recased_words(words):
    return " ".join(token.words for token in recased(sentences_of(words)[0], NamesOfTests()).tokens)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "THE FMLN REBELS ATTACKED A HOTEL IN CALI AND KILLED COLONEL PEDRO ZADRANO.",
            "the FMLN rebels attacked a hotel in Cali and killed Colonel Pedro Zadrano .",
        ),
        (
            "Dozens of Rebels Killed by Bomb in Achin District",
            "Dozens of rebels killed by bomb in Achin district",
        ),
        (
            "Islamic State Claims Responsibility For Deadly Attack On Red Cross Office",
            "Islamic State claims responsibility for deadly attack on Red Cross office",
        ),
        ("The rebels attacked Achin.", "The rebels attacked Achin ."),
    ],
)
def test_a_heading_reads_as_running_text(written, read):
    assert recased_words(written) == read


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from(list("ABab SNT.,-'’1 ")), max_size=80))
def test_no_text_loses_its_offsets_or_a_token(words):
    for sentence in sentences_of(words):
        new = recased(sentence, NamesOfTests())
        assert [(t.start, t.end) for t in new.tokens] == [(t.start, t.end) for t in sentence.tokens]
        assert [t.words.lower() for t in new.tokens] == [t.words.lower() for t in sentence.tokens]
