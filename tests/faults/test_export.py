"""A person's export is whole, can be read again, and tells nothing of other people."""

import email
import email.policy
import json
import mailbox
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from tests.fakes.shop import NOON, Shop, a_mail, a_shop
from triage.errors import InputError
from triage.mail.masking import masked_mail, masked_text
from triage.store.engine import writing
from triage.store.schema import messages, orders
from triage.usecases.export import export
from triage.usecases.ingest import poll


@pytest.fixture
def shop(engine: Engine, tmp_path: Path) -> Shop:
    return a_shop(engine, tmp_path / "shop", since=None)


def _read(folder: Path) -> tuple[dict, list[bytes]]:
    box = mailbox.mbox(folder / "mails.mbox")
    try:
        mails = [box.get_bytes(key) for key in box.keys()]  # noqa: SIM118  # a mailbox is no dict
    finally:
        box.close()
    return json.loads((folder / "person.json").read_text()), mails


def test_an_export_holds_every_mail_file_and_order_and_reads_back(shop: Shop, tmp_path: Path):
    for number in range(5):
        shop.server.deliver(a_mail(number, text="From here on\nall broke", extra=f"X-Photo: photo {number}"), NOON)
    shop.server.deliver(a_mail(9, sender="b@mail.example", extra="X-Photo: not theirs"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    with writing(shop.app.engine) as conn:
        facts = {"store": "shop", "number": "A1", "customer_email": "ada@mail.example", "facts": {"total": 3}}
        conn.execute(insert(orders), [facts | {"imported_at": NOON}])
    done = export(shop.app, "ADA@mail.example", out=tmp_path / "out")
    told, mails = _read(tmp_path / "out")
    assert (done.tickets, done.mails, done.files, done.orders) == (5, 5, 5, 1)
    assert (len(told["tickets"]), len(told["mails"]), len(told["orders"]), len(mails)) == (5, 5, 1, 5)
    assert {one["ticket"] for one in told["mails"]} == {one["public_id"] for one in told["tickets"]}
    files = {tmp_path / "out" / part["file"] for mail in told["mails"] for part in mail["attachments"]}
    assert sorted(path.read_bytes() for path in files) == [f"photo {number}".encode() for number in range(5)]
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
    parsed = [email.message_from_bytes(one, policy=email.policy.default) for one in mails]
    assert [one["Message-ID"] for one in parsed] == [f"<m{number}@mail.example>" for number in range(5)]
    assert "From here on\nall broke" in parsed[0].get_content().replace(">From", "From")


@pytest.mark.slow
def test_ten_thousand_mails_are_exported_within_a_minute(shop: Shop, tmp_path: Path, volume: Callable[[int], int]):
    wanted = volume(10_000)
    shop.server.deliver(a_mail(0, extra="Cc: Bob <bob@other.example>"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    (first,) = shop.rows("messages")
    raw = [a_mail(number, text=f"{number} bob@other.example said " + "so " * 300) for number in range(1, wanted)]
    with writing(shop.app.engine) as conn:
        copies = [
            {key: value for key, value in first.items() if key != "id"} | {"sha256": digest}
            for digest in shop.app.blobs.put_many(raw)
        ]
        conn.execute(insert(messages), copies)
    began = time.monotonic()
    done = export(shop.app, "ada@mail.example", out=tmp_path / "out")
    seconds = time.monotonic() - began
    told, mails = _read(tmp_path / "out")
    assert done.mails == len(mails) == len(told["mails"]) == wanted
    assert b"bob@other" not in b"".join(mails)
    assert seconds <= 60 * wanted / 10_000 + 5


OTHERS = b"""\
From: =?utf-8?q?J=C3=B6rg?= <Ada@Mail.example>
To: help@shop.example, "Bob Builder" <bob@other.example>
Cc: =?utf-8?q?Carl_=3Ccarl=40other.example=3E?= <carl@other.example>
Subject: =?utf-8?q?write_to_dora=40other.example?=
X-Note: from bob@other.example
Message-ID: <abc@elsewhere.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=cut

--cut
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

Z3LDvMOfZSBib2JAb3RoZXIuZXhhbXBsZSBhbmQgYWRhQG1haWwuZXhhbXBsZQ==
--cut
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<a href=3D"mailto:bob=40other.example">gr=FC=DFe</a>
--cut--
"""


def test_other_people_are_masked_in_headers_and_bodies_whatever_their_encoding():
    known = frozenset({"ada@mail.example", "help@shop.example"})
    mail = email.message_from_bytes(masked_mail(OTHERS, known), policy=email.policy.default)
    plain, html = mail.get_payload()
    seen = "\n".join([*map(str, mail.values()), plain.get_content(), html.get_content()])
    for word in ("bob@", "carl@", "dora@", "Bob", "Carl"):
        assert word not in seen
    assert mail["From"].addresses[0].display_name == "Jörg"
    assert mail["Message-ID"] == "<abc@elsewhere.example>"
    assert "grüße masked@masked.invalid and ada@mail.example" in plain.get_content()
    assert "grüße" in html.get_content()


@pytest.mark.parametrize("raw", [b"", b"\x00\xff@", b"Subject: x@y.example\n", b"From: @@@\n\n@@" * 50])
def test_no_mail_is_too_broken_to_be_masked(raw: bytes):
    assert b"x@y.example" not in masked_mail(raw, frozenset())


@pytest.mark.parametrize("text", ["a" * 1_000_000, "a@" * 500_000, "@" * 1_000_000, ("a." * 50 + "@") * 10_000])
def test_masking_a_megabyte_takes_no_time_worth_naming(text: str):
    began = time.process_time()
    masked_text(text, frozenset())
    assert time.process_time() - began <= 1.0


def test_what_nobody_wrote_about_is_told_as_such(shop: Shop, tmp_path: Path):
    with pytest.raises(InputError, match="nothing is kept"):
        export(shop.app, "nobody@mail.example", out=tmp_path / "out")


def test_a_folder_that_holds_something_is_not_written_into(shop: Shop, tmp_path: Path):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").touch()
    with pytest.raises(InputError, match="something already"):
        export(shop.app, "ada@mail.example", out=tmp_path / "out")
