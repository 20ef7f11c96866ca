"""The heads of the network as one table: what each says of a token, of a pair of stretches, or of a text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "FURTHER", "LABELS", "MARKS", "PAIRS", "TAGS", "Head", "label_slice", "labels_width", "mark_slice",
    "tag_slice", "tag_width",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """A head and its classes, in the order of its outputs."""

    name: str
    classes: tuple[str, ...]


TAGS = (
    Head("names", ("person", "organisation", "place", "other", "time", "number")),
    Head(
        "re3d",
        (
            *("Organisation", "Location", "Person", "Temporal", "Quantity", "Weapon", "MilitaryPlatform"),
            *("DocumentReference", "Nationality", "Money", "Vehicle", "CommsIdentifier"),
        ),
    ),
    Head("muc", ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon", "Place")),
    Head("attribution", ("source", "cue", "content")),
    Head("parties", ("source", "target")),
    Head("events", ("event",)),
)
"""Stretches: for each class three outputs a token (outside, begins, goes on), so that classes may nest."""

MARKS = (
    Head("polarity", ("positive", "negative")),
    Head("modality", ("actual", "possible", "planned", "predicted", "conditional", "demanded")),
    Head("incident", ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")),
    Head("effect", ("death", "injury", "no injury or death", "destroyed", "some damage", "no damage")),
    Head(
        "blame",
        (
            *("reported as fact", "suspected or accused", "claimed or admitted"),
            *("suspected or accused by authorities", "possible"),
        ),
    ),
    Head(
        "act",
        (
            *("attack", "killing", "injury", "arrest", "abduction", "destruction", "movement", "meeting"),
            *("statement", "agreement", "accusation", "transfer", "protest", "trial", "leadership", "other"),
        ),
    ),
)
"""Marks of a stretch that is known: classes at its first token; incidents are not exclusive."""

LABELS = (
    Head("muc", ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")),
    Head("satp", ("armed_assault", "bombing", "abduction", "other_attack")),
    Head(
        "insightcrime",
        (
            *("law_enforcement", "drug_trafficking", "killing", "contraband", "financial_crime"),
            *("corruption", "natural_resources"),
        ),
    ),
    Head("ipe", ("kill", "arrest", "fail", "force", "any_action")),
    Head(
        "cameo",
        (
            *("public_statement", "verbal_cooperation", "material_cooperation"),
            *("verbal_conflict", "material_conflict"),
        ),
    ),
    Head(
        "plover",
        (
            *("YIELD", "REJECT", "ACCUSE", "AGREE", "ASSAULT", "COERCE", "SUPPORT", "AID", "CONSULT"),
            *("REQUEST", "THREATEN", "SANCTION", "PROTEST", "MOBILIZE", "COOPERATE"),
        ),
    ),
)
"""Labels of a whole text: an attention and a value for each label at each token."""

FURTHER = (
    Head("ipe_sents", LABELS[3].classes),
    Head("plover_between", LABELS[5].classes),
)
"""Labels that are not trained with the others but fitted behind them (`training.refit`).

A sentence of IndiaPoliceEvents is read as its documents are, and judged by weights of its own. What stands
between two parties is added to what the whole sentence says.
"""

PAIRS = (
    Head(
        "relation",
        (
            *("none", "CoLocated", "FightingAgainst", "InChargeOf", "HasAttrOf", "BelongsTo", "IsSynonymOf"),
            *("CommWith", "AlliesOf", "Dislikes", "Likes", "Apart"),
        ),
    ),
    Head("says", ("source", "content")),
    Head("same_name", ("same",)),
    Head("same_event", ("same",)),
    Head(
        "role",
        (
            "outside",
            *(
                f"{tag}-{role}"
                for role in ("agent", "target", "place", "instrument", "other")
                for tag in "BI"
            ),
        ),
    ),
)
"""Pairs of stretches (of a trigger and each token, for roles): classes of the pair."""


def tag_slice(name: str) -> slice:
    """Give where a tag head's outputs stand among those of a token."""
    return _slice(TAGS, name, 3)


def tag_width() -> int:
    """Give the number of outputs of all tag heads."""
    return sum(3 * len(head.classes) for head in TAGS)


def mark_slice(name: str) -> slice:
    """Give where a mark head's outputs stand."""
    return _slice(MARKS, name, 1)


def label_slice(name: str) -> slice:
    """Give where a scheme's labels stand."""
    return _slice(LABELS, name, 1)


def labels_width(heads: tuple[Head, ...]) -> int:
    """Give the number of labels of some heads."""
    return sum(len(head.classes) for head in heads)


def _slice(heads: tuple[Head, ...], name: str, width: int) -> slice:
    start = 0
    for head in heads:
        end = start + width * len(head.classes)
        if head.name == name:
            return slice(start, end)
        start = end
    raise KeyError(name)
