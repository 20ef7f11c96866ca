"""How far two coders agree, and engines beside that: `python bench/agreement.py [--engines NAME ...]`.

The second coder's claims are scored against the first's by the very rules that an engine is scored by, on
each page that both coded. Each engine named is scored against either coder, and against both (the counts of
the two added). What an engine reaches against one coder is best read beside what the other coder reaches.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codings import SECOND, Page, find_pages
from pages import Measure, accuracy

from onrecord.errors import OnrecordError
from onrecord.score.bootstrap import bootstrap
from onrecord.score.claims import ClaimScore, score_claims
from onrecord.score.fields import FIELDS

BOTH = 2


@dataclass(frozen=True, slots=True)
class Side:
    """Who gave claims, against whose coding they were scored, and the score of each page."""

    given: str
    against: str
    scores: dict[str, ClaimScore]

    @property
    def total(self) -> ClaimScore:
        """Give the score over all pages."""
        return sum(self.scores.values(), ClaimScore())


def main() -> None:
    """Print pages, what was found, and fields, as tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engines", nargs="*", default=["rules"])
    asked = parser.parse_args()
    pages = [page for page in find_pages() if len(page.codings()) == BOTH]
    coders = agreement(pages)
    sides = [coders]
    for engine in asked.engines:
        try:
            sides += engine_sides(pages, engine)
        except OnrecordError as error:
            print(f"left out: {engine}: {error}\n")
    print(*page_table(coders), "", *found_table(sides), "", *field_table(sides), sep="\n")


def agreement(pages: Sequence[Page]) -> Side:
    """Score the second coder against the first."""
    scores = {p.name: score_claims(p.coded(p.name), p.coded(SECOND + p.name)) for p in pages}
    return Side("second coder", "first coder", scores)


def engine_sides(pages: Sequence[Page], engine: str) -> list[Side]:
    """Score an engine against each coder and against both; InputError where there is no such engine."""
    first, second = {}, {}
    for page in pages:
        claims = page.read(engine)
        first[page.name] = score_claims(page.coded(page.name), claims)
        second[page.name] = score_claims(page.coded(SECOND + page.name), claims)
    both = {name: first[name] + second[name] for name in first}
    named = {"first coder": first, "second coder": second, "both": both}
    return [Side(engine, against, scores) for against, scores in named.items()]


def page_table(side: Side) -> Iterator[str]:
    """Give the rows of each page for two coders."""
    yield "| page | first coder | second coder | paired | precision | recall | F1 | every field right |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, score in [*side.scores.items(), ("all", side.total)]:
        found = score.found
        shares = " | ".join(
            f"{share:.2f}" for share in (found.precision, found.recall, found.f1, score.whole)
        )
        yield f"| {name} | {found.gold} | {found.mine} | {found.paired} | {shares} |"


def found_table(sides: Sequence[Side]) -> Iterator[str]:
    """Give a row for each side, with the interval over pages."""
    yield "| claims of | against | precision | recall | F1 (95 % over pages) | every field right |"
    yield "|---|---|---|---|---|---|"
    for side in sides:
        found = side.total.found
        f1, whole = (_with_interval(side, m) for m in (lambda s: s.found.f1, lambda s: s.whole))
        shares = f"{found.precision:.2f} | {found.recall:.2f} | {f1} | {whole}"
        yield f"| {side.given} | {side.against} | {shares} |"


def field_table(sides: Sequence[Side]) -> Iterator[str]:
    """Give a row for each field: the coders' share right, with pairs and interval, then each side's."""
    coders, *others = sides
    heads = "".join(f" {side.given}, {side.against} |" for side in others)
    yield f"| field | pairs of the coders | they agree (95 % over pages) |{heads}"
    yield f"|---|---|---|{'---|' * len(others)}"
    for field in FIELDS:
        cells = "".join(f" {side.total.accuracy(field.name):.2f} |" for side in others)
        agreed = _with_interval(coders, accuracy(field.name))
        yield f"| {field.name} | {coders.total.judged(field.name)} | {agreed} |{cells}"


def _with_interval(side: Side, measure: Measure) -> str:
    low, high = bootstrap(list(side.scores.values()), measure)
    return f"{measure(side.total):.2f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    main()
