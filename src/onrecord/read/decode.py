"""Bytes -> text: which encoding, and the few changes that make any text safe to count in."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

__all__ = ["decode", "is_binary", "tidy"]

SAMPLE = 65_536
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
UNSAFE = re.compile("[\x00\ud800-\udfff]")
CONTROLS = bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 27})
# Python also names codecs that are no character sets (zip, rot13); UTF-8 and UTF-16 are tried before
CHARACTER_SETS = ("windows-", "iso-8859-", "cp12", "koi8", "gb", "big5", "shift", "euc-", "mac", "latin")
# What pages in our languages were written in before UTF-8; with more to choose from, French comes out Czech
GUESSES = (
    "cp1252",
    "cp1256",
    "cp1251",
    "cp1254",
    "cp1255",
    "koi8_r",
    "koi8_u",
    "gb18030",
    "big5",
    "shift_jis",
)
MOST_CONTROLS = 0.02  # text from the wild stays far below; images and archives lie near 0.1
MOST_BROKEN = 0.001  # UTF-8 with a damaged byte now and then is still UTF-8


def decode(raw: bytes, *, declared: bool = False) -> str:
    """Give the text of these bytes, tidied; `declared` heeds an encoding named in the first bytes."""
    return tidy(raw.decode(_encoding(raw, declared=declared), "replace"))


def tidy(text: str) -> str:
    r"""Give the text with newlines as \n, and U+FFFD for each NUL and each lone surrogate."""
    return UNSAFE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_binary(raw: bytes) -> bool:
    """Say whether the bytes hold more control characters than any text does."""
    if _marked(raw) or _wide(raw):
        return False
    sample = raw[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls > MOST_CONTROLS * len(sample)


def _encoding(raw: bytes, *, declared: bool) -> str:
    found = _marked(raw) or _wide(raw)
    if found:
        return found
    if _is_utf8(raw):
        return "utf-8"
    return (_named(raw) if declared else "") or _guess(raw)


def _marked(raw: bytes) -> str:
    return next((name for mark, name in BOMS if raw.startswith(mark)), "")


def _wide(raw: bytes) -> str:
    """Tell UTF-16 without a mark by zeros in every other byte (text in a Latin script only)."""
    sample = raw[: SAMPLE // 16]
    pairs = len(sample) // 2
    if pairs < len(BOMS) or len(raw) % 2:
        return ""
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * pairs and odd < 0.05 * pairs else ""


def _is_utf8(raw: bytes) -> bool:
    broken = raw.decode("utf-8", "replace").count("\ufffd")
    return broken == 0 or broken < MOST_BROKEN * len(raw)


def _named(raw: bytes) -> str:
    match = DECLARED.search(raw[:4096])
    name = match.group(1).decode("ascii").lower() if match else ""
    if not name.startswith(CHARACTER_SETS):
        return ""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _guess(raw: bytes) -> str:
    best = charset_normalizer.from_bytes(raw[:SAMPLE], cp_isolation=list(GUESSES)).best()
    return best.encoding if best else "utf-8"
