"""The frozen records that every stage speaks in; nothing else is passed between stages.

source -> RawBytes, Fetch, Document, Text -> Reading (Mention, Claim, Tie, Unread)
       -> Link, Moment -> Event, Relation, Presence; a person's Judgement outranks a Link.

Offsets count code points of one Text. Dates are ISO days; an open end is None. An id is a
hash of what and where, never of who or when, so that reading twice changes nothing.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from onrecord.terms import Anchor, Kind, MentionKind, Modality, Polarity, Precision, SpeechAct, Target, Which

__all__ = [
    "Actor", "Alternative", "Anchor", "Bound", "Casualty", "Claim", "Document", "Event", "Failure",
    "Fetch", "Intake", "Judgement", "Kind", "Link", "Mention", "MentionKind", "Modality", "Moment",
    "Number", "Passage", "Place", "Polarity", "Precision", "Presence", "RawBytes", "Reading",
    "Relation", "Role", "Source", "Span", "SpeechAct", "Target", "Text", "Tie", "TimeRole", "Unread",
    "When", "Which", "claim_id", "document_id", "hash_id", "mention_id", "text_id",
]  # fmt: skip

# --- what was read -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RawBytes:
    """The bytes as they came; `sha256` in hex is their id."""

    sha256: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Fetch:
    """From where and when bytes came; `location` is a path, a URL or "-" for standard input."""

    location: str
    sha256: str
    media_type: str
    at: str


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends inclusive; None is an open end."""

    earliest: str | None
    latest: str | None
    precision: Precision
    anchor: Anchor
    words: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One item of what was fetched: `part` 0 is the article, others are teasers, comments, rows."""

    id: str
    sha256: str
    part: int
    form: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text; `role` is body, heading, byline, caption or boilerplate."""

    start: int
    end: int
    role: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text as one reader version made it; everything that points at words points here."""

    id: str
    document_id: str
    reader: str
    content: str
    passages: tuple[Passage, ...]
    title: str = ""
    author: str = ""
    site: str = ""
    url: str = ""
    published: When | None = None
    language: str = ""
    direction: str = "ltr"

    @property
    def day(self) -> str:
        """Give the day of publication, "" where none is stated; it never stands in for an event's date."""
        return (self.published.earliest or "") if self.published else ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What reading one source gave: the bytes, where they came from, and their documents."""

    raw: RawBytes
    fetch: Fetch
    documents: tuple[Document, ...]
    texts: tuple[Text, ...]
    failures: tuple[Failure, ...] = ()


# --- what was found ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a text: `words == text.content[start:end]`, checked whenever it is stored."""

    text_id: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody or something; `head` is the name as written without titles or articles."""

    id: str
    kind: MentionKind
    span: Span
    head: str


@dataclass(frozen=True, slots=True)
class Role:
    """A part in a claim (agent, target, side, subject, object, place, ...) and the words that fill it."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class TimeRole:
    """Time words and which of a claim's three times they give."""

    which: Which
    span: Span


@dataclass(frozen=True, slots=True)
class Number:
    """A count as (low, high); a None end is unbounded; `hedge` is a name in vocabulary/hedges."""

    low: float | None
    high: float | None
    hedge: str
    span: Span


