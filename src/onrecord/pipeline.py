"""The only file that knows the order: read, find, resolve, merge; each stage gets here what it needs.

Every step commits what it did before the next begins, and asks the store what is still to do. So a
crash leaves a record that opens, and the next run goes on where it ended.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, TypeVar

from onrecord.answers import Answerer
from onrecord.errors import InputError
from onrecord.find.answering.reading import reads_questions
from onrecord.find.engine import Accountable, Engine, Parallel
from onrecord.find.models.rules import RulesEngine
from onrecord.find.sentence import Lexicon
from onrecord.merge import Decided, merge_claims
from onrecord.merge.fact import Fact, Where
from onrecord.merge.facts import gather_facts
from onrecord.merge.origins import find_origins
from onrecord.read import Limits, read_sources
from onrecord.records import Failure, Intake, Reading, Text, hash_id
from onrecord.resolve import Resolver
from onrecord.resolve.answering import ResolvingAnswerer
from onrecord.run.abreast import Abreast
from onrecord.run.local import attempt, side_by_side
from onrecord.store import Correction, Store
from onrecord.store.corrections import correct_claim, correct_links, correct_moments, told

__all__ = [
    "ANSWERERS", "ENGINES", "TUNED", "Asked", "Progress", "Summary", "account_of", "answerer", "read_into",
    "rebuild",
]  # fmt: skip

ENGINES: dict[str, Callable[[Lexicon], Engine] | str] = {
    "rules": RulesEngine,
    "trained": "onrecord.find.models.trained.engine:engine",
    "both": "onrecord.find.models.both:engine",
    "llm": "onrecord.find.models.llm:engine",
}
"""The engines by the name that `--engine` takes: what makes one, or where that stands."""

ANSWERERS: dict[str, str] = {
    "rules": "onrecord.find.answering.rules:answer_by_rules",
    "trained": "onrecord.find.answering.trained:answer_by_training",
    "both": "onrecord.find.answering.both:answer_by_both",
    "llm": "onrecord.find.answering.llm:answer_by_llm",
}
"""The engines that answer a benchmark's questions: what makes one from the names known outside the texts."""

BALANCED = "balanced"
TUNED = ("trained", "both")
"""The engines whose thresholds follow the use: balanced, recall or precision."""


class Asked(NamedTuple):
    """Which engine is asked for, and for which use: balanced, recall or precision."""

    engine: str = "rules"
    use: str = BALANCED


RULES = Asked()


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
    account: tuple[str, ...] = ()


Watch = Callable[[Progress], None]
Gave = TypeVar("Gave")


def _nobody(progress: Progress) -> None:
    del progress


def read_into(
    record: Path,
    sources: Sequence[str],
    *,
    at: str,
    asked: Asked = RULES,
    limits: Limits | None = None,
    on_step: Watch | None = None,
) -> Summary:
    """Read sources into a record, made if it is not there; reading the same input twice changes nothing.

    Raises InputError for an engine that does not exist or is not set up, and StoreError for a record
    that cannot be used; whatever is wrong with a source or a document is a failure in the record and
    the summary.
    """
    watch = on_step or _nobody
    began = time.monotonic()
    make = _engine(asked)
    resolver = _resolver(watch)
    finder = make(resolver.names)
    with Store(record, create=True) as store:
        documents, new, failures = _take_in(store, sources, at, limits, watch)
        claims, unread = _find(store, finder, watch)
        account = account_of(finder)
        del finder  # its network takes a third of the memory that a run may have
        events, unresolved = _settle_all(store, resolver, watch)
    failures += [*unread, *unresolved]
    seconds = time.monotonic() - began
    return Summary(documents, new, claims, events, tuple(failures), seconds, account)


def rebuild(record: Path, *, on_step: Watch | None = None) -> int:
    """Derive links, events, relations and presence anew; give the number of events."""
    with Store(record) as store:
        store.clear_derived()
        watch = on_step or _nobody
        return _settle_all(store, _resolver(watch), watch)[0]


