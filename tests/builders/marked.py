"""Sentences with their mentions written into them: "[actor>subject The Harbour Front] joined [place Norland]"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.find.sentence import Sentence
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Mention, MentionKind, Passage, Span, Text, mention_id

_OPEN = re.compile(r"\[(=?[a-z_]+)(?:>([a-z_]+))? ")


@dataclass(frozen=True)
class Marked:
    """A sentence, its mentions, and the (role, words) and (quality, words) pairs that are marked in it."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    roles: tuple[tuple[str, str], ...]
    qualities: tuple[tuple[str, str], ...]


def read_marked(line: str) -> Marked:
    """Read a line in which mentions, free words and qualities are marked; marks may nest."""
    plain, marks = _strip(line)
    text = Text("txt_marked", "doc_marked", "tests", plain, (Passage(0, len(plain), "body", "en", "ltr"),))
    sentence = split_sentences(text)[0]
    mentions, roles, qualities = [], [], []
    for kind, role, start, end in marks:
        words = plain[start:end]
        if kind.startswith("="):
            qualities.append((kind[1:], words))
            continue
        if kind != "words":
            span = Span(text.id, start, end, words)
            mentions.append(Mention(mention_id(MentionKind(kind), span), MentionKind(kind), span, words))
        if role:
            roles.append((role, words))
    return Marked(sentence, tuple(mentions), tuple(sorted(roles)), tuple(sorted(qualities)))


def _strip(line: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    plain, marks, opened, at = "", [], [], 0
    while at < len(line):
        match = _OPEN.match(line, at)
        if match:
            opened.append((match[1], match[2] or "", len(plain)))
            at = match.end()
        elif line[at] == "]" and opened:
            kind, role, start = opened.pop()
            marks.append((kind, role, start, len(plain)))
            at += 1
        else:
            plain += line[at]
            at += 1
    return plain, marks
