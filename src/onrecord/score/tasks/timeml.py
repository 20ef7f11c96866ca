"""The files of TimeBank and other sets of TimeML 1.2 (*.tml), as every task on them opens them.

The text is the element TEXT (TempEval-3), or the whole document where there is none (TimeBank 1.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from onrecord.errors import InputError

__all__ = ["Document", "read_documents"]


_FORMS = ("*.tml", "*.tml.xml")


class Document(NamedTuple):
    """A document: its name, its whole tree, the element of its text, and that text without marks."""

    id: str
    root: ET.Element
    body: ET.Element
    text: str


def read_documents(path: Path) -> Iterator[Document]:
    """Give the documents of a file, or of the *.tml of a folder and all in it; InputError on another form."""
    files = [path] if path.is_file() else sorted({file for form in _FORMS for file in path.rglob(form)})
    if not files:
        raise InputError(f"no *.tml in {path}: name a folder of TimeML documents, or one of them")
    for file in files:
        try:
            root = ET.parse(file).getroot()  # noqa: S314 - the user's own file; expat ignores external entities
        except ET.ParseError as error:
            raise InputError(f"{file}: not in the form of TimeML ({error})") from error
        body = root.find(".//TEXT")
        if body is None and (root.tag != "TimeML" or not "".join(root.itertext()).strip()):
            raise InputError(f"{file}: no element TEXT and no words, so this is no TimeML document")
        body = root if body is None else body
        yield Document(file.stem, root, body, "".join(body.itertext()))
