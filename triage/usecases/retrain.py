"""A challenger that has also learnt from what agents confirmed: trained, tried against the champion, let serve or kept.

Nothing here trusts the labels: see `triage.learning.confirmed` for what is set aside, and `challenge` for the trial.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from triage.app import App
from triage.errors import InputError, OperatorError
from triage.learning.challenge import Trial, Verdict, compare, reasons
from triage.learning.confirmed import Doubts, doubts, within_limits
from triage.learning.corpus import Row, Split, fingerprint, load_rows, split
from triage.learning.discretion import without_private_words
from triage.learning.evaluate import answers, ask, measure
from triage.learning.train import SEED, Outcome, train
from triage.loaders.classifier import (
    MODELS,
    current_name,
    load_model,
    point_current,
    save_model,
)
from triage.loaders.serving import alone, note_challenge, note_switch
from triage.progress import Progress, silent
from triage.records import Label
from triage.store import confirmed
from triage.store.confirmed import Confirmed
from triage.store.engine import reading
from triage.usecases.confirming import MOST_A_DAY, text_hash
from triage.usecases.learn import TRAINING, card_of
from triage.usecases.learnt import taught_until

FEWEST = 20
"""Confirmed mails below which nothing can be learnt, whatever is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """A trained challenger and what it was taught. rows: the shop's, believed, newest first; until: the newest word."""

    outcome: Outcome
    rows: tuple[Row, ...]
    parts: Split
    doubts: Doubts
    until: datetime

    @property
    def unseen(self) -> Any:
        """Probabilities of the shop's rows by models that knew no mail of their senders."""
        return self.outcome.unseen[len(self.outcome.unseen) - len(self.rows) :]


def challenge(app: App, *, by: str = "person", progress: Progress = silent) -> Verdict:
    """Train a challenger on the corpus and on confirmed mail, try it, and let it serve when it is nowhere worse.

    Raises InputError with fewer than `FEWEST` usable mails, RetryLater when somebody else is training.
    """
    models = app.settings.root / MODELS
    with alone(models):
        with reading(app.engine) as conn:
            said = confirmed.everything(conn)
        pupil = _teach(app.settings.root, said, progress)
        name = f"shop-{app.now():%Y%m%d}-{fingerprint([*pupil.parts.learning, *pupil.rows])[:8]}"
        _store(models, name, pupil)
        verdict = _judge(models, name, pupil, said, app.now())
        if verdict.promoted:
            point_current(models, name)
            note_switch(models, name, verdict.champion, kind="promote", by=by, at=app.now())
        note_challenge(models, name, verdict.to_json())
    return verdict


def rows_of(said: Sequence[Confirmed]) -> tuple[Row, ...]:
    """Confirmed mails as rows, newest first; of one sender and day no more than may be kept.

    A mail whose words are no longer those that were confirmed is left out.
    """
    taken: dict[tuple[str, str], int] = {}
    rows: list[Row] = []
    for one in sorted(said, key=lambda one: (one.at, one.id)):
        day = (one.sender, f"{one.at:%Y-%m-%d}")
        taken[day] = taken.get(day, 0) + 1
        if taken[day] <= MOST_A_DAY and text_hash(one.subject, one.text) == one.text_sha256:
            rows.append(_row(one))
    return tuple(reversed(rows))


def _row(one: Confirmed) -> Row:
    return Row(
        id=f"{one.public_id}/{one.message_id}",
        subject=one.subject,
        body=one.text,
        labels=tuple(Label(label) for label in one.labels),
        language=one.language,
        hand=f"shop:{hashlib.sha256(one.sender.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}",
        auto=False,
    )


def _teach(root: Path, said: Sequence[Confirmed], progress: Progress) -> Pupil:
    """Train on everything, find the senders that all others contradict, and train again without them."""
    parts = split(load_rows((root / TRAINING).glob("*.jsonl")))
    people = [row for row in parts.learning if not row.auto]
    rows = within_limits(rows_of(said), people, parts.locked)
    if len(rows) < FEWEST:
        raise InputError(
            f"{len(rows)} confirmed mails to learn from", fix=f"confirm or correct at least {FEWEST} in the console"
        )
    outcome = train([*parts.learning, *rows], SEED, progress)
    found = doubts(rows, outcome.unseen[len(people) :], people, outcome.unseen[: len(people)])
    kept = tuple(row for row in rows if row.hand not in found.senders)
    if len(kept) < len(rows):
        outcome = train([*parts.learning, *kept], SEED, progress)
    outcome = replace(outcome, model=without_private_words(outcome.model, people, kept))
    return Pupil(outcome=outcome, rows=kept, parts=parts, doubts=found, until=max(one.at for one in said))


