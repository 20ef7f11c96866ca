"""What simple ways reach on places, times and actors: `python bench/resolve_baselines.py [--data FOLDER]`.

Prints a line a set with the task's own mark and its 95 % interval:
places-gold: a name is the country that bears it, else its bearer with most people;
places: the place mentions of the rules' reading alone, resolved as the record does;
times: dates that name a day, a month or a year of the calendar, by one pattern;
actors: the names alone, without the text around them.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from fixed_parts import DATA, GOLD

from onrecord.answers import Answer, Linked, Located, Question, Stretch, Timed
from onrecord.find.answering.reading import as_text, reads_questions
from onrecord.find.models.rules import RulesEngine
from onrecord.records import Link, Mention, MentionKind, Reading, Span, Text
from onrecord.resolve.actors import CANDIDATE, link_actors
from onrecord.resolve.answering_mentions import given
from onrecord.resolve.answering_places import mentions_of
from onrecord.resolve.dates import normal, read_date
from onrecord.resolve.gazetteer import Named
from onrecord.resolve.periods import Period
from onrecord.resolve.place_words import read_words
from onrecord.resolve.places import link_places
from onrecord.resolve.resolver import Resolver
from onrecord.score.registry import find_task
from onrecord.score.running import report_on

Way = Callable[[Question], Answer]
_MONTH = r"(?:Jan|Febr?|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{4}}"
    r"|\d{4}-\d\d-\d\d|(?:19|20)\d\d)\b"
)
_FORM = {"day": 10, "month": 7, "year": 4}


def main() -> None:
    """Print a line a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    data = parser.parse_args().data
    resolver = Resolver()
    sets: tuple[tuple[str, Path, Way], ...] = (
        ("places-gold", data / "geoparsing/GeoVirus.xml", lambda q: most_people(q, resolver)),
        ("places-gold", data / "geoparsing/lgl.xml", lambda q: most_people(q, resolver)),
        ("places", data / "geoparsing/GeoVirus.xml", of_the_record(resolver)),
        ("places", data / "geoparsing/lgl.xml", of_the_record(resolver)),
        ("times", data / "timebank", calendar_dates),
        ("actors", GOLD / "actors.csv", lambda q: names_alone(q, resolver)),
    )
    for name, path, way in sets:
        task = find_task(name)
        report = report_on(task, [task.judge(item, way(item.question)) for item in task.read(path)])
        low, high = 100 * report.low, 100 * report.high
        wrong = f", wrong {100 * report.parts['all_wrong']:.1f}" if "all_wrong" in report.parts else ""
        print(f"{name}, {path.name}: {100 * report.f1:.1f} ({low:.1f} to {high:.1f}){wrong}", flush=True)


def most_people(question: Question, resolver: Resolver) -> Answer:
    """Give each name the country that bears it, else the bearer with most people."""
    text = as_text(question)
    return Answer(places=tuple(_largest(text, mention, resolver) for mention in mentions_of(question, text)))


def _largest(text: Text, mention: Mention, resolver: Resolver) -> Located:
    bearers = read_words(text, mention, resolver.gazetteer).bearers
    first = max(bearers, key=_size, default=None)
    north, east = (first.middle if first else None) or (None, None)
    return Located(Stretch(mention.span.start, mention.span.end), "", north, east)


def _size(named: Named) -> tuple[bool, int]:
    return named.place.kind == "country", named.place.population


def of_the_record(resolver: Resolver) -> Way:
    """Give the places that the rules mark for their claims, where the record links them."""
    reads = reads_questions(lambda: RulesEngine(resolver.names))

    def way(question: Question) -> Answer:
        text, reading = reads(question)
        spans = {mention.id: mention.span for mention in reading.mentions}
        return Answer(places=tuple(_places(link_places(text, reading, resolver.gazetteer), spans, resolver)))

    return way


def _places(links: Iterable[Link], spans: Mapping[str, Span], resolver: Resolver) -> Iterator[Located]:
    for link in links:
        middle = resolver.gazetteer.known(link.target_id).middle if link.target_id else None
        if middle:
            span = spans[link.mention_id]
            yield Located(Stretch(span.start, span.end), link.target_id, *middle)


def calendar_dates(question: Question) -> Answer:
    """Give the dates that name a day, a month or a year in full."""
    return Answer(times=tuple(_dates(question.text)))


def _dates(text: str) -> Iterator[Timed]:
    for match in _DATE.finditer(text):
        found = read_date(normal(match[0]), lambda _: None)
        if isinstance(found, Period) and found.first:
            value = found.first.isoformat()[: _FORM.get(str(found.precision), 10)]
            yield Timed(Stretch(*match.span()), "DATE", value)


def names_alone(question: Question, resolver: Resolver) -> Answer:
    """Give what each name leads to by itself and the names beside it."""
    text = as_text(question)
    names = given(text, (name.at for name in question.names), MentionKind.ACTOR)
    links = link_actors(text, Reading(text.id, "names", names, ()), resolver.registry)
    return Answer(
        actors=tuple(
            Linked(name.at, "" if link.target_id.startswith(CANDIDATE) else link.target_id)
            for name, link in zip(question.names, links, strict=True)
        )
    )


if __name__ == "__main__":
    main()
