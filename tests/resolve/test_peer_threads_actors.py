import csv
from pathlib import Path

import pytest

from onrecord.find.models.rules import RulesEngine
from onrecord.records import Kind, MentionKind
from onrecord.resolve.actors import CANDIDATE
from onrecord.resolve.resolver import Resolver

CASES = Path(__file__).parents[1] / "cases" / "peer_threads_actors.csv"
ROWS = list(csv.DictReader(one for one in CASES.read_text("utf-8").splitlines() if not one.startswith("#")))


@pytest.fixture(scope="module")
def resolver():
    return Resolver()


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['thread']}: {row['text'][:40]}" for row in ROWS])
def test_what_users_of_other_coders_reported_is_right_here(row, marked, resolver):
    text, reading = marked(row["text"])
    links = {link.mention_id: link.target_id for link in resolver.resolve(text, reading).links}
    found = [links[mention.id] for mention in reading.mentions if mention.kind is MentionKind.ACTOR]
    told = ["open" if not one or one.startswith(CANDIDATE) else one for one in found]
    assert told == row["expected"].split(";")


def test_an_event_without_an_actor_is_kept_and_none_is_invented(marked, resolver):
    """PLOVER issue 9: four dead in a bombing and nobody named."""
    text, _ = marked("Four people were killed in a suicide bombing in Kabul on Monday.")
    events = [claim for claim in RulesEngine(resolver.names).read(text).claims if claim.kind is Kind.EVENT]
    assert events
    assert not [role for claim in events for role in claim.roles if role.name in {"agent", "side"}]


def test_two_names_in_one_sentence_are_no_relation(marked, resolver):
    """GLiNER2 issue 40: a book about a company is no work for it."""
    text, _ = marked("A trader in Mosul read a book about Hezbollah and one about Hamas.")
    claims = RulesEngine(resolver.names).read(text).claims
    assert not [claim for claim in claims if claim.kind is Kind.RELATION]
