"""Whose word on senders counts."""

import re
from collections.abc import Callable, Mapping

from triage.errors import SettingsError
from triage.records import Voucher

_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?")


def parse_voucher(given: Mapping[str, str], called: Callable[[str], str]) -> Voucher | None:
    """The mail server of a mailbox that vouches for senders; None when none is named.

    Raises SettingsError with one actionable line.
    """
    name, lines = given.get("authserv_id", "").strip(), given.get("authserv_received", "0").strip()
    if not re.fullmatch(r"[0-9]", lines):
        raise SettingsError(f"{called('authserv_received')} is '{lines}'", fix="use a whole number from 0 to 9")
    if not name:
        return None
    if _NAME.fullmatch(name) is None:
        raise SettingsError(
            f"{called('authserv_id')} is '{name}'",
            fix="copy the first word after 'Authentication-Results:' of a mail that your server took in",
        )
    return Voucher(authserv_id=name, received_above=int(lines))
