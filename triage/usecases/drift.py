"""This week's mail against the card of the serving model."""

import logging
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from triage.app import App
from triage.learning.drift import Drift, corrected, handed_over, label_mix, usual_mix
from triage.loaders.serving import MODELS, read_card, serving_now
from triage.records import Label
from triage.store import confirmed
from triage.store.engine import reading

log = logging.getLogger(__name__)

WEEK = timedelta(days=7)
BEFORE = timedelta(weeks=8)


def look(app: App) -> Drift:
    """The last seven days. Only mails that the serving model read count for it; the mix before, whoever read it."""
    name, now = serving_now(app.settings.root), app.now()
    card = read_card(app.settings.root / MODELS, name).get("held_out_writers") or {}
    with reading(app.engine) as conn:
        week = confirmed.guesses_between(conn, now - WEEK, now, name)
        before = _by_label(confirmed.guesses_between(conn, now - WEEK - BEFORE, now - WEEK))
        said = [
            one
            for one in confirmed.everything(conn, since=now - WEEK)
            if one.model_version == name and not one.guess_abstained
        ]
    wrong = sum(not {guess["label"] for guess in one.guess} <= set(one.labels) for one in said)
    labels, count = _by_label(week), sum(week.values())
    left = sum(mails for (abstained, _), mails in week.items() if abstained)
    shares, mails = _card_mix(card)
    usual, _, _ = usual_mix(before, shares, mails)
    return Drift(
        model=name or "none",
        since=(now - WEEK).isoformat(timespec="seconds"),
        until=now.isoformat(timespec="seconds"),
        signals=(
            corrected(wrong, len(said), 1.0 - float(card.get("sure_precision", 1.0))),
            handed_over(left, count, 1.0 - float(card.get("sure_share", 0.0))),
            label_mix(labels, before, shares, mails),
        ),
        mix={label.value: (labels[label.value] / max(count, 1), usual[label.value]) for label in Label},
    )


def _by_label(guesses: Mapping[tuple[bool, str], int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for (_, label), mails in guesses.items():
        found[label] += mails
    return found


def _card_mix(card: object) -> tuple[dict[str, float], int]:
    """Shares of the true main labels on the card, and of how many mails."""
    table = card.get("confusion", {}) if isinstance(card, dict) else {}
    counts = {label: sum(row.values()) for label, row in table.items()}
    total = sum(counts.values())
    return {label: count / total for label, count in counts.items()} if total else {}, max(total, 1)


def note_drift(app: App) -> None:
    """Write the week's figures into the log, once a day; an alarm is a warning."""
    found = look(app)
    for one in found.signals:
        extra = {"model": found.model, "signal": one.name, "mails": one.mails}
        extra |= {"seen": round(one.seen, 4), "expected": round(one.expected, 4), "chance": round(one.chance, 6)}
        log.log(logging.WARNING if one.alarm else logging.INFO, "drift", extra=extra)
