"""What is our own: addresses that we write from, and the ids of what we wrote."""

import re

from triage.app import App
from triage.errors import OperatorError
from triage.loaders.settings import Account
from triage.mail.compose import draft_message_id, own_message_id
from triage.records import Address, address_key

DOMAIN = re.compile(r"[A-Za-z0-9.-]{1,200}")
ADDRESS = re.compile(r"[^\s@<>\[\]()\",;:]+@[^\s@<>\[\]()\",;:]+")


def from_address(app: App, account: Account) -> Address:
    """Whom replies of this mailbox are from: as set, else the log-in when it is an address, else the shop's contact.

    Raises OperatorError when none of them is an address that can be written from.
    """
    pack = app.kit.pack(account.store)
    for address in (account.from_address, account.user, pack.contact):
        if ADDRESS.fullmatch(address):
            return Address(name=account.from_name or pack.name, address=address)
    raise OperatorError(
        f"mailbox '{account.name}': neither log-in nor pack '{account.store}' tells an address to write from",
        fix="set TRIAGE_FROM_ADDRESS (from_address in triage.toml)",
    )


def own_addresses(app: App, account: Account) -> frozenset[str]:
    """Addresses whose mail is ours, lower case."""
    known = {from_address(app, account).address, account.user}
    return frozenset(address.lower() for address in known if "@" in address)


def shop_addresses(app: App) -> frozenset[str]:
    """Addresses of every mailbox of the shop, by `address_key`: nothing is ever sent to them."""
    known: set[str] = set()
    for account in app.settings.accounts:
        packs = app.kit.packs.get(account.store, ())
        known |= {account.from_address, account.user, *(pack.contact for pack in packs)}
    return frozenset(address_key(one) for one in known if ADDRESS.fullmatch(one))


def new_message_id(app: App, account: Account, public_id: str, revision: int) -> str:
    """The Message-ID of one revision of a ticket's reply: always the same, and only we can make it."""
    return draft_message_id(public_id, revision, app.settings.secret_key, _domain(from_address(app, account).address))


def thread_mark(app: App, message_id: str) -> str | None:
    """What names the ticket of one of our Message-IDs in References: an id of revision 0, which no mail ever bears.

    Where a provider gives our reply another Message-ID, answers to it still name their ticket. None for a foreign id.
    """
    public_id = own_ticket(app, message_id)
    if public_id is None:
        return None
    return draft_message_id(public_id, 0, app.settings.secret_key, message_id.removesuffix(">").rpartition("@")[2])


def own_ticket(app: App, message_id: str) -> str | None:
    """Public id of the ticket that one of our own Message-IDs belongs to; None for any other id, forged ones too."""
    found = own_message_id(message_id, app.settings.secret_key)
    return found[0] if found is not None else None


def _domain(address: str) -> str:
    """The domain of an address in ASCII, fit for an id; `localhost` when it has none."""
    name = address.rpartition("@")[2] if "@" in address else ""
    try:
        plain = name.encode("idna").decode("ascii")
    except UnicodeError:
        plain = ""
    return plain if DOMAIN.fullmatch(plain) else "localhost"