def answerer(engine: str = "rules", *, use: str = BALANCED) -> Answerer:
    """Give the engine that answers a benchmark's questions; InputError for one that is not installed."""
    if engine not in ANSWERERS:
        raise InputError(f"no engine {engine!r} is installed; there are: {', '.join(ANSWERERS)}")
    make: Callable[..., Answerer] = _named(ANSWERERS[engine])
    asked, resolver = Asked(engine, use), _resolver(_nobody)
    reads = reads_questions(lambda: _engine(asked)(resolver.names))
    made = ResolvingAnswerer(reads, resolver, _tuned(asked, make)(resolver.names))
    return Abreast(made, made.workers) if made.workers > 1 else made


def account_of(engine: object) -> tuple[str, ...]:
    """Give what an engine says that its run came to, nothing where it keeps no account."""
    return engine.account() if isinstance(engine, Accountable) else ()


def _named(where: str) -> Callable[[Lexicon], Gave]:
    """Load what "module:name" stands for."""
    module, _, name = where.partition(":")
    made: Callable[[Lexicon], Gave] = getattr(import_module(module), name)
    return made


def _resolver(watch: Watch) -> Resolver:
    """Open what is known outside the texts; the gazetteer is built first where it is not there."""
    return Resolver(lambda what, rows: watch(Progress("places", rows, None, what)))


def _engine(asked: Asked) -> Callable[[Lexicon], Engine]:
    if asked.engine not in ENGINES:
        raise InputError(f"no engine {asked.engine!r}; there are: {', '.join(sorted(ENGINES))}")
    made = ENGINES[asked.engine]
    return _tuned(asked, _named(made) if isinstance(made, str) else made)


def _tuned(asked: Asked, make: Callable[..., Gave]) -> Callable[[Lexicon], Gave]:
    """Set an engine's thresholds for the use; InputError for one that has no thresholds."""
    if asked.use == BALANCED:
        return make
    if asked.engine not in TUNED:
        raise InputError(
            f"engine {asked.engine!r} has one setting; --recall and --precision are for {', '.join(TUNED)}"
        )
    return partial(make, use=asked.use)


def _take_in(
    store: Store, sources: Sequence[str], at: str, limits: Limits | None, watch: Watch
) -> tuple[int, int, list[Failure]]:
    documents, new = 0, 0
    failures: list[Failure] = []
    for done, given in enumerate(read_sources(sources, at=at, limits=limits), 1):
        intake = _unless_forgotten(store, given)
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


def _unless_forgotten(store: Store, given: Intake | Failure) -> Intake | Failure:
    """Refuse bytes of which a document was forgotten: they do not come back by reading a folder again."""
    if isinstance(given, Failure) or not store.forgotten(given.raw.sha256):
        return given
    where, what = given.fetch.location, "a document of these bytes was forgotten, so they are not read again"
    advice = "read them into another record if they are wanted after all"
    return Failure(hash_id("fail", "read", where, given.raw.sha256), "read", where, what, advice)


def _find(store: Store, finder: Engine, watch: Watch) -> tuple[int, list[Failure]]:
    waiting = list(store.documents_without_reading(finder.by))
    claims = 0
    failures = []
    workers = finder.workers if isinstance(finder, Parallel) else 1
    with closing(side_by_side(partial(_tried, "find", finder.read), waiting, workers)) as readings:
        for done, (text, reading) in enumerate(zip(waiting, readings, strict=True), 1):
            found = _kept(store, text, reading)
            if isinstance(found, Failure):
                failures.append(found)
            else:
                claims += found
            watch(Progress("find", done, len(waiting), text.title))
    return claims, failures


