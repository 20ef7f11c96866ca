"""Which language and which direction a stretch of text has: script first, then letters, then statistics.

Statistics: py3langid 0.4 (a naive Bayes classifier over byte n-grams, model shipped with the package).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

__all__ = ["UNKNOWN", "direction_of", "language_of", "script_of"]

UNKNOWN = "und"
SAMPLE = 2_000
FEW = 12  # letters below which nothing is said
MANY = 120  # letters from which a language outside the table is believed

SCRIPTS = {
    "ARABIC": ("ar", "fa", "ur", "ps"),
    "CYRILLIC": ("ru", "uk"),
    "LATIN": ("en", "fr", "es", "tr", "so", "sw", "ha"),
    "HEBREW": ("he",),
    "MYANMAR": ("my",),
    "ETHIOPIC": ("am", "ti"),
}
OTHERS = frozenset(code for codes in SCRIPTS.values() for code in codes)
# Letters that one language of a script writes and its neighbours do not, in the order of asking;
# sources: Unicode, Arabic block charts; CLDR exemplar characters of each locale.
LETTERS = (
    ("ps", "ټډړښځڅږڼۍېګ"),
    ("ur", "ٹڈڑےںھہۓ"),
    ("fa", "پچژگک\u06cc"),
    ("uk", "іїєґІЇЄҐ"),
    ("ru", "ыэъёЫЭЪЁ"),
)
ENOUGH = {"ps": 0.012, "ur": 0.02, "fa": 0.02, "uk": 0.01, "ru": 0.01}
TIGRINYA = re.compile(r"(?:^|\s)(?:እዩ|ናይ|ኣብ|እዮም|ከምኡ|ድማ|ኤርትራ)")
RTL = frozenset({"R", "AL"})


def direction_of(text: str) -> str:
    """Give "rtl" where most letters run right to left, else "ltr"."""
    kinds = [unicodedata.bidirectional(letter) for letter in text[:SAMPLE]]
    return "rtl" if sum(kind in RTL for kind in kinds) > kinds.count("L") else "ltr"


def script_of(text: str) -> tuple[str, int]:
    """Give the script of most letters, as Unicode names it, and how many letters were seen."""
    counts: dict[str, int] = {}
    for letter in filter(str.isalpha, text[:SAMPLE]):
        name = unicodedata.name(letter, "UNKNOWN").split()[0]
        counts[name] = counts.get(name, 0) + 1
    best = max(counts, key=lambda name: counts[name], default="")
    return best, sum(counts.values())


def language_of(text: str, fallback: str = UNKNOWN) -> str:
    """Give the ISO 639-1 code; short text takes `fallback` if that is written in its script, else "und"."""
    script, letters = script_of(text)
    known = SCRIPTS.get(script, ())
    if len(known) == 1 and letters >= FEW // 3:
        return known[0]
    if letters < FEW or (script == "LATIN" and letters < (5 if fallback in known else 2) * FEW):
        return fallback if fallback in known or (not known and letters) else UNKNOWN
    if script == "ETHIOPIC":
        return "ti" if TIGRINYA.search(text[:SAMPLE]) else "am"
    return _by_letters(text[:SAMPLE], known) or _by_statistics(text[:SAMPLE], known, letters, fallback)


def _by_letters(text: str, known: tuple[str, ...]) -> str:
    for code, letters in LETTERS:
        if code in known and sum(map(text.count, letters)) > ENOUGH[code] * len(text):
            return code
    return "ar" if "ar" in known else ""


def _by_statistics(text: str, known: tuple[str, ...], letters: int, fallback: str) -> str:
    """Ask among the script's languages; only a long text unlike its neighbours may be another's."""
    near = str(_identifier(known).classify(text)[0]) if known else UNKNOWN
    if letters < MANY or (near == fallback and known):
        return near
    best = str(_identifier(()).classify(text)[0])
    return best if len(best) == len("en") and best not in OTHERS - set(known) else near


@cache
def _identifier(codes: tuple[str, ...]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    if codes:
        identifier.set_languages(sorted(set(codes) & set(identifier.nb_classes)))
    return identifier
