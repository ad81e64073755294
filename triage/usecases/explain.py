"""Answers to "why?": a ticket, a file or plain words, explained by the serving model."""

from dataclasses import replace
from pathlib import Path

from triage.app import App
from triage.errors import InputError
from triage.learning.explanation import Explanation, explain
from triage.loaders.classifier import MODELS, load_classifier
from triage.loaders.mailfiles import read_paths
from triage.loaders.serving import read_card
from triage.stages.parse import parse
from triage.store import confirmed, messages, review
from triage.store.engine import reading


def explain_text(root: Path, text: str, subject: str = "") -> Explanation:
    """Explain words as if they were a mail."""
    classifier = load_classifier(root)
    card = read_card(root / MODELS, classifier.version)
    confusion = (card.get("held_out_writers") or {}).get("confusion", {})
    return explain(classifier.model, classifier.version, subject, text, confusion)


def explain_file(root: Path, path: Path) -> Explanation:
    """Explain the first mail of a file. Raises InputError when there is none."""
    mail = next(iter(read_paths([path])), None)
    if mail is None:
        raise InputError(f"{path} holds no mail", fix="name an .eml file")
    parsed = parse(mail)
    found = explain_text(root, parsed.text, parsed.subject)
    return found if parsed.auto is None else _automatic(found, parsed.auto.value)


def explain_ticket(app: App, public_id: str) -> Explanation:
    """Explain the customer's newest mail of a ticket, and say what was named when it came. Raises InputError."""
    with reading(app.engine) as conn:
        ticket = review.ticket(conn, public_id)
        newest = messages.last_in(conn, ticket.id) if ticket is not None else None
        mail = confirmed.guessed(conn, newest.id) if newest is not None else None
    if mail is None:
        raise InputError(
            f"'{public_id}' is neither a ticket with a mail nor a file", fix="take an id from `run.py tickets`"
        )
    found = explain_text(app.settings.root, mail.text, mail.subject)
    found = replace(found, earlier={"model": mail.model_version, "categories": list(mail.categories)})
    return found if mail.auto is None else _automatic(found, mail.auto)


def _automatic(found: Explanation, kind: str) -> Explanation:
    why = f"automatic mail ({kind}): it is `other` whatever its words say, and is never drafted on"
    return replace(found, abstained=False, why=why)
