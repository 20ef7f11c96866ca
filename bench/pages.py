"""Score an engine on the coded pages: `python bench/pages.py [--engine NAME] [--example PAGE] [--json]`.

Reads each page as a user would, moves the offsets of the article's claims to the page by its words, and
compares them with the first coder's gold (bench/gold; `bench/agreement.py` has the second's). The example
page is not in the repository; without it beside the checkout, or with other bytes, the rest is scored.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from codings import EXAMPLE, SECOND, score_codings

from onrecord.score.bootstrap import bootstrap
from onrecord.score.claims import ClaimScore
from onrecord.score.fields import FIELDS

Measure = Callable[[ClaimScore], float]


def main() -> None:
    """Print the table, or the measures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--example", type=Path, default=EXAMPLE)
    parser.add_argument("--engine", default="rules")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    scores = score_pages(asked.example, asked.engine)
    if asked.json:
        print(json.dumps(measures(sum(scores.values(), ClaimScore())), indent=2))
    else:
        _print_pages(scores)
        _print_fields(list(scores.values()))


def score_pages(example: Path = EXAMPLE, engine: str = "rules") -> dict[str, ClaimScore]:
    """Give each page's score against the first coder by its name."""
    scores = score_codings(example, engine)
    return {name: score for name, score in scores.items() if not name.startswith(SECOND)}


def measures(score: ClaimScore) -> dict[str, float]:
    """Give every number by a flat name, as a file of floors wants them."""
    found = {
        "found.precision": score.found.precision,
        "found.recall": score.found.recall,
        "found.f1": score.found.f1,
    }
    fields = {f"field.{field.name}": score.accuracy(field.name) for field in FIELDS}
    return {**found, **fields, "every_field_right": score.whole}


def _print_pages(scores: dict[str, ClaimScore]) -> None:
    total = sum(scores.values(), ClaimScore())
    print("| page | gold | given | paired | precision | recall | F1 | every field right |")
    print("|---|---|---|---|---|---|---|---|")
    for name, score in [*scores.items(), ("all", total)]:
        _print_row(name, score, f" {score.whole:.2f} |")
    for kind in sorted({kind for kind, _ in total.kinds}):
        found = total.of_kind(kind)
        _print_row(kind, ClaimScore(found), " |")
    print()


def _print_row(name: str, score: ClaimScore, rest: str) -> None:
    found = score.found
    counts = f"{found.gold} | {found.mine} | {found.paired}"
    print(f"| {name} | {counts} | {found.precision:.2f} | {found.recall:.2f} | {found.f1:.2f} |{rest}")


def _print_fields(scores: list[ClaimScore]) -> None:
    total = sum(scores, ClaimScore())
    print("| field | right when | pairs judged | right | 95 % over pages | wrong | missing | extra |")
    print("|---|---|---|---|---|---|---|---|")
    for field in FIELDS:
        counts = " | ".join(
            str(total.verdicts[field.name, verdict]) for verdict in ("wrong", "missing", "extra")
        )
        low, high = bootstrap(scores, accuracy(field.name))
        right = f"{total.accuracy(field.name):.2f} | {low:.2f} to {high:.2f}"
        print(f"| {field.name} | {field.rule} | {total.judged(field.name)} | {right} | {counts} |")
    low, high = bootstrap(scores, lambda score: score.found.f1)
    print(f"\nfound: F1 {total.found.f1:.2f} (95 % over pages {low:.2f} to {high:.2f})")


def accuracy(name: str) -> Measure:
    """Give the measure of one field."""
    return lambda score: score.accuracy(name)


if __name__ == "__main__":
    main()
