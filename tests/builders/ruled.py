"""Sentences read by the engine of rules with a few real names, frozen for the tests."""

from __future__ import annotations

from onrecord.find.models.rules import RulesEngine
from onrecord.records import Claim, Passage, Reading, Text

_KINDS = (
    ("actor", "Houthis|M23|al-Shabaab|Boko Haram|FARC|ELN|Wagner"),
    ("place", "Goma|Sana'a|Aden|Yemen|Somalia|Mogadishu|Kismayo|Colombia|Arauca|Congo|Rutshuru|Hodeidah"),
    ("demonym", "Somali|Yemeni|Congolese|Colombian"),
)


class FewNames:
    """A lexicon of a few real names."""

    version = "tests"

    def kinds(self, name: str) -> frozenset[str]:
        """Give what a name as written may be."""
        return frozenset(kind for kind, names in _KINDS if name in names.split("|"))


def ruled(words: str) -> Reading:
    """Give what the rules find in a text of one paragraph."""
    text = Text("txt", "doc", "tests", words, (Passage(0, len(words), "body", "en", "ltr"),), language="en")
    return RulesEngine(FewNames()).read(text)


def claims_of(words: str, type_: str = "") -> list[Claim]:
    """Give the claims of a type, or all."""
    return [claim for claim in ruled(words).claims if type_ in {"", claim.type}]


def one(words: str, type_: str) -> Claim:
    """Give the only claim of a type."""
    (claim,) = claims_of(words, type_)
    return claim


def parts(claim: Claim, *names: str) -> list[str]:
    """Give the words that fill these roles."""
    return [role.span.words for role in claim.roles if role.name in names]


def moments(claim: Claim) -> list[tuple[str, str]]:
    """Give a claim's times with what they are times of."""
    return [(time.which.value, time.span.words) for time in claim.times]
