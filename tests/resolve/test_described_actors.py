import csv
from pathlib import Path

import pytest

from onrecord.resolve.resolver import Resolver

LINES = Path(__file__).parents[1].joinpath("cases/described_actors.csv").read_text("utf-8").splitlines()
CASES = list(csv.DictReader(line for line in LINES if not line.startswith("#")))


@pytest.fixture(scope="module")
def resolver():
    return Resolver()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['about']}: {case['text'][:40]}")
def test_the_text_around_tells_who_is_meant(case, resolver, marked):
    text, reading = marked(case["text"])
    links = {link.mention_id: link for link in resolver.resolve(text, reading).links}
    actors = [mention for mention in reading.mentions if mention.kind.value == "actor"]
    for mention, expected in zip(actors, case["expected"].split(";"), strict=True):
        link = links[mention.id]
        found = link.target_id if link.target_id.startswith("act:") else "-"
        assert expected in {"*", found}, (mention.span.words, found, link.why)
        assert link.why


def test_a_link_told_by_the_text_around_is_less_sure_than_one_by_name(resolver, marked):
    text, reading = marked("[[a:Boko Haram]] came. The [[a:jihadist militants]] took food.")
    named, told = resolver.resolve(text, reading).links
    assert told.score < named.score
    assert "Boko Haram" in told.why


def test_long_texts_of_pronouns_and_groups_are_read_in_time_linear_in_their_length(resolver, marked):
    text, reading = marked("The [[a:group]] said that [[a:they]] met [[a:Boko Haram]] and [[a:it]]. " * 2_000)
    assert len(resolver.resolve(text, reading).links) == 8_000
