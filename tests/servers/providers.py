"""What the great mail providers offer and refuse, as a test server can act it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Habits:
    """A kind of server. folders: name and special-use flags besides INBOX. permanent_flags: as SELECT tells them.

    searches_headers: else `UID SEARCH HEADER` is a NO. knows_keywords: else a STORE or SEARCH of one is a BAD.
    matches_ids: an APPEND of a Message-ID that a folder holds gives the old mail back. connections: at a time.
    """

    name: str
    capabilities: str
    folders: tuple[tuple[str, str], ...]
    permanent_flags: str = r"\Answered \Flagged \Deleted \Seen \Draft"
    delimiter: str = "/"
    searches_headers: bool = True
    knows_keywords: bool = True
    matches_ids: bool = False
    connections: int = 100

    def offers(self, capability: str) -> bool:
        return capability in self.capabilities.split()

    @property
    def keeps_keywords(self) -> bool:
        return "\\*" in self.permanent_flags


GMAIL = Habits(
    name="gmail",
    capabilities="IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 UIDPLUS MOVE SPECIAL-USE",
    folders=(
        ("[Gmail]", r"\HasChildren \Noselect"),
        ("[Gmail]/Alle Nachrichten", r"\All"),
        ("[Gmail]/Entwürfe", r"\Drafts"),
        ("[Gmail]/Gesendet", r"\Sent"),
        ("[Gmail]/Papierkorb", r"\Trash"),
    ),
    matches_ids=True,
    connections=15,
)
MICROSOFT = Habits(
    name="microsoft",
    capabilities="IMAP4 IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+",
    folders=(("Drafts", r"\HasNoChildren"), ("Sent Items", r"\HasNoChildren"), ("Deleted Items", r"\HasNoChildren")),
    knows_keywords=False,
)
YAHOO = Habits(
    name="yahoo",
    capabilities="IMAP4rev1 ID MOVE NAMESPACE UIDPLUS LITERAL+ CHILDREN IDLE",
    folders=(("Draft", ""), ("Sent", ""), ("Trash", ""), ("Bulk", "")),
    searches_headers=False,
)
DOVECOT = Habits(
    name="dovecot",
    capabilities="IMAP4rev1 SASL-IR LITERAL+ IDLE UIDPLUS MULTIAPPEND NAMESPACE SPECIAL-USE CHILDREN",
    folders=(("Drafts", r"\Drafts"), ("Sent", r"\Sent"), ("Trash", r"\Trash")),
    permanent_flags=r"\Answered \Flagged \Deleted \Seen \Draft \*",
    delimiter=".",
)
MINIMAL = Habits(name="minimal", capabilities="IMAP4rev1", folders=())
PROFILES = {one.name: one for one in (GMAIL, MICROSOFT, YAHOO, DOVECOT, MINIMAL)}
