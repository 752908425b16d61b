"""Resolve the name of a server, and refuse addresses that are not public."""

import ipaddress
import socket

from dragoman.errors import SourceError

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 behind a translator (RFC 6052), private ones too


class NotPublicError(SourceError):
    """A name leads to no server, or into the user's own network."""


def resolved(host: str, port: int, *, private: bool) -> str:
    """Resolve a name once.

    Args:
        host: a name, or an address.
        port: where the server listens.
        private: whether addresses that are not public may be asked.

    Returns:
        The address to ask; IPv4 before IPv6, which fewer networks carry.

    Raises:
        NotPublicError: there is no such server, or one of its addresses is not public.
    """
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise NotPublicError(f"there is no server {host!r}: {error}") from error
    addresses = [ipaddress.ip_address(address.partition("%")[0]) for address in found]
    addresses.sort(key=lambda address: (address.version, address.packed))
    if not private and (inner := next((address for address in addresses if not _is_public(address)), None)):
        raise NotPublicError(f"{host!r} is {inner}, an address that is not public")
    return str(addresses[0])


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Tell a public address; an IPv4 address in IPv6 clothes is judged as what it is."""
    for clothes in ("ipv4_mapped", "sixtofour"):
        if (inner := getattr(address, clothes, None)) is not None:
            return _is_public(inner)
    if getattr(address, "teredo", None) is not None or address in _TRANSLATED:
        return False
    return address.is_global and not address.is_multicast
