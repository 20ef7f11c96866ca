"""Where a quote stands in a text, word for word; of blanks alone the kind and number may differ."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.find.models.llm.refusal import Refusal

__all__ = ["MAX_QUOTE", "Stretch", "stretch_of"]

MAX_QUOTE = 1_200
_MOST_PLACES = 200
_BLANKS = re.compile(r"\s+")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text with each run of blanks made one; `at` has each character's offset in the text."""

    content: str
    plain: str
    at: tuple[int, ...]

    def locate(self, quote: object, near: Place | None = None) -> Place | Refusal:
        """Give where a quote stands, the place nearest to `near` of several, or why it is refused."""
        if not isinstance(quote, str):
            return Refusal.WRONG_TYPE
        wanted = _BLANKS.sub(" ", quote).strip()
        if not wanted:
            return Refusal.EMPTY
        if len(wanted) > MAX_QUOTE:
            return Refusal.TOO_LONG
        places = self._places(wanted)
        if not places:
            return Refusal.NOT_VERBATIM
        whole = [place for place in places if not self._cuts_word(place)]
        return min(whole, key=lambda place: _distance(place, near)) if whole else Refusal.CUTS_WORD

    def _places(self, wanted: str) -> list[Place]:
        places: list[Place] = []
        found = self.plain.find(wanted)
        while found >= 0 and len(places) < _MOST_PLACES:
            places.append((self.at[found], self.at[found + len(wanted) - 1] + 1))
            found = self.plain.find(wanted, found + 1)
        return places

    def _cuts_word(self, place: Place) -> bool:
        start, end = place
        return _joined(self.content, start) or _joined(self.content, end)


def stretch_of(content: str, start: int, end: int) -> Stretch:
    """Prepare content[start:end] for look-ups."""
    kept = [
        at
        for at in range(start, end)
        if not content[at].isspace() or (at > start and not content[at - 1].isspace())
    ]
    plain = "".join(" " if content[at].isspace() else content[at] for at in kept)
    return Stretch(content, plain, tuple(kept))


def _joined(content: str, at: int) -> bool:
    """Tell whether a cut here goes through a word of a script with capitals, or through a number."""
    return 0 < at < len(content) and _of_word(content[at - 1]) and _of_word(content[at])


def _of_word(sign: str) -> bool:
    return sign.isdigit() or sign.lower() != sign.upper()


def _distance(place: Place, near: Place | None) -> tuple[int, int]:
    """Inside `near` is nearest, then by the gap; the first of equals."""
    if near is None:
        return 0, place[0]
    return max(near[0] - place[0], place[1] - near[1], 0), place[0]
