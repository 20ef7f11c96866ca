"""Plain events in Urdu, Arabic, Dari, Pashto: a word of force, a number beside it, a place in the sentence.

Who did it is not read: these rules know no syntax. An accepted gap, said by the low confidence.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.find.sentence import span_of
from onrecord.records import Casualty, Claim, Kind, MentionKind, Role, claim_id
from onrecord.vocabulary import Row, rows

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence
    from onrecord.records import Mention, Number

__all__ = ["LANGUAGES", "find_plain_events"]

_SAME = {"prs": "fa", "pes": "fa", "pus": "ps", "urd": "ur", "ara": "ar"}
LANGUAGES = frozenset(row["language"] for row in rows("acts_other_scripts")) | frozenset(_SAME)
_PREFIXES = ("وال", "بال", "لل", "ال", "و", "ف", "ب", "ل")
_NEAR = 5
_MAX = 40
_CONFIDENCE = 0.5


@cache
def _words(language: str) -> dict[str, tuple[tuple[tuple[str, ...], Row], ...]]:
    found: dict[str, tuple[tuple[tuple[str, ...], Row], ...]] = {}
    for row in rows("acts_other_scripts"):
        if row["language"] == language:
            for words in row["words"].split("|"):
                parts = tuple(words.split())
                entries = (*found.get(parts[0], ()), (parts, row))
                found[parts[0]] = tuple(sorted(entries, key=lambda e: -len(e[0])))
    return found


def find_plain_events(
    sentence: Sentence, mentions: tuple[Mention, ...], numbers: tuple[Number, ...]
) -> tuple[Claim, ...]:
    """Give at most one event a sentence: the first act named, all counts of harm, all places named."""
    language = _SAME.get(sentence.language, sentence.language)
    hits = _hits(sentence, language)
    if not hits:
        return ()
    casualties = _casualties(sentence, hits, numbers)
    places = [m for m in mentions if m.kind is MentionKind.PLACE]
    if not casualties and not places:
        return ()
    acts = [row for _, _, row in hits if not row["outcome"]] or [row for _, _, row in hits]
    roles = tuple(Role("place", m.span) for m in places)
    starts = [sentence.tokens[first].start for first, _, _ in hits] + [
        c.number.span.start for c in casualties
    ]
    ends = [sentence.tokens[last].end for _, last, _ in hits] + [c.number.span.end for c in casualties]
    evidence = span_of(sentence.text, min(starts), max(ends))
    if sum(1 for t in sentence.tokens if evidence.start <= t.start < evidence.end) > _MAX:
        first, last, _ = hits[0]
        evidence = span_of(sentence.text, sentence.tokens[first].start, sentence.tokens[last].end)
    return (
        Claim(
            id=claim_id(Kind.EVENT, evidence, roles),
            text_id=sentence.text.id,
            kind=Kind.EVENT,
            type=acts[0]["act"],
            evidence=evidence,
            by="",
            roles=roles,
            casualties=casualties,
            method=acts[0]["method"] or "none_stated",
            target="none_stated",
            scale="incident",
            confidence=_CONFIDENCE,
        ),
    )


def _hits(sentence: Sentence, language: str) -> list[tuple[int, int, Row]]:
    table, hits, at = _words(language), list[tuple[int, int, Row]](), 0
    while at < len(sentence.tokens):
        found = next(
            (
                hit
                for form in _forms(sentence, at)
                for hit in table.get(form, ())
                if _fits(sentence, at, hit[0])
            ),
            None,
        )
        if found:
            hits.append((at, at + len(found[0]) - 1, found[1]))
            at += len(found[0])
        else:
            at += 1
    return hits


def _forms(sentence: Sentence, at: int) -> list[str]:
    words = sentence.tokens[at].words
    stripped = [words[len(p) :] for p in _PREFIXES if words.startswith(p) and len(words) - len(p) > 2]  # noqa: PLR2004
    return [words, *stripped] if sentence.language in {"ar", "ara"} else [words]


def _fits(sentence: Sentence, at: int, words: tuple[str, ...]) -> bool:
    return all(
        at + offset < len(sentence.tokens) and sentence.tokens[at + offset].words == word
        for offset, word in enumerate(words[1:], 1)
    )


def _casualties(
    sentence: Sentence, hits: list[tuple[int, int, Row]], numbers: tuple[Number, ...]
) -> tuple[Casualty, ...]:
    """Give each word of harm the nearest number before it (after it, in Arabic), each number once."""
    found: list[Casualty] = []
    used: set[int] = set()
    for first, last, row in hits:
        near = [
            (abs(at - first), number)
            for number in numbers
            for at in [_token(sentence, number.span.start)]
            if row["outcome"] and first - _NEAR <= at <= last + (_NEAR if row["language"] == "ar" else 0)
        ]
        near = [(gap, number) for gap, number in near if number.span.start not in used]
        if near:
            number = min(near, key=lambda n: n[0])[1]
            used.add(number.span.start)
            found.append(Casualty(row["outcome"], number))
    return tuple(found)


def _token(sentence: Sentence, offset: int) -> int:
    return next((i for i, t in enumerate(sentence.tokens) if t.end > offset), len(sentence.tokens))
