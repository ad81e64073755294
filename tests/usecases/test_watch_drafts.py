"""What a person changes in Drafts is theirs at once; what only moved is followed; what is gone tells nothing."""

import pytest

from tests.fakes.sender import FakeSender
from tests.fakes.shop import Shop, a_mail
from triage.errors import Refused
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.send import approve
from triage.usecases.watch_drafts import watch_drafts


def _a_draft(shop: Shop) -> bytes:
    """A ticket whose draft lies in Drafts; its octets, taken out of the folder."""
    shop.server.deliver(a_mail(1), shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    (mail,) = shop.server.folders["Drafts"].mails.values()
    shop.server.folders["Drafts"].mails.clear()
    return mail.raw


def _watch(shop: Shop) -> int:
    return watch_drafts(shop.app, shop.account, shop.mailbox)


def _put(shop: Shop, raw: bytes) -> int:
    return shop.server.deliver(raw, shop.clock[0], folder="Drafts")


def _state(shop: Shop) -> str:
    (row,) = shop.rows("drafts")
    return str(row["state"])


def test_a_draft_that_lies_where_it_was_laid_costs_no_fetch(shop: Shop):
    raw = _a_draft(shop)
    shop.server.folders["Drafts"].uidnext = 1
    _put(shop, raw)
    shop.server.calls.clear()
    assert _watch(shop) == 0
    assert not {"fetch", "fetch_headers"} & set(shop.server.calls)


def test_a_changed_copy_under_our_id_is_a_persons(shop: Shop):
    _put(shop, _a_draft(shop).replace(b"\r\n\r\n", b"\r\n\r\nmore\r\n", 1))
    assert _watch(shop) == 1
    assert _state(shop) == "human"
    event = shop.rows("events")[-1]
    assert (event["kind"], event["actor"]) == ("edited", "mail program")
    assert _watch(shop) == 0


def test_a_copy_under_a_new_id_that_answers_the_same_mail_is_a_persons(shop: Shop):
    _a_draft(shop)
    _put(shop, b"Message-ID: <own@mail-program.example>\r\nIn-Reply-To: <m1@mail.example>\r\n\r\nwords\r\n")
    assert _watch(shop) == 1
    assert _state(shop) == "human"


def test_a_draft_that_only_moved_is_followed(shop: Shop):
    uid = _put(shop, _a_draft(shop))
    assert _watch(shop) == 0
    (row,) = shop.rows("drafts")
    assert (row["state"], row["uid"]) == ("filed", uid)


@pytest.mark.parametrize(
    "other",
    [b"", b"In-Reply-To: <m2@mail.example>\r\n\r\nto somebody else\r\n", b"Subject: notes\r\n\r\nto myself\r\n"],
)
def test_a_draft_that_is_simply_gone_stays_the_consoles(shop: Shop, other: bytes):
    _a_draft(shop)
    if other:
        _put(shop, other)
    assert _watch(shop) == 0
    assert _state(shop) == "filed"


def test_in_folders_numbered_anew_drafts_are_known_by_their_octets(shop: Shop):
    uid = _put(shop, _a_draft(shop))
    shop.server.reset_uidvalidity("Drafts")
    assert _watch(shop) == 0
    (row,) = shop.rows("drafts")
    assert (row["state"], row["uid"], row["uidvalidity"]) == ("filed", uid - 1, 8)
    changed = shop.server.folders["Drafts"].mails[uid - 1]
    changed.raw = changed.raw.replace(b"\r\n\r\n", b"\r\n\r\nmore\r\n", 1)
    shop.server.reset_uidvalidity("Drafts")
    assert _watch(shop) == 1
    assert _state(shop) == "human"


def test_a_draft_marked_as_deleted_beside_a_persons_version_is_theirs(shop: Shop):
    raw = _a_draft(shop)
    uid = _put(shop, raw)
    assert _watch(shop) == 0
    _put(shop, raw.replace(b"\r\n\r\n", b"\r\n\r\nmore\r\n", 1))
    shop.server.folders["Drafts"].mails[uid].flags.add("\\Deleted")
    assert _watch(shop) == 1
    assert _state(shop) == "human"


@pytest.mark.parametrize(
    ("head", "persons"),
    [
        (b"To: ada@mail.example\r\nSubject: Re: damaged cup", True),
        (b"To: Ada <ADA@mail.example>\r\nSubject: AW: Re: damaged cup", True),
        (b"To: ada@mail.example\r\nReferences: <m0@mail.example>\r\n <m1@mail.example>", True),
        (b"To: ada@mail.example\r\nSubject: Re: another cup", False),
        (b"To: ben@mail.example\r\nSubject: Re: damaged cup", False),
        (b"To: ada@mail.example\r\nSubject: Re: damaged cup\r\nIn-Reply-To: <m2@mail.example>", False),
        (b"To: \xff <ada@mail.example\r\nSubject: =?x?q?=", False),
    ],
)
def test_what_a_phone_keeps_in_place_of_a_draft_is_known_by_customer_and_subject(
    shop: Shop, head: bytes, persons: bool
):
    _a_draft(shop)
    _put(shop, b"Message-ID: <own@phone.example>\r\n" + head + b"\r\n\r\nmy words\r\n")
    assert _watch(shop) == int(persons)
    assert _state(shop) == ("human" if persons else "filed")


def test_a_changed_draft_that_was_approved_already_is_not_sent_any_more(sending_shop: Shop, sender: FakeSender):
    shop = sending_shop
    raw = _a_draft(shop)
    _put(shop, raw)
    _watch(shop)
    (ticket,), (draft,), (mail,) = shop.rows("tickets"), shop.rows("drafts"), shop.rows("messages")
    approve(
        shop.app,
        ticket["public_id"],
        draft_revision=draft["revision"],
        text=draft["text"],
        last_message_id=mail["id"],
        user="ada",
        idempotency_key="k",
    )
    shop.server.folders["Drafts"].mails.clear()
    _put(shop, raw.replace(b"\r\n\r\n", b"\r\n\r\nmore\r\n", 1))
    assert _watch(shop) == 1
    assert drain(shop.app, shop.account, shop.mailbox).sent == 0
    assert sender.accepted == []
    assert _state(shop) == "human"


def test_what_a_person_changed_cannot_be_approved_in_the_console(sending_shop: Shop):
    shop = sending_shop
    _put(shop, _a_draft(shop).replace(b"\r\n\r\n", b"\r\n\r\nmore\r\n", 1))
    _watch(shop)
    (ticket,), (draft,), (mail,) = shop.rows("tickets"), shop.rows("drafts"), shop.rows("messages")
    with pytest.raises(Refused, match="changed in the mail program"):
        approve(
            shop.app,
            ticket["public_id"],
            draft_revision=draft["revision"],
            text=draft["text"],
            last_message_id=mail["id"],
            user="ada",
            idempotency_key="k",
        )
