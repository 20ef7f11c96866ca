"""Blocks -> which document each belongs to: the article, a teaser of another post, a comment.

Furniture (navigation, section headers) always stays with the article, as boilerplate, so that
nothing on the page is lost. A list of bare headlines is furniture too: a headline alone is not
the text of a document.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.read.cues import Starts
from onrecord.read.parts import Block, Hint
from onrecord.read.shape import is_long, is_name, is_stamp, is_stopped, is_title, may_be_title

__all__ = ["Draft", "cut"]

EXCERPT = 120  # code points from which a paragraph makes the line above it a title
GROWTH = 1.5  # times that an excerpt is longer than its title
OPENERS = {Starts.COMMENTS: Hint.COMMENTS, Starts.MORE: Hint.MORE}
OFF = frozenset({Hint.ASIDE, Hint.OUTSIDE, Hint.COMMENTS, Hint.MORE})
HEADS = frozenset({Starts.SAID, Starts.BYLINE, Starts.PUBLISHED})


@dataclass(slots=True)
class Draft:
    """A document in the making: (block number, role) in order; an empty role is settled later."""

    form: str
    picks: list[tuple[int, str]] = field(default_factory=list)
    has_body: bool = False
    group: int = 0

    def add(self, number: int, role: str) -> None:
        """Take a block."""
        self.picks.append((number, role))
        self.has_body = self.has_body or role == "body"


def cut(blocks: tuple[Block, ...], starts: tuple[Starts, ...]) -> list[Draft]:
    """Give the article first, then the further items of the page in their order."""
    cutter = _Cutter(blocks, starts)
    for number in range(len(blocks)):
        cutter.take(number)
    return [cutter.article, *cutter.others]


class _Cutter:
    """Walks down the page and knows which section it is in."""

    def __init__(self, blocks: tuple[Block, ...], starts: tuple[Starts, ...]) -> None:
        self.blocks = blocks
        self.starts = starts
        self.article = Draft("article")
        self.others: list[Draft] = []
        self.section = Hint.MAIN
        self.started = False
        self.current: Draft | None = None
        self.made = 0  # items in this section so far
        self.resumes = True  # no comments were seen, so that the article may still go on
        self.bare = False  # this section has shown headlines without text

    def take(self, number: int) -> None:
        """Put one block where it belongs."""
        block, starts = self.blocks[number], self.starts[number]
        if block.hint in {Hint.COMMENTS, Hint.MORE} and block.hint != self.section and self.started:
            self._enter(block.hint)
        elif block.hint is Hint.MAIN and self.section is not Hint.MAIN:
            self._enter(Hint.MAIN)
        if starts in OPENERS:
            if self.started:
                self._enter(OPENERS[starts])
            self.article.add(number, "boilerplate")
        elif starts is Starts.NAVIGATION or block.hint is Hint.ASIDE:
            self.article.add(number, "boilerplate")
        else:
            self._step(number)

    def _step(self, number: int) -> None:
        if self.section is Hint.COMMENTS:
            self._comment(number)
        elif self.section is Hint.MORE:
            self._more(number)
        else:
            block = self.blocks[number]
            aside = block.hint in OFF
            self.started = self.started or (not aside and is_long(block.words))
            self.article.add(number, "boilerplate" if aside else "")

    def _enter(self, section: Hint) -> None:
        self.section, self.current, self.made, self.bare = section, None, 0, False
        self.resumes = self.resumes and section is not Hint.COMMENTS

    def _open(self, form: str, number: int) -> Draft:
        self.current = Draft(form, group=self.blocks[number].group)
        self.others.append(self.current)
        self.made += 1
        return self.current

    def _comment(self, number: int) -> None:
        head, group = self._is_head(number), self.blocks[number].group
        draft = self.current
        moved = draft is not None and group != draft.group and self.blocks[number].hint is Hint.COMMENTS
        if draft is None or (draft.has_body and (head or moved)):
            draft = self._open("comment", number)
        draft.add(number, "byline" if head else "body")

    def _is_head(self, number: int) -> bool:
        words = self.blocks[number].words
        if self.starts[number] in HEADS or is_stamp(words) or self.blocks[number].hint is Hint.BYLINE:
            return True
        below = self.blocks[number + 1].words if number + 1 < len(self.blocks) else ""
        return len(words) <= len("a name of no more than forty code points") and (
            is_stamp(below) or (is_name(words) and is_long(below))
        )

    def _more(self, number: int) -> None:
        words, draft = self.blocks[number].words, self.current
        if self._is_teaser_title(number):
            self._open("teaser", number).add(number, "heading")
        elif self.starts[number] in HEADS or is_stamp(words):
            (draft if draft and not draft.has_body else self.article).add(
                number, "byline" if draft and not draft.has_body else "boilerplate"
            )
        elif is_long(words):
            self._excerpt(number)
        elif draft and is_stopped(words):
            draft.add(number, "body")
        else:
            self.bare, self.current = True, None
            self.article.add(number, "boilerplate")

    def _excerpt(self, number: int) -> None:
        if self._is_bare(number):
            self._enter(Hint.MAIN)  # a list of headlines stood inside the article, which goes on
            self._step(number)
        else:
            (self.current or self._open("teaser", number)).add(number, "body")

    def _is_bare(self, number: int) -> bool:
        """Say whether this section has shown headlines without text only, and the article may go on."""
        return self.bare and not self.made and self.resumes and self.blocks[number].hint is not Hint.OUTSIDE

    def _is_teaser_title(self, number: int) -> bool:
        words = self.blocks[number].words
        below = self._below(number)
        if not may_be_title(words) or len(below) < max(EXCERPT, GROWTH * len(words)):
            return False
        if self._is_bare(number) or (self.current and not self.current.has_body):
            return False
        return is_title(words) or self._is_fresh(number)

    def _is_fresh(self, number: int) -> bool:
        """Say whether a new item may begin although its title ends like a sentence."""
        above = self.starts[number - 1]
        return above is not Starts.TEXT or not is_stopped(self.blocks[number - 1].words)

    def _below(self, number: int) -> str:
        """Give the words of the next block that is no byline or date."""
        for below in range(number + 1, min(number + 4, len(self.blocks))):
            if self.starts[below] is Starts.TEXT and not is_stamp(self.blocks[below].words):
                return self.blocks[below].words
        return ""
