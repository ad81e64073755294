"""Labelled mails: read from JSON Lines, split by the hand that wrote them, cleared of near-duplicates."""

import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from triage.errors import InputError
from triage.learning.words import words_of
from triage.records import Label

LOCKED_HANDS = frozenset({"en-11", "en-12", "en-29", "fr-04", "de-04", "es-04", "it-04", "pt-04"})
"""Writers whose mails are never learnt from: the test."""
_ALIKE_FROM = 0.6
_SHINGLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One labelled mail. labels: primary first, never empty. hand: who wrote it, "" when unknown."""

    id: str
    subject: str
    body: str
    labels: tuple[Label, ...]
    language: str | None
    hand: str
    auto: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """dropped: ids of the rows to learn from that resembled a locked one too closely, and were left out."""

    learning: tuple[Row, ...]
    locked: tuple[Row, ...]
    dropped: tuple[str, ...]


def load_rows(paths: Iterable[Path]) -> tuple[Row, ...]:
    """Every row of the files, in order of path and line. Raises InputError naming file and line of a bad one."""
    rows: list[Row] = []
    for path in sorted(paths):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path}: cannot be read ({error})", fix="give a UTF-8 file of JSON Lines") from error
        rows.extend(_row(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())
    return tuple(rows)


def _row(line: str, place: str) -> Row:
    try:
        fields = json.loads(line)
        return Row(
            id=str(fields["id"]),
            subject=str(fields.get("subject") or ""),
            body=str(fields["body"] if "body" in fields else fields["text"]),
            labels=tuple(Label(label) for label in fields["labels"]) or (Label.OTHER,),
            language=fields.get("language"),
            hand=str(fields.get("hand", "")),
            auto=bool(fields.get("auto", False)),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{place}: not a labelled mail ({type(error).__name__}: {error})",
            fix='write {"id", "text" or "subject"+"body", "labels": [...]} with labels of ' + ", ".join(Label),
        ) from error


def split(rows: Sequence[Row]) -> Split:
    """Locked hands apart; what of the rest resembles a locked mail is dropped (shared runs of three words)."""
    locked = tuple(row for row in rows if row.hand in LOCKED_HANDS)
    free = [row for row in rows if row.hand not in LOCKED_HANDS]
    alike = {row.id for row in near_duplicates(free, locked)}
    return Split(
        learning=tuple(row for row in free if row.id not in alike), locked=locked, dropped=tuple(sorted(alike))
    )


def near_duplicates(rows: Iterable[Row], against: Iterable[Row]) -> Iterator[Row]:
    """Those of `rows` whose runs of three words are those of one of `against` to six tenths (Jaccard)."""
    known = [shingles for row in against if (shingles := _shingles(row))]
    by_shingle: dict[str, set[int]] = {}
    for number, shingles in enumerate(known):
        for shingle in shingles:
            by_shingle.setdefault(shingle, set()).add(number)
    for row in rows:
        own = _shingles(row)
        candidates = {number for shingle in own for number in by_shingle.get(shingle, ())}
        if any(len(own & known[number]) >= _ALIKE_FROM * len(own | known[number]) for number in candidates):
            yield row


def _shingles(row: Row) -> frozenset[str]:
    forms = [word.form for word in words_of(f"{row.subject} {row.body}")]
    if len(forms) < _SHINGLE:
        return frozenset({" ".join(forms)}) if forms else frozenset()
    return frozenset(" ".join(forms[start : start + _SHINGLE]) for start in range(len(forms) - _SHINGLE + 1))


def fingerprint(rows: Iterable[Row]) -> str:
    """sha256 over what was learnt from, independent of the order of the files."""
    lines = sorted(json.dumps([row.id, row.subject, row.body, list(row.labels)]) for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def wrapped(rows: Sequence[Row], seed: int) -> tuple[Row, ...]:
    """The rows once more as mail programs leave them when cutting fails: with a signature, a disclaimer or a quote."""
    chance = random.Random(seed)  # noqa: S311 (repeatable, guards nothing)
    return tuple(replace(row, body=f"{row.body}\n\n{chance.choice(_TAILS)}") for row in rows)


_TAILS = (
    "Sent from my iPhone",
    "Von meinem iPhone gesendet",
    "Envoyé de mon téléphone",
    "Enviado desde mi móvil",
    "Inviato dal mio telefono",
    "Enviado do meu telemóvel",
    "Sent from my Android phone, please excuse the typos",
    "--\nTel. +00 000 0000\nThis message is confidential. If you received it by mistake, delete it.",
    "--\nDiese Nachricht ist vertraulich. Sollten Sie sie irrtümlich erhalten haben, löschen Sie sie bitte.",
    "--\nCe message est confidentiel. Si vous l'avez reçu par erreur, merci de le supprimer.",
    "--\nEste mensaje es confidencial. Si lo ha recibido por error, bórrelo.",
    "--\nQuesto messaggio è riservato. Se ricevuto per errore, si prega di eliminarlo.",
    "--\nEsta mensagem é confidencial. Se a recebeu por engano, apague-a.",
    "On Monday the shop wrote:\n> Thank you for your order. We will tell you when it ships.",
    "Am Montag schrieb der Shop:\n> Vielen Dank für Ihre Bestellung. Wir melden uns, sobald sie verschickt ist.",
    "Le lundi, la boutique a écrit :\n> Merci pour votre commande. Nous vous écrirons dès son expédition.",
)
