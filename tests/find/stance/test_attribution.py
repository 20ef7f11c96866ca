from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.marked import read_marked
from onrecord.find.stance.attribution import find_attributions
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Mention, MentionKind, Passage, Source, Span, SpeechAct, Text, mention_id

CASES = Path(__file__).parents[2] / "cases" / "attribution.csv"


def cases():
    lines = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def text_of(content):
    return Text("txt_said", "doc_said", "tests", content, (Passage(0, len(content), "body", "en", "ltr"),))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['chain']} | {case['sentence'][:60]}")
def test_a_sentence_gives_the_chain_and_stretch_of_the_table(case):
    marked = read_marked(case["sentence"])
    found = find_attributions(marked.sentence, marked.mentions)
    content = marked.sentence.text.content
    seen = [
        (
            content[one.start : one.end],
            "; ".join(f"{s.who.words if s.who else '-'}/{s.act}" for s in one.sources),
            "; ".join(mention.span.words for mention in one.said),
        )
        for one in found
    ]
    if case["content"]:
        assert (case["content"], case["chain"], case["said"]) in seen
    else:
        assert seen == []


def test_every_cue_is_the_words_that_carry_the_act():
    marked = read_marked("[actor The Front] flatly denied that it had lost [place Port Lena].")
    (one,) = find_attributions(marked.sentence, marked.mentions)
    assert [source.cue.words for source in one.sources] == ["denied"]


def test_words_inside_a_quotation_opened_earlier_have_an_unknown_source():
    text = text_of("The elder sighed. “They came at night. They burned the mill.” Then he left.")
    carried = [find_attributions(sentence, ()) for sentence in split_sentences(text)]
    sources = [[a.sources for a in found] for found in carried]
    assert [(Source(None, SpeechAct.SAY, None),)] in sources
    assert sources[0] == []


def test_a_sentence_without_a_cue_has_no_source_and_not_the_author():
    sentence = split_sentences(text_of("The rebels took the port."))[0]
    assert find_attributions(sentence, ()) == ()


WORDS = [
    "said",
    "says",
    "told",
    "that",
    "reports",
    "of",
    "claims",
    "by",
    "according",
    "to",
    "denied",
    "dismissed",
    "as",
    "was",
    "it",
    "became",
    "clear",
    "the",
    "police",
    "and",
    "but",
    ",",
    ".",
    ";",
    ":",
    "“",
    "”",
    '"',
    "reporters",
    "on",
    "Monday",
    "allegedly",
    "accused",
    "confirm",
    "not",
    "Front",
    "officials",
    "who",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.data())
@settings(max_examples=200, deadline=None)
def test_any_words_with_any_mentions_give_stretches_inside_the_sentence(words, data):
    text = text_of(" ".join(words))
    for sentence in split_sentences(text):
        mentions = []
        for _ in range(data.draw(st.integers(0, 5))):
            start = data.draw(st.integers(sentence.start, sentence.end - 1))
            end = data.draw(st.integers(start + 1, sentence.end))
            kind = data.draw(st.sampled_from(MentionKind))
            span = Span(text.id, start, end, text.content[start:end])
            mentions.append(Mention(mention_id(kind, span), kind, span, span.words))
        for one in find_attributions(sentence, tuple(mentions)):
            assert sentence.start <= one.start < one.end <= sentence.end
            assert one.sources
            spans = [s.who for s in one.sources if s.who] + [s.cue for s in one.sources if s.cue]
            assert all(span.words == text.content[span.start : span.end] for span in spans)
