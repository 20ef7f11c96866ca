"""Victims told beside a noun: "the deaths of 12", "16 bodies were found", "a toll of 97", "cost 14 lives"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.values.casualty_words import words_for
from onrecord.find.values.victims import VictimPhrases, Victims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.find.sentence import Token
    from onrecord.find.values.harm_words import HarmWord

__all__ = ["is_of", "of_losing", "of_noun", "of_toll"]

_TOLL_WINDOW, _NEAR = 16, 5


def of_noun(phrases: VictimPhrases, harm: HarmWord) -> tuple[Victims, ...]:
    """Read "the deaths of 12 people", "12 deaths", "claimed the lives of 14", "cost 14 lives"."""
    tokens = phrases.tokens
    if harm.form == "body" and not _is_found(phrases):
        return ()
    if harm.form == "lives":
        return _lives(phrases, harm) or phrases.listed(harm.end)
    if is_of(tokens, harm.end) or (
        harm.lemma == "injury" and tokens[harm.end : harm.end + 1] and tokens[harm.end].lemma == "to"
    ):
        return phrases.listed(harm.end + 1)
    for index in range(harm.begin - 1, max(-1, harm.begin - 4), -1):
        counted = phrases.number_at(index)
        if tokens[index].lemma in {"and", ","}:
            break
        if counted is not None and tokens[harm.begin].words.lower() != harm.lemma:
            row = phrases.at(index)
            words = row.words if row is not None and harm.form == "body" else None
            return (replace(row, words=words),) if row is not None else ()
    return ()


def _lives(phrases: VictimPhrases, harm: HarmWord) -> tuple[Victims, ...]:
    """Read the number of "cost the army 11 lives"."""
    tokens = phrases.tokens
    for index in range(harm.end, min(len(tokens), harm.end + _NEAR)):
        counted = phrases.number_at(index)
        if counted and counted[1] < len(tokens) and tokens[counted[1]].lemma == "life":
            return (Victims(counted[0], index, counted[1], "unknown", None),)
    return ()


def _is_found(phrases: VictimPhrases) -> bool:
    """Tell whether bodies are spoken of as the dead: found, recovered, buried."""
    return any(token.lemma in words_for("found") for token in phrases.tokens)


def of_losing(phrases: VictimPhrases, harm: HarmWord) -> tuple[Victims, ...]:
    """Read what a side lost where the words name its fighters; "lost 20 seats" loses nobody."""
    row = phrases.at(harm.end) if phrases.number_at(harm.end) else None
    men = row is not None and row.words is not None and row.words.words.lower() in {"men", "fighters"}
    return (row,) if row is not None and (men or row.status == "combatant") else ()


def of_toll(phrases: VictimPhrases, harm: HarmWord) -> tuple[Victims, ...]:
    """Read the figure that a running count has come to: the last one that "to", "at" or "of" leads to."""
    tokens = phrases.tokens
    last: Victims | None = None
    for index in range(harm.end, min(len(tokens), harm.end + _TOLL_WINDOW)):
        if tokens[index].lemma in {";", "after", "when"}:
            break
        row = (
            phrases.at(index)
            if phrases.number_at(index) and tokens[index - 1].lemma in words_for("toll")
            else None
        )
        last = row or last
    return (last,) if last is not None else ()


def is_of(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "of" stands there."""
    return at < len(tokens) and tokens[at].lemma == "of"
