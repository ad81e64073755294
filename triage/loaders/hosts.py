"""What a host name says by itself."""

from ipaddress import ip_address


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its own words; nothing is looked up."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
