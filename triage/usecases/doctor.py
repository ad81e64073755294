"""Look at everything the product needs and say how to mend what is not well."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from triage.errors import OperatorError, TriageError
from triage.loaders.classifier import load_classifier
from triage.loaders.kit import load_replies
from triage.loaders.proven import load_proven
from triage.loaders.settings import Account, Settings, SmtpSettings, load_settings
from triage.loaders.sign_on import SignOn
from triage.records import Voucher
from triage.stages.parsing.vouching import lines_above

if TYPE_CHECKING:
    from triage.app import App
    from triage.store.jobs import Job

_SENDERS_LOOKED_AT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at. fix: what to do when it is not ok."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def examine(root: Path) -> list[Check]:
    """Every check, in the order in which faults should be mended. Only unreadable settings end it early."""
    checks: list[Check] = []
    try:
        settings = load_settings(root)
    except TriageError as fault:
        return [Check(name="settings", ok=False, detail=fault.what, fix=fault.fix)]
    checks.append(Check(name="settings", ok=True, detail=f"{len(settings.accounts)} mailbox(es) configured"))
    for name, look in _looks(root, settings):
        checks.append(_check(name, look))
    return checks


def _looks(root: Path, settings: Settings) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "data folder", lambda: _data_folder(settings.data_dir)
    yield "database", lambda: _database(settings.database_url)
    yield "installation", lambda: installation_in_words(settings)
    yield "upkeep", lambda: upkeep_in_words(settings)
    yield "policy packs", lambda: _packs(root, settings)
    yield "replies", lambda: _replies(root)
    yield "classifier", lambda: f"model {load_classifier(root).version}"
    yield "learning", lambda: _learning(settings)
    yield "drift", lambda: _drift(settings)
    yield "clock", _clock
    if not settings.accounts:
        yield "mailbox", _no_mailbox
    for account in settings.accounts:
        if account.sign_on is not None:
            yield f"sign-on of '{account.name}'", partial(_sign_on, account.name, account.sign_on)
        yield f"mailbox '{account.name}'", partial(mailbox_in_words, account)
        yield f"senders of '{account.name}'", partial(_senders, account)
        if account.smtp is not None:
            yield f"sending for '{account.name}'", partial(_smtp, account.smtp)


def _check(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name=name, ok=True, detail=look())
    except TriageError as fault:
        return Check(name=name, ok=False, detail=fault.what, fix=fault.fix)
    except OSError as fault:
        place = f" ({fault.filename})" if fault.filename else ""
        return Check(
            name=name, ok=False, detail=f"{fault.strerror or fault}{place}", fix="correct the permissions or free space"
        )


def _data_folder(folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / ".doctor"
    probe.write_bytes(b"ok")
    probe.unlink()
    return f"{folder.name}/ can be written"


def _database(url: str) -> str:
    from triage.store.engine import open_engine
    from triage.store.migrate import upgrade

    engine = open_engine(url)
    try:
        upgrade(engine)
        return f"{engine.dialect.name}, schema up to date"
    finally:
        engine.dispose()


def installation_in_words(settings: Settings) -> str:
    """Whose installation this is. Raises `CopyError` for a copy: who finds no replies in Drafts has to learn why."""
    from triage.usecases.instance import require_ours, standing

    with _app(settings) as app:
        require_ours(app)
        return standing(app)


def upkeep_in_words(settings: Settings) -> str:
    """When the last backup was, and the last look at the whole inbox with its alarms."""
    from triage.usecases.nightly import RECONCILE, standing

    with _app(settings) as app:
        last, now = standing(app), app.now()
    backup, reconcile = last["backup"], last[RECONCILE]
    said = [
        f"last backup {_when(backup, now)}" if backup else "no backup was made so far, `run.py backup` makes one",
        f"inbox compared with our list {_when(reconcile, now)}"
        if reconcile
        else "inbox not compared with our list yet, the worker does it every night",
    ]
    alarms = (found.get("alarm") for found in reconcile.detail.values()) if reconcile else ()
    return "; ".join([*said, *(str(alarm) for alarm in alarms if alarm)])


def _when(job: "Job", now: datetime) -> str:
    """When work was done, and how long ago for who reads no dates."""
    done_at = job.done_at or now
    days = (now - done_at).days
    ago = "" if days < 1 else f" ({days} {'day' if days == 1 else 'days'} ago)"
    return f"{done_at:%Y-%m-%d %H:%M} UTC{ago}"


@contextmanager
def _app(settings: Settings) -> "Iterator[App]":
    from triage.app import build_app

    app = build_app(settings, with_kit=False)
    try:
        yield app
    finally:
        app.engine.dispose()


def _packs(root: Path, settings: Settings) -> str:
    serving = load_proven(root, settings.data_dir / "policies" / "kept")
    packs = serving.packs
    if serving.faults:
        raise OperatorError(
            str(serving.faults[0]), fix="run `run.py policy lint`, mend the pack, start the worker again"
        )
    for account in settings.accounts:
        if account.store not in packs:
            raise OperatorError(
                f"mailbox '{account.name}' is bound to store '{account.store}', which has no pack",
                fix=f"use one of {', '.join(sorted(packs))}, or write data/policies/{account.store}/pack.yaml",
            )
    return f"{len(packs)} stores: {', '.join(sorted(packs))}"


def _replies(root: Path) -> str:
    load_replies(root)
    return "templates compile"


def _learning(settings: Settings) -> str:
    from triage.usecases.learnt import waiting

    with _app(settings) as app:
        count = waiting(app)
    schedule = settings.retraining
    when = (
        f"trained at {schedule.hour:02}:{schedule.minute:02} UTC from {schedule.rows} on"
        if schedule is not None
        else "never trained by itself"
    )
    advice = "before any automation is switched on, read `run.py model evaluate --confirmed`"
    return f"{count} mails confirmed since the last training, {when}; {advice}"


def _drift(settings: Settings) -> str:
    """An alarm is a fault that a person must look at; quiet weeks and small numbers are not."""
    from triage.usecases.drift import look

    with _app(settings) as app:
        found = look(app)
    if found.alarms:
        raise OperatorError(
            "; ".join(one.in_words() for one in found.alarms),
            fix="look at `run.py model drift` and `run.py model evaluate --confirmed`; correct labels, then retrain",
        )
    return "; ".join(one.in_words() for one in found.signals)


def _clock() -> str:
    """A clock that is plainly wrong would date every promise wrong."""
    now = datetime.fromtimestamp(time.time(), UTC)
    if now.year < 2026:
        raise OperatorError(f"the machine's clock says {now:%Y-%m-%d}", fix="set the clock, or switch on NTP")
    return f"{now:%Y-%m-%d %H:%M} UTC"


def _no_mailbox() -> str:
    raise OperatorError("none configured", fix="copy .env.example to .env and set TRIAGE_STORE and TRIAGE_IMAP_*")


def mailbox_in_words(account: Account) -> str:
    """What a mailbox holds, where its drafts go and how we work with its server. Raises what connecting raises."""
    from triage.mail.imap import connect

    mailbox = connect(account)
    try:
        state = mailbox.select(mailbox.inbox())
        drafts, sent = mailbox.drafts(), mailbox.sent()
        places = f"drafts go to {drafts}, sent mail in {sent or 'no folder'}"
        return f"{state.exists} mails in {state.name}, {places}; {mailbox.abilities().strategy()}"
    finally:
        mailbox.close()


def _sign_on(name: str, sign_on: SignOn) -> str:
    from triage.mail.tokens import TOKENS

    return TOKENS.in_words(sign_on, f"mailbox '{name}'")


def _senders(account: Account) -> str:
    """How the newest mails are vouched for; a setting that no mail bears out would leave every draft without orders."""
    if account.voucher is None:
        return (
            "not verified: From is believed as it stands, so whoever writes an owner's address gets that owner's order "
            "data sent to that address; TRIAGE_AUTHSERV_ID names the mail server whose word counts"
        )
    from triage.mail.imap import connect

    mailbox = connect(account)
    try:
        mailbox.select(mailbox.inbox())
        newest = mailbox.uids_above(0)[-_SENDERS_LOOKED_AT:]
        blocks = mailbox.fetch_headers(newest, ["Authentication-Results", "Received"]) if newest else {}
    finally:
        mailbox.close()
    return borne_out(account.voucher, list(blocks.values()))


def borne_out(voucher: Voucher, blocks: Sequence[bytes]) -> str:
    """How many of these mails hold a line of the server where it counts. Raises OperatorError when none does."""
    places = [lines_above(message_from_bytes(block).raw_items(), voucher.authserv_id) for block in blocks]
    signed = [place for place in places if place is not None]
    counting = sum(1 for place in signed if place <= voucher.received_above)
    if blocks and not signed:
        raise OperatorError(
            f"none of the newest {len(blocks)} mails has an Authentication-Results line of {voucher.authserv_id}",
            fix="copy the first word after 'Authentication-Results:' of a mail in the inbox into TRIAGE_AUTHSERV_ID",
        )
    if signed and not counting:
        raise OperatorError(
            f"the lines of {voucher.authserv_id} stand below {min(signed)} Received line(s), so none counts",
            fix=f"if your own servers wrote those, and take such lines off mail from outside, set "
            f"TRIAGE_AUTHSERV_RECEIVED={min(signed)}",
        )
    return f"{counting} of the newest {len(blocks)} mails have a word of {voucher.authserv_id} that counts"


def _smtp(settings: SmtpSettings) -> str:
    from triage.mail.smtp import check_login

    return check_login(settings)
