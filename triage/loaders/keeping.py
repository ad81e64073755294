"""How long what is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from triage.errors import OperatorError

KEEPING_KEYS = ("TRIAGE_KEEP_RAW_DAYS", "TRIAGE_KEEP_TICKET_DAYS", "TRIAGE_KEEP_LOG_DAYS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Days; 0: for ever. raw: octets and files of mails. ticket: words and decisions. log: lines of log files."""

    raw_days: int = 180
    ticket_days: int = 730
    log_days: int = 30


def parse_keeping(values: Mapping[str, str]) -> Keeping:
    """The settings or their defaults. Raises `OperatorError` for what is no number of days."""
    usual = Keeping()
    return Keeping(
        raw_days=_days(values, KEEPING_KEYS[0], usual.raw_days),
        ticket_days=_days(values, KEEPING_KEYS[1], usual.ticket_days),
        log_days=_days(values, KEEPING_KEYS[2], usual.log_days),
    )


def _days(values: Mapping[str, str], key: str, usual: int) -> int:
    text = values.get(key, str(usual)).strip()
    if not re.fullmatch(r"[0-9]{1,5}", text):
        raise OperatorError(f"{key} is '{text}'", fix="use a whole number of days, or 0 to keep it for ever")
    return int(text)
