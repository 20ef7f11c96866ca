"""Items -> Documents and Texts: ids, language and direction of each passage."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.read.datelines import dateline_end
from onrecord.read.language import UNKNOWN, direction_of, language_of
from onrecord.read.parts import Item, Mark
from onrecord.records import Document, Passage, Text, document_id, text_id

__all__ = ["assemble"]

MANY = 5_000  # passages from which only the first of them are guessed one by one, to bound the time
SPACE = re.compile(r"\s+")


def assemble(
    items: tuple[Item, ...], sha256: str, reader: str
) -> tuple[tuple[Document, ...], tuple[Text, ...]]:
    """Give a Document and a Text for each item; the same bytes and reader give the same ids."""
    documents = tuple(
        Document(document_id(sha256, item.part), sha256, item.part, item.form) for item in items
    )
    return documents, tuple(_text(item, sha256, reader) for item in items)


def _text(item: Item, sha256: str, reader: str) -> Text:
    body = _sample(item)
    language, direction = language_of(body), direction_of(body)
    blank = Text(
        id=text_id(sha256, item.part, reader),
        document_id=document_id(sha256, item.part),
        reader=reader,
        content=item.content,
        passages=_passages(item, language),
        language=language,
        direction=direction,
    )
    return replace(
        blank,
        title=_line(item.title),
        author=_line(item.author),
        site=_line(item.site),
        url=item.url,
        published=item.published,
    )


def _sample(item: Item) -> str:
    """Give words that speak for the item: its body, or all of it where it has none."""
    bodies = [mark for mark in item.marks if mark.role == "body"] or list(item.marks)
    return " ".join(item.content[mark.start : mark.end] for mark in bodies[:20])[:4_000]


def _passages(item: Item, language: str) -> tuple[Passage, ...]:
    marks = [part for mark in item.marks for part in _without_dateline(item, mark)]
    return tuple(_passage(item, mark, language, number) for number, mark in enumerate(marks))


def _without_dateline(item: Item, mark: Mark) -> tuple[Mark, ...]:
    """Give a body paragraph as its dateline, a byline of its own, and the rest."""
    words = item.content[mark.start : mark.end]
    end = dateline_end(words) if mark.role == "body" else 0
    if not end:
        return (mark,)
    head = mark.start + len(words[:end].rstrip())
    return Mark(mark.start, head, "byline"), Mark(mark.start + end, mark.end, "body")


def _passage(item: Item, mark: Mark, language: str, number: int) -> Passage:
    words = item.content[mark.start : mark.end]
    own = language_of(words, language) if number < MANY else language
    if own == UNKNOWN and not any(map(str.isalpha, words)):
        own = language
    return Passage(mark.start, mark.end, mark.role, own, direction_of(words))


def _line(words: str) -> str:
    return SPACE.sub(" ", words).strip()[:500]
