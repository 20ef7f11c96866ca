"""Match one pattern around its anchor word, outwards to both sides, and resolve its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.patterns.elements import Close, Open, Pattern, Slot, Word
from onrecord.find.patterns.walk import Part, Taken, Walk
from onrecord.find.words.coordination import joined
from onrecord.find.words.subjects import clause_subject, subject_of
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.words.frame import Frame

__all__ = ["Match", "Part", "match_at"]

_NOTHING = "_"


@dataclass(frozen=True, slots=True)
class Match:
    """First and last token of the matched words (the subject's apart), the fixed ones, and what they fill.

    `head` is the stretch from the first fixed word to the anchor: where modality is looked for.
    """

    first: int
    last: int
    head: tuple[int, int]
    fixed: frozenset[int]
    parts: tuple[Part, ...]
    subjects: tuple[Part, ...] = ()


def match_at(frame: Frame, pattern: Pattern, at: int) -> Match | None:
    """Give the match whose anchor stands on this token, or None."""
    elements, anchor = pattern.elements, pattern.anchor
    right = Walk(frame, elements[anchor + 1 :], 1).run(at + 1)
    if right is None:
        return None
    left = Walk(frame, elements[:anchor][::-1], -1).run(at - 1)
    if left is None:
        return None
    taken: list[Taken] = [*left[::-1], (elements[anchor], (at, at), ()), *right]
    used = [tokens for _, tokens, _ in taken if tokens]
    first, last = min(t[0] for t in used), max(t[1] for t in used)
    fixed = frozenset(tokens[0] for element, tokens, _ in taken if tokens and isinstance(element, Word))
    head = (min(fixed), at)
    parts = (
        *(_named(frame, part) for _, _, filled in taken for part in filled if part.name != _NOTHING),
        *_captures(taken),
    )
    if pattern.subject is None:
        return Match(first, last, head, fixed, parts)
    subjects = _subjects(frame, pattern.subject, first, far=pattern.far)
    return Match(first, last, head, fixed, parts, subjects) if subjects else None


def _subjects(frame: Frame, slot: Slot, verb: int, *, far: bool) -> tuple[Part, ...]:
    found = clause_subject(frame, verb, slot.kinds) if far else subject_of(frame, verb, slot.kinds)
    if found is None:
        return ()
    first, last, placed = found
    if placed is None or not slot.many:
        return (Part(slot.role, first, last, placed),)
    return tuple(Part(slot.role, p.first, p.last, p) for p in joined(frame, placed, slot.kinds, -1))


def _named(frame: Frame, part: Part) -> Part:
    """Give the actor that a group between commas describes: "the Front, a militia, allied with ..."."""
    group = part.mention
    if group is None or group.mention.kind is not MentionKind.GROUP or not _is_comma(frame, group.last + 1):
        return part
    before = group.first - 1
    before -= frame.is_a(before, "article")
    ending = frame.ending.get(before - 1, ()) if _is_comma(frame, before) else ()
    actor = next((placed for placed in ending if placed.mention.kind is MentionKind.ACTOR), None)
    return Part(part.name, actor.first, actor.last, actor) if actor else part


def _is_comma(frame: Frame, at: int) -> bool:
    return 0 <= at < len(frame.tokens) and frame.tokens[at].words == ","


def _captures(taken: list[Taken]) -> Iterator[Part]:
    opened: list[tuple[Open, list[tuple[int, int]]]] = []
    for element, tokens, _ in taken:
        if isinstance(element, Open):
            opened.append((element, []))
        elif isinstance(element, Close) and opened:
            mark, inside = opened.pop()
            if inside:
                yield Part(mark.name, inside[0][0], inside[-1][1], None, mark.quality)
        elif tokens:
            for _, inside in opened:
                inside.append(tokens)
