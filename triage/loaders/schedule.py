"""When the worker learns from what agents confirmed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from triage.errors import OperatorError

LEARNING_KEYS = ("TRIAGE_RETRAIN_AT", "TRIAGE_RETRAIN_ROWS")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraining:
    """hour, minute: UTC, once a day. rows: newly confirmed mails from which a training is worth its while."""

    hour: int = 2
    minute: int = 30
    rows: int = 50


def parse_retraining(values: Mapping[str, str]) -> Retraining | None:
    """The schedule; None: the worker never trains. Raises OperatorError with one actionable line."""
    at = values.get("TRIAGE_RETRAIN_AT", "02:30").strip().lower()
    rows = values.get("TRIAGE_RETRAIN_ROWS", "50").strip()
    if not re.fullmatch(r"\d{1,6}", rows) or int(rows) < 1:
        raise OperatorError(f"TRIAGE_RETRAIN_ROWS is '{rows}'", fix="use a whole number, 1 or more, such as 50")
    if at == "off":
        return None
    found = _TIME.fullmatch(at)
    if found is None:
        raise OperatorError(f"TRIAGE_RETRAIN_AT is '{at}'", fix="write a time of day in UTC such as 02:30, or off")
    return Retraining(hour=int(found[1]), minute=int(found[2]), rows=int(rows))
