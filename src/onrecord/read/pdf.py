"""PDF -> Item: the text layer of all pages, its lines joined into paragraphs (no recognition of scans)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2

from onrecord.errors import ReadError
from onrecord.read.decode import tidy
from onrecord.read.limits import Limits
from onrecord.read.page import whole_item
from onrecord.read.parts import Block, Hint, Page, Parsed, Trouble
from onrecord.read.plain import check_page
from onrecord.read.shape import is_stopped

__all__ = ["is_pdf", "parse_pdf"]

HEAD = 1_024
REPEATS = 3  # pages on which a line stands at the edge before it counts as running head or foot
FULL = 0.7  # share of the usual line from which a line is full, so that its paragraph goes on
BREAKS = re.compile("[\u0002\ufffe]\n?|\u00ad\n")  # pdfium's own marks of a hyphen at a line's end
HYPHEN = re.compile(r" ?([^\W\d_]{2,30})-\n([^\W\d_]{2,30})")
NUMBERS = re.compile(r"\d+")
USELESS = re.compile(r"^(?:microsoft word|untitled|.{0,200}\.(?:docx?|pdf|indd|qxd|rtf)$)", re.IGNORECASE)


def is_pdf(head: bytes) -> bool:
    """Say whether the mark of a PDF stands near the start."""
    return b"%PDF-" in head[:HEAD]


def parse_pdf(raw: bytes, limits: Limits) -> Parsed:
    """Give the whole file as one article; running heads and feet stand at its end as boilerplate."""
    try:
        pdf = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = (
            "the PDF is encrypted and needs a password"
            if locked
            else "the PDF is broken and cannot be opened"
        )
        raise ReadError(what) from error
    try:
        count = len(pdf)
        pages = [_page_text(pdf, number) for number in range(min(count, limits.max_pages))]
        metadata = pdf.get_metadata_dict()
    finally:
        pdf.close()
    if not any(map(str.strip, pages)):
        raise ReadError("the PDF has no text layer (it may be a scan)")
    said = f"only the first {limits.max_pages} of {count} pages were read"
    troubles = (Trouble("", said, "split the file"),) if count > limits.max_pages else ()
    page = _page(pages, metadata)
    check_page(page, limits)
    return Parsed((whole_item(page),), troubles)


def _page_text(pdf: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = pdf[number]
        text = tidy(page.get_textpage().get_text_bounded())
    except pypdfium2.PdfiumError:
        return ""  # a damaged page; that no page could be read is told by the caller
    return BREAKS.sub("-\n", text).replace("\u00ad", "")


def _page(pages: list[str], metadata: dict[str, str]) -> Page:
    lines = [[line.strip() for line in text.split("\n") if line.strip()] for text in pages]
    running = _running(lines)
    kept = [[line for line in page if _key(line) not in running] for page in lines]
    asides = [line for page in lines for line in page if _key(line) in running]
    blocks: list[Block] = []
    pieces: list[str] = []
    at = 0
    words = [(paragraph, Hint.NONE) for paragraph in _paragraphs(_mended(kept))]
    for paragraph, hint in [*words, *((line, Hint.ASIDE) for line in dict.fromkeys(asides))]:
        blocks.append(Block(at, at + len(paragraph), paragraph, hint))
        pieces.append(paragraph)
        at += len(paragraph) + 2
    title, author = metadata.get("Title", ""), metadata.get("Author", "")
    return Page("\n\n".join(pieces), tuple(blocks), "" if USELESS.match(title) else tidy(title), tidy(author))


def _running(pages: list[list[str]]) -> set[str]:
    """Give the lines, numbers aside, that stand first or last on several pages."""
    edges = Counter(key for page in pages for key in {_key(line) for line in (*page[:2], *page[-2:])})
    return {key for key, count in edges.items() if count >= REPEATS}


def _key(line: str) -> str:
    return NUMBERS.sub("#", line)


def _mended(pages: list[list[str]]) -> list[str]:
    """Give all lines with cut words made whole.

    A hyphen stays where the document has it in the same word elsewhere, or has both halves as words.
    """
    text = "\n".join(line for page in pages for line in page)
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text.casefold()))

    def join(match: re.Match[str]) -> str:
        left, right = match.group(1).casefold(), match.group(2).casefold()
        keeps = (
            match.group(2)[0].isupper()
            or f"{left}-{right}" in known
            or (known[left] > 1 and known[right] > 1)
        )
        return "\n" + match.group(1) + "-" * keeps + match.group(2)

    return HYPHEN.sub(join, text).split("\n")


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Join lines; a short line ends a paragraph where it stops a sentence or the next one begins anew."""
    usual = sorted(map(len, lines))[len(lines) * 3 // 4] if lines else 0
    held: list[str] = []
    for place, line in enumerate(lines):
        held.append(line)
        following = lines[place + 1] if place + 1 < len(lines) else ""
        short = len(line) < FULL * usual
        begins = following[:1].isupper() or not following[:1].isalpha()
        if not following or (short and (is_stopped(line) or begins)):
            yield " ".join(held)
            held = []
