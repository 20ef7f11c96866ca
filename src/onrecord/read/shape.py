"""What the form of a line says: short or long, a name, cut off, the head line of a comment."""

from __future__ import annotations

import re

from onrecord.read.dates import find_day, only_day

__all__ = ["is_long", "is_name", "is_stamp", "is_title", "may_be_title"]

LONG = 140
SENTENCE = 40
TITLE = 170
TITLE_WORDS = 30
STOPS = ".!?۔؟։።။…"
CLOSERS = "\"'”’»)]"
NAME = re.compile(r"(?:[—–-]\s{0,2})?([^\W\d_][\w.'’-]{0,20}(?:\s[^\W\d_][\w.'’-]{0,20}){1,3})\s{0,2}:?")
AGO = re.compile(
    r"(?<!\w)(?:\d{1,3}|an?|one)\s(?:second|minute|hour|day|week|month|year)s?\sago(?!\w)"
    r"|(?<!\w)il y a \d{1,3} (?:minute|heure|jour|semaine|mois|an)s?"
    r"|(?<!\w)منذ\s\w{1,8}|\d{1,3}\s\w{2,10}\sپہلے",
    re.IGNORECASE,
)
STAMPED = 120
STAMP_WORDS = 8  # a name and "on", "at", "PM"; more is a sentence that names a day


def is_stopped(words: str) -> bool:
    """Say whether the words end as a sentence does."""
    return words.rstrip(CLOSERS + " ")[-1:] in tuple(STOPS)


def is_long(words: str) -> bool:
    """Say whether this is a paragraph: long, or a whole sentence."""
    return len(words) >= LONG or (len(words) >= SENTENCE and is_stopped(words))


def may_be_title(words: str) -> bool:
    """Say whether a line has the length of a title, however it ends."""
    return "\n" not in words[: TITLE + 1] and len(words) <= TITLE and len(words.split()) <= TITLE_WORDS


def is_title(words: str) -> bool:
    """Say whether a line looks like a title: short, and no sentence."""
    return (
        may_be_title(words)
        and any(map(str.isalpha, words))
        and words[-1] not in ".,;:۔،"
        and words[0] not in "–—-*•·"
    )


def is_name(words: str) -> bool:
    """Say whether a line may be a person's name: two to four words, each with a capital."""
    match = NAME.fullmatch(words.strip()) if len(words) < STAMPED else None
    return bool(match) and all(word[0].isupper() for word in match.group(1).split()) if match else False


def is_stamp(words: str) -> bool:
    """Say whether a line holds the day, or the time gone by, that software sets beside a comment."""
    if len(words) > STAMPED or "\n" in words:
        return False
    if only_day(words):
        return True
    day, ago = find_day(words), AGO.search(words)
    start, end = (day.start, day.end) if day else ago.span() if ago else (0, 0)
    rest = f"{words[:start]} {words[end:]}".split()
    return end > 0 and len(rest) <= STAMP_WORDS and not is_stopped(words)
