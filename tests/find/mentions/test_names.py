"""One sentence, one mention: kind, words and head of every case in tests/cases/names.csv."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.mentions.names import find_mentions
from onrecord.find.words.tokens import split_sentences
from onrecord.records import MentionKind, Passage, Text


class NamesOfTests:
    """A small lexicon of real names, frozen for these tests."""

    version = "tests"
    _KINDS = (
        (
            "actor",
            "Taliban|Afghan Taliban|Islamic State|ISIS|ISIS Khorasan|al-Qaeda|Al-Qaeda|Boko Haram|Pentagon|NATO|Hezbollah",
        ),
        (
            "place",
            "Kabul|Kajaki|Helmand|Nangarhar|Afghanistan|Pakistan|Iraq|Syria|Mosul|Iran|Russia|China|Kunduz|Ukraine",
        ),
        ("demonym", "Afghan|Pakistani|U.S.|Russian|Syrian"),
    )

    def kinds(self, name: str) -> frozenset[str]:
        return frozenset(kind for kind, names in self._KINDS if name in names.split("|"))


def mentions_of(words, language="en"):
    text = Text(
        "txt", "doc", "tests", words, (Passage(0, len(words), "body", language, "ltr"),), language=language
    )
    return [m for sentence in split_sentences(text) for m in find_mentions(sentence, NamesOfTests())]


def cases():
    lines = (Path(__file__).parents[2] / "cases" / "names.csv").read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("case", cases(), ids=lambda c: f"{c['words']}: {c['sentence'][:40]}")
def test_a_sentence_holds_its_mention_with_kind_and_head(case):
    found = {(m.kind.value, m.span.words, m.head) for m in mentions_of(case["sentence"])}
    if case["kind"]:
        assert (case["kind"], case["words"], case["head"]) in found
    else:
        assert case["words"] not in {words for _, words, _ in found}


def test_a_phrase_about_people_holds_the_names_inside_it():
    found = mentions_of("Former Taliban commanders from Kunduz spoke.")
    group = next(m for m in found if m.kind is MentionKind.GROUP)
    actor = next(m for m in found if m.kind is MentionKind.ACTOR)
    assert group.span.start < actor.span.start < actor.span.end < group.span.end


def test_names_in_arabic_script_are_found_in_the_lexicon():
    class Arabic:
        version = "tests"

        def kinds(self, name: str) -> frozenset[str]:
            return frozenset({"place"} if name in {"کابل", "صنعاء"} else ())

    words = "انفجار در کابل رخ داد"
    text = Text("txt", "doc", "tests", words, (Passage(0, len(words), "body", "fa", "rtl"),), language="fa")
    found = [m for s in split_sentences(text) for m in find_mentions(s, Arabic())]
    assert [(m.kind, m.span.words) for m in found] == [(MentionKind.PLACE, "کابل")]


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(list("aAbTe .,'’“”-()/1 \nالك")) | st.characters(), max_size=200))
def test_every_mention_of_any_text_stands_at_its_offsets(words):
    for mention in mentions_of(words):
        assert words[mention.span.start : mention.span.end] == mention.span.words != ""
        assert mention.head in mention.span.words
