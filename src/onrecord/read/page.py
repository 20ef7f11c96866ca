"""Page -> Items: the article and the further items that stand on the page, each with its own words."""

from __future__ import annotations

from onrecord.read.cues import Starts, cue_of
from onrecord.read.parts import Hint, Item, Mark, Page
from onrecord.read.roles import Head, article_roles, head_of
from onrecord.read.sections import Draft, cut

__all__ = ["items_of_page", "whole_item"]


def items_of_page(page: Page) -> tuple[Item, ...]:
    """Give the article as part 0 and then teasers and comments in the order of the page."""
    starts = tuple(cue_of(block.words) for block in page.blocks)
    drafts = cut(page.blocks, starts)
    return tuple(_item(page, starts, draft, part) for part, draft in enumerate(drafts))


def whole_item(page: Page, *, part: int = 0, form: str = "article") -> Item:
    """Give the page as one item, whatever sections it has."""
    starts = tuple(cue_of(block.words) for block in page.blocks)
    furniture = {Starts.NAVIGATION, Starts.COMMENTS, Starts.MORE}
    draft = Draft(form)
    for number, start in enumerate(starts):
        aside = start in furniture or page.blocks[number].hint is Hint.ASIDE
        draft.add(number, "boilerplate" if aside else "")
    return _item(page, starts, draft, part, furnished=False)


def _item(page: Page, starts: tuple[Starts, ...], draft: Draft, part: int, *, furnished: bool = True) -> Item:
    roles = _roles(page, starts, draft, furnished=furnished)
    own = [(n, page.blocks[n], starts[n]) for n, _ in draft.picks if roles[n] != "boilerplate"]
    said = head_of(own, roles)
    content, marks = _content(page, [(n, roles[n]) for n, _ in draft.picks])
    head = _with_metadata(page, said) if draft.form in {"article", "row"} else said
    return Item(
        part, draft.form, content, marks, head.title, head.author, page.site, page.url, head.published
    )


def _roles(page: Page, starts: tuple[Starts, ...], draft: Draft, *, furnished: bool) -> dict[int, str]:
    roles = {number: role for number, role in draft.picks if role}
    loose = [(number, page.blocks[number], starts[number]) for number, role in draft.picks if not role]
    return roles | article_roles(loose, page.title, furnished=furnished)


def _with_metadata(page: Page, said: Head) -> Head:
    return Head(page.title or said.title, page.author or said.author, page.published or said.published)


def _content(page: Page, picks: list[tuple[int, str]]) -> tuple[str, tuple[Mark, ...]]:
    """Join the stretches that the blocks stand in; the white space below a block goes with it."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = 0
    for number, role in picks:
        start, end = _extent(page, number)
        block = page.blocks[number]
        marks.append(Mark(length + block.start - start, length + block.end - start, role))
        pieces.append(page.content[start:end])
        length += end - start
    content = "".join(pieces)
    return (content if len(picks) == len(page.blocks) else content.rstrip()), tuple(marks)


def _extent(page: Page, number: int) -> tuple[int, int]:
    start = page.blocks[number].start if number else 0
    last = number + 1 == len(page.blocks)
    return start, len(page.content) if last else page.blocks[number + 1].start
