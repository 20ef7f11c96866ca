"""HTML -> Page: all visible text as blocks, each with what its element says about it.

Nothing is thrown away here: trafilatura says which blocks are the article (`article_of.py`), the rest
stays as boilerplate or becomes teasers and comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from onrecord.errors import ReadError
from onrecord.read.cues import Starts, markup_cue
from onrecord.read.parts import Block, Hint
from onrecord.vocabulary import rows

__all__ = ["blocks_of", "depth_and_size", "tree_of"]


def _elements(*kinds: str) -> frozenset[str]:
    return frozenset(row["element"] for row in rows("page_elements") if row["is"] in kinds)


SKIPPED, INLINE, GROUPS = _elements("skipped"), _elements("inline"), _elements("group")
ASIDES, INSIDE, UNNAMED = _elements("aside", "own"), _elements("own"), _elements("unnamed")
HEADINGS = {"h1": Hint.HEADING} | dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Hint.SMALL_HEADING)
REGIONS = {
    Starts.COMMENTS: Hint.COMMENTS,
    Starts.MORE: Hint.MORE,
    Starts.NAVIGATION: Hint.ASIDE,
    Starts.BYLINE: Hint.BYLINE,
    Starts.CAPTION: Hint.CAPTION,
}
OUTER = frozenset({Hint.ASIDE, Hint.COMMENTS, Hint.MORE})
HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
SPACE = re.compile(r"\s+")
NAMES = 200  # code points of an element's class that are looked at


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds inside an element."""

    hint: Hint = Hint.NONE
    group: int = 0
    skipped: bool = False
    inside: bool = False


def tree_of(content: str) -> etree._Element:
    """Give the element tree, or raise ReadError; also where the page is nested past all sense."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content.encode(), parser)
    except etree.LxmlError as error:
        raise ReadError(f"its HTML cannot be read: {str(error)[:120]}") from error
    if root is None:
        raise ReadError("it holds no HTML element")
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise ReadError("its HTML elements are nested too deep to be read")  # lxml drops what lies below
    return root


def depth_and_size(root: etree._Element) -> tuple[int, int]:
    """Give how deep the elements are nested and how many there are."""
    depth = deepest = size = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        size += event == "start"
        deepest = max(deepest, depth)
    return deepest, size


def blocks_of(root: etree._Element) -> tuple[str, tuple[Block, ...]]:
    """Give the page's text, blocks parted by blank lines, and the blocks."""
    walker = _Walker()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if isinstance(element.tag, str):
            (walker.enter if event == "start" else walker.leave)(element)
        elif event == "end":
            walker.add(element.tail)
    walker.flush()
    return "".join(walker.pieces), tuple(walker.blocks)


class _Walker:
    """Collects text between the edges of block elements."""

    def __init__(self) -> None:
        self.frames = [_Frame()]
        self.words: list[str] = []
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.length = 0
        self.groups = 0

    def enter(self, element: etree._Element) -> None:
        """Open an element; a second <br> in a row ends a paragraph."""
        if element.tag == "br":
            if self.words and self.words[-1] == "\n":
                self.flush()
            self.words.append("\n")
        elif element.tag not in INLINE:
            self.flush()
        self.frames.append(self._frame(element))
        self.add(element.text)

    def leave(self, element: etree._Element) -> None:
        """Close an element; cells of a table row stay in one block."""
        if element.tag not in INLINE and element.tag != "br":
            self.flush()
        self.frames.pop()
        self.add(element.tail)

    def add(self, words: str | None) -> None:
        """Take text that stands here."""
        if words and not self.frames[-1].skipped and (folded := SPACE.sub(" ", words)) != " ":
            self.words.append(folded)
        elif words and not self.frames[-1].skipped and self.words and self.words[-1] != "\n":
            self.words.append(" ")

    def flush(self) -> None:
        """End the block."""
        joined = "\n".join(line.strip() for line in "".join(self.words).split("\n")).strip()
        self.words = []
        words = re.sub(r" {2,}", " ", joined)
        if not words:
            return
        gap = "\n\n" if self.pieces else ""
        start = self.length + len(gap)
        self.pieces += [gap, words]
        self.length = start + len(words)
        frame = self.frames[-1]
        self.blocks.append(Block(start, self.length, words, frame.hint, frame.group))

    def _frame(self, element: etree._Element) -> _Frame:
        above = self.frames[-1]
        tag, get = element.tag, element.get
        if above.skipped or tag in SKIPPED:
            return replace(above, skipped=True)
        if tag in INLINE or tag == "br":
            return above
        names = " ".join(get(key, "")[:NAMES] for key in ("class", "id", "role"))
        group = above.group
        if tag in GROUPS or "comment" in names.split():
            self.groups += 1
            group = self.groups
        hidden = HIDDEN.search(get("style", "")[:NAMES]) or get("hidden") is not None
        hint = Hint.ASIDE if hidden else _hint(tag, names, above)
        inside = above.inside or tag in {"article", "main"}
        return _Frame(hint, group, skipped=False, inside=inside)


def _hint(tag: str, names: str, above: _Frame) -> Hint:
    """Give the hint of an element: an outer region holds for all inside it, but for regions of its own."""
    own = Hint.NONE if tag in UNNAMED else REGIONS.get(markup_cue(names), Hint.NONE)
    if tag in INSIDE and (above.inside or above.hint in OUTER):
        own = own if own in OUTER - {Hint.ASIDE} else Hint.NONE
    elif tag in ASIDES and own not in {Hint.COMMENTS, Hint.MORE}:
        own = Hint.ASIDE
    if own in OUTER:
        return above.hint if above.hint is Hint.COMMENTS and own is Hint.MORE else own
    if above.hint in OUTER:
        return above.hint
    return HEADINGS.get(tag) or (Hint.CAPTION if tag == "figcaption" else own) or above.hint
