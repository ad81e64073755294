"""Looking for our own drafts where people may have put them: among the drafts, the sent mails and the thrown away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from triage.mail.mailbox import Mailbox
from triage.store.drafts import StoredDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Mails in Drafts under the Message-ID of one draft. ours: UIDs with our octets. foreign: with anybody else's."""

    ours: Sequence[int]
    foreign: Sequence[int]

    def __bool__(self) -> bool:
        """True when there is any."""
        return bool(self.ours or self.foreign)


def found_in(mailbox: Mailbox, folder: str | None, wanted: Sequence[str]) -> dict[str, list[int]]:
    """UIDs of those Message-IDs that lie in a folder; those that do not are left out. None: there is no such folder."""
    if folder is None or not wanted:
        return {}
    return {one: uids for one, uids in mailbox.find_message_ids(folder, wanted).items() if uids}


def thrown_away(mailbox: Mailbox, wanted: Sequence[str]) -> set[str]:
    """Those Message-IDs that lie in Trash."""
    return set(found_in(mailbox, mailbox.trash() if wanted else None, wanted))


def copies_of(mailbox: Mailbox, folder: str, wanted: Sequence[StoredDraft]) -> tuple[int, dict[int, Copies]]:
    """The folder's UIDVALIDITY, and what lies there of each draft: at its known UID, and wherever its id is found."""
    found = mailbox.find_message_ids(folder, [draft.message_id for draft in wanted]) if wanted else {}
    state = mailbox.select(folder)
    known: dict[int, list[int]] = {}
    for draft in wanted:
        noted = [draft.uid] if draft.uid is not None and draft.uidvalidity == state.uidvalidity else []
        known[draft.id] = sorted({*noted, *found.get(draft.message_id, [])})
    octets = octets_of(mailbox, sorted({uid for uids in known.values() for uid in uids}))
    return state.uidvalidity, {draft.id: _sorted_out(draft, known[draft.id], octets) for draft in wanted}


def octets_of(mailbox: Mailbox, uids: Sequence[int]) -> Mapping[int, bytes]:
    """The octets of mails of the selected folder; vanished ones are left out."""
    return {mail.uid: mail.raw for mail in mailbox.fetch(uids) if mail.raw is not None} if uids else {}


def is_ours(draft: StoredDraft, octets: bytes) -> bool:
    """Whether these are, to the last byte, the octets that we laid there."""
    return sha256(octets).hexdigest() == draft.sha256


def _sorted_out(draft: StoredDraft, uids: Sequence[int], octets: Mapping[int, bytes]) -> Copies:
    there = [uid for uid in uids if uid in octets]
    ours = [uid for uid in there if is_ours(draft, octets[uid])]
    return Copies(ours=ours, foreign=[uid for uid in there if uid not in ours])
