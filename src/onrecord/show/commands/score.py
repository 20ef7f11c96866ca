"""`onrecord score`: how right an engine is on a benchmark, or one file of claims against another."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.errors import InputError
from onrecord.pipeline import account_of, answerer
from onrecord.score.claim_files import claims_report, score_files
from onrecord.score.registry import TASKS, find_task
from onrecord.score.running import Report, judge_items, report_on
from onrecord.show.commands.options import engine_options
from onrecord.show.scores import SCORE_FORMATS, score_lines

__all__ = ["score"]

TWO = 2


@click.command(epilog="Example: onrecord score satp --data conflict_text/satp_relevant/dev.tsv --format json")
@click.argument("what", nargs=-1, metavar="TASK | GOLD.jsonl MINE.jsonl")
@click.option("--data", type=click.Path(path_type=Path), help="The benchmark's own file or folder.")
@engine_options
@click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many documents.")
@click.option(
    "--format",
    "form",
    type=click.Choice(SCORE_FORMATS),
    default="table",
    show_default=True,
    help="How to write.",
)
@click.option("--list", "listing", is_flag=True, help="Explain each task in a line.")
def score(
    what: tuple[str, ...],
    data: Path | None,
    limit: int | None,
    form: str,
    *,
    listing: bool,
    **chosen: str,
) -> None:
    """Score an engine on a benchmark, or two claim files."""
    if listing:
        _list_tasks()
        return
    report = _compare(what) if len(what) == TWO else _run(what, data, limit, **chosen)
    for line in score_lines(report, form):
        click.echo(line)


def _list_tasks() -> None:
    width = max(map(len, TASKS)) + 2
    for name in TASKS:
        click.echo(name.ljust(width) + find_task(name).about)


def _compare(what: tuple[str, ...]) -> Report:
    gold, mine = map(Path, what)
    for path in (gold, mine):
        if not path.is_file():
            raise InputError(f"{path}: no such file; give one task, or two files of claims")
    return claims_report(score_files(gold, mine))


def _run(what: tuple[str, ...], data: Path | None, limit: int | None, *, engine: str, use: str) -> Report:
    if len(what) != 1:
        raise InputError("give one task (onrecord score --list names them) or two files of claims")
    task = find_task(what[0])
    if data is None:
        raise InputError(f"--data is missing: give the file or folder of {task.name}")
    answering = answerer(engine, use=use)
    report = report_on(task, list(judge_items(task, data, answering, limit=limit)))
    for line in account_of(answering):
        click.echo(line, err=True)
    return report