def _store(models: Path, name: str, pupil: Pupil) -> None:
    people = tuple(row for row in (*pupil.parts.learning, *pupil.rows) if not row.auto)
    held_out = measure(people, answers(people, pupil.outcome.unseen, pupil.outcome.model))
    locked = measure(pupil.parts.locked, ask(pupil.outcome.model, pupil.parts.locked)) if pupil.parts.locked else None
    data_hash = fingerprint([*pupil.parts.learning, *pupil.rows])
    card = card_of(name, pupil.parts, pupil.outcome, held_out, locked, data_hash, SEED)
    card["data"] |= {
        "sources": "data/training, and mail that this shop's agents confirmed",
        "licence": "the corpus: MIT, as the project; the shop's mail: its own, kept on this machine",
        "confirmed": {
            "mails": len(pupil.rows),
            "senders": len({row.hand for row in pupil.rows}),
            "until": pupil.until.isoformat(),
        },
    }
    save_model(models, name, pupil.outcome.model, card)


def _judge(models: Path, name: str, pupil: Pupil, said: Sequence[Confirmed], now: datetime) -> Verdict:
    champion_name, locked, own = "", None, None
    try:
        champion_name = current_name(models)
        champion = load_model(models, champion_name)
    except OperatorError:
        champion = None  # a model that no longer loads serves nobody
    if champion is not None:
        challenger = pupil.outcome.model
        rows = pupil.parts.locked
        locked = compare(ask(champion, rows), ask(challenger, rows)) if rows else None
        fresh = _unknown_to(models, champion_name, said)
        places = [place for place, row in enumerate(pupil.rows) if row.id in fresh]
        rows = tuple(pupil.rows[place] for place in places)
        own = compare(ask(champion, rows), answers(rows, pupil.unseen[places], challenger)) if rows else None
    against = reasons({"locked test": locked, "own mail": own}, suspicious=pupil.doubts.suspicious)
    return Verdict(
        name=name,
        champion=champion_name,
        at=now.isoformat(timespec="seconds"),
        rows=len(pupil.rows),
        contradicted=len(pupil.doubts.contradicted),
        set_aside=pupil.doubts.rows - len(pupil.rows),
        suspicious=pupil.doubts.suspicious,
        locked=locked,
        own=own,
        promoted=not against,
        why="; ".join(against) or "no label is worse beyond noise",
    )


def _unknown_to(models: Path, champion: str, said: Sequence[Confirmed]) -> set[str]:
    """Ids of the rows that the champion cannot have learnt from: confirmed after it was taught."""
    until = taught_until(models, champion)
    return {f"{one.public_id}/{one.message_id}" for one in said if until is None or one.at > until}


def in_words(verdict: Verdict) -> str:
    """A few lines for a terminal."""
    end = "serves from the next batch on" if verdict.promoted else "kept, does not serve"
    lines = [
        f"{verdict.name}: {end}: {verdict.why}",
        f"learnt from {verdict.rows} confirmed mails beside the corpus; {verdict.set_aside} set aside, "
        f"{verdict.contradicted} contradicted by all other mail",
        *(_trial("locked test", verdict.locked), _trial("own confirmed mail", verdict.own)),
    ]
    if not verdict.promoted:
        lines.append(
            f"look at `run.py model list`; a person may let it serve with `run.py model promote {verdict.name}`"
        )
    return "\n".join(line for line in lines if line)


def _trial(where: str, trial: Trial | None) -> str:
    if trial is None:
        return f"{where}: nothing to compare on"
    worse = f"; worse: {', '.join(trial.worse)}" if trial.worse else ""
    return f"{where}: macro-F1 {trial.before:.3f} before, {trial.after:.3f} after, on {trial.mails} mails{worse}"
