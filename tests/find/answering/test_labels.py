from __future__ import annotations

import csv
from pathlib import Path

import pytest

from onrecord.answers import Question, Stretch
from onrecord.find.answering.labels import labels_of
from onrecord.find.answering.rules import answer_by_rules
from onrecord.records import Claim, Kind, Polarity, Reading, Role, Span
from onrecord.vocabulary import rows

CASES = Path(__file__).parents[2] / "cases" / "score_label_rules.csv"


class NoNames:
    version = "none"

    def kinds(self, name):
        del name
        return frozenset()


def cases():
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", cases(), ids=lambda row: row["note"])
def test_a_text_gets_its_labels_from_claims_and_words(row):
    (answer,) = answer_by_rules(NoNames()).answers([Question(row["task"], row["text"])])
    sure = {label for label, trust in answer.labels if trust >= 0.5}
    assert sure == set(row["labels"].split())


@pytest.mark.parametrize("row", rows("label_rules"), ids=lambda row: f"{row['task']} {row['label']}")
def test_every_rule_gives_labels_of_its_schemes_with_a_share_as_trust(row):
    for task in row["task"].split("|"):
        known = {scheme["label"] for scheme in rows("label_schemes") if scheme["task"] == task}
        assert set(row["label"].split("|")) <= known
    assert 0 < float(row["trust"]) < 1
    assert row["type"] or row["words"]


def span(text, words):
    start = text.index(words)
    return Span("t", start, start + len(words), words)


def claim(text, type_, evidence, polarity=Polarity.POSITIVE, **roles):
    filled = tuple(Role(name, span(text, words)) for name, words in roles.items())
    return Claim(
        f"c{type_}", "t", Kind.EVENT, type_, span(text, evidence), "x", roles=filled, polarity=polarity
    )


def test_a_claim_about_the_two_named_parties_outweighs_a_claim_about_others():
    text = "Norland hailed Eastmark, whose police held a poet from Westmark."
    held = claim(text, "arrest", "held a poet", agent="police", victim="a poet")
    hailed = claim(text, "praise", "hailed", speaker="Norland", object="Eastmark")
    reading = Reading("t", "x", (), (held, hailed))
    asked = Question("plover", text, source=Stretch(0, 7), target=Stretch(15, 23))
    assert labels_of(asked, reading)[0][0] == "SUPPORT"
    assert labels_of(Question("plover", text), reading)[0][0] == "COERCE"


def test_what_is_not_so_is_another_label():
    text = "The two sides reached no accord."
    broken = claim(text, "agreement", "reached no accord", Polarity.NEGATIVE, side="The two sides")
    assert labels_of(Question("plover", text), Reading("t", "x", (), (broken,)))[0][0] == "REJECT"


def test_a_text_that_says_nothing_has_no_labels():
    assert labels_of(Question("satp", "It rained."), Reading("t", "x", (), ())) == ()
