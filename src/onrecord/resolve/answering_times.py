"""Times as a benchmark asks for them: time expressions of every kind with type and value as in TIMEX3.

A benchmark wants more than the record: also how long, how often, "now" and "recently". They are found here
for answers alone (vocabulary/time_expressions), so that no length ever becomes the time of an event. What the
reading found beside them is answered with the value of its interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.answers import Question, Stretch, Timed
from onrecord.records import Precision, Reading, Text, When
from onrecord.resolve.resolver import Resolver
from onrecord.resolve.tense import tense_at
from onrecord.resolve.times import date_mentions
from onrecord.resolve.timex_forms import NONE, expressions
from onrecord.resolve.timex_told import Told
from onrecord.resolve.timex_values import value_of
from onrecord.resolve.timex_words import Context

__all__ = ["times_of", "timex_of"]

_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f]")
"""A letter that is none of the Latin script: the forms of the table are English alone."""

_SHORT = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4, Precision.DECADE: 3}


def times_of(question: Question, text: Text, reading: Reading, resolver: Resolver) -> tuple[Timed, ...]:
    """Give the time expressions of a text in its order; the value is "" where it stays open."""
    del resolver
    found = list(_expressions(question))
    taken = {at for one in found for at in range(one.at.start, one.at.end)}
    found = [one for one in found if one.type != NONE]
    spans = {mention.id: mention.span for mention in reading.mentions}
    read = [(spans[one.mention_id], one.when) for one in date_mentions(text, reading) if one.when.earliest]
    other = {at for span, _ in read if _OTHER_SCRIPT.search(span.words) for at in range(span.start, span.end)}
    found = [one for one in found if one.at.start not in other]
    taken -= other
    for span, when in read:
        if taken.isdisjoint(range(span.start, span.end)):
            found.append(Timed(Stretch(span.start, span.end), "DATE", timex_of(when)))
    return tuple(sorted(found, key=lambda one: one.at))


def timex_of(when: When) -> str:
    """Give an interval as the value of a TIMEX3, from its first day and precision; "" without a first day."""
    return (when.earliest or "")[: _SHORT.get(when.precision, 7)]


def _expressions(question: Question) -> Iterator[Timed]:
    told = Told()
    day = date.fromisoformat(question.day) if question.day else None
    for form in expressions(question.text):
        start, end = form.match.span()
        tense = tense_at(question.text, start, end)
        value = value_of(form, Context(day, told.period, told.quarter, told.spoken, tense))
        yield Timed(Stretch(start, end), form.type, value)
        told = told.after(form, value, day, tense)
