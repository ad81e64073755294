"""A shop on real stages and an SQLite file, for faults that need no real server."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.fakes.sender import FakeSender
from tests.fakes.shop import Shop, a_shop
from tests.usecases.conversation import of_store
from triage.app import App
from triage.records import OrderRecord
from triage.store import orders
from triage.store.engine import open_engine, writing
from triage.store.migrate import upgrade
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.review import look
from triage.usecases.send import approve

MAKES = {"milliretro": "MR", "migems": "MG"}


def real_shop(folder: Path, store: str = "milliretro", *, sender: FakeSender | None = None, **account: Any) -> Shop:
    """A shop with the pack of one store; account: settings of its mailbox."""
    engine = open_engine(f"sqlite:///{folder / 'shop.db'}")
    upgrade(engine)
    shop = of_store(a_shop(engine, folder, since=None, sender=lambda _: sender), store)
    shop.account = replace(shop.account, **account)
    shop.app = replace(shop.app, settings=replace(shop.app.settings, accounts=(shop.account,)))
    return shop


def give_orders(app: App, records: list[OrderRecord]) -> None:
    """Let the shop know these orders."""
    with writing(app.engine) as conn:
        orders.put(conn, {(one.store, one.number): one for one in records}, app.now())


def deliver(shop: Shop, *mails: bytes) -> None:
    """Mails come in, and the worker does its pass."""
    for mail in mails:
        shop.server.deliver(mail.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)


def letter(*lines: str, text: str) -> bytes:
    """A mail with these headers."""
    kind = ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
    return "\n".join([*lines, *kind, "", text, ""]).encode()


def reply(shop: Shop, public_id: str, text: str | None = None) -> str:
    """An agent approves the draft, and it is sent; its Message-ID. Time passes, as only so many go to one address."""
    shop.later(minutes=21)
    approved(shop, public_id, text)
    drain(shop.app, shop.account, shop.mailbox)
    return look(shop.app, public_id).sent[-1].message_id


def approved(shop: Shop, public_id: str, text: str | None = None) -> None:
    """An agent approves the draft."""
    view = look(shop.app, public_id)
    assert view.draft is not None
    assert view.newest is not None
    approve(
        shop.app,
        public_id,
        draft_revision=view.draft.revision,
        text=text or view.draft.text,
        last_message_id=view.newest.id,
        user="mia",
        idempotency_key=f"{public_id}-{view.draft.revision}",
    )
