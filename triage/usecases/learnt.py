"""What the stored models were taught by agents, and how much has been said since. Light: loads no model."""

from datetime import datetime
from pathlib import Path

from triage.app import App
from triage.loaders.serving import MODELS, read_card
from triage.store import confirmed
from triage.store.engine import reading


def taught_until(models: Path, name: str) -> datetime | None:
    """The newest confirmed word that a model was taught; None for one that knows the corpus alone."""
    told = read_card(models, name).get("data", {}).get("confirmed", {}).get("until")
    return datetime.fromisoformat(told) if told else None


def learnt_until(models: Path) -> datetime | None:
    """The newest confirmed word that any stored model was taught, whatever came of its challenge."""
    names = [card.parent.name for card in models.glob("*/card.json")]
    return max((until for name in names if (until := taught_until(models, name)) is not None), default=None)


def waiting(app: App) -> int:
    """Mails confirmed since the last training."""
    with reading(app.engine) as conn:
        return confirmed.count_since(conn, learnt_until(app.settings.root / MODELS))
