"""What a server can, and which way of working follows from it."""

from dataclasses import dataclass

ASKED = ("IDLE", "UIDPLUS", "MULTIAPPEND", "LITERAL+", "SPECIAL-USE", "CONDSTORE", "NAMESPACE", "MOVE")
"""Capabilities that make a difference to us or to who reads the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """offered: capabilities of `ASKED` that the server announced. keywords: INBOX keeps new ones.

    header_search: it was asked for a Message-ID and did not decline.
    """

    offered: frozenset[str]
    keywords: bool
    header_search: bool

    def strategy(self) -> str:
        """The ways chosen, for people: one line."""
        ways = (
            "mails are marked by keywords" if self.keywords else "no keywords, the ledger alone remembers",
            "drafts are found again by " + ("HEADER search" if self.header_search else "reading headers"),
            "where a draft lies is told by " + ("APPENDUID" if "UIDPLUS" in self.offered else "a search"),
            "drafts are removed by UID EXPUNGE" if "UIDPLUS" in self.offered else "drafts are only flagged as deleted",
            "new mail is told by " + ("IDLE" if "IDLE" in self.offered else "polling"),
        )
        names = " ".join(name for name in ASKED if name in self.offered)
        return f"the server offers {names or 'nothing beyond IMAP4rev1'}: {', '.join(ways)}"
