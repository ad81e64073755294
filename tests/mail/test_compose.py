"""Replies as bytes: nothing in a customer's mail can plan a header, a recipient or an id for us."""

import email
import email.policy
from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.mail.compose import (
    UnsafeReplyError,
    compose_reply,
    draft_message_id,
    own_message_id,
    references_for,
    reply_subject,
)
from triage.records import Address

KEY = b"k" * 32
OWN = draft_message_id("T7", 2, KEY, "shop.example")
PLANNED = {"from", "to", "subject", "message-id", "x-triage-draft", "date", "in-reply-to", "references"}
PLANNED |= {"mime-version", "content-type"}
INJECTION = "Re: =?utf-8?q?foo=0ABcc:_victim@mail.example?="


def a_reply(**changes: Any) -> bytes:
    plain: dict[str, Any] = {
        "sender": Address(name="Shop Support", address="support@shop.example"),
        "to": Address(name="Jörg Müller", address="joerg@mail.example"),
        "subject": "Re: broken cup",
        "text": "Hello\n\nwe are sorry.\n",
        "html": "<p>Hello</p><p>we are sorry.</p>",
        "message_id": OWN,
        "in_reply_to": "<a@mail.example>",
        "references": ["<z@mail.example>", "<a@mail.example>"],
        "date": datetime(2026, 3, 2, 10, 0, tzinfo=UTC),
        "draft_mark": "T7.2",
    }
    return compose_reply(**(plain | changes))


def read(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_reply_reads_back_as_it_was_meant() -> None:
    message = read(a_reply())
    assert (message["From"], message["To"]) == (
        "Shop Support <support@shop.example>",
        "Jörg Müller <joerg@mail.example>",
    )
    assert (message["Subject"], message["Message-ID"]) == ("Re: broken cup", OWN)
    assert (message["In-Reply-To"], message["References"]) == ("<a@mail.example>", "<z@mail.example> <a@mail.example>")
    assert message["Date"].datetime == datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    assert message["X-Triage-Draft"] == "T7.2"


def test_text_and_html_are_alternatives() -> None:
    message = read(a_reply())
    assert message.get_content_type() == "multipart/alternative"
    plain, rich = message.iter_parts()
    assert isinstance(plain, EmailMessage)
    assert isinstance(rich, EmailMessage)
    assert plain.get_content() == "Hello\r\n\r\nwe are sorry.\r\n"
    assert rich.get_content().strip() == "<p>Hello</p><p>we are sorry.</p>"


def test_without_html_the_reply_is_plain_text() -> None:
    message = read(a_reply(html=""))
    assert message.get_content_type() == "text/plain"
    assert message.get_content() == "Hello\r\n\r\nwe are sorry.\r\n"


def test_the_same_reply_is_the_same_bytes() -> None:
    assert a_reply() == a_reply()


def test_a_draft_may_leave_the_date_to_the_sender() -> None:
    assert read(a_reply(date=None))["Date"] is None


def test_a_local_date_keeps_its_instant() -> None:
    local = datetime(2026, 3, 2, 10, 0, tzinfo=timezone(timedelta(hours=2)))
    assert read(a_reply(date=local))["Date"].datetime == local


def test_bytes_are_seven_bit_with_crlf_and_short_lines() -> None:
    raw = a_reply(text="Grüße " * 500, subject="Größe " * 40)
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    "hostile",
    [
        INJECTION,
        "hello\r\nBcc: victim@mail.example",
        "=?utf-8?b?" + "Zm9vDQpCY2M6IHZpY3RpbUBtYWlsLmV4YW1wbGU=" + "?=",
        "=?utf-8?q?=3D=3Futf-8=3Fq=3Ffoo=0ABcc:_victim@mail.example=3F=3D?=",
        "a\u2028Bcc: victim@mail.example",
        "a\x85Bcc: victim@mail.example",
        "=?x-nonsense?q?a?=",
        "=?utf-8?b?====?=",
        "\x00\x1b[31m",
        "\ud800",
    ],
)
def test_a_hostile_subject_or_name_adds_no_header(hostile: str) -> None:
    message = read(a_reply(subject=reply_subject(hostile), to=Address(name=hostile, address="kim@mail.example")))
    assert {name.lower() for name in message} == PLANNED
    assert [address.addr_spec for address in message["To"].addresses] == ["kim@mail.example"]


@given(subject=st.text(max_size=300), name=st.text(max_size=300), text=st.text(max_size=300))
def test_no_words_at_all_add_a_header_or_a_recipient(subject: str, name: str, text: str) -> None:
    message = read(
        a_reply(subject=reply_subject(subject), to=Address(name=name, address="kim@mail.example"), text=text)
    )
    assert {header.lower() for header in message} == PLANNED
    assert [address.addr_spec for address in message["To"].addresses] == ["kim@mail.example"]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=400))
