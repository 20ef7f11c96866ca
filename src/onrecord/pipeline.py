"""The only file that knows the order: read, find, resolve, merge; each stage gets here what it needs.

Every step commits what it did before the next begins, and asks the store what is still to do. So a
crash leaves a record that opens, and the next run goes on where it ended.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError
from onrecord.find.engine import Engine
from onrecord.find.models.rules import RulesEngine
from onrecord.merge import Decided, merge_claims
from onrecord.merge.facts import Fact, Where, gather_facts
from onrecord.merge.origins import find_origins
from onrecord.read import Limits, read_sources
from onrecord.records import Actor, Failure, Link, Place, Reading, Target, Text
from onrecord.resolve.actors import candidates, link_actors
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.lexicon import KnownNames
from onrecord.resolve.places import link_places
from onrecord.resolve.precision import precision as where_precision
from onrecord.resolve.registry import Registry
from onrecord.resolve.times import date_mentions
from onrecord.run.local import attempt
from onrecord.store import Store

__all__ = ["ENGINES", "Progress", "Summary", "read_into", "rebuild"]

BY = "resolve/1"

ENGINES: dict[str, Callable[[KnownNames], Engine]] = {"rules": RulesEngine}
"""The engines by the name that `--engine` takes."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is; `total` is None where nobody knows."""

    stage: str
    done: int
    total: int | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run added to the record."""

    documents: int
    new: int
    claims: int
    events: int
    failures: tuple[Failure, ...]
    seconds: float


Watch = Callable[[Progress], None]


def _nobody(progress: Progress) -> None:
    del progress


def read_into(  # noqa: PLR0913 - what to read, into what, how
    record: Path,
    sources: Sequence[str],
    *,
    at: str,
    engine: str = "rules",
    limits: Limits = Limits(),
    on_step: Watch | None = None,
) -> Summary:
    """Read sources into a record, which is made if it is not there; reading the same input twice changes nothing.

    Raises InputError for an engine that does not exist and StoreError for a record that cannot be
    used; whatever is wrong with a source or a document is a failure in the record and the summary.
    """
    watch = on_step or _nobody
    began = time.monotonic()
    finder = _engine(engine)
    with Store(record, create=True) as store:
        documents, new, failures = _take_in(store, sources, at, limits, watch)
        known = _know(watch)
        claims, unread = _find(store, finder(known.names), watch)
        events = _settle(store, known, watch)
    return Summary(documents, new, claims, events, (*failures, *unread), time.monotonic() - began)


def rebuild(record: Path, *, on_step: Watch | None = None) -> int:
    """Derive links, events, relations and presence anew from facts and judgements; give the number of events."""
    with Store(record) as store:
        store.clear_derived()
        watch = on_step or _nobody
        return _settle(store, _know(watch), watch)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known outside the texts: actors, places, and both as the names that engines ask for."""

    registry: Registry
    gazetteer: Gazetteer
    names: KnownNames

    @property
    def version(self) -> str:
        """Name the resolver with what it knows; another version resolves every text anew."""
        return f"{BY}+{self.names.version}"


def _know(watch: Watch) -> Known:
    """Load the registry and open the gazetteer, which is built first where it is not there."""
    registry = Registry()
    gazetteer = Gazetteer.shipped(lambda what, rows: watch(Progress("places", rows, None, what)))
    return Known(registry, gazetteer, KnownNames(registry, gazetteer))


def _engine(name: str) -> Callable[[KnownNames], Engine]:
    if name not in ENGINES:
        raise InputError(f"no engine {name!r}; there are: {', '.join(sorted(ENGINES))}")
    return ENGINES[name]


def _take_in(
    store: Store, sources: Sequence[str], at: str, limits: Limits, watch: Watch
) -> tuple[int, int, list[Failure]]:
    documents, new = 0, 0
    failures: list[Failure] = []
    for done, intake in enumerate(read_sources(sources, at=at, limits=limits), 1):
        if isinstance(intake, Failure):
            failures.append(intake)
            store.add_failure(intake)
            watch(Progress("read", done, None, intake.where))
            continue
        documents += len(intake.documents)
        new += len(intake.documents) if store.add_intake(intake) else 0
        failures += intake.failures
        watch(Progress("read", done, None, intake.fetch.location))
    return documents, new, failures


