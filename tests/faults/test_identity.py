"""Row 49: who really wrote. One line of the configured server is believed, and nothing that a sender could write."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from tests.stages.parsing.mails import NOON
from triage.errors import OperatorError, SettingsError
from triage.loaders.trust import parse_voucher
from triage.records import ParsedMail, RawMail, Voucher
from triage.stages.parse import parse
from triage.usecases.doctor import borne_out

OURS = Voucher(authserv_id="mx.shop.example")
PASS = "Authentication-Results: mx.shop.example; dmarc=pass (p=reject) header.from=mail.example"
FAIL = "Authentication-Results: mx.shop.example; dmarc=fail (p=reject) header.from=mail.example"
HOP = "Received: from out.mail.example by mx.shop.example with ESMTPS id 1; Sun, 1 Mar 2026 11:00:00 +0000"
ANN = "From: Ann <ann@mail.example>"


def read(*lines: str, voucher: Voucher | None = OURS) -> ParsedMail:
    raw = "\r\n".join([*lines, "Subject: Ring", "Date: Sun, 1 Mar 2026 11:00:00 +0000", "", "Hello"]).encode()
    return parse(RawMail(raw=raw, received_at=NOON, source="test", voucher=voucher))


def vouched(*lines: str, voucher: Voucher | None = OURS) -> bool | None:
    return read(*lines, voucher=voucher).vouched


def results(words: str) -> str:
    return f"Authentication-Results: mx.shop.example; {words}"


@pytest.mark.row(49)
@pytest.mark.parametrize(
    "line",
    [
        PASS,
        "authentication-RESULTS:  MX.shop.example 1 ;\r\n spf=fail smtp.mailfrom=x@bounce.example;\r\n"
        " dmarc=pass (p=none; dis=none) header.from=Mail.Example",
        results("dkim=none; dmarc=pass header.from=mail.example policy.dmarc=none"),
        results('dmarc=pass reason="good (enough); or so" header.from=mail.example'),
        results("dmarc=none header.from=mail.example; dkim=pass header.d=mail.example header.b=aGV=sd3="),
        results("dkim=fail header.d=other.example; dkim=pass (2048 bit) header.d=mail.example"),
    ],
)
def test_the_word_of_the_configured_server_vouches(line: str):
    assert vouched("Return-Path: <ann@mail.example>", line, HOP, ANN) is True


@pytest.mark.row(49)
@pytest.mark.parametrize(
    "line",
    [
        FAIL,
        results("none"),
        results(""),
        "Authentication-Results:",
        results("dmarc=pass"),
        results("dmarc=pass header.from=evil.example"),
        results("dmarc=pass header.from=mail.example.evil.example"),
        results("dmarc=temperror header.from=mail.example; dkim=pass header.d=mail.example"),
        results("dmarc=fail header.from=mail.example; dmarc=pass header.from=mail.example"),
        results("dkim=fail (dmarc=pass header.from=mail.example)"),
        results('dkim=fail reason="x; dmarc=pass header.from=mail.example"'),
        results('spf=pass smtp.mailfrom="a; dmarc=pass header.from=mail.example; "@evil.example'),
        results("spf=pass smtp.mailfrom=mail.example"),
        results("dkim=pass header.d=example"),
        results("dkim=pass header.d=news.mail.example"),
        results("dkim=pass header.d=evilmail.example"),
        results("dkim=pass header.i=@mail.example"),
        results("dkim=neutral header.d=mail.example"),
        results("x-dmarc=pass header.from=mail.example"),
        results("dmarc = passed header.from=mail.example"),
        "Authentication-Results: mx.shop.example.evil.example; dmarc=pass header.from=mail.example",
        "Authentication-Results: evil.example; mx.shop.example; dmarc=pass header.from=mail.example",
        "Authentication-Results: (mx.shop.example) evil.example; dmarc=pass header.from=mail.example",
        "Authentication-Results: dmarc=pass header.from=mail.example",
        "X-Authentication-Results: mx.shop.example; dmarc=pass header.from=mail.example",
        "ARC-Authentication-Results: i=1; mx.shop.example; dmarc=pass header.from=mail.example",
    ],
)
def test_no_other_word_vouches(line: str):
    assert vouched(line, HOP, ANN) is False


@pytest.mark.row(49)
def test_a_line_that_the_sender_could_write_never_counts(chance: random.Random, volume: Callable[[int], int]):
    forged = [
        PASS,
        "Authentication-Results: mx.shop.example; dkim=pass header.d=mail.example",
        "Authentication-Results:\r\n mx.shop.example;\r\n dmarc=pass header.from=mail.example",
        "Authentication-Results: mx.shop.example; spf=pass; dkim=pass header.d=mail.example; dmarc=pass "
        "header.from=mail.example",
    ]
    tops: list[list[str]] = [[], [FAIL], [results("none")], ["Authentication-Results: other.example; dmarc=pass"]]
    below = ["Received: from a by b", "DKIM-Signature: v=1; d=mail.example", "X-Spam: no", "Return-Path: <x@y.example>"]
    for number in range(volume(1000)):
        top, lie = chance.choice(tops), chance.choice(forged)
        written = [ANN, lie, lie, *chance.sample(below, chance.randrange(4))]
        chance.shuffle(written)
        mail = read("Return-Path: <x@evil.example>", *top, HOP, *written)
        assert mail.vouched is False, (number, top, written)


@pytest.mark.row(49)
def test_below_the_senders_own_headers_nothing_counts_even_without_a_received_line():
    assert vouched(ANN, PASS) is False
    assert vouched("DKIM-Signature: v=1; d=evil.example", PASS, ANN) is False


@pytest.mark.row(49)
def test_the_line_may_stand_below_as_many_hops_as_the_shop_says_that_its_own_servers_add():
    inside = "Received: from mx.shop.example by imap.shop.example with LMTP; Sun, 1 Mar 2026 11:00:01 +0000"
    one = Voucher(authserv_id="MX.shop.example", received_above=1)
    assert vouched(inside, PASS, HOP, ANN) is False
    assert vouched(inside, PASS, HOP, ANN, voucher=one) is True
    assert vouched(inside, HOP, PASS, ANN, voucher=one) is False
    assert vouched(inside, FAIL, PASS, HOP, ANN, voucher=one) is False


@pytest.mark.row(49)
def test_without_a_configured_server_nobody_was_asked():
    mail = read(PASS, HOP, ANN, voucher=None)
    assert (mail.vouched, mail.one_author, mail.trusted) == (None, True, True)


AUTHORS = [
    "From: ann@mail.example, bob@mail.example",
    "From: Ann <ann@mail.example>, Bob <bob@evil.example>",
    "From: <ann@mail.example><bob@evil.example>",
    "From: <ann@mail.example>:<bob@evil.example>",
    "From: <bob@evil.example>:<ann@mail.example>",
    "From: <ann@mail.example> <bob@evil.example>",
    "From: ann@mail.example <bob@mail.example>",
    "From: <ann@mail.example> bob@evil.example",
    "From: Team: ann@mail.example;",
    "From: Team: ann@mail.example, bob@evil.example;",
    "From: :ann@mail.example;",
    "From: undisclosed-recipients:;",
    "From: <@evil.example:ann@mail.example>",
    "From: <@evil.example,@b.example:ann@mail.example>",
    "From: ann@mail.example@evil.example",
    "From: <ann@evil.example@mail.example>",
    "From: ann%evil.example@mail.example@x.example",
    'From: "ann@mail.example',
    "From: Ann (x <ann@mail.example>",
    "From: Ann <ann@mail.example",
    "From: Ann ann@mail.example>",
    "From: Ann <<ann@mail.example>>",
    "From: Ann <ann @mail.example>",
    "From: Ann <ann@mail.example >x",
    "From: Ann <ann@mail. example>",
    "From: Ann <>",
    "From: <>",
    "From:",
    "From: Ann",
    "From: =?utf-8?q?ann=40mail=2Eexample?=",
    "From: =?utf-8?q?Ann_=3Cann=40mail=2Eexample=3E?=",
    "From: <=?utf-8?q?ann?=@mail.example>",
    "From: =?utf-8?b?YW5uQG1haWwuZXhhbXBsZQ==?= bob",
    "From: ann@mail.example\r\nFrom: bob@evil.example",
    "From: bob@evil.example\r\nFROM: ann@mail.example",
    "From: ann@mail.example\r\nFrom: ann@mail.example",
    "From: ann@mail.example;bob@evil.example",
    "From: ann@mail.example\\, bob@evil.example",
    'From: "a" <ann@mail.example>, "b"',
    "From: Ann\x00 <ann@mail.example>",
    "From: ann@[192.0.2.1]",
    "From: ann\\@mail.example",
    "Sender: ann@mail.example",
    "Reply-To: ann@mail.example\r\nReturn-Path: <ann@mail.example>",
]


@pytest.mark.row(49)
@pytest.mark.parametrize("author", AUTHORS)
def test_not_exactly_one_plain_author_is_never_vouched_for(author: str):
    for top in (PASS, results("dmarc=pass header.from=evil.example"), results("dkim=pass header.d=mail.example")):
        mail = read(top, HOP, author)
        assert (mail.vouched, mail.trusted) == (False, False)
    assert not read(author, voucher=None).trusted


@pytest.mark.row(49)
@pytest.mark.parametrize(
    "author",
    [
        "From: ann@mail.example",
        "From: <ann@mail.example>",
        "From: Ann Lind <ann@Mail.Example>",
        'From: "Lind, Ann" <ann@mail.example>',
        "From: Lind, Ann <ann@mail.example>",
        "From: ann@mail.example (Ann: at home)",
        'From: "ann@shop.example" <ann@mail.example>',
        "From: =?utf-8?q?J=C3=B8rgen=3A_x?=\r\n <ann@mail.example>",
        "From: =?utf-8?q?bob=40evil.example?= <ann@mail.example>",
        'From: "A \\"N\\" L" (x (y) z) <ann@mail.example>',
        "From: Ann [Lind] O'Hara <ann@mail.example>",
        "From: Jørgen <ann@mail.example>",
    ],
)
def test_the_ways_in_which_mail_programs_name_one_author_are_all_taken(author: str):
    mail = read(PASS, HOP, author)
    assert (mail.vouched, mail.sender.address) == (True, "ann@mail.example")


@pytest.mark.row(49)
def test_letters_that_only_look_alike_are_other_peoples_addresses():
    kelvin, plain = read("From: \u212aim@mail.example"), read("From: Kim@mail.example")
    assert kelvin.sender.key != plain.sender.key == "kim@mail.example"
    assert read("From: stra\u00dfe@mail.example").sender.key != read("From: strasse@mail.example").sender.key


@pytest.mark.row(49)
def test_no_line_however_odd_is_read_in_more_than_no_time():
    for junk, mark in product(("(" * 16000, '"' * 15999, "=;" * 8000, "a" * 16000, "\\(" * 8000), ("", ";", "dmarc=")):
        assert vouched(results(f"{mark}{junk}"), HOP, ANN) is False


@pytest.mark.row(49)
def test_doctor_says_whether_mails_bear_out_the_setting():
    above, below = f"{PASS}\r\n{HOP}\r\n\r\n".encode(), f"{HOP}\r\n{PASS}\r\n\r\n".encode()
    assert "2 of the newest 3" in borne_out(OURS, [above, below, above])
    assert "1 of the newest 1" in borne_out(replace(OURS, received_above=1), [below])
    with pytest.raises(OperatorError, match="TRIAGE_AUTHSERV_RECEIVED=1"):
        borne_out(OURS, [below, below])
    with pytest.raises(OperatorError, match="none of the newest"):
        borne_out(OURS, [HOP.encode()])
    assert "0 of the newest 0" in borne_out(OURS, [])


@pytest.mark.row(49)
def test_the_setting_is_read_and_checked():
    assert parse_voucher({}, str) is None
    given = {"authserv_id": "mx.shop.example", "authserv_received": "2"}
    assert parse_voucher(given, str) == Voucher(authserv_id="mx.shop.example", received_above=2)
    for wrong in ({"authserv_id": "mx shop"}, {"authserv_id": "a; b"}, given | {"authserv_received": "-1"}):
        with pytest.raises(SettingsError):
            parse_voucher(wrong, str)
