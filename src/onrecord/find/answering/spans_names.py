"""Names in re3d's scheme from the mentions of a reading, by vocabulary/re3d_names.csv."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.answers import Name, Stretch
from onrecord.find.words.lemmas import lemma_of
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from onrecord.answers import Question
    from onrecord.records import Mention, Reading
    from onrecord.vocabulary import Row

__all__ = ["names_of"]

_ARTICLE = re.compile(r"\b[Tt]he\s$")
_BEFORE = 5  # a blank, "the" and what tells that it is a word of its own


def names_of(question: Question, reading: Reading) -> tuple[Name, ...]:
    """Give each mention that re3d's scheme has a type for, in the order of the text; nested ones too."""
    found = {_name(question.text, mention) for mention in reading.mentions} - {None}
    return tuple(sorted((name for name in found if name), key=lambda name: (name.at, name.type)))


def _name(text: str, mention: Mention) -> Name | None:
    row = _row(mention)
    if row is None or not row["type"]:
        return None
    start = mention.span.start
    article = _ARTICLE.search(text[max(start - _BEFORE, 0) : start]) if row["article"] == "yes" else None
    taken = len(article[0]) if article else 0
    return Name(Stretch(start - taken, mention.span.end), row["type"])


def _row(mention: Mention) -> Row | None:
    head = lemma_of(mention.head.split()[-1]) if mention.head.split() else ""
    fitting = (row for row in rows("re3d_names") if row["kind"] == mention.kind)
    return next((row for row in fitting if not row["heads"] or head in row["heads"].split()), None)
