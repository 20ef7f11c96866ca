"""`onrecord serve`: pages of a record, for this machine."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path

import click
import uvicorn

from onrecord.errors import InputError
from onrecord.show.commands.options import db_option
from onrecord.show.web.app import make_app
from onrecord.store import Store

__all__ = ["serve", "serve_record"]

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command(epilog="Example: onrecord serve --db record.db --port 8000")
@db_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
def serve(db: Path, host: str, port: int) -> None:
    """Serve a record as pages on this machine."""
    serve_record(db, host, port)


def serve_record(db: Path, host: str, port: int) -> None:
    """Serve until interrupted; the address is printed once the port is ours."""
    with Store(db):
        pass
    if host not in LOOPBACK:
        click.echo(
            f"warning: {host} can be reached from other machines and the pages have no login", err=True
        )
    listener = _listen(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"
    click.echo(f"onrecord serves {db} at {address} (Ctrl+C stops it)")
    config = uvicorn.Config(
        make_app(db, host=host), log_level="warning", server_header=False, date_header=False, lifespan="off"
    )
    with suppress(KeyboardInterrupt):  # the way to stop it that the line above names
        uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise InputError(
            f"port {port} on {host} cannot be used ({error.strerror}); choose another with --port"
        ) from error
    return listener
