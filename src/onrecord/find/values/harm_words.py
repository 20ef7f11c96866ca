"""Words in a sentence that say what became of people: "killed", "shot dead", "death toll", "12 wounded"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.find.values.casualty_words import outcome_words, victim_nouns
from onrecord.find.values.number_openers import opens_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.find.sentence import Token

__all__ = ["HarmWord", "find_harm_words"]

_REACH = 6
_AMONG = ("among", "the")
_OF_THOSE = {
    "dead": "killed",
    "killed": "killed",
    "injured": "injured",
    "wounded": "injured",
    "missing": "missing",
}
_GAPPED = frozenset({"take", "make", "leave"})
_COSTLY = frozenset({"claim", "cost", "take", "lose", "end"})


@dataclass(frozen=True, slots=True)
class HarmWord:
    """One such word or group of words: tokens `begin` to `end`, its outcome, and its form in the table.

    Two forms are not in the table: "lives" ("claimed 14 lives") and "taken" ("took 20 people hostage").
    """

    begin: int
    end: int
    outcome: str
    form: str
    lemma: str


def find_harm_words(tokens: Sequence[Token]) -> Iterator[HarmWord]:
    """Give the harm words of a sentence in order."""
    known = outcome_words()
    for at, token in enumerate(tokens):
        several = _among(tokens, at) or _several(tokens, at)
        if several is not None:
            yield several
            continue
        outcome, form = known.get(token.lemma, ("", ""))
        if not outcome or _is_idle(tokens, at):
            continue
        if form in {"noun", "body"} and at + 1 < len(tokens) and tokens[at + 1].lemma == "toll":
            continue
        yield HarmWord(at, at + 1, outcome, form, token.lemma)


@cache
def _phrases() -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    """Give the rows of several words by the first: outcome, form, and the other words."""
    table: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for word, (outcome, form) in outcome_words().items():
        first, *rest = word.split()
        if rest:
            table.setdefault(first, []).append((outcome, form, tuple(rest)))
    return table


def _several(tokens: Sequence[Token], at: int) -> HarmWord | None:
    """Read "shot dead", "gunned down", "hacked to death", "took hostage", "lost their lives"."""
    lemma = tokens[at].lemma
    behind = [token.lemma for token in tokens[at + 1 : at + 1 + _REACH]]
    for outcome, form, rest in _phrases().get(lemma, ()):
        if tuple(behind[: len(rest)]) == rest:
            return HarmWord(at, at + 1 + len(rest), outcome, form, lemma)
        if lemma in _GAPPED and rest[0] in behind:
            return HarmWord(at, at + 1, outcome, form, lemma)
    if lemma in _COSTLY and "life" in behind[:5]:
        form = "patient" if lemma == "lose" else "lives"
        return HarmWord(
            at, at + 1 + behind.index("life") + 1 if form == "patient" else at + 1, "killed", form, lemma
        )
    return None


def _among(tokens: Sequence[Token], at: int) -> HarmWord | None:
    """Read "were among the dead", which says of its subject what the noun says."""
    if tokens[at].lemma != _AMONG[0]:
        return None
    words = [token.words.lower() for token in tokens[at : at + 3]]
    if len(words) < len(_AMONG) + 1 or tuple(words[:2]) != _AMONG:
        return None
    outcome = _OF_THOSE.get(words[2], "")
    return HarmWord(at, at + 3, outcome, "state", "among") if outcome else None


def _is_of_those(tokens: Sequence[Token], at: int) -> bool:
    """Tell "two of the injured", of whom another word says what became of them."""
    ahead = [token.lemma for token in tokens[max(0, at - 2) : at]]
    behind = [token.lemma for token in tokens[at + 1 : at + 3]]
    if behind[:1] == ["be"] and victim_nouns().get(behind[-1], ("", False))[1]:
        return False
    return ahead == ["of", "the"] and at > 2 and opens_count(tokens[at - 3].words)  # noqa: PLR2004


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Tell "three abducted traders", in which the word describes those who are counted."""
    if not at or at + 1 >= len(tokens) or not tokens[at].words.lower().endswith("ed"):
        return False
    people = victim_nouns().get(tokens[at + 1].lemma, ("", False))[1]
    counted = opens_count(tokens[at - 1].words) and tokens[at - 1].words.lower() not in {"a", "an"}
    return people and counted and tokens[at + 1].words.lower() != tokens[at + 1].lemma


def _is_idle(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the word is part of another: "to death", "dead" of "shot dead", "the dead end"."""
    before = tokens[at - 1].lemma if at else ""
    lemma = tokens[at].lemma
    if before == "the" and at > 1 and tokens[at - 2].lemma == "among":
        return True
    if _is_of_those(tokens, at) or _describes(tokens, at):
        return True
    if lemma == "dead" and before == "shoot":
        return True
    if lemma == "displace" and at + 1 < len(tokens) and at and tokens[at - 1].lemma != "be":
        return tokens[at + 1].lemma in victim_nouns()  # "killed 14 displaced people"
    return lemma == "death" and before in {"to", "his", "her", "their"}
