"""The command line: a table of commands, each loaded when it is called, and one line for each error."""

from __future__ import annotations

import errno
import importlib
import io
import sqlite3
import sys
from typing import NamedTuple, NoReturn

import click

from onrecord import __version__
from onrecord.errors import OnrecordError

__all__ = ["COMMANDS", "main"]


class Entry(NamedTuple):
    """Where a command stands and what it does, so that `--help` need not load it."""

    where: str
    help: str


COMMANDS = {
    "read": Entry("onrecord.show.commands.read:read", "Read sources into a record."),
    "list": Entry("onrecord.show.commands.listing:list_rows", "List what a record holds."),
    "show": Entry("onrecord.show.commands.detail:show", "Show one value, its claims, quotes and sources."),
    "export": Entry("onrecord.show.commands.export:export", "Write a part of a record in another format."),
    "serve": Entry("onrecord.show.commands.serve:serve", "Serve a record as pages on this machine."),
    "judge": Entry("onrecord.show.commands.judge:judge", "Enter a person's decision in the ledger."),
    "forget": Entry("onrecord.show.commands.forget:forget", "Remove a document's words for good."),
    "verify": Entry("onrecord.show.commands.verify:verify", "Check that a record is as it was written."),
    "rebuild": Entry("onrecord.show.commands.rebuild:rebuild", "Derive links and events anew."),
    "gazetteer": Entry("onrecord.show.commands.gazetteer:gazetteer", "Build the list of places."),
    "score": Entry(
        "onrecord.show.commands.score:score", "Score an engine on a benchmark, or two claim files."
    ),
    "demo": Entry("onrecord.show.commands.demo:demo", "Read and serve the packaged demo record."),
}
"""Every command, in the order of the help page."""


class Refused(click.ClickException):
    """One line on standard error and exit code 2."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Print the one line."""
        click.echo(f"onrecord: {self.format_message()}", err=True)


class TableGroup(click.Group):
    """A group that finds its commands in `COMMANDS` and turns known errors into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the table's order."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command when it is called."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].where.partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table without importing any command."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what it refuses on purpose, or for want of space, is one line."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # data are UTF-8 in every locale; names may be no text
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            raise Refused(str(error)) from error
        except OSError as error:
            _refuse_os_error(error)
        except sqlite3.Error as error:
            raise Refused(
                f"the record file cannot be used: {error}; what was written before stands"
            ) from error


def _refuse_os_error(error: OSError) -> NoReturn:
    if error.errno == errno.EPIPE:
        raise error
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        message = "the disk is full; what was committed before stands, free some space and run it again"
        raise Refused(message) from error
    where = f"{error.filename}: " if error.filename else ""
    raise Refused(f"{where}{error.strerror or error}") from error


@click.group(
    cls=TableGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: onrecord read report.html --into record.db, then onrecord serve --db record.db",
)
@click.version_option(__version__, prog_name="onrecord")
def main() -> None:
    """Read open-source reporting about armed conflict into a record that leads back to the words."""
