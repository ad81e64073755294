"""Which model serves, which served before, and what became of challengers. Light: nothing of the models is loaded."""

import fcntl
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from triage.errors import OperatorError, RetryLater

MODELS, CURRENT = "models", "current"
HISTORY = "history.jsonl"
_CARD = "card.json"
_LOCK = ".training"


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One change of the serving model. before: the one that served until then, "" for none. kind: promote, rollback.

    by: who asked for it: `person` or `schedule`.
    """

    at: str
    name: str
    before: str
    kind: str
    by: str


def serving_now(root: Path) -> str:
    """Name of the serving model as written, "" when none is; checks nothing."""
    try:
        return (root / MODELS / CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def note_switch(models: Path, name: str, before: str, *, kind: str, by: str, at: datetime) -> None:
    """Remember that `name` serves from now on."""
    one = Switch(at=at.isoformat(timespec="seconds"), name=name, before=before, kind=kind, by=by)
    with (models / HISTORY).open("a", encoding="utf-8") as out:
        out.write(json.dumps(asdict(one)) + "\n")


def switches(models: Path) -> list[Switch]:
    """Every change of the serving model, oldest first. Raises OperatorError for a line that is none."""
    path = models / HISTORY
    if not path.exists():
        return []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [Switch(**json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, TypeError) as fault:
        raise OperatorError(f"{path} cannot be read", fix="restore it, or delete it and promote a model") from fault


def served_before(models: Path, serving: str) -> list[str]:
    """Models to go back to from the serving one, the nearest last; each rollback took one off."""
    stack: list[str] = []
    for one in switches(models):
        if one.kind == "rollback":
            stack = stack[:-1]
        elif one.before and one.before != one.name:
            stack.append(one.before)
    return [name for name in stack if name != serving]


def read_card(models: Path, name: str) -> Mapping[str, Any]:
    """The card of a model as written, {} when there is none to read; loads nothing of the model."""
    try:
        card = json.loads((models / name / _CARD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return card if isinstance(card, dict) else {}


def note_challenge(models: Path, name: str, result: Mapping[str, Any]) -> None:
    """Keep on a model's card what came of its challenge."""
    path = models / name / _CARD
    card = json.loads(path.read_text(encoding="utf-8")) | {"challenge": dict(result)}
    fresh = path.with_name(f".{_CARD}.new")
    fresh.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    fresh.replace(path)


@contextmanager
def alone(models: Path) -> Iterator[None]:
    """Train or switch while nobody else does. Raises RetryLater when somebody does."""
    models.mkdir(parents=True, exist_ok=True)
    with (models / _LOCK).open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise RetryLater("another process trains or switches models", fix="wait until it is done") from fault
        yield
