"""Names that a document itself says are one: "Tehrik-e-Taliban Pakistan (TTP)", "also known as"."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.records import Mention, Text
from onrecord.resolve.peoples import countries_named
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold, is_upper

__all__ = ["Alias", "defined_aliases"]

REACH = 120
_LONGEST = 60
_ACRONYM = 8
_QUOTES = "\"'“”‘’«»"
_BRACKETS = re.compile(r"[" + _QUOTES + r"]?\s{0,3}[(\[]([^()\[\]]{2,80})[)\]]")
_KNOWN_AS = re.compile(
    r"[" + _QUOTES + r"]?,?\s{1,3}(?:(?:or|which is|who are|is|are|was|were|and)\s{1,3})?"
    r"(?:(?:also|better|formerly|previously|commonly|otherwise|locally|sometimes|widely|often|now)\s{1,3}){0,2}"
    r"(?:known (?:as|by (?:its|the|their) (?:\w{1,12} )?(?:acronym|name|initials),?)|called|"
    r"abbreviated (?:as|to)|aka|a\.k\.a\.|renamed|calling itself|dubbed)\s{1,3}(?:the\s)?[" + _QUOTES + r"]?"
    r"(?P<alias>[^\W\d_a-z][\w’'\-]{0,30}(?:\s[^\W\d_a-z][\w’'\-]{0,30}){0,5})"
)
_OR = re.compile(
    r",\s{1,3}or\s{1,3}(?:the\s)?[" + _QUOTES + r"]?(?P<alias>[A-Z][\w’'\-]{1,20})[" + _QUOTES + r"]?,"
)
_LEAD = re.compile(
    r"^(?:(?:also|formerly|better|previously)\s)?(?:known as|called|or|aka|a\.k\.a\.|hereafter)\s",
    re.IGNORECASE,
)


class Alias(NamedTuple):
    """Two names that a document says are one, and the words that say it."""

    name: str
    alias: str
    words: str


def defined_aliases(text: Text, mentions: tuple[Mention, ...], registry: Registry) -> tuple[Alias, ...]:
    """Give what the text says right after each mention: in brackets, after "known as", after ", or"."""
    found: list[Alias] = []
    for mention in mentions:
        after = text.content[mention.span.end : mention.span.end + REACH]
        inside = _BRACKETS.match(after)
        if inside:
            alias = _LEAD.sub("", inside.group(1).strip()).strip(_QUOTES + " ,")
            if is_alias(mention.head, alias, registry):
                found.append(Alias(mention.head, alias, _said(text, mention, inside.end())))
        for pattern in (_KNOWN_AS, _OR):
            said = pattern.match(after)
            if said and (pattern is _KNOWN_AS or is_alias(mention.head, said["alias"], registry)):
                found.append(Alias(mention.head, said["alias"], _said(text, mention, said.end())))
    return tuple(found)


def is_alias(name: str, alias: str, registry: Registry) -> bool:
    """Say whether words in brackets are another name: an acronym, a known name, or an acronym spelled out.

    A country in brackets says where ("Taliban (Pakistan)"), not who.
    """
    if len(alias) > _LONGEST or not fold(alias) or countries_named(alias, demonyms=True):
        return False
    letters = alias.replace("-", "").replace(".", "")
    short = (
        letters.isalpha()
        and len(letters) <= _ACRONYM
        and sum(c.isupper() for c in letters) * 2 > len(letters)
    )
    return (
        short
        or bool(registry.answers(alias))
        or (is_upper(name) and initials(alias) == fold(name).replace(" ", ""))
    )


def initials(name: str) -> str:
    """Give the first letters of a name's words, "of" and "the" left out."""
    return "".join(
        word[0] for word in fold(name).split() if word not in {"of", "the", "and", "for", "in", "de"}
    )


def _said(text: Text, mention: Mention, length: int) -> str:
    return " ".join(text.content[mention.span.start : mention.span.end + length].split())[:REACH]
