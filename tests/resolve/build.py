"""Texts and readings for the tests of resolve, built by hand: [[a:words]] marks an actor, [[p:words]] a place."""

import re

from onrecord.records import (
    Mention,
    MentionKind,
    Passage,
    Reading,
    Span,
    Text,
    hash_id,
    mention_id,
)

MARK = re.compile(r"\[\[([ap]):([^\]|]+)(?:\|([^\]]+))?\]\]")
KINDS = {"a": MentionKind.ACTOR, "p": MentionKind.PLACE}


def marked(source: str) -> tuple[Text, Reading]:
    """Give the text without its marks and a reading with a mention for each: [[a:The Taliban|Taliban]] has a head."""
    content, mentions, end = "", [], 0
    for mark in MARK.finditer(source):
        content += source[end : mark.start()]
        start = len(content)
        content += mark[2]
        span = Span("txt_test", start, len(content), mark[2])
        head = mark[3] or re.sub(r"^[Tt]he ", "", mark[2])
        mentions.append(Mention(mention_id(KINDS[mark[1]], span), KINDS[mark[1]], span, head))
        end = mark.end()
    content += source[end:]
    passages = (Passage(0, len(content), "body", "en", "ltr"),)
    text = Text("txt_test", hash_id("doc", source), "test", content, passages)
    return text, Reading("txt_test", "test", tuple(mentions), ())
