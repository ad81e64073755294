"""What a host name says by itself."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine by its own words; nothing is looked up."""
    if host.lower() in {"localhost", "ip6-localhost"}:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
