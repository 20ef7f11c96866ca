"""How names are compared: one folded key for spellings that differ only in marks, case and joints."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "is_capital", "is_upper", "slug"]

_LETTERS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه",
        "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ټ": "ت", "ښ": "ش", "ۍ": "ی", "ې": "ی", "ګ": "گ",
        "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss",
        "æ": "ae", "Æ": "ae", "œ": "oe", "ħ": "h",
    }
)  # fmt: skip
_DROPPED = re.compile(r"['’‘ʼʻʿʾ`´ʹ.\"“”„«»\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_POSSESSIVE = re.compile(r"['’‘´`]s\b", re.IGNORECASE)
_JOINTS = re.compile(r"[\W_]+")
_ARTICLE = "the "
LONGEST_NAME = 200


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Give the key under which a name is looked up: no case, marks, dots, joints, possessive or article.

    "Islamic State’s Khorasan province" and "islamic state khorasan province" have one key, and so have
    "U.S." and "US", "IS-K" and "Is-k", and the Arabic, Persian and Urdu forms of one letter.
    """
    cut = _POSSESSIVE.sub("", name[:LONGEST_NAME]) if not name.isalnum() else name[:LONGEST_NAME]
    if not cut.isascii():
        plain = unicodedata.normalize("NFKD", cut.casefold().translate(_LETTERS))
        cut = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
    key = _JOINTS.sub(" ", _DROPPED.sub("", cut).casefold()).strip()
    return key.removeprefix(_ARTICLE) or key


def is_upper(name: str) -> bool:
    """Say whether every letter that has a case is a capital; true for scripts without case."""
    return name == name.upper()


def is_capital(name: str) -> bool:
    """Say whether at least one letter is a capital; true for scripts without case."""
    return name != name.lower() or name == name.upper()


def slug(name: str) -> str:
    """Give the folded name with "-" for spaces, ASCII letters only where it has any."""
    return fold(name).replace(" ", "-")
