"""Which classifier serves: list what is stored, let one serve, go back to the one before."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from triage.app import utc_now
from triage.errors import InputError, OperatorError, Refused
from triage.learning.compare import worse_labels
from triage.learning.corpus import load_rows, split
from triage.learning.evaluate import ask
from triage.loaders.classifier import (
    CURRENT,
    MODELS,
    current_name,
    load_card,
    load_classifier,
    load_model,
    model_names,
    point_current,
)
from triage.loaders.serving import alone, note_switch, served_before, serving_now
from triage.usecases.learn import TRAINING


def list_models(root: Path) -> list[str]:
    """One line a stored model, the serving one marked with a star, and what came of its challenge."""
    models = root / MODELS
    serving = current_name(models) if (models / CURRENT).exists() else None
    back = served_before(models, serving or "")[-1:]
    return [_line(load_card(models, name), name, serving, back) for name in model_names(models)]


def _line(card: Mapping[str, Any], name: str, serving: str | None, back: list[str]) -> str:
    data, held_out = card.get("data", {}), card.get("held_out_writers") or {}
    own = data.get("confirmed", {}).get("mails")
    parts = [
        f"{'*' if name == serving else ' '} {name}  {data.get('mails', '?')} mails",
        f"{own} of the shop's own" if own else "",
        f"macro-F1 {held_out.get('macro_f1', 0):.3f} on writers held out",
        _challenge(card.get("challenge")),
        "served before: `model rollback` puts it back" if name in back else "",
    ]
    return ", ".join(part for part in parts if part)


def _challenge(result: Mapping[str, Any] | None) -> str:
    if result is None:
        return ""
    ended = "promoted over" if result["promoted"] else "refused against"
    return f"{ended} {result['champion'] or 'none'} on {result['at'][:10]} ({result['why']})"


def promote(root: Path, name: str, *, by: str = "person", now: datetime | None = None) -> str:
    """Let a stored model serve, unless a label is worse on the locked test beyond noise. Raises Refused, InputError."""
    models = root / MODELS
    if name not in model_names(models):
        raise InputError(f"no model '{name}'", fix=f"choose one of: {', '.join(model_names(models)) or 'none'}")
    worse = _worse_labels(root, name)
    if worse:
        raise Refused(
            f"{name} is worse than the serving model on {', '.join(worse)}", fix="train on more mails of these labels"
        )
    _switch(root, name, kind="promote", by=by, now=now)
    return f"{name} serves from the next batch on"


def rollback(root: Path, *, by: str = "person", now: datetime | None = None) -> str:
    """Put back the model that served before this one; again, the one before that. Raises Refused when there is none.

    What was refused stays refused: a model that no longer loads is not put back.
    """
    models = root / MODELS
    serving = serving_now(root)
    earlier = [name for name in served_before(models, serving) if name in model_names(models)]
    if not earlier:
        raise Refused("no other model served before this one", fix="choose one of `run.py model list` and promote it")
    _switch(root, earlier[-1], kind="rollback", by=by, now=now)
    return f"{earlier[-1]} serves again from the next batch on, in place of {serving or 'none'}"


def _switch(root: Path, name: str, *, kind: str, by: str, now: datetime | None) -> None:
    models = root / MODELS
    with alone(models):
        before = serving_now(root)
        point_current(models, name)
        if before != name:
            note_switch(models, name, before, kind=kind, by=by, at=now or utc_now())


def _worse_labels(root: Path, name: str) -> list[str]:
    """Labels on which a stored model loses to the serving one; none when there is nothing to compare with."""
    models = root / MODELS
    locked = split(load_rows((root / TRAINING).glob("*.jsonl"))).locked
    if not (models / CURRENT).exists() or not locked or current_name(models) == name:
        return []
    try:
        champion = load_classifier(root).model
    except OperatorError:
        return []  # a model that no longer loads serves nobody
    return worse_labels(ask(champion, locked), ask(load_model(models, name), locked))
