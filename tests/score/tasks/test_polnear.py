from __future__ import annotations

import csv
import string
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Answer, Attributed, Question, Stretch
from onrecord.errors import InputError
from onrecord.score.task import Item, Tally
from onrecord.score.tasks.polnear import TASKS
from onrecord.score.tasks.polnear_files import Coded

CASES = Path(__file__).parents[2] / "cases" / "polnear_attributions.csv"
DATA = Path(__file__).parents[4] / "shared" / "data" / "polnear" / "dev"
(POLNEAR,) = TASKS
TEXT = " ".join(string.ascii_lowercase[:10])


def cases():
    lines = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [pytest.param(row, id=row["note"]) for row in csv.DictReader(lines)]


def stretches(letters):
    """Give one stretch for each run of neighbouring letters."""
    numbers = sorted(string.ascii_lowercase.index(letter) for letter in letters)
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return tuple(Stretch(2 * run[0], 2 * run[-1] + 1) for run in runs)


def attributions(cell):
    return tuple(
        Attributed(*(stretches(part) for part in one.split("/"))) for one in filter(None, cell.split(";"))
    )


def judge(gold, answer):
    item = Item("d", Question("polnear", TEXT), Coded("d", TEXT, tuple(gold)))
    return POLNEAR.judge(item, Answer(attributions=tuple(answer)))


@pytest.mark.parametrize("case", cases())
def test_attributions_are_counted_as_worked_by_hand(case):
    tally = judge(attributions(case["gold"]), attributions(case["answer"]))
    counted = {
        "found": tally["attributions right"],
        "strict": tally["strict right"],
        "content": tally["content_found right"],
        "given": tally["attributions given"],
        "asked": tally["attributions asked"],
    }
    assert counted == {name: int(case[name]) for name in counted}


def test_parts_are_tokens_in_common_by_tokens_given_and_tokens_coded():
    figures = POLNEAR.figures(judge(attributions("ab/c/defg;h/i/j"), attributions("b/c/fghj")))
    source = [figures.parts[f"source_{share}"] for share in ("precision", "recall")]
    content = [figures.parts[f"content_{share}"] for share in ("precision", "recall")]
    assert source == [1, 1 / 3]
    assert content == [3 / 4, 3 / 5]


RUNS = st.lists(st.integers(0, 9), max_size=3, unique=True).map(
    lambda numbers: stretches("".join(string.ascii_lowercase[n] for n in numbers))
)
FULL = st.lists(st.integers(0, 9), min_size=1, max_size=4, unique=True).map(
    lambda numbers: stretches("".join(string.ascii_lowercase[n] for n in numbers))
)
SOME = st.lists(
    st.builds(Attributed, RUNS, RUNS, FULL), max_size=5, unique_by=lambda a: (a.source, a.content)
)


@given(SOME)
def test_gold_against_itself_is_perfect(gold):
    tally = judge(gold, gold)
    for part in ("attributions", "strict", "content_found", "source", "cue", "content"):
        assert tally[f"{part} right"] == tally[f"{part} given"] == tally[f"{part} asked"]


@given(SOME, SOME)
def test_order_does_not_matter_and_no_rule_finds_more_than_a_milder_one(gold, answer):
    tally = judge(gold, answer)
    assert tally == judge(gold[::-1], answer[::-1])
    assert tally["strict right"] <= tally["attributions right"] <= tally["content_found right"]


@given(st.lists(st.tuples(SOME, SOME), min_size=2, max_size=4))
def test_counts_of_articles_add_up_in_any_shards(articles):
    tallies = [judge(gold, answer) for gold, answer in articles]
    halves = sum(tallies[:1], Tally()) + sum(tallies[1:], Tally())
    assert POLNEAR.figures(halves) == POLNEAR.figures(sum(tallies[::-1], Tally()))


WORDS = "The mayor said\r\nthe bridge is safe. It was not, say “locals”."
CODING = [
    "T1\tSource 0 9\tThe mayor",
    "T2\tCue 10 14\tsaid",
    "T3\tContent 16 34;36 46\tthe bridge is safe It was not",
    "T4\tAttribution 10 14\tsaid",
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    "T5\tDiscuss 0 20\tThe mayor said",
    "Everyone agrees with E1, this line is the rest of words that run on",
    "T6\tContent 36 46\tIt was not",
    "T7\tCue 48 51\tsay",
    "T8\tContent 53 59\tlocals",
    "E2\tAttribution-no-source:T7 Content:T6 Cue:T7 Content2:T8",
    "E3\tDiscuss:T5",
]


@pytest.fixture
def part(tmp_path):
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a_2016-01-01_x.txt").write_bytes(WORDS.encode())
    for coder, lines in (("aa", CODING), ("bb", CODING[:5])):
        coding = tmp_path / "attributions" / f"a_2016-01-01_x_{coder}.ann"
        coding.write_text("\n".join(lines), "utf-8")
    return tmp_path


def test_one_coding_of_each_article_is_read_with_offsets_in_its_bytes_as_they_are(part):
    (article,) = POLNEAR.read(part)
    first, second = article.gold.attributions
    told = [[WORDS[at.start : at.end] for at in one] for one in (first.source, first.cue, first.content)]
    assert told == [["The mayor"], ["said"], ["the bridge is safe", "It was not"]]
    assert second.source == ()
    assert [WORDS[at.start : at.end] for at in second.content] == ["It was not", "locals"]


def test_a_folder_without_codings_or_without_a_text_is_an_input_error(part):
    with pytest.raises(InputError, match=r"attributions/\*\.ann"):
        list(POLNEAR.read(part / "text"))
    (part / "text" / "a_2016-01-01_x.txt").unlink()
    with pytest.raises(InputError, match="is missing"):
        list(POLNEAR.read(part))


def test_a_coding_that_points_at_nothing_is_an_input_error(part):
    (part / "attributions" / "a_2016-01-01_x_aa.ann").write_text("E1\tAttribution:T4 Content:T3", "utf-8")
    with pytest.raises(InputError, match="stand-off form"):
        list(POLNEAR.read(part))


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="left out: PolNeAR is not beside the checkout")
def test_all_attributions_of_the_development_part_are_read():
    articles = [article.gold for article in POLNEAR.read(DATA)]
    told = [one for article in articles for one in article.attributions]
    assert (len(articles), len(told)) == (84, 2192)
    assert sum(not one.source for one in told) == 126
