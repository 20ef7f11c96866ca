"""What a benchmark asks of a text and what an engine answers; neither a judge nor an engine knows the other.

Offsets count code points of `Question.text`. Types and labels are those of the scheme that the
question's task names: an engine translates its own terms, so that a judge compares like with like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

__all__ = [
    "Act", "Answer", "Answerer", "Attributed", "Counted", "Entity", "Incident", "Linked", "Located", "Name",
    "Question", "Related", "Stretch", "Timed",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words by their place: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name or a phrase with its type."""

    at: Stretch
    type: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Related:
    """A relation between two names; `subject` and `object` are in the order of the scheme."""

    type: str
    subject: Stretch
    object: Stretch
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who says (source), by which words (cue), what (content); a part may be cut into several stretches."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Act:
    """A word that tells an event, whether it is so (positive, negative) and in which world."""

    at: Stretch
    polarity: str = "positive"
    modality: str = "actual"


@dataclass(frozen=True, slots=True)
class Entity:
    """One filler of a part: all the words that name it, with number and effect where they are stated.

    `confidence` is how surely it is blamed, `name` whether the words are a proper name, `numbers` the
    least and the greatest count (None is unknown or open).
    """

    mentions: tuple[str, ...]
    numbers: tuple[float | None, float | None] = (None, None)
    effect: str = ""
    confidence: str = ""
    name: bool = False
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident in the form of MUC-4: a type, and for each part its fillers.

    Parts are `perpetrator_individual`, `perpetrator_organisation`, `instrument`, `target` (things) and
    `victim` (people). `earliest` and `latest` are ISO days, "" where open; `places` go from the
    largest to the smallest.
    """

    type: str
    parts: tuple[tuple[str, Entity], ...] = ()
    earliest: str = ""
    latest: str = ""
    places: tuple[str, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Located:
    """A place name and where it is: an id, degrees north and east; "" and None where it stays open."""

    at: Stretch
    id: str = ""
    latitude: float | None = None
    longitude: float | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Timed:
    """Time words with type (DATE, TIME, DURATION, SET) and value as in TIMEX3; value "" where open."""

    at: Stretch
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Linked:
    """An actor's name or description and the actor that it leads to; "" where it stays open."""

    at: Stretch
    id: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of casualties: `outcome`, least and greatest number (None is unknown or open), further cells.

    `cells` are (column, value) of what else the words say: hedge, status, scope, side and so on.
    """

    at: Stretch
    outcome: str
    low: float | None
    high: float | None
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A text and what the benchmark gives beside it.

    `names` are given where the task gives gold names; `triggers` where it gives the words that tell
    events; `source` and `target` where a label is asked about two named parties; `day` is the ISO
    day of the text, "" where unknown.
    """

    task: str
    text: str
    names: tuple[Name, ...] = ()
    triggers: tuple[Stretch, ...] = ()
    source: Stretch | None = None
    target: Stretch | None = None
    day: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine says; only what the task asks for is filled. `labels` are (label, probability)."""

    names: tuple[Name, ...] = ()
    relations: tuple[Related, ...] = ()
    incidents: tuple[Incident, ...] = ()
    labels: tuple[tuple[str, float], ...] = ()
    attributions: tuple[Attributed, ...] = ()
    acts: tuple[Act, ...] = ()
    groups: tuple[tuple[Stretch, ...], ...] = ()
    places: tuple[Located, ...] = ()
    times: tuple[Timed, ...] = ()
    actors: tuple[Linked, ...] = ()
    counts: tuple[Counted, ...] = ()


class Answerer(Protocol):
    """An engine under test."""

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Give an answer a question, in the order of the questions."""
        ...
