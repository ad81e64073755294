"""How much may leave: the caps that keep a mistake from becoming a flood."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from triage.errors import OperatorError

CAP_KEYS = ("TRIAGE_SEND_PER_RECIPIENT_HOUR", "TRIAGE_SEND_PER_HOUR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """per_recipient_hour: replies to one address in an hour. per_hour: of one mailbox. per_minute: of all of them."""

    per_recipient_hour: int = 3
    per_hour: int = 300
    per_minute: int = 60


def parse_caps(values: Mapping[str, str]) -> Caps:
    """The caps as set. Raises OperatorError with one actionable line."""
    return Caps(per_recipient_hour=_number(values, CAP_KEYS[0], "3"), per_hour=_number(values, CAP_KEYS[1], "300"))


def _number(values: Mapping[str, str], key: str, default: str) -> int:
    given = values.get(key, default).strip()
    if not re.fullmatch(r"[0-9]{1,5}", given) or int(given) < 1:
        raise OperatorError(f"{key} is '{given}'", fix=f"use a whole number from 1 to 99999, such as {default}")
    return int(given)
