from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.marked import read_marked
from onrecord.find.patterns.patterned import find_patterned
from onrecord.find.patterns.rows import TABLES
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Kind, Mention, MentionKind, Modality, Passage, Polarity, Span, Text, mention_id
from onrecord.vocabulary import rows

CASES = Path(__file__).parents[2] / "cases" / "patterns.csv"
TYPES = {
    Kind.RELATION: "relation_types",
    Kind.PRESENCE: "presence_degrees",
    Kind.COMPOSITION: "composition_types",
    Kind.ESTIMATE: "estimate_types",
    Kind.CONDUCT: "conduct_types",
    Kind.STATEMENT: "statement_types",
    Kind.ASSESSMENT: "assessment_types",
    Kind.EVENT: "act_types",
}
ROWS = [(kind, row) for kind, table in TABLES.items() for row in rows(table)]


def cases():
    lines = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def names(kind):
    return {row["act" if kind is Kind.EVENT else "type"] for row in rows(TYPES[kind])}


def said_by(claim):
    """Give everything that a claim holds as (name, words)."""
    held = {(role.name, role.span.words) for role in claim.roles}
    held |= {(time.which.value, time.span.words) for time in claim.times}
    held |= {("quantity", claim.quantity.span.words)} if claim.quantity else set()
    return held | ({("unit", claim.unit)} if claim.unit else set())


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=[f"{kind}-{row['example'][:60]}" for kind, row in ROWS])
def test_a_row_fires_on_its_own_example_with_the_marked_roles(kind, row):
    marked = read_marked(row["example"])
    claims = find_patterned(marked.sentence, marked.mentions)
    fitting = [
        claim
        for claim in claims
        if (claim.kind, claim.type) == (kind, row["type"])
        and said_by(claim) == set(marked.roles)
        and set(marked.qualities) <= set(claim.qualities)
    ]
    assert fitting, [(c.kind, c.type, said_by(c), c.qualities) for c in claims]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["sentence"][:70])
def test_a_sentence_gives_the_claim_of_the_table(case):
    marked = read_marked(case["sentence"])
    claims = find_patterned(marked.sentence, marked.mentions)
    seen = [(c.kind, c.type, said_by(c), c.polarity, c.modality) for c in claims]
    wanted = (
        Kind(case["kind"]),
        case["type"],
        set(marked.roles),
        Polarity(case["polarity"] or "positive"),
        Modality(case["modality"] or "actual"),
    )
    if case["type"].startswith("no "):
        assert case["type"].removeprefix("no ") not in [c.type for c in claims]
    else:
        assert wanted in seen


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=[f"{kind}-{row['pattern'][:60]}" for kind, row in ROWS])
def test_the_type_of_a_row_is_defined(kind, row):
    assert row["type"] in names(kind)


def test_every_defined_type_has_a_pattern():
    for kind in TYPES.keys() - {Kind.EVENT}:  # acts have words of their own
        written = {row["type"] for found, row in ROWS if found is kind}
        assert names(kind) <= written


def test_a_list_of_subjects_and_objects_gives_one_relation_for_each_pair():
    marked = read_marked("[actor A Front] and [actor B Front] back [actor C Front] and [actor D Front].")
    pairs = {
        tuple(role.span.words for role in claim.roles)
        for claim in find_patterned(marked.sentence, marked.mentions)
        if claim.type == "supports"
    }
    assert pairs == {
        ("A Front", "C Front"),
        ("A Front", "D Front"),
        ("B Front", "C Front"),
        ("B Front", "D Front"),
    }


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("[group Foreign nationals] are fighting for [actor the Harbour Front].", "member_of"),
        ("[actor The River Column] is fighting for [actor the Harbour Front].", "supports"),
        ("[person Idris Vale] is fighting for [actor the Harbour Front].", "supports"),
    ],
)
def test_people_who_fight_for_a_group_are_its_fighters_and_nobody_with_a_name_is(sentence, type_):
    marked = read_marked(sentence)
    assert [c.type for c in find_patterned(marked.sentence, marked.mentions)] == [type_]


def test_evidence_is_the_smallest_words_from_the_first_to_the_last_match():
    marked = read_marked(
        "On Monday, as rain fell, [actor the Harbour Front] backed [actor the River Column] in a speech."
    )
    (claim,) = find_patterned(marked.sentence, marked.mentions)
    assert claim.evidence.words == "the Harbour Front backed the River Column"


WORDS = [
    "led",
    "by",
    "leader",
    "of",
    "the",
    "a",
    "'s",
    "and",
    ",",
    "(",
    ")",
    "control",
    "presence",
    "in",
    "seven",
    "districts",
    "funding",
    "from",
    "receive",
    "fight",
    "alongside",
    "Front",
    "Column",
    "Norland",
    "not",
    "will",
    "majority",
    "commanders",
    "are",
    "former",
    "pledged",
    "allegiance",
    "to",
    "than",
    "threat",
    ".",
    "“",
    "”",
    "–",
    "ally",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.data())
@settings(max_examples=120, deadline=None)
def test_any_words_with_any_mentions_give_claims_whose_words_stand_in_the_text(words, data):
    content = " ".join(words)
    text = Text("txt_any", "doc_any", "tests", content, (Passage(0, len(content), "body", "en", "ltr"),))
    for sentence in split_sentences(text):
        mentions = []
        for _ in range(data.draw(st.integers(0, 6))):
            start = data.draw(st.integers(sentence.start, sentence.end - 1))
            end = data.draw(st.integers(start + 1, sentence.end))
            kind = data.draw(st.sampled_from(MentionKind))
            span = Span(text.id, start, end, content[start:end])
            mentions.append(Mention(mention_id(kind, span), kind, span, span.words))
        claims = find_patterned(sentence, tuple(mentions))
        assert len({claim.id for claim in claims}) == len(claims)
        for claim in claims:
            for span in (claim.evidence, *(role.span for role in claim.roles)):
                assert span.words == content[span.start : span.end]
                assert sentence.start <= span.start < span.end <= sentence.end
