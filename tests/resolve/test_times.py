import csv
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.records import (
    Anchor,
    Mention,
    MentionKind,
    Passage,
    Precision,
    Reading,
    Span,
    Text,
    When,
    mention_id,
)  # fmt: skip
from onrecord.resolve.solar_calendar import solar_month_length, solar_to_gregorian
from onrecord.resolve.times import date_mentions

TABLE = Path(__file__).parent.parent / "cases" / "times.csv"
POOL = (
    "from between since by until the early mid late end of first half June May spring winter 2015 "
    "999 20155 31 30 - to and last next this same three several months days years later ago Monday "
    "yesterday at time then as 1400 Asad 9999 decades earlier that in recent weeks onwards Q2 1990s "
    "0 0001-01-01 9999-12-31"
)


def cases():
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(row["text"], row["published"], row["expected"]) for row in csv.DictReader(lines, delimiter="|")]


def moments(content, words, published=""):
    """Date the given words where they stand in the text, one after another."""
    text = Text("txt", "doc", "test", content, (Passage(0, len(content), "body", "en", "ltr"),))
    if published:
        text = replace(text, published=When(published, published, Precision.DAY, Anchor.STATED))
    mentions, at = [], 0
    for each in words:
        at = content.index(each, at)
        span = Span("txt", at, at + len(each), each)
        mentions.append(Mention(mention_id(MentionKind.TIME, span), MentionKind.TIME, span, each))
        at += len(each)
    return date_mentions(text, Reading("txt", "test", tuple(mentions), ()))


def written(moment):
    when = moment.when
    return f"{when.words} = {when.earliest or ''}..{when.latest or ''} {when.precision} {when.anchor}"


@pytest.mark.parametrize(("content", "published", "expected"), cases(), ids=lambda value: str(value)[:50])
def test_time_words_become_intervals_with_their_anchor(content, published, expected):
    words = re.findall(r"(?:^|; )(.+?) = ", expected)
    assert "; ".join(written(moment) for moment in moments(content, words, published)) == expected


def test_an_open_time_says_why():
    (moment,) = moments("Last month they met.", ["Last month"])
    assert moment.why == "counted from the time of writing, and the text has no publication date"


def test_a_year_taken_from_the_text_says_from_which_words():
    found = moments("In April 2017 it fell. It rose in June.", ["April 2017", "June"])
    assert found[1].why == "the year is that of 'April 2017' earlier in the text"


def test_a_month_in_another_paragraph_counts_from_the_publication():
    content = "It began in April 2014.\n\nIt rose again in June."
    found = moments(content, ["April 2014", "June"], "2018-09-05")
    assert (found[1].when.earliest, found[1].when.anchor) == ("2018-06-01", Anchor.PUBLICATION)


def test_at_the_time_points_to_the_time_that_opens_the_sentence_before():
    content = (
        "In April 2017 it fell. Three months later he spoke of a strike in June. At the time all were silent."
    )
    found = moments(content, ["April 2017", "Three months later", "June", "At the time"])
    assert found[3].when.earliest == "2017-07-01"


def test_a_publication_month_is_too_coarse_for_a_weekday():
    content = "They met on Monday."
    text = Text(
        "txt",
        "doc",
        "test",
        content,
        (),
        published=When("2018-09-01", "2018-09-30", Precision.MONTH, Anchor.STATED),
    )
    span = Span("txt", 12, 18, "Monday")
    mention = Mention("men_1", MentionKind.TIME, span, "Monday")
    (moment,) = date_mentions(text, Reading("txt", "test", (mention,), ()))
    assert moment.when.precision == Precision.OPEN


def test_every_time_mention_gets_one_moment_and_other_mentions_none():
    content = "In 2015 Amin left."
    text = Text("txt", "doc", "test", content, ())
    person = Mention("men_1", MentionKind.PERSON, Span("txt", 8, 12, "Amin"), "Amin")
    when = Mention("men_2", MentionKind.TIME, Span("txt", 3, 7, "2015"), "2015")
    assert [m.mention_id for m in date_mentions(text, Reading("txt", "test", (person, when), ()))] == [
        "men_2"
    ]


@pytest.mark.parametrize(
    ("solar", "gregorian"),
    [
        ((1357, 2, 7), date(1978, 4, 27)),
        ((1380, 6, 20), date(2001, 9, 11)),
        ((1395, 1, 1), date(2016, 3, 20)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1400, 5, 24), date(2021, 8, 15)),
        ((1403, 1, 1), date(2024, 3, 20)),
    ],
)
def test_solar_hijri_days_convert(solar, gregorian):
    assert solar_to_gregorian(*solar) == gregorian


@given(st.integers(1178, 1632))
def test_solar_years_follow_each_other_without_a_gap(year):
    last = solar_to_gregorian(year, 12, solar_month_length(year, 12))
    assert last + timedelta(days=1) == solar_to_gregorian(year + 1, 1, 1)


def test_days_that_the_solar_calendar_lacks_give_nothing():
    assert solar_to_gregorian(1400, 12, 30) is None
    assert solar_to_gregorian(5000, 1, 1) is None


WORDS = st.sampled_from(POOL.split())


@given(
    st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
    st.sampled_from(["", "2018-09-05", "0001-01-01", "9999-12-31"]),
)
@example("last June", "0001-01-01")
@example("next winter", "9999-12-31")
@example("the winter", "9999-12-31")
def test_any_run_of_time_words_gives_ordered_days_or_an_open_interval_with_a_reason(words, published):
    found = moments(f"In 2016 it fell. {words}", ["2016", words] if words != "2016" else ["2016"], published)
    for moment in found:
        when = moment.when
        assert moment.why
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest
        assert (when.precision == Precision.OPEN) == (when.earliest is None and when.latest is None)


@given(st.text(min_size=1, max_size=80))
def test_no_words_stop_the_dating(words):
    content = f"In 2016. {words}"
    assert len(moments(content, ["2016"])) == 1
    span = Span("txt", 9, len(content), words)
    text = Text("txt", "doc", "test", content, ())
    reading = Reading("txt", "test", (Mention("men_1", MentionKind.TIME, span, words),), ())
    assert len(date_mentions(text, reading)) == 1
