"""The pattern language: one line of a vocabulary table becomes a Pattern, or an error that says where.

receive|get        a token whose lemma, or whose form, is one of these words
@be                any word of the class of that name in vocabulary/word_classes.csv
again?             optional; [ in {place:place} ] is an optional group
..3                a gap of at most three tokens, never across a strong mark or "by"
*2                 at most two words that modify the noun after them, as many as there are
{subject:actor}    a role: a mention of that kind; kinds join with |, + takes a coordination
{part:words..4}    a role: a free noun phrase of at most four tokens; {_:...} is matched but fills nothing
(=parts ... )      the words between are the quality "parts"; (part ... ) makes them a role
{subject:actor} ~  at the start: the subject of the verb group that begins the rest
~                  farther on: auxiliaries, modals and adverbs, if any
{subject:actor} ~~ at the start: the first name of the clause, however far the rest stands
"""

from __future__ import annotations

from onrecord.errors import VocabularyError
from onrecord.find.patterns.elements import Close, Element, Free, Gap, Open, Pattern, Slot, Word
from onrecord.find.words.word_classes import words_of
from onrecord.records import MentionKind

__all__ = ["compile_pattern"]

_KINDS: dict[str, tuple[str, ...]] = {
    "who": ("actor", "person", "group", "pronoun", "state"),
    "party": ("actor", "group", "pronoun", "state"),
    "power": ("actor", "state"),
    "someone": ("person", "pronoun"),
    "pronoun": ("pronoun",),
    "its": ("possessive_pronoun",),
}
_WEAK = (
    "auxiliary",
    "modal",
    "preposition",
    "article",
    "determiner",
    "adverb",
    "coordinator",
    "possessive",
    "relative",
)
_GROUPS = 4
_LIGHT = 4


def compile_pattern(line: str) -> tuple[Pattern, ...]:
    """Give the patterns that a line stands for, the fullest first: one for each use of its groups."""
    if line.count("[") > _GROUPS:
        raise VocabularyError(f"pattern {line!r} has more than {_GROUPS} optional groups: write two rows")
    return tuple(_pattern(pieces, line) for pieces in _expand(line.split(), line))


def _expand(pieces: list[str], line: str) -> list[list[str]]:
    if "[" not in pieces:
        return [pieces]
    start = pieces.index("[")
    if "]" not in pieces[start:] or "[" in pieces[start + 1 : pieces.index("]", start)]:
        raise VocabularyError(f"pattern {line!r}: each [ needs its ] and groups do not nest")
    end = pieces.index("]", start)
    after = _expand(pieces[end + 1 :], line)
    inner = pieces[start + 1 : end]
    return [[*pieces[:start], *inner, *rest] for rest in after] + [[*pieces[:start], *rest] for rest in after]


def _pattern(pieces: list[str], line: str) -> Pattern:
    subject: Slot | None = None
    far = pieces[1:2] == ["~~"]
    if far or pieces[1:2] == ["~"]:
        first = _element(pieces[0], line)
        if isinstance(first, Slot):
            subject, pieces = first, pieces[2:]
    elements = tuple(_element(piece, line) for piece in pieces)
    return Pattern(subject, elements, _anchor(elements, line), far)


def _element(piece: str, line: str) -> Element:
    if piece == "~" or piece[0] == "*" or piece.startswith(".."):
        return _gap(piece, line)
    if piece.startswith("{") and piece.endswith("}"):
        return _role(piece[1:-1], line)
    if piece.startswith("(") and piece.strip("(=").isidentifier():
        return Open(piece.strip("(="), quality=piece.startswith("(="))
    if piece == ")":
        return Close()
    return _word(piece)


def _gap(piece: str, line: str) -> Gap:
    if piece == "~":
        return Gap(_LIGHT, "light")
    return Gap(_count(piece.lstrip("*."), line), "modifier" if piece[0] == "*" else "any")


def _word(piece: str) -> Word:
    optional = piece.endswith("?") and len(piece) > 1
    words: set[str] = set()
    for option in piece.removesuffix("?").split("|") if optional else piece.split("|"):
        words |= words_of(option[1:]) if option.startswith("@") else {option}
    return Word(frozenset(words), optional)


def _role(body: str, line: str) -> Element:
    role, _, kinds = body.partition(":")
    if kinds.startswith("words.."):
        return Free(role, _count(kinds[7:], line))
    many = kinds.endswith("+")
    named = [kind for part in kinds.removesuffix("+").split("|") for kind in _KINDS.get(part, (part,))]
    unknown = [kind for kind in named if kind not in {"pronoun", "possessive_pronoun", "state", *MentionKind}]
    if unknown or not role:
        raise VocabularyError(
            f"pattern {line!r}: {{{body}}} is no role; write {{role:kind}} with a mention kind"
        )
    return Slot(role, frozenset(named), many)


def _count(digits: str, line: str) -> int:
    if not digits.isdecimal():
        raise VocabularyError(f"pattern {line!r}: a gap or phrase needs a length, as in ..3")
    return int(digits)


def _anchor(elements: tuple[Element, ...], line: str) -> int:
    weak = frozenset[str]().union(*(words_of(name) for name in _WEAK))
    fixed = [(i, e) for i, e in enumerate(elements) if isinstance(e, Word) and not e.optional]
    if not fixed:
        raise VocabularyError(f"pattern {line!r} has no word that must stand there")
    return next((i for i, e in fixed if not e.words & weak), fixed[0][0])
