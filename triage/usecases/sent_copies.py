"""A copy of each sent reply in the Sent folder, unless the provider put one there itself."""

from collections.abc import Sequence

from triage.app import App
from triage.mail.mailbox import Mailbox
from triage.store.effects import DONE, Effect
from triage.usecases.outbox import attempt, settle


def file_sent_copies(app: App, mailbox: Mailbox, taken: Sequence[Effect]) -> int:
    """Append copies that are not there yet; returns how many. payload: message_id, and sha256 of the octets."""
    folder = mailbox.sent()
    if folder is None:
        settle(app, [(one, DONE, {"no_sent_folder": True}) for one in taken])
        return 0
    there = mailbox.find_message_ids(folder, [one.payload["message_id"] for one in taken])
    found = [one for one in taken if there.get(one.payload["message_id"])]
    settle(app, [(one, DONE, {"was_there": True}) for one in found])
    filed = 0
    for one in taken:
        if one in found:
            continue
        for ours in attempt(app, [one], {"folder": folder}):
            place = mailbox.append_sent(folder, app.blobs.get(one.payload["sha256"]))
            settle(app, [(ours, DONE, {**ours.evidence, "uid": place.uid})])
            filed += 1
    return filed
