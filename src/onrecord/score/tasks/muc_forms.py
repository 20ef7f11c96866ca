"""The five-role form of MUC-4: templates as words, and how words are made alike before they are compared.

Source: X. Du, A. Rush, C. Cardie, GRIT, EACL 2021, and Template filling with generative transformers,
NAACL 2021; their data lower the texts and keep five string slots of the 1992 keys and the type.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.answers import Incident

__all__ = ["ROLES", "Filler", "Template", "bare", "bare_fillers", "templates_of", "wanted"]

ROLES = {
    "PerpInd": "perpetrator_individual",
    "PerpOrg": "perpetrator_organisation",
    "Target": "target",
    "Victim": "victim",
    "Weapon": "instrument",
}
"""The roles of the data with the parts of an `Incident` that answer them."""

Filler = tuple[str, ...]
"""All the words that name one filler."""

_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(a|an|the)\b")


@dataclass(frozen=True, slots=True)
class Template:
    """An incident by its type and, in the order of ROLES, the fillers of each role, as written."""

    type: str
    fillers: tuple[tuple[Filler, ...], ...]


def bare(words: str) -> str:
    """Give the words in lower case without punctuation and articles: what both papers' scorers compare."""
    return " ".join(_ARTICLES.sub(" ", words.lower().translate(_PUNCTUATION)).split())


def bare_fillers(fillers: Iterable[Filler]) -> tuple[Filler, ...]:
    """Make every mention of every filler bare."""
    return tuple(tuple(map(bare, filler)) for filler in fillers)


def templates_of(incidents: Iterable[Incident]) -> tuple[Template, ...]:
    """Put incidents into the form of the data."""
    return tuple(
        Template(incident.type.lower(), tuple(wanted(incident, part) for part in ROLES.values()))
        for incident in incidents
    )


def wanted(incident: Incident, part: str) -> tuple[Filler, ...]:
    """Give the fillers of a part; of victims only those with a name, which is all that the data ask for."""
    return tuple(
        entity.mentions
        for name, entity in incident.parts
        if name == part and entity.mentions and (part != "victim" or entity.name)
    )
