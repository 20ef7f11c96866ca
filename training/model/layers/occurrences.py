"""Where the words of a MUC-4 key stand in its text as whole words."""

from __future__ import annotations

from training.model.targets import Chars, chars
from training.schema import Example, Filler

__all__ = ["occurrences", "places_of", "standing"]

MOST_PLACES = 20
"""Places of one name in a text that are marked."""
SHORTEST = 3
"""Letters of the shortest name of a place that is looked for."""


def occurrences(example: Example, filler: Filler) -> list[Chars]:
    """Give where the filler's words stand as whole words."""
    found = {chars(at) for at in (*filler.given, *filler.further)}
    return sorted(at for at in found if _whole(example.text, at))


def places_of(example: Example) -> set[Chars]:
    """Give where the finer names of each template's location stand in the text."""
    found: set[Chars] = set()
    for template in example.muc:
        names = [part.split("(")[0].strip() for part in template.location.split(":")]
        for name in names[1:] or names[:1]:
            found |= standing(example.text, name) if len(name) >= SHORTEST else set()
    return found


def standing(text: str, words: str) -> set[Chars]:
    """Give the first places where words, in small letters, stand in a text as whole words."""
    small = text.lower()
    found: set[Chars] = set()
    start = small.find(words)
    while start >= 0 and len(found) < MOST_PLACES:
        at = (start, start + len(words))
        found |= {at} if _whole(text, at) else set()
        start = small.find(words, at[1])
    return found


def _whole(text: str, at: Chars) -> bool:
    return not (text[at[0] - 1 : at[0]].isalnum() or text[at[1] : at[1] + 1].isalnum())
