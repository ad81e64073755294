"""Mails by their Message-ID, on servers that search headers, that refuse to, and that answer from an old index."""

import email
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triage.mail.responses import as_set, body_of, head, in_pages, uid_of
from triage.mail.rest import asked_rest
from triage.mail.wire import Declined, Wire

HEADER_PAGE = 500
SEARCH_PAGE = 20
LONGEST_TERM = 900


@dataclass(slots=True)
class Finder:
    """Looks in the selected folder. searches: None until the server was asked to search headers, then whether it can.

    Every hit is checked against the header itself: SEARCH finds parts of an id too.
    """

    searches: bool | None = None

    def find(self, wire: Wire, message_ids: Sequence[str], from_uid: int | None) -> dict[str, list[int]]:
        """UIDs for each id, ascending; see `Mailbox.find_message_ids`. Raises `Declined` when nothing can be asked."""
        found: dict[str, list[int]] = {wanted: [] for wanted in message_ids}
        searchable = [wanted for wanted in found if _searchable(wanted)]
        hits = self._hits(wire, searchable) if searchable else set()
        if from_uid is not None:
            hits = (hits or set()) | {uid for uid in wire.search(b"UID", b"%d:*" % max(1, from_uid)) if uid >= from_uid}
        elif hits is None:
            hits = set(wire.search(b"ALL"))
        headers = fetch_headers(wire, sorted(hits), ["Message-ID"])
        for uid in sorted(headers):
            message_id = str(email.message_from_bytes(headers[uid]).get("Message-ID", "")).strip()
            if message_id in found:
                found[message_id].append(uid)
        return found

    def _hits(self, wire: Wire, message_ids: Sequence[str]) -> set[int] | None:
        """What the server finds; None when it cannot search headers."""
        if self.searches is False:
            return None
        try:
            hits = {hit for page in in_parts(message_ids, SEARCH_PAGE) for hit in wire.search(any_of(page))}
        except Declined as declined:
            if asked_rest(declined.answer) is not None:
                raise
            self.searches = False
            return None
        self.searches = True
        return hits


def _searchable(message_id: str) -> bool:
    return message_id.isascii() and message_id.isprintable() and len(message_id) < LONGEST_TERM


def in_parts(entries: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Consecutive slices of at most `size`."""
    for start in range(0, len(entries), size):
        yield entries[start : start + size]


def any_of(message_ids: Sequence[str]) -> bytes:
    """A SEARCH for mails whose Message-ID contains any of these; they are printable ASCII."""
    quoted = [wanted.replace("\\", "\\\\").replace('"', '\\"') for wanted in message_ids]
    terms = [f'HEADER Message-ID "{wanted}"' for wanted in quoted]
    return " ".join(["OR " + term for term in terms[:-1]] + terms[-1:]).encode("ascii")


def fetch_headers(wire: Wire, uids: Sequence[int], names: Sequence[str]) -> dict[int, bytes]:
    """Header block restricted to `names`, by UID; mails that are gone or refused are left out."""
    found: dict[int, bytes] = {}
    items = f"(UID BODY.PEEK[HEADER.FIELDS ({' '.join(name.upper() for name in names)})])"
    for page in in_pages(uids, HEADER_PAGE):
        try:
            for pieces in wire.fetch(as_set(page), items):
                uid, block = uid_of(head(pieces)), body_of(pieces)
                if uid is not None and block is not None:
                    found[uid] = block
        except Declined as declined:
            if asked_rest(declined.answer) is not None:
                wire.give_up("hand out headers", declined)
            continue  # vanished meanwhile; what came before the NO counts
    return found
