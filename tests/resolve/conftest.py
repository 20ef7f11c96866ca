"""What the tests of resolve share: texts marked by hand, the shipped registry and gazetteer, and a small one."""

import re

import pytest

from onrecord.records import Mention, MentionKind, Passage, Reading, Span, Text, hash_id, mention_id
from onrecord.resolve.areas import Area
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.gazetteer_build import build
from onrecord.resolve.gazetteer_rows import Sources
from onrecord.resolve.geonames import City, Country
from onrecord.resolve.registry import Registry

MARK = re.compile(r"\[\[([ap]):([^\]|]+)(?:\|([^\]]+))?\]\]")
KINDS = {"a": MentionKind.ACTOR, "p": MentionKind.PLACE}
SMALL = Sources(
    cities=(
        City("1", "Oldport", "XA", "XA.01", 10.5, 20.5, 400_000, ("Altport", "بندر")),
        City("2", "Oldport", "XB", "XB.01", 50.5, 60.5, 20_000, ()),
        City("3", "March", "XA", "XA.01", 10.0, 20.0, 90_000, ()),
        City("4", "Tinyford", "XA", "XA.02", 11.0, 21.0, 300, ()),
        City("5", "Northland", "XA", "XA.02", 11.0, 21.0, 50_000, ()),
    ),
    countries=(
        Country("XA", "Aland Test", "Oldport", 5_000_000),
        Country("XB", "Beland", "Bcity", 1_000_000),
    ),
    areas=(
        Area("XA.01", "Coast Province", (), (20.0, 10.0, 21.0, 11.0)),
        Area("XA.02", "Northland", (), None),
        Area("XA.01.7", "Harbour District", ("Hafen",), None),
        Area("XB.01", "Beland Oblast", (), None),
    ),
    regions=(
        {
            "id": "reg:fen",
            "name": "Fenlands",
            "countries": "XA;XB",
            "within": "",
            "names": "Fenlands;the Fens",
        },
    ),
)


def _marked(source: str) -> tuple[Text, Reading]:
    content, mentions, end = "", [], 0
    for mark in MARK.finditer(source):
        content += source[end : mark.start()]
        span = Span("txt_test", len(content), len(content) + len(mark[2]), mark[2])
        content += mark[2]
        head = mark[3] or re.sub(r"^[Tt]he ", "", mark[2])
        mentions.append(Mention(mention_id(KINDS[mark[1]], span), KINDS[mark[1]], span, head))
        end = mark.end()
    content += source[end:]
    passages = (Passage(0, len(content), "body", "en", "ltr"),)
    text = Text("txt_test", hash_id("doc", source), "test", content, passages)
    return text, Reading("txt_test", "test", tuple(mentions), ())


@pytest.fixture(scope="session")
def marked():
    """Turn "[[a:The Taliban|Taliban]] left [[p:Kunduz]]" into a text and a reading with an actor and a place."""
    return _marked


@pytest.fixture(scope="session")
def registry():
    return Registry()


@pytest.fixture(scope="session")
def gazetteer():
    """The shipped gazetteer; the first session on a machine builds it."""
    return Gazetteer.shipped()


@pytest.fixture
def small(tmp_path):
    """A gazetteer of a dozen invented places, made by the same build."""
    path = tmp_path / "small.sqlite"
    build(path, sources=SMALL, version="small")
    gazetteer = Gazetteer(path)
    yield gazetteer
    gazetteer.close()
