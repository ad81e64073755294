"""Mails read a second, beside plain mail-parser and the standard library, on the same generated mails in one run.

    python benchmarks/parse.py [MAILS]

Every reader must give subject, sender, text and the decoded octets of all attachments. CPU time of one process;
the ratios matter, not the absolute figures. `plain` mails are what most customers write; `mixed` adds HTML, photos and
quoted history in the shares of a shop's mailbox.
"""

import base64
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import mailparser

from triage.records import RawMail
from triage.stages.parse import parse

WORDS = [
    "the",
    "ring",
    "came",
    "broken",
    "and",
    "my",
    "order",
    "has",
    "not",
    "been",
    "refunded",
    "please",
    "tell",
    "me",
    "when",
    "it",
    "will",
    "be",
    "sent",
    "thank",
    "you",
]
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)


def sentence(chance: random.Random, words: int) -> str:
    """Words in no order."""
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def plain_mail(chance: random.Random, number: int) -> EmailMessage:
    """A text of a few lines with the trace headers of a delivered mail."""
    mail = EmailMessage()
    for hop in range(3):
        mail["Received"] = (
            f"from mx{hop}.mail.example ([192.0.2.{hop}]) by in.shop.example; Sun, 1 Mar 2026 10:12:0{hop} +0000"
        )
    mail["From"] = f"Customer {number} <customer{number}@mail.example>"
    mail["To"] = "help@shop.example"
    mail["Subject"] = f"Bestellung {10000 + number}: Größe" if number % 3 == 0 else f"Order {10000 + number}"
    mail["Date"] = "Sun, 01 Mar 2026 10:12:00 +0000"
    mail["Message-ID"] = f"<{number}@mail.example>"
    mail.set_content("\n\n".join(sentence(chance, 18) for _ in range(4)) + f"\n\nOrder {10000 + number}\nAnn\n")
    return mail


def mixed_mail(chance: random.Random, number: int) -> EmailMessage:
    """A plain mail, to which one in two adds HTML, one in five a quoted mail, one in ten a photo."""
    mail = plain_mail(chance, number)
    text = mail.get_content()
    if number % 5 == 0:
        quoted = "\n".join("> " + sentence(chance, 14) for _ in range(20))
        mail.set_content(f"{text}\nOn Sun, 1 Mar 2026 at 10:00, Shop <help@shop.example> wrote:\n{quoted}\n")
    if number % 2 == 0:
        mail.add_alternative(f"<html><body><p>{text.replace(chr(10) * 2, '</p><p>')}</p></body></html>", subtype="html")
    if number % 10 == 0:
        mail.add_attachment(chance.randbytes(200_000), maintype="image", subtype="jpeg", filename="ring.jpg")
    return mail


def ours(raw: bytes) -> object:
    """This project's reading, kinds of attachments and new text included."""
    return parse(RawMail(raw=raw, received_at=MOMENT, source="benchmark"))


def by_mail_parser(raw: bytes) -> object:
    """mail-parser as its documentation shows it."""
    mail = mailparser.parse_from_bytes(raw)
    files = [base64.b64decode(file["payload"]) for file in mail.attachments if file["binary"]]
    return mail.subject, mail.from_, mail.text_plain or mail.text_html, files


def by_standard_library(raw: bytes) -> object:
    """The standard library with its modern policy."""
    mail = message_from_bytes(raw, policy=policy.default)
    body = mail.get_body(("plain", "html"))
    text = body.get_content() if body else ""
    return mail["subject"], mail["from"], text, [part.get_payload(decode=True) for part in mail.iter_attachments()]


READERS: dict[str, Callable[[bytes], object]] = {
    "triage": ours,
    "mail-parser": by_mail_parser,
    "stdlib policy.default": by_standard_library,
}


def mails_a_second(reader: Callable[[bytes], object], mails: list[bytes]) -> float:
    """Best of three runs, in mails per CPU second."""
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        for raw in mails:
            reader(raw)
        best = max(best, len(mails) / (time.process_time() - start))
    return best


def main(count: int) -> None:
    """Print one line a reader and kind of mail."""
    for kind, make in (("plain", plain_mail), ("mixed", mixed_mail)):
        chance = random.Random(7)
        mails = [make(chance, number).as_bytes() for number in range(count)]
        size = sum(map(len, mails)) / count / 1000
        speeds = {name: mails_a_second(reader, mails) for name, reader in READERS.items()}
        for name, speed in speeds.items():
            print(
                f"{kind:6} {size:6.1f} kB  {name:22} {speed:7.0f} mails/s  "
                f"{speed / speeds['mail-parser']:5.2f} x mail-parser"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
