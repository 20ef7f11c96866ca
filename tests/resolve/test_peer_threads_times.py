import csv
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.find.values.timewords import find_times
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Anchor, Passage, Precision, Reading, Text, When
from onrecord.resolve.times import date_mentions

TABLE = Path(__file__).parent.parent / "cases" / "peer_threads_times.csv"


def cases():
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [tuple(row.values()) for row in csv.DictReader(lines, delimiter="|")]


def written(when):
    return f"{when.words} = {when.earliest or ''}..{when.latest or ''} {when.precision} {when.anchor}"


@pytest.mark.parametrize(
    ("thread", "content", "published", "expected"), cases(), ids=lambda cell: str(cell)[:30]
)
def test_what_users_of_other_tools_miss_is_an_interval_with_its_anchor(thread, content, published, expected):
    text = Text("txt", "doc", "test", content, (Passage(0, len(content), "body", "en", "ltr"),))
    if published:
        text = replace(text, published=When(published, published, Precision.DAY, Anchor.STATED))
    found = tuple(time for sentence in split_sentences(text) for time in find_times(sentence))
    moments = date_mentions(text, Reading("txt", "test", found, ()))
    assert "; ".join(written(moment.when) for moment in moments) == expected, thread
    assert all(moment.why for moment in moments)
