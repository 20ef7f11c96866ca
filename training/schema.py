"""The one form into which every set of development data is read.

Offsets count code points of `Example.text`. A set annotates some layers only: what a layer of `annotated`
does not mark is a negative; a layer that is given without being in `annotated` holds positives only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.answers import Stretch

__all__ = [
    "WHOLE_TEXT", "Attribution", "Event", "Example", "Filler", "Layer", "NameType", "Named", "Relation",
    "Role", "Stretch", "Template",
]  # fmt: skip

WHOLE_TEXT = -1
"""The event index of a role that belongs to the label of the whole text (PLOVER, CAMEO)."""


class Layer(StrEnum):
    """What a set can annotate; labels of a scheme are the layer `labels:` and the scheme's name."""

    NAMES = "names"
    PLACES = "places"
    NAME_COREF = "name_coref"
    MUC = "muc"
    ATTRIBUTION = "attribution"
    EVENTS = "events"
    EVENT_TYPES = "event_types"
    EVENT_COREF = "event_coref"
    POLARITY = "polarity"
    MODALITY = "modality"
    ROLES = "roles"
    PARTIES = "parties"
    RELATIONS = "relations"
    TIMES = "times"


class NameType(StrEnum):
    """The types of names that all sets are brought to."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GEOPOLITICAL = "geopolitical"
    GROUP = "group"
    FACILITY = "facility"
    WEAPON = "weapon"
    VEHICLE = "vehicle"
    MILITARY_PLATFORM = "military_platform"
    TIME = "time"
    QUANTITY = "quantity"
    MONEY = "money"
    NATIONALITY = "nationality"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Named:
    """A name or phrase; `own_type` is the set's own word, `group` its chain in this text (-1: unknown)."""

    at: Stretch
    type: NameType
    own_type: str
    group: int = -1


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells an event; `group` is its chain in this text (-1: unknown)."""

    at: Stretch
    type: str = ""
    polarity: str = "positive"
    modality: str = "actual"
    group: int = -1


@dataclass(frozen=True, slots=True)
class Role:
    """A part in `Example.events[event]`, or in the whole text's label where `event` is WHOLE_TEXT."""

    event: int
    at: Stretch
    role: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two stretches, in the order of the set's scheme."""

    type: str
    subject: Stretch
    object: Stretch


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says (source), by which words (cue), what (content); each part may be cut, or empty."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Filler:
    """One entity in a part of a MUC-4 template, with all the words that may name it.

    `given` are the places that the file states: the first occurrence of the letters, which may lie inside
    a longer word. `further` are all other places where the same words stand as whole words: weak. `number`,
    `effect` and `confidence` are the key's own words, "" where the key states none; `name` says that the
    key lists the words as a person's name rather than as a description.
    """

    words: tuple[str, ...]
    given: tuple[Stretch, ...]
    further: tuple[Stretch, ...] = ()
    number: str = ""
    effect: str = ""
    confidence: str = ""
    name: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One incident of MUC-4 in the key's words; parts are PerpInd, PerpOrg, Target, Victim and Weapon."""

    type: str
    parts: tuple[tuple[str, Filler], ...] = ()
    date: str = ""
    location: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what its set says of it.

    `given` is the part that the set's makers put it in (train, dev, "" for none), `source` the
    sub-collection, `day` the text's ISO day where known. `covered` are the stretches in which the layers
    of `annotated` are annotated; none means everywhere. `labels` holds, for a scheme, the labels that apply.
    """

    set: str
    id: str
    text: str
    language: str = "en"
    annotated: frozenset[str] = frozenset()
    covered: tuple[Stretch, ...] = ()
    names: tuple[Named, ...] = ()
    muc: tuple[Template, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given: str = ""
    source: str = ""
    day: str = ""

    def words(self, at: Stretch) -> str:
        """Give the words of a stretch."""
        return self.text[at.start : at.end]