def _find(store: Store, finder: Engine, watch: Watch) -> tuple[int, list[Failure]]:
    waiting = list(store.documents_without_reading(finder.by))
    claims = 0
    failures = []
    for done, text in enumerate(waiting, 1):
        reading = attempt(
            finder.read, text, stage="find", where=text.title or text.id, document_id=text.document_id
        )
        if isinstance(reading, Failure):
            failures.append(reading)
            store.add_failure(reading)
        else:
            store.add_reading(reading)
            claims += len(reading.claims)
        watch(Progress("find", done, len(waiting), text.title))
    return claims, failures


def _settle(store: Store, known: Known, watch: Watch) -> int:
    """Resolve what is not resolved yet, and merge the whole record; both are derived and can be made again."""
    texts = list(store.texts())
    origins = find_origins((t.id, _published(t), t.content) for t in texts)
    facts: list[Fact] = []
    for done, text in enumerate(texts, 1):
        reading = store.chosen_reading(text.id)
        if reading is not None:
            facts += _resolve(store, text, reading, known, origins[text.id])
        watch(Progress("resolve", done, len(texts), text.title))
    merged = merge_claims(facts, _decided(store), store.minted(), store.successors())
    store.add_minted(merged.minted)
    store.replace_merged(merged.events, merged.relations, merged.presences)
    watch(Progress("merge", len(merged.events), len(merged.events)))
    return len(merged.events)


def _published(text: Text) -> str:
    return (text.published.earliest or "") if text.published else ""


def _resolve(store: Store, text: Text, reading: Reading, known: Known, origin: str) -> tuple[Fact, ...]:
    by = f"{known.version} of {reading.by}"
    if store.linked_by(text.id) == by:
        links, moments = store.links(text.id), store.moments(text.id)
    else:
        links = (*link_actors(text, reading, known.registry), *link_places(text, reading, known.gazetteer))
        moments = date_mentions(text, reading)
        store.save_entries(_actors(links, known), _places(links, known))
        store.save_links(text.id, by, links, moments)
    return gather_facts(
        reading,
        links,
        moments,
        _wheres(reading, links, known),
        document_id=text.document_id,
        origin=origin,
        published=_published(text),
    )


def _actors(links: Sequence[Link], known: Known) -> tuple[Actor, ...]:
    ids = {i for link in links if link.target is Target.ACTOR for i in _targets(link)}
    entries = (known.registry.entry(i) for i in sorted(ids) if not i.startswith("cand:"))
    return (*entries, *candidates(links))


def _places(links: Sequence[Link], known: Known) -> tuple[Place, ...]:
    ids = {i for link in links if link.target is Target.PLACE for i in _targets(link)}
    return tuple(known.gazetteer.entry(i) for i in sorted(ids))


def _targets(link: Link) -> set[str]:
    return {link.target_id, *(other.target_id for other in link.alternatives)} - {""}


def _wheres(reading: Reading, links: Sequence[Link], known: Known) -> dict[str, Where]:
    words = {mention.id: mention.span.words for mention in reading.mentions}
    found = {}
    for link in links:
        if link.target is Target.PLACE and link.target_id:
            place = known.gazetteer.entry(link.target_id)
            found[link.mention_id] = Where(place, where_precision(place, words[link.mention_id]))
    return found


def _decided(store: Store) -> Decided:
    """Give what standing judgements say about claims, carried over to the readings that count now."""
    same, different, rejected = set(), set(), set()
    for judgement, target in store.carried():
        if judgement.verdict == "reject":
            rejected.add(target)
        elif judgement.verdict in ("same", "different"):
            (same if judgement.verdict == "same" else different).add((target, judgement.value))
    return Decided(frozenset(same), frozenset(different), frozenset(rejected))
