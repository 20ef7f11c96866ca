"""Which address a request may go to: what the user named, and from there only public ones.

A page that redirects could otherwise make this machine ask its own services, or its neighbours', and put
their answers on record. The host is looked up here and the connection goes to the address that was
checked, so that a second look-up cannot give another one.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.errors import ReadError

__all__ = ["Goal", "goal_of", "without_login"]

PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a request goes: `address` is what is connected to, `host` the name that is asked there."""

    scheme: str
    host: str
    address: str
    port: int


def goal_of(url: str, named: str) -> Goal:
    """Give where a request for `url` goes, or raise ReadError; `named` is the address that the user gave.

    A redirect stays with the host that the user named or leads to a public one, unless the user named
    an address of this machine or its network in numbers, or "localhost".
    """
    goal = _plain_goal(url)
    first = _plain_goal(named)
    if first.host in (goal.host, "localhost") or _is_local(first.host):
        return goal
    return Goal(goal.scheme, goal.host, _public_address(goal), goal.port)


def without_login(url: str) -> str:
    """Give the address without the user name and password that may stand in it."""
    start, slashes, rest = url.partition("://")
    place, slash, path = rest.partition("/")
    return f"{start}{slashes}{place.rpartition('@')[2]}{slash}{path}"


def _plain_goal(url: str) -> Goal:
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ReadError(f"only http and https addresses are read, and {without_login(url)[:200]!r} is none")
    if parts.username is not None or parts.password is not None:
        raise ReadError("an address with a user name is not asked for, since it would be kept in the record")
    return Goal(parts.scheme, parts.hostname, parts.hostname, parts.port or PORTS[parts.scheme])


def _public_address(goal: Goal) -> str:
    found = socket.getaddrinfo(goal.host, goal.port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    local = [address for address in addresses if _is_local(address)]
    if local:
        raise ReadError(
            f"it redirects to {goal.host}, which is {local[0]} in a local network: name that address yourself"
        )
    return addresses[0]


def _is_local(host: str) -> bool:
    """Say whether this is an address in numbers that does not lie on the public internet."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or address
    return not address.is_global or address.is_multicast
