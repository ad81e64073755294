"""A customer and a shop writing to each other through the worker's own path, on the real stages."""

from dataclasses import replace
from email.message import EmailMessage
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.fakes.shop import SHOP, Shop
from tests.stages.parsing.mails import picture
from triage.kit import Kit
from triage.loaders.kit import load_kit
from triage.pipeline import judge, read
from triage.store.engine import writing
from triage.store.events import REPLIED, NewEvent, add
from triage.usecases.effects import drain
from triage.usecases.ingest import poll

ROOT = Path(__file__).resolve().parents[2]
PHOTO = picture(400, 300, camera=True)


@lru_cache(maxsize=1)
def the_kit() -> Kit:
    """Packs, replies and the served classifier, loaded once."""
    return load_kit(ROOT)


def of_store(shop: Shop, store: str) -> Shop:
    """The same shop on real stages, by the pack of one of the stores."""
    kit = the_kit()
    shop.app = replace(shop.app, kit=replace(kit, packs={"shop": kit.packs[store]}), read=read, judge=judge)
    return shop


def write(shop: Shop, text: str, *, subject: str = "Re: my order", photo: bool = False, first: bool = False) -> None:
    """The customer writes, in answer to their own first mail unless it is the first; the worker does its pass."""
    post(shop, text, subject=subject, photo=photo, first=first)
    look(shop)


def post(shop: Shop, text: str, *, subject: str = "Re: my order", photo: bool = False, first: bool = False) -> None:
    """The same, while the worker does nothing yet."""
    mails = len(shop.server.folders["INBOX"].mails)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Dana Roth <dana@inbox.example>", SHOP, subject
    mail["Message-ID"] = f"<c{mails}@inbox.example>"
    if not first:
        mail["In-Reply-To"] = mail["References"] = "<c0@inbox.example>"
    mail.set_content(text)
    if photo:
        mail.add_attachment(PHOTO, maintype="image", subtype="jpeg", filename="IMG_0001.jpg")
    shop.server.deliver(mail.as_bytes().replace(b"\n", b"\r\n"), shop.clock[0])


def look(shop: Shop) -> None:
    """The worker does its pass."""
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    shop.later(hours=1)


def answer(shop: Shop) -> None:
    """The shop replied to what it has."""
    ticket = shop.rows("tickets")[0]["id"]
    with writing(shop.app.engine) as conn:
        add(conn, [NewEvent(ticket_id=ticket, kind=REPLIED, at=shop.clock[0], actor="mia")])
    shop.later(hours=1)


def claims(shop: Shop) -> list[dict[str, Any]]:
    """The claims of the newest mail, primary first."""
    rows = shop.rows("claims")
    newest = max(row["message_id"] for row in rows)
    return sorted((row for row in rows if row["message_id"] == newest), key=lambda row: int(row["position"]))


def draft(shop: Shop) -> dict[str, Any]:
    """The newest draft."""
    return shop.rows("drafts")[-1]
