"""Where drafts and sent mail lie on a server: asked for, and made where people would miss it."""

from collections.abc import Sequence

from triage.errors import OperatorError
from triage.mail.folders import DRAFTS_NAMES, SENT_NAMES, TRASH_NAMES, find_folder
from triage.mail.mailbox import Access
from triage.mail.wire import Declined, Wire


def drafts_place(wire: Wire, account: Access) -> str:
    """Name of the Drafts folder; created when there is none. Raises `OperatorError` when that is a guess."""
    return _find(wire, "\\drafts", DRAFTS_NAMES, account.drafts, "TRIAGE_IMAP_DRAFTS") or _create(wire, account)


def sent_place(wire: Wire, account: Access) -> str | None:
    """Name of the Sent folder, if any. Raises `OperatorError` when the configured one is missing."""
    found = _find(wire, "\\sent", SENT_NAMES, account.sent, "TRIAGE_IMAP_SENT")
    if account.sent is not None and found is None:
        raise OperatorError(
            f"mailbox {account.name!r}: there is no folder {account.sent!r}", fix="correct TRIAGE_IMAP_SENT"
        )
    return found


def trash_place(wire: Wire) -> str | None:
    """Name of the folder that people throw mails into, if it is plain which one."""
    try:
        return _find(wire, "\\trash", TRASH_NAMES, None, "the mailbox")
    except OperatorError:
        return None


def _find(wire: Wire, use: str, names: Sequence[str], configured: str | None, setting: str) -> str | None:
    try:
        folders = wire.folders()
    except Declined as declined:
        wire.give_up("list the folders", declined)
    return find_folder(folders, use=use, names=names, configured=configured, setting=setting)


def _create(wire: Wire, account: Access) -> str:
    name = account.drafts or f"{wire.personal_prefix()}Drafts"
    try:
        wire.create(name)
    except Declined as declined:
        if declined.code == "ALREADYEXISTS" or "exist" in declined.answer.lower():
            raise OperatorError(
                f"mailbox {account.name!r}: the folder {name!r} cannot hold mail",
                fix="name another one in TRIAGE_IMAP_DRAFTS",
            ) from declined
        wire.give_up("create a Drafts folder", declined)
    return name
