"""The files of TimeBank (TimeML 1.2, *.tml), as every task on them opens them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from onrecord.errors import InputError

__all__ = ["Document", "read_documents"]


class Document(NamedTuple):
    """A document: its name, its whole tree, the element of its text, and that text without marks."""

    id: str
    root: ET.Element
    body: ET.Element
    text: str


def read_documents(path: Path) -> Iterator[Document]:
    """Give the documents of a folder of *.tml files, or of one file; InputError on another form."""
    files = [path] if path.is_file() else sorted(path.glob("*.tml"))
    if not files:
        raise InputError(f"no *.tml in {path}: name a folder of TimeML documents, or one of them")
    for file in files:
        try:
            root = ET.parse(file).getroot()  # noqa: S314 - the user's own file; expat ignores external entities
        except ET.ParseError as error:
            raise InputError(f"{file}: not in the form of TimeML ({error})") from error
        body = root.find("TEXT")
        if body is None:
            raise InputError(f"{file}: no element TEXT, so this is no TimeML document")
        yield Document(file.stem, root, body, "".join(body.itertext()))