def _kept(store: Store, text: Text, reading: Reading | Failure) -> int | Failure:
    """Store a reading, or why there is none; give how many claims came in."""
    if isinstance(reading, Failure):
        store.add_failure(reading)
        return reading
    found = _attempt(store, "find", lambda _: store.add_reading(reading), text)
    return found if isinstance(found, Failure) else len(reading.claims)


def _attempt(store: Store, stage: str, step: Callable[[Text], Gave], text: Text) -> Gave | Failure:
    """Give what a step gives for a text; what it raises is kept as a failure of the document."""
    gave = _tried(stage, step, text)
    if isinstance(gave, Failure):
        store.add_failure(gave)
    return gave


def _tried(stage: str, step: Callable[[Text], Gave], text: Text) -> Gave | Failure:
    where = text.title or text.id
    return attempt(step, text, stage=stage, where=where, document_id=text.document_id)


def _settle_all(store: Store, resolver: Resolver, watch: Watch) -> tuple[int, list[Failure]]:
    """Settle until nothing was added meanwhile, so that no run merges away what another one has read."""
    while True:
        before = len(store.readings())
        settled = _settle(store, resolver, watch)
        if len(store.readings()) == before:
            return settled


def _settle(store: Store, resolver: Resolver, watch: Watch) -> tuple[int, list[Failure]]:
    """Resolve what is not resolved yet and merge the whole record; both can be made again."""
    texts = list(store.texts())
    origins = find_origins((t.id, t.day, t.content) for t in texts)
    corrections = store.corrections()
    facts: list[Fact] = []
    failures = []
    for done, text in enumerate(texts, 1):
        found = _attempt(
            store,
            "resolve",
            lambda t: _resolve(store, t, resolver, origins[t.id], corrections.get(t.id, ())),
            text,
        )
        if isinstance(found, Failure):
            failures.append(found)
        else:
            facts += found
        watch(Progress("resolve", done, len(texts), text.title))
    successors = store.successors()
    merged = merge_claims(facts, _decided(store, successors), store.minted(), successors)
    store.add_minted(merged.minted)
    store.replace_merged(merged.events, merged.relations, merged.presences)
    watch(Progress("merge", len(merged.events), len(merged.events)))
    return len(merged.events), failures


def _resolve(
    store: Store, text: Text, resolver: Resolver, origin: str, decided: Sequence[Correction]
) -> tuple[Fact, ...]:
    """Give a text's facts; what people decided stands in the place of what the machine read."""
    reading = store.chosen_reading(text.id)
    if reading is None:
        return ()
    by = f"{resolver.version} of {reading.by}{told(decided)}"
    if store.linked_by(text.id) == by:
        links, moments = store.links(text.id), store.moments(text.id)
    else:
        resolution = resolver.resolve(text, reading)
        links = correct_links(resolution.links, decided, lambda id_: _name_of(resolver, id_))
        moments = correct_moments(resolution.moments, decided)
        store.save_entries(*resolver.entries(links))
        store.save_links(text.id, by, links, moments)
    reading = replace(reading, claims=tuple(correct_claim(claim, decided) for claim in reading.claims))
    wheres = {mention: Where(*found) for mention, found in resolver.located(text, reading, links).items()}
    return gather_facts(reading, links, moments, wheres, text=text, origin=origin)


def _name_of(resolver: Resolver, ident: str) -> str | None:
    entry = resolver.entry(ident)
    return entry.name if entry else None


def _decided(store: Store, successors: Mapping[str, frozenset[str]]) -> Decided:
    """Give what standing judgements say about claims, carried over to the readings that count now."""
    stands_for = {old: new for new, olds in successors.items() for old in olds}
    same, different, rejected = set(), set(), set()
    for judgement, target in store.carried():
        pair = (target, stands_for.get(judgement.value, judgement.value))
        if judgement.verdict == "reject":
            rejected.add(target)
        elif judgement.verdict == "same":
            same.add(pair)
        elif judgement.verdict == "different":
            different.add(pair)
    return Decided(frozenset(same), frozenset(different), frozenset(rejected))
