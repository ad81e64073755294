"""Row 25: whatever stands in a customer's headers, what leaves has the planned headers and one planned recipient."""

import email
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from email.utils import getaddresses
from pathlib import Path

import pytest

from tests.fakes.shop import SHOP
from tests.faults.shops import approved, deliver, letter, real_shop
from tests.servers.smtp_sink import SmtpSink
from triage.errors import TriageError
from triage.mail.smtp import SmtpSender
from triage.usecases.effects import drain

PLANNED = {
    "from", "to", "subject", "message-id", "x-triage-draft", "date", "in-reply-to", "references", "mime-version",
    "content-type",
}  # fmt: skip
EVIL = "victim@evil.example"
HEADER = f"Bcc: {EVIL}"
POISON = [
    f"=?utf-8?q?cup=0D=0A{HEADER.replace(' ', '_')}?=",
    f"=?utf-8?q?cup=0A{HEADER.replace(' ', '_')}?=",
    f"=?utf-8?q?cup=0D{HEADER.replace(' ', '_')}?=",
    "=?utf-8?b?Y3VwDQpCY2M6IHZpY3RpbUBldmlsLmV4YW1wbGU=?=",
    "=?utf-8?b?Y3VwDQoNCjxodG1sPmhlbGxvPC9odG1sPg==?=",
    f"=?utf-7?q?cup+AA0ACg-{HEADER.replace(' ', '_')}?=",
    f"=?utf-16?b?AGMAdQBwAA0ACgBCAGMAYwA6ACAAeA==?={HEADER}",
    f"cup\x0b{HEADER}",
    f"cup\x0c{HEADER}",
    f"cup\x85{HEADER}",
    f"cup\u2028{HEADER}",
    f"cup\u2029{HEADER}",
    f"cup\x00{HEADER}",
    f"cup =?utf-8?q?=3D=3Futf-8=3Fq=3F=0ABcc=3A_{EVIL.replace('@', '=40')}=3F=3D?=",
    "=?utf-8?q?cup=E2=80=AE=E2=80=AF?=",
    f"cup, {EVIL}",
    f"cup; {EVIL}",
    f"<{EVIL}>",
    f'"cup" <{EVIL}>',
    f"Team: {EVIL};",
    "x" * 5000,
    "=?utf-8?q?" + "=41" * 2000 + "?=",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") * 300,
    "=?x-unknown?q?=ff=fe?=",
    "=?utf-8?q?=ff=fe=0aX-Evil:_1?=",
    "\\\r\n X-Evil: 1",
    "(((((((((((((((",
    '"""""""""""""',
    "%0d%0aBcc:%20x",
    "{{ 7*7 }} {% raw %}",
]
PLACES = ["Subject", "From name", "Message-ID", "References", "In-Reply-To", "Reply-To", "To", "Cc", "Date", "Sender"]


def hostile(number: int, place: str, poison: str) -> bytes:
    fields = {
        "From": f"Ann <ann{number}@mail.example>",
        "To": SHOP,
        "Subject": f"cup {number}",
        "Message-ID": f"<{number}@mail.example>",
    }
    if place == "From name":
        fields["From"] = f"{poison} <ann{number}@mail.example>"
    elif place in ("Message-ID", "In-Reply-To", "References"):
        fields[place] = f"<{number}{poison}@mail.example>"
    else:
        fields[place] = poison
    lines = [f"{name}: {value}" for name, value in fields.items()]
    return letter(*lines, text=f"My cup arrived broken, the handle was off. Number {number}.")


@pytest.mark.row(25)
def test_hostile_headers_add_no_header_and_no_recipient(
    tmp_path: Path, chance: random.Random, volume: Callable[[int], int], smtp_sink: SmtpSink
):
    shop = real_shop(tmp_path)
    shop.app = replace(shop.app, sender=lambda _: SmtpSender(smtp_sink.settings))
    pairs = [(place, poison) for place in PLACES for poison in POISON]
    chance.shuffle(pairs)
    whole = volume(500)
    mails = [hostile(number, *pairs[number % len(pairs)]) for number in range(whole)]
    deliver(shop, *mails)
    assert len(shop.rows("tickets")) == whole
    assert {row["status"] for row in shop.rows("tickets")} <= {"open", "quarantined"}
    sent = 0
    for row in shop.rows("tickets"):
        with suppress(TriageError, AssertionError):  # no draft, or one that must not leave: a person sees the ticket
            approved(shop, row["public_id"])
            sent += 1
    for _ in range(sent):  # replies leave at a pace
        if len(smtp_sink.delivered) == sent:
            break
        drain(shop.app, shop.account, shop.mailbox)
        shop.later(hours=1)
    assert len(smtp_sink.delivered) == sent > whole * 0.8
    for one in smtp_sink.delivered:
        message = email.message_from_bytes(one.content)
        names = [name.lower() for name in message.keys()]  # noqa: SIM118  # each header, repeated ones too
        assert len(names) == len(set(names))
        assert set(names) <= PLANNED, names
        assert [address for _, address in getaddresses(message.get_all("To", []))] == list(one.recipients)
        assert len(one.recipients) == 1
        assert one.recipients == (EVIL,) or one.recipients[0].startswith("ann")
        assert b"\nX-Evil" not in one.content
    for raw in shop.drafts():
        head = email.message_from_bytes(raw)
        assert {name.lower() for name in head.keys()} <= PLANNED  # noqa: SIM118  # a mail names a header more than once
