"""The closed sets of terms that records use; what grows is a table in vocabulary/."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Anchor",
    "Kind",
    "MentionKind",
    "Modality",
    "Polarity",
    "Precision",
    "SpeechAct",
    "Target",
    "Which",
]


class Kind(StrEnum):
    """What a claim can say."""

    EVENT = "event"
    RELATION = "relation"
    PRESENCE = "presence"
    COMPOSITION = "composition"
    ESTIMATE = "estimate"
    TOLL = "toll"
    CONDUCT = "conduct"
    STATEMENT = "statement"
    ASSESSMENT = "assessment"


class Polarity(StrEnum):
    """Whether the words say that it is so or that it is not so."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """In which world the content holds."""

    ACTUAL = "actual"
    POSSIBLE = "possible"
    PLANNED = "planned"
    PREDICTED = "predicted"
    CONDITIONAL = "conditional"
    DEMANDED = "demanded"


class SpeechAct(StrEnum):
    """What a source does with the content."""

    SAY = "say"
    CLAIM = "claim"
    DENY = "deny"
    DOUBT = "doubt"
    CONFIRM = "confirm"
    DISMISS = "dismiss"


class MentionKind(StrEnum):
    """What a mention names. GROUP is people without a name ("militants", "eighty people")."""

    ACTOR = "actor"
    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    GROUP = "group"
    THING = "thing"


class Which(StrEnum):
    """A claim's three times."""

    HAPPENED = "happened"
    SAID = "said"
    AS_OF = "as_of"


class Precision(StrEnum):
    """The grain of an interval; OPEN says that no interval could be read."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    OPEN = "open"


class Anchor(StrEnum):
    """What an interval was counted from; PUBLICATION and TEXT are flags, never silence."""

    STATED = "stated"
    PUBLICATION = "publication"
    DATELINE = "dateline"
    TEXT = "text"
    NONE = "none"


class Target(StrEnum):
    """What a link leads to."""

    ACTOR = "actor"
    PLACE = "place"
