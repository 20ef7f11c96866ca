from __future__ import annotations

import io
import tarfile

from training.readers.urdu import read
from training.schema import NameType


def archive(path, mode, content):
    with tarfile.open(path, mode) as file:
        member = tarfile.TarInfo("x.txt")
        member.size = len(content)
        file.addfile(member, io.BytesIO(content))


def test_columns_and_marks_give_names_at_their_words(tmp_path):
    place = tmp_path / "ner"
    place.mkdir()
    columns = "لاہور\tLOCATION\nگیا\tO\n۔\tO\n\nعلی\tPERSON\nخان\tPERSON\n"
    archive(place / "ijnlp.tar.xz", "w:xz", columns.encode("utf-8-sig"))
    archive(place / "jahangir.tar.xz", "w:xz", b"")
    marked = "<PERSON>علی خان</PERSON> نے کہا <LOCATION>دیر\n"
    archive(place / "uner.txt.tar.gz", "w:gz", marked.encode("utf-16"))
    first, second, third = read(tmp_path)
    assert first.text == "لاہور گیا۔"
    names = [(one.words(name.at), name.type) for one in (first, second, third) for name in one.names]
    assert names == [
        ("لاہور", NameType.PLACE),
        ("علی خان", NameType.PERSON),
        ("علی خان", NameType.PERSON),
    ]
    assert third.text == "علی خان نے کہا دیر"
    assert {one.language for one in (first, second, third)} == {"ur"}
