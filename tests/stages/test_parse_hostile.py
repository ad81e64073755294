"""No mail stops the reading: bombs are bounded, noise gives a record, nothing takes long."""

import random
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.parsing.mails import built, picture, plain, read

MEGABYTE = 1_000_000
NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(20_000))
PART = b"Content-Type: multipart/mixed; boundary=x\n\n--x\n"
FORMATTING = b"".join(b"<b a=%d>" % at for at in range(30_000))
BOMBS = {
    "encoded subject": b"Subject: " + b"=?utf-8?q?a?= " * 80_000 + b"\n\nhello",
    "unfinished words": b"Subject: " + b"=?utf-8?q?a" * 80_000 + b"\n\nhello",
    "comments in From": b"From: " + b"(" * MEGABYTE + b"\n\nhello",
    "addresses": b"From: a@x.example\nTo: " + b"a@x.example," * 80_000 + b"\n\nhello",
    "many headers": b"".join(b"X-%d: a\n" % at for at in range(100_000)) + b"\nhello",
    "one header 50,000 times": b"Subject: a\n" * 50_000 + b"\nhello",
    "parameters": b"Content-Type: text/plain;" + b' a="b;' * 150_000 + b"\n\nhello",
    "parameters of a part": PART + b"Content-Type: text/plain;" + b' a="b;' * 150_000 + b"\n\nhello\n--x--",
    "depth": NESTED + b"\nhello",
    "attached mails": b"Content-Type: message/rfc822\n\n" * 20_000 + b"hello",
    "parts": b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n" + b"--x\n\na\n" * 200_000 + b"--x--",
    "blank lines": b"From: a\n\nhello" + b"\n" * (20 * MEGABYTE),
    "returns": b"From: a\n\nhello" + b"\r" * (10 * MEGABYTE),
    "open tags": b"Content-Type: text/html\n\nhello " + b"<div>" * 200_000,
    "formatting": b"Content-Type: text/html\n\nhello " + FORMATTING + b"<p>" * 30_000,
    "attributes": b"Content-Type: text/html\n\nhello <a " + b"".join(b"a%d=1 " % at for at in range(100_000)) + b">",
    "file name": b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n--x\nContent-Disposition: attachment;"
    + b"".join(b" filename*%d=a;" % at for at in range(50_000))
    + b"\n\nx\n--x--",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_within_two_seconds(name):
    start = time.process_time()
    mail = read(BOMBS[name])
    assert time.process_time() - start < 2
    assert mail is not None


@pytest.mark.parametrize(
    "name", ["encoded subject", "many headers", "parameters", "depth", "attached mails", "parts", "blank lines"]
)
def test_what_was_cut_is_told(name):
    assert any("were cut" in note or "not read" in note or "was read" in note for note in read(BOMBS[name]).problems)


@pytest.mark.parametrize(
    "name", ["parts", "parameters of a part", "many headers", "blank lines", "open tags", "formatting", "attributes"]
)
def test_the_text_of_a_bomb_is_still_there(name):
    assert "hello" in read(BOMBS[name]).full_text


def test_a_mail_beyond_fifty_megabytes_gives_its_beginning():
    mail = read(b"From: a@x.example\nSubject: big\n\nhello\n" + b"x" * (51 * 1024 * 1024))
    assert mail.subject == "big"
    assert mail.text.startswith("hello")
    assert "50 MB" in mail.problems[0]


@pytest.mark.parametrize(
    "piece",
    [
        b"a@b.",
        b"www.",
        b"message ",
        b"your code ",
        b"I have ",
        b"?",
        b"\xff",
        b"\x1b$B",
        b"--\n",
        b"From: x\n",
        b"DE12 1234 ",
    ],
)
def test_time_grows_with_the_text_and_with_nothing_else(piece):
    def seconds(size):
        raw = b"From: a@x.example\n\n" + piece * (size // len(piece))
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            read(raw)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(2 * MEGABYTE) < 2.6 * seconds(MEGABYTE) + 0.05


def strings_of(mail):
    yield from (
        mail.subject,
        mail.text,
        mail.full_text,
        mail.html,
        mail.sender.name,
        mail.sender.address,
        *mail.problems,
    )
    yield from (mail.message_id or "", mail.in_reply_to or "", *mail.references)
    for box in (*mail.to, *mail.cc):
        yield from (box.name, box.address)
    for values in mail.headers.values():
        yield from values
    for file in mail.attachments:
        yield from (file.filename or "", file.content_type)


def is_clean(text):
    text.encode("utf-8")
    return (
        "\r" not in text
        and "\0" not in text
        and not any(unicodedata.bidirectional(char) in ("RLO", "LRO", "RLE", "LRE") for char in text)
    )


@given(st.binary(max_size=3000))
@settings(max_examples=300, deadline=None)
def test_any_octets_give_a_record_of_clean_strings(raw):
    assert all(is_clean(text) for text in strings_of(read(raw)))


def seeds():
    mail = built("It broke, order 10482.", html="<p>It broke</p><blockquote type='cite'>old</blockquote>")
    mail.add_attachment(picture(60, 40), maintype="image", subtype="jpeg", filename="ring.jpg")
    return [
        mail.as_bytes(),
        plain(
            "Hi\n\nOn Mon, 2 Mar 2026 at 10:02, A <a@b.example> wrote:\n> x",
            subject="=?utf-8?q?=C3=A9?=",
            To="a@b.example",
        ),
    ]


SEEDS = seeds()


@given(st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_broken_mails_give_a_record_of_clean_strings(chance: random.Random):
    raw = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(raw))
        change = chance.randrange(4)
        if change == 0:
            raw[at] = chance.randrange(256)
        elif change == 1:
            del raw[at : at + chance.randrange(1, 60)]
        elif change == 2:
            raw[at:at] = raw[chance.randrange(len(raw)) :][: chance.randrange(200)]
        else:
            raw[at:at] = chance.choice(
                [
                    b"\n\n",
                    b"--",
                    b"\x00",
                    b"\xff\xfe",
                    b"=?utf-8?b?",
                    b"Content-Type: multipart/mixed; boundary=x\n",
                    b"\r",
                ]
            )
        if not raw:
            return
    assert all(is_clean(text) for text in strings_of(read(bytes(raw))))


@pytest.mark.parametrize(
    "name",
    [
        "Subject",
        "From",
        "To",
        "Message-ID",
        "In-Reply-To",
        "References",
        "Date",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Disposition",
        "Auto-Submitted",
        "Precedence",
        "Reply-To",
    ],
)
@pytest.mark.parametrize("value", [b"", b"\x00", b"\xff\xfe", b"a" * 65536, b";;;==\"\"''", b"=?x?y?z?=", b"\n "])
@pytest.mark.parametrize("copies", [1, 2, 50])
def test_any_header_in_any_number_gives_a_record(name, value, copies):
    raw = b"X-First: 1\n" + (name.encode() + b": " + value + b"\n") * copies + b"\nhello"
    mail = read(raw)
    assert all(is_clean(text) for text in strings_of(mail))
    assert "could not be parsed" not in " ".join(mail.problems)
