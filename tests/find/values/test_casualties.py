import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.values.casualties import find_casualties
from onrecord.find.values.victims import VictimPhrases
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Mention, MentionKind, Passage, Span, Text, mention_id

TABLE = Path(__file__).parents[2] / "cases" / "casualties.csv"
POOL = (
    "killed were wounded and 12 soldiers a the of dead death toll rose to by including among them , "
    "injured no casualties two hundred people lives took hostage missing more than his guard shot "
    "Amin"
)


def cases():
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(row["text"], row["expected"]) for row in csv.DictReader(lines, delimiter="|")]


def casualties(content, **names):
    """Find the casualties of a text in which these names (words -> kind) are mentioned."""
    text = Text("txt", "doc", "test", content, (Passage(0, len(content), "body", "en", "ltr"),))
    mentions = []
    for words, kind in names.items():
        start = content.index(words)
        span = Span("txt", start, start + len(words), words)
        mentions.append(Mention(mention_id(kind, span), kind, span, words))
    return [row for sentence in split_sentences(text) for row in find_casualties(sentence, tuple(mentions))]


def written(row):
    low, high = ("" if end is None else str(end) for end in (row.number.low, row.number.high))
    return f"{row.outcome} {low}..{high} {row.status} {row.scope}"


@pytest.mark.parametrize(("content", "expected"), cases(), ids=lambda value: str(value)[:50])
def test_casualties_are_read_from_a_sentence(content, expected):
    assert "; ".join(written(row) for row in casualties(content)) == expected


def test_the_number_span_is_the_number_and_the_victims_are_the_noun():
    (row,) = casualties("The blast killed more than eighty young worshippers in Mosul.")
    assert (row.number.span.words, row.victims.words) == ("more than eighty", "young worshippers")


def test_one_victim_without_a_number_is_counted_by_its_noun():
    (row,) = casualties("A senior police officer was shot dead.")
    assert (row.number.low, row.number.high, row.number.span.words) == (1, 1, "A senior police officer")


def test_a_named_person_is_one_victim_of_unknown_status():
    (row,) = casualties(
        "The army said it had killed Karim Baz, the head of the group.", **{"Karim Baz": MentionKind.PERSON}
    )
    assert (row.number.low, row.number.span.words, row.status) == (1, "Karim Baz", "unknown")


def test_a_titled_person_is_one_victim():
    (row,) = casualties("The strike killed commander Karim Baz.", **{"Karim Baz": MentionKind.PERSON})
    assert row.number.span.words == "Karim Baz"


@pytest.mark.parametrize(
    ("content", "by"),
    [
        ("Blue Front fighters killed nine people.", "Blue Front"),
        ("The Blue Front has killed nine people.", "Blue Front"),
        ("Nine people were killed by the Blue Front.", "Blue Front"),
        ("Nine people were killed near the town of Blue Front.", None),
        ("An attack on Blue Front killed nine people.", None),
    ],
)
def test_the_agent_is_named_where_the_clause_gives_it(content, by):
    (row,) = casualties(content, **{"Blue Front": MentionKind.ACTOR})
    assert (row.inflicted_by.words if row.inflicted_by else None) == by


def test_long_runs_of_harm_words_give_no_more_rows_than_words():
    for unit in ("two soldiers and ", "killed 5 and ", "dead ", "toll to 5 ", "including 3 "):
        content = "They killed " + unit * 500
        assert len(casualties(content)) <= len(content.split())


WORDS = st.sampled_from(POOL.split())


@pytest.mark.parametrize("unit", ["killed 5 and ", "two soldiers and a ", "dead or ", "toll to 5 "])
def test_twice_the_text_takes_about_twice_the_looks_at_tokens(unit, monkeypatch):
    looks = []
    look = VictimPhrases.at

    def counted(phrases, index):
        looks.append(index)
        return look(phrases, index)

    monkeypatch.setattr(VictimPhrases, "at", counted)
    costs = []
    for times in (100, 200):
        looks.clear()
        casualties("They killed " + unit * times)
        costs.append(len(looks))
    assert costs[1] <= 2.2 * costs[0] + 50


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_run_of_harm_words_gives_rows_whose_spans_stand_where_they_say(content):
    for row in casualties(content):
        for span in (row.number.span, row.victims):
            assert span is None or span.words == content[span.start : span.end] != ""


@given(st.text(max_size=150))
def test_no_text_stops_the_search(content):
    assert all(row.number.span.words for row in casualties(content))
