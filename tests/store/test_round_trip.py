"""Whatever an engine finds comes back as it went in."""

import hashlib
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import records as r
from onrecord.store import Store

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CONTENT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
NUMBERS = st.none() | st.floats(allow_nan=False) | st.integers(0, 10**6)


def intake_of(content):
    raw = content.encode()
    sha = hashlib.sha256(raw).hexdigest()
    document = r.Document(r.document_id(sha, 0), sha, 0, "article")
    text = r.Text(
        r.text_id(sha, 0, "plain/1"),
        document.id,
        "plain/1",
        content,
        (r.Passage(0, len(content), "body", "", "ltr"),),
    )
    return r.Intake(
        r.RawBytes(sha, "text/plain", raw), r.Fetch("-", sha, "text/plain", "2026"), (document,), (text,)
    )


@st.composite
def spans(draw, text):
    start = draw(st.integers(0, len(text.content) - 1))
    end = draw(st.integers(start + 1, len(text.content)))
    return r.Span(text.id, start, end, text.content[start:end])


def lists(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


def numbers(text):
    return st.builds(r.Number, NUMBERS, NUMBERS, WORDS, spans(text))


def claims(text):
    maybe = st.none() | spans(text)
    casualty = st.builds(r.Casualty, WORDS, numbers(text), WORDS, maybe, maybe, WORDS, maybe)
    return st.builds(
        r.Claim,
        id=st.uuids().map(str),
        text_id=st.just(text.id),
        kind=st.sampled_from(r.Kind),
        type=WORDS,
        evidence=spans(text),
        by=st.just("rules/1"),
        roles=lists(st.builds(r.Role, WORDS, spans(text))),
        times=lists(st.builds(r.TimeRole, st.sampled_from(r.Which), spans(text))),
        casualties=lists(casualty),
        quantity=st.none() | numbers(text),
        unit=WORDS,
        sources=lists(st.builds(r.Source, maybe, st.sampled_from(r.SpeechAct), maybe)),
        polarity=st.sampled_from(r.Polarity),
        modality=st.sampled_from(r.Modality),
        method=WORDS,
        target=WORDS,
        scale=WORDS,
        qualities=lists(st.tuples(WORDS, WORDS)),
        confidence=st.floats(0, 1),
    )


@st.composite
def readings(draw):
    intake = intake_of(draw(CONTENT))
    text = intake.texts[0]
    found = draw(lists(claims(text)))
    mention = st.builds(r.Mention, st.uuids().map(str), st.sampled_from(r.MentionKind), spans(text), WORDS)
    ids = st.sampled_from([claim.id for claim in found]) if found else st.nothing()
    ties = draw(lists(st.builds(r.Tie, ids, ids, WORDS))) if found else ()
    unread = draw(lists(st.builds(r.Unread, spans(text), WORDS)))
    return intake, r.Reading(text.id, "rules/1", draw(lists(mention)), found, ties, unread)


@given(readings())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_reading_comes_back_as_it_went_in(made):
    intake, reading = made
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "r.db", create=True) as store:
        store.add_intake(intake)
        assert store.add_reading(reading)
        assert not store.add_reading(reading)
        assert store.text(reading.text_id) == intake.texts[0]
        assert store.chosen_reading(reading.text_id) == reading
        assert {row.claim.id: row.claim for row in store.claims()} == {
            claim.id: claim for claim in reading.claims
        }
