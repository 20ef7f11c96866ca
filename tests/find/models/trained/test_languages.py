"""Sentences of our own in other languages, on the weights that the package carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.network import text_of
from onrecord.find.models.trained.engine import TrainedEngine
from onrecord.records import MentionKind
from onrecord.store.words import check_reading

SENTENCES = Path(__file__).parents[4] / "bench" / "sentences"
CODES = {"ur": "ur", "ar": "ar", "prs": "fa", "ps": "ps", "fr": "fr", "es": "es", "tr": "tr"}
NAMED = {MentionKind.PERSON, MentionKind.ACTOR, MentionKind.PLACE}


@pytest.mark.parametrize("name", CODES)
def test_other_languages_are_read_for_names_of_their_own_words_and_for_nothing_else(reader, name):
    content = (SENTENCES / f"{name}.txt").read_text("utf-8")
    text = text_of(content, language=CODES[name])
    reading = TrainedEngine(reader).read(text)
    check_reading(text, reading)
    assert reading.claims == ()
    assert any(mention.kind in NAMED for mention in reading.mentions)
    unread = {(one.span.start, one.span.end) for one in reading.unread}
    assert len(unread) >= len(content.splitlines())
