"""A sentence's tokens by clause: cut at marks, conjunctions and relative words, glued where no verb stands.

No parser: a stretch with a verb of its own is a clause, a stretch without one belongs to its neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.words.openers import opening
from onrecord.find.words.wordforms import is_verb_here

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["Clause", "Clauses", "cut_clauses"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch with a verb; `kind` says how it opens, `parent` is the clause that it leans on (-1: none)."""

    first: int
    kind: str
    opener: str
    parent: int


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence and, for every token, the number of its clause."""

    clauses: tuple[Clause, ...]
    of_token: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    first: int
    last: int
    kind: str
    opener: str
    verb: bool


def cut_clauses(frame: Frame) -> Clauses:
    """Give the clauses of a sentence; each token belongs to exactly one."""
    clauses: list[Clause] = []
    of_token: list[int] = []
    waiting, subject = 0, -1
    for stretch in _stretches(frame):
        size = stretch.last - stretch.first + 1
        if not stretch.verb and not clauses:
            waiting += size
            continue
        if waiting and stretch.kind == "relative":
            clauses.append(Clause(0, "main", "", -1))
            of_token.extend([0] * waiting)
            waiting, subject = 0, 0
        if not stretch.verb:
            of_token.extend([_host(clauses, stretch, frame)] * size)
        elif subject >= 0 and stretch.kind == "comma" and clauses[-1].kind == "relative":
            of_token.extend([subject] * size)
            subject = -1
        else:
            clauses.append(_clause(stretch, clauses, stretch.first - waiting))
            of_token.extend([len(clauses) - 1] * (size + waiting))
            waiting = 0
    of_token.extend([max(len(clauses) - 1, 0)] * waiting)
    return Clauses(tuple(clauses) or (Clause(0, "main", "", -1),), tuple(of_token))


def _clause(stretch: _Stretch, clauses: list[Clause], first: int) -> Clause:
    kind = stretch.kind if clauses or stretch.kind in {"subordinate", "participle"} else "main"
    return Clause(first, kind, stretch.opener, len(clauses) - 1)


def _host(clauses: list[Clause], stretch: _Stretch, frame: Frame) -> int:
    """Give a phrase after a clause that a comma closed back to what that clause interrupted."""
    host = len(clauses) - 1
    closed = stretch.kind == "comma" and frame.is_a(stretch.first + 1, "preposition")
    while closed and host > 0 and clauses[host].kind in {"subordinate", "relative"}:
        host = clauses[host].parent
    return host


def _stretches(frame: Frame) -> list[_Stretch]:
    stretches: list[_Stretch] = []
    first, kind, opener = 0, "main", ""
    for at in range(1, len(frame.tokens) + 1):
        found = opening(frame, at) if at < len(frame.tokens) else ("end", "")
        if found is None:
            continue
        verb = any(is_verb_here(frame, index) for index in range(first, at))
        stretches.append(_Stretch(first, at - 1, kind, opener, verb))
        first, (kind, opener) = at, found
    return _joined(stretches)


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    """Join a bare mark or conjunction to the opener right after it (", and", ", which")."""
    joined: list[_Stretch] = []
    for stretch in stretches:
        if joined and _is_cut_subject(joined[-1], stretch):
            before = joined.pop()
            joined.append(_Stretch(before.first, stretch.last, before.kind, before.opener, stretch.verb))
        elif (
            joined
            and joined[-1].first == joined[-1].last
            and joined[-1].kind in {"comma", "coordinate", "strong"}
        ):
            before = joined.pop()
            kind = before.kind if stretch.kind == "comma" else stretch.kind
            opener = stretch.opener or before.opener
            joined.append(_Stretch(before.first, stretch.last, kind, opener, stretch.verb))
        else:
            joined.append(stretch)
    return joined


def _is_cut_subject(before: _Stretch, stretch: _Stretch) -> bool:
    """Mend "as A and B fight": the list before the verb was cut at its conjunction."""
    opened = before.kind in {"subordinate", "relative", "complement"}
    return opened and not before.verb and stretch.kind in {"coordinate", "comma"}
