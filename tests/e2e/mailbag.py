"""Mails by the hundred, each with a name of its own by which it is found again; the same for the same seed."""

# the words of mails
import io
import random
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field

from imapclient import IMAPClient
from PIL import Image

MATTERS = (
    (
        "Wrong colour",
        "I ordered the black one and a blue one came in the parcel. Order {number}. Please send the right one.",
    ),
    ("Arrived broken", "My order {number} arrived broken, the glass is cracked right through. What now?"),
    (
        "Where is my parcel",
        "Order {number} should have been here last week and nothing has arrived. Tracking has not moved.",
    ),
    (
        "Refund still missing",
        "You confirmed my refund for {number} three weeks ago and there is still no money on my account.",
    ),
    ("Please cancel", "I would like to cancel order {number}, it has not been shipped yet I think."),
    ("Which size", "I am between S and M, which size should I take for the leggings? I am 168 cm tall."),
    ("Thank you", "Just wanted to say that the parcel {number} came today and everything is lovely."),
    (
        "Falscher Artikel",
        "Guten Tag, in meinem Paket {number} lag der falsche Artikel. Bitte schicken Sie mir den richtigen.",
    ),
    (
        "Remboursement",
        "Bonjour, je n'ai toujours pas reçu le remboursement de la commande {number}. Merci de vérifier.",
    ),
)
AUTOMATIC_EVERY = 25
PHOTO_EVERY = 20


def picture() -> bytes:
    """A small photograph-like JPEG: noise, so that no two halves of it are alike."""
    chance = random.Random(3)
    image = Image.frombytes("RGB", (320, 240), chance.randbytes(320 * 240 * 3)).resize((640, 480))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=30)
    return out.getvalue()


PHOTO = picture()


@dataclass(frozen=True)
class Posted:
    """One mail of the bag. name: its Message-ID."""

    name: str
    automatic: bool
    raw: bytes = field(repr=False)


def mailbag(count: int, seed: int = 7) -> Iterator[Posted]:
    """`count` mails; every 25th is an automatic answer, every 20th brings a picture."""
    chance = random.Random(seed)
    for number in range(count):
        subject, words = chance.choice(MATTERS)
        name = f"<{seed}.{number}.{chance.getrandbits(64):016x}@customer.example>"
        automatic = number % AUTOMATIC_EVERY == AUTOMATIC_EVERY - 1
        text = f"Hello,\n\n{words.format(number=10000 + number)}\n\nRegards\nCustomer {number}\n"
        yield Posted(name, automatic, _raw(number, name, subject, text, automatic=automatic))


def _raw(number: int, name: str, subject: str, text: str, *, automatic: bool) -> bytes:
    lines = [
        f"From: Kim Number{number} <kim{number}@customer.example>",
        "To: support@shop.example",
        f"Subject: {'Out of office: ' if automatic else ''}{subject}",
        "Date: Tue, 10 Mar 2026 10:00:00 +0000",
        f"Message-ID: {name}",
        "MIME-Version: 1.0",
        *(["Auto-Submitted: auto-replied"] if automatic else []),
    ]
    body = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", _base64(text.encode())]
    if number % PHOTO_EVERY == 0:
        photo = ["Content-Type: image/jpeg; name=photo.jpg", "Content-Transfer-Encoding: base64",
                 "Content-Disposition: attachment; filename=photo.jpg", "", _base64(PHOTO)]  # fmt: skip
        parts = ["--bag", *body, "--bag", *photo, "--bag--"]
        return "\r\n".join([*lines, "Content-Type: multipart/mixed; boundary=bag", "", *parts, ""]).encode()
    return "\r\n".join([*lines, *body, ""]).encode()


def _base64(octets: bytes) -> str:
    text = b64encode(octets).decode()
    return "\r\n".join(text[start : start + 76] for start in range(0, len(text), 76))


def post(box: IMAPClient, mails: Iterator[Posted] | list[Posted], folder: str = "INBOX") -> list[Posted]:
    """Lay mails into a folder, many in one command; gives them back."""
    posted = list(mails)
    for start in range(0, len(posted), 100):
        box.multiappend(folder, [mail.raw for mail in posted[start : start + 100]])
    return posted
