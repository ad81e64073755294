"""Looking for our own drafts where people may have put them: among the drafts, the sent mails and the thrown away."""

from collections.abc import Sequence

from triage.mail.mailbox import Mailbox


def found_in(mailbox: Mailbox, folder: str | None, wanted: Sequence[str]) -> dict[str, list[int]]:
    """UIDs of those Message-IDs that lie in a folder; those that do not are left out. None: there is no such folder."""
    if folder is None or not wanted:
        return {}
    return {one: uids for one, uids in mailbox.find_message_ids(folder, wanted).items() if uids}


def thrown_away(mailbox: Mailbox, wanted: Sequence[str]) -> set[str]:
    """Those Message-IDs that lie in Trash."""
    return set(found_in(mailbox, mailbox.trash() if wanted else None, wanted))