@dataclass(frozen=True, slots=True)
class Casualty:
    """One row of casualties; `victims` and `inflicted_by` are the words that say whose and by whom."""

    outcome: str
    number: Number
    status: str = "unknown"
    victims: Span | None = None
    inflicted_by: Span | None = None
    scope: str = "total"
    as_of: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so; `who` None is an unknown source, which is not the author."""

    who: Span | None
    act: SpeechAct
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Someone states something in these words; the atom of the record.

    `type` is the act of an event, else the type within its kind (led by, partial control, ...).
    `method`, `target` and `scale` are facets of events. `qualities` are (name, value) pairs such
    as ("partial", "yes"); `quantity` is what an estimate or a share counts; `sources` are nearest
    first, and empty when the document itself speaks.
    """

    id: str
    text_id: str
    kind: Kind
    type: str
    evidence: Span
    by: str
    roles: tuple[Role, ...] = ()
    times: tuple[TimeRole, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    quantity: Number | None = None
    unit: str = ""
    sources: tuple[Source, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    method: str = ""
    target: str = ""
    scale: str = ""
    qualities: tuple[tuple[str, str], ...] = ()
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two claims of one text: part_of, revises, contradicts, content_of."""

    claim_id: str
    other_id: str
    type: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch that an engine did not read, and why; never silence."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one engine version found in one text."""

    text_id: str
    by: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    ties: tuple[Tie, ...] = ()
    unread: tuple[Unread, ...] = ()


# --- what it means -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another answer that was weighed, its score from 0 to 1 and the reason in words."""

    target_id: str
    name: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Link:
    """A mention is an actor or a place; an empty `target_id` says that it stays open, and `why`."""

    mention_id: str
    target: Target
    target_id: str
    name: str
    score: float
    why: str
    by: str
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A time mention is an interval; `why` names the anchor's words where one was used."""

    mention_id: str
    when: When
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the registry, or a candidate (`status`) that reading proposed and nobody has entered."""

    id: str
    name: str
    kind: str
    status: str = "registry"
    names: tuple[str, ...] = ()
    parent_id: str = ""
    country: str = ""
    crosswalk: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer; `kind` is country, adm1, adm2, settlement or region.

    `latitude` and `longitude` are a label point for settlements only: an area has None, so
    that nobody can draw a pin in a country's middle. `admin` is (country, adm1, adm2) by name.
    """

    id: str
    name: str
    kind: str
    country: str = ""
    admin: tuple[str, str, str] = ("", "", "")
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0


# --- what claims add up to -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure that claims add up to: low, best, high; None where nothing is stated."""

    low: float | None = None
    best: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What claims of one incident add up to; `id` is minted once, the oldest survives a join.

    `dead` splits the best figure of the killed by their status (civilian, combatant, attacker, unknown).
    """

    id: str
    claim_ids: tuple[str, ...]
    type: str
    method: str
    target: str
    scale: str
    when: When
    place_id: str
    place: str
    where_precision: int
    country: str
    sides: tuple[tuple[str, str, str], ...]
    killed: Bound
    injured: Bound
    origins: int
    documents: int
    modality: Modality = Modality.ACTUAL
    disputed: bool = False
    why: str = ""
    dead: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """Two actors tied over an interval, as claims add up to it."""

    id: str
    subject_id: str
    subject: str
    type: str
    object_id: str
    object: str
    when: When
    claim_ids: tuple[str, ...]
    origins: int = 1
    disputed: bool = False
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """An actor in an area to a degree over an interval, as claims add up to it."""

    id: str
    actor_id: str
    actor: str
    place_id: str
    place: str
    degree: str
    when: When
    claim_ids: tuple[str, ...]
    origins: int = 1
    parts: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision; `span` and `seen` are the words and the value that the person saw."""

    seq: int
    target: str
    target_id: str
    verdict: str
    value: str
    who: str
    reason: str
    at: str
    span: Span | None = None
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that did not work or was not read: what, where, what to do."""

    id: str
    stage: str
    where: str
    what: str
    advice: str = ""
    document_id: str = ""


# --- ids -----------------------------------------------------------------------------------


def hash_id(prefix: str, *parts: object) -> str:
    """Give `prefix_` and 20 hex digits of the SHA-256 of the parts, joined so that no two lists collide."""
    joined = "".join(f"{len(word)}:{word}" for word in map(str, parts))
    return f"{prefix}_{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def document_id(sha256: str, part: int) -> str:
    """Name the `part`-th item of these bytes."""
    return hash_id("doc", sha256, part)


def text_id(sha256: str, part: int, reader: str) -> str:
    """Name the text that `reader` (name and version) makes of an item."""
    return hash_id("txt", sha256, part, reader)


def mention_id(kind: MentionKind, span: Span) -> str:
    """Name a mention by what and where."""
    return hash_id("men", span.text_id, kind, span.start, span.end)


def claim_id(kind: Kind, evidence: Span, roles: tuple[Role, ...]) -> str:
    """Name a claim by text, kind, evidence and role spans; neither its finder nor its type is in the id.

    So an engine that reads another type from the same words gives a new row of the same claim. One
    reading never holds two claims of one id: an engine tells them apart by their evidence.
    """
    filled = sorted((role.name, role.span.start, role.span.end) for role in roles)
    return hash_id("clm", evidence.text_id, kind, evidence.start, evidence.end, *filled)
