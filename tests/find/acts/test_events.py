"""One sentence, one event: every field of every case in tests/cases/events.csv."""

import csv
from pathlib import Path

import pytest

from onrecord.find.acts.events import find_events
from onrecord.find.mentions.names import find_mentions
from onrecord.find.values.casualties import find_casualties
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Kind, Passage, Text


class NamesOfTests:
    """A small lexicon of real names, frozen for these tests."""

    version = "tests"
    _KINDS = (
        (
            "actor",
            "Taliban|Afghan Taliban|Islamic State|IS|ISIS|IS-K|ISKP|ISIS Khorasan|al-Qaeda|Boko Haram|Pentagon",
        ),
        (
            "actor",
            "Tehrik-e-Taliban Pakistan|NATO|Hamas|Hezbollah|al-Shabaab|Al-Shabaab|Houthis|United States|EU",
        ),
        (
            "place",
            "Kabul|Kajaki|Helmand|Nangarhar|Afghanistan|Pakistan|Iraq|Syria|Mosul|Raqqa|Islamabad|Iran|Russia",
        ),
        (
            "place",
            "China|Egypt|Nigeria|India|Khorasan|Kunduz|Ukraine|Gaza|Somalia|Mogadishu|Libya|Kharkiv|Maiduguri",
        ),
        ("place", "Aleppo|Peshawar|Quetta|Israel"),
        ("demonym", "Afghan|Pakistani|U.S.|Russian|French"),
    )

    def kinds(self, name: str) -> frozenset[str]:
        return frozenset(kind for kind, names in self._KINDS if name in names.split("|"))


def events_of(words):
    text = Text("txt", "doc", "tests", words, (Passage(0, len(words), "body", "en", "ltr"),), language="en")
    return tuple(
        claim
        for sentence in split_sentences(text)
        for mentions in [find_mentions(sentence, NamesOfTests())]
        for claim in find_events(sentence, mentions, find_casualties(sentence, mentions))
    )


def cases():
    lines = (Path(__file__).parents[2] / "cases" / "events.csv").read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def filled(claim, *names):
    return {role.span.words for role in claim.roles if role.name in names}


def listed(cell):
    return set(filter(None, (cell or "").split("|")))


@pytest.mark.parametrize("case", [c for c in cases() if c["act"]], ids=lambda c: c["sentence"][:60])
def test_a_sentence_gives_its_event_with_every_facet_and_role(case):
    claims = events_of(case["sentence"])
    assert len(claims) == 1, [(c.type, c.evidence.words) for c in claims]
    claim = claims[0]
    assert claim.type == case["act"]
    assert claim.kind is (Kind.TOLL if case["act"] == "toll" else Kind.EVENT)
    assert (claim.method, claim.target, claim.scale) == (case["method"], case["target"], case["scale"])
    assert filled(claim, "agent") == listed(case["agent"])
    assert filled(claim, "side") == listed(case["side"])
    assert filled(claim, "target", "victim") == listed(case["hit"])
    assert filled(claim, "place") == listed(case["place"])


@pytest.mark.parametrize("case", [c for c in cases() if not c["act"]], ids=lambda c: c["sentence"][:60])
def test_words_of_violence_that_are_no_event_do_not_fire(case):
    assert [(c.type, c.evidence.words) for c in events_of(case["sentence"])] == []
