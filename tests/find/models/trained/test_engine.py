"""What must hold whatever the weights are, on the weights that the package carries."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders.network import Network, text_of
from onrecord.find.models.trained.engine import TrainedEngine
from onrecord.records import Kind, MentionKind
from onrecord.store.words import check_reading
from onrecord.vocabulary import rows

PAGE = (
    "Raiders of the Harbour Front attacked a police post in Estmouth on 3 May 2016, killing nine officers, the"
    " governor of Norland, Idris Vale, said on Monday. The Front denied that it had taken part.\n\n"
    "A spokesman said the Harbour Front was allied with the Hill Command, whose men abducted two engineers in June."
)
TYPES = {Kind.EVENT: "act_types", Kind.RELATION: "relation_types"}


@pytest.fixture(scope="module", name="read")
def engine_over_the_packed_weights(reader):
    return TrainedEngine(reader).read


def check(text, reading):
    """Every span verbatim, each id once, every claim in an English sentence with the terms of the tables."""
    check_reading(text, reading)
    ids = [claim.id for claim in reading.claims] + [mention.id for mention in reading.mentions]
    assert len(ids) == len(set(ids))
    named = {mention.span for mention in reading.mentions}
    for claim in reading.claims:
        table = rows(TYPES[claim.kind]) if claim.kind in TYPES else ()
        assert claim.kind is Kind.TOLL or claim.type in {row.get("act", row.get("type")) for row in table}
        assert {role.span for role in claim.roles} <= named
        assert {source.who for source in claim.sources if source.who} <= named
        assert {time.span for time in claim.times} <= named
        assert 0.05 <= claim.confidence <= 0.95


def test_a_page_gives_a_sound_reading_and_the_same_one_twice(read):
    text = text_of(PAGE)
    reading = read(text)
    check(text, reading)
    assert read(text_of("Something else in between.")).text_id == text.id
    assert read(text) == reading


def test_times_and_counts_are_those_of_the_tables(read):
    found = {(m.kind, m.span.words) for m in read(text_of(PAGE)).mentions}
    assert {
        (MentionKind.TIME, "3 May 2016"),
        (MentionKind.NUMBER, "nine"),
        (MentionKind.NUMBER, "two"),
    } <= found


def test_furniture_is_never_read(read):
    half = PAGE.index("\n\n")
    reading = read(text_of(PAGE, boilerplate=((0, half),)))
    spans = [m.span for m in reading.mentions] + [c.evidence for c in reading.claims]
    assert spans
    assert all(span.start >= half for span in spans)


def test_other_languages_give_names_and_no_claims_and_every_sentence_is_told(read):
    text = text_of("Des hommes armés ont attaqué Kaboul. Ils ont tué neuf personnes.", language="fr")
    reading = read(text)
    check(text, reading)
    assert reading.claims == ()
    assert [unread.span.start for unread in reading.unread] == [0, 37]
    assert "fr" in reading.unread[0].reason


def test_a_text_without_words_is_an_empty_reading(read):
    for content in ("", " \n\n ", "—"):
        assert read(text_of(content)).claims == ()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.one_of(st.sampled_from(PAGE.split()), st.text(max_size=8), st.just("\n\n")), max_size=40).map(
        " ".join
    )
)
def test_any_text_gives_a_sound_reading(read, content):
    text = text_of(content)
    check(text, read(text))


def engine(**more):
    return TrainedEngine(Network("x", **more).reader())


def test_the_name_has_weights_tables_and_any_use_but_the_balanced():
    name, _, rest = engine().by.partition("+")
    assert (name, rest.partition("+")[0]) == ("trained/1", "hand")
    assert [engine(use=use).by for use in ("recall", "precision")] == [
        f"{engine().by}+recall",
        f"{engine().by}+precision",
    ]


def test_of_two_readings_of_the_same_words_the_fuller_stays():
    network = Network("Assault and attack by raiders on a mill.")
    for trigger in ("Assault", "attack"):
        network.event(trigger, "attack").role(trigger, "raiders", "agent")
    network.role("Assault", "a mill", "target")
    (claim,) = TrainedEngine(network.reader()).read(text_of(network.content)).claims
    assert [role.name for role in claim.roles] == ["agent", "target"]


def test_a_speaker_becomes_a_mention_and_one_in_another_language_is_not_heard():
    content = "The elder said that raiders burned a mill."
    network = Network(content).says("The elder", "said", "raiders burned a mill")
    network.event("burned", "destruction").role("burned", "raiders", "agent")
    heard = TrainedEngine(network.reader()).hear(text_of(content))
    assert "The elder" in [m.span.words for m in heard.reading.mentions]
    assert heard.voices.around(heard.reading.claims[0].evidence) != ()
    foreign = TrainedEngine(network.reader()).hear(text_of(content, language="fr"))
    assert foreign.voices.cells == {}