def test_any_text_reads_back_as_it_was_written(text: str) -> None:
    part = next(read(a_reply(text=text)).iter_parts())
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    assert raw.decode().replace("\r\n", "\n").rstrip("\n") == text.rstrip("\n")


@pytest.mark.parametrize(
    "address",
    ["", "kim", "kim@mail.example, eve@mail.example", "kim@mail.example\r\nBcc: eve@mail.example", "a b@mail.example",
     "<kim@mail.example>", "kim@mail.example>", "ü@mail.example"],
)  # fmt: skip
def test_a_strange_recipient_is_refused(address: str) -> None:
    with pytest.raises(UnsafeReplyError):
        a_reply(to=Address(name="Kim", address=address))


def test_ids_that_are_no_ids_are_left_out_of_the_thread() -> None:
    message = read(
        a_reply(in_reply_to="<a>\r\nBcc: x@mail.example", references=["nonsense", "<b@mail.example>", "<ü@x>"])
    )
    assert message["In-Reply-To"] is None
    assert message["References"] == "<b@mail.example>"


@pytest.mark.parametrize(
    ("subject", "reply"),
    [
        ("broken cup", "Re: broken cup"),
        ("Re: broken cup", "Re: broken cup"),
        ("RE: AW: Re[2]: SV: Antw: re : broken cup", "Re: broken cup"),
        ("Re^2: x", "Re: x"),
        ("Regarding: my order", "Re: Regarding: my order"),
        ("", "Re:"),
        ("=?utf-8?q?Gr=C3=B6=C3=9Fe?=", "Re: Größe"),
        ("a\u202eb", "Re: ab"),
    ],
)
def test_a_reply_says_re_once(subject: str, reply: str) -> None:
    assert reply_subject(subject) == reply


@given(st.text(max_size=400))
def test_replying_to_a_reply_changes_no_subject(subject: str) -> None:
    once = reply_subject(subject)
    assert reply_subject(once) == once
    assert len(once) <= 200


def test_a_megabyte_of_prefixes_is_read_at_once() -> None:
    assert reply_subject("Re: " * 250_000) == "Re:"


def test_references_end_with_the_mail_that_is_answered() -> None:
    assert references_for("<c@x>", "<b@x>", ["<a@x>", "<b@x>"]) == ("<a@x>", "<b@x>", "<c@x>")


def test_references_fall_back_on_in_reply_to() -> None:
    assert references_for("<c@x>", "<b@x>", []) == ("<b@x>", "<c@x>")


def test_a_long_thread_keeps_its_first_and_its_last_twenty() -> None:
    chain = [f"<m{number}@x>" for number in range(100)]
    assert references_for("<last@x>", None, chain) == ("<m0@x>", *chain[81:], "<last@x>")


def test_a_mail_without_id_can_still_be_answered() -> None:
    assert references_for(None, None, []) == ()


@given(ticket=st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True), revision=st.integers(0, 999_999))
def test_our_own_ids_tell_ticket_and_revision(ticket: str, revision: int) -> None:
    assert own_message_id(draft_message_id(ticket, revision, KEY, "shop.example"), KEY) == (ticket, revision)


def test_ids_made_with_another_key_are_not_ours() -> None:
    assert own_message_id(draft_message_id("T7", 2, b"x" * 32, "shop.example"), KEY) is None


@given(st.integers(0, len(OWN) - len("@shop.example>") - 1), st.characters(codec="ascii"))
def test_an_id_changed_anywhere_before_the_domain_is_not_ours(place: int, char: str) -> None:
    changed = OWN[:place] + char + OWN[place + 1 :]
    assert changed == OWN or own_message_id(changed, KEY) is None


@pytest.mark.parametrize(
    "foreign", ["", "<>", "<a@b>", OWN[1:], OWN + " ", OWN.replace("d2", "d02"), "<" + "t" * 10**6]
)
def test_foreign_and_cut_ids_are_not_ours(foreign: str) -> None:
    assert own_message_id(foreign, KEY) is None


def test_an_id_of_ours_with_a_rewritten_domain_is_still_ours() -> None:
    assert own_message_id(OWN.replace("@shop.example", "@relay.example"), KEY) == ("T7", 2)


@pytest.mark.parametrize("ticket", ["", "a b", "a.b", "a@b", "ü"])
def test_an_id_for_a_strange_ticket_is_refused(ticket: str) -> None:
    with pytest.raises(ValueError, match="plain ticket id"):
        draft_message_id(ticket, 1, KEY, "shop.example")
