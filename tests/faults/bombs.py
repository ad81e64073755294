"""Two hundred mails made to cost a parser time or memory, up to fifty megabytes each. Built when they are asked for."""

import base64
import gzip
import io
import itertools
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from PIL import Image

from tests.stages.examining.made import hostile

MEGABYTE = 1024 * 1024
Made = Callable[[], bytes]
FROM = b"From: Ann <ann@mail.example>\nMIME-Version: 1.0\n"
HOSTILE_FILES = 21
MIXED = FROM + b"Subject: x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n"


def bombs() -> dict[str, Made]:
    """Each bomb by its name."""
    families = (
        _long_headers,
        _many_headers,
        _parameters,
        _nested,
        _parts,
        _encodings,
        _texts,
        _html,
        _files,
        _archives,
    )
    return {name: made for family in families for name, made in family()}


def header(name: bytes, piece: bytes, size: int, body: bytes = b"hello") -> bytes:
    """A mail in which one header repeats a piece up to a size."""
    return FROM + name + b": " + piece * (size // len(piece)) + b"\nX-Last: 1\n\n" + body


def _long_headers() -> Iterator[tuple[str, Made]]:
    pieces = {
        "words": b"=?utf-8?q?a?= ",
        "folded words": b"=?utf-8?q?a?=\n ",
        "base64 words": b"=?utf-8?b?YQ==?= ",
        "open words": b"=?utf-8?q?a",
        "question marks": b"=??",
        "ids": b"<a@b.example> ",
        "open ids": b"<a@b",
        "comments": b"(",
        "quotes": b'"\\',
        "addresses": b"a@b.example,",
        "groups": b"a:b;",
        "brackets": b"<<",
        "blanks": b" \t",
        "folds": b"\n ",
        "high octets": b"\xff\xfe",
        "commas": b",",
    }
    for name, (label, piece) in itertools.product((b"Subject", b"From", b"References"), pieces.items()):
        yield f"{name.decode()}: 1 MB of {label}", lambda n=name, p=piece: header(n, p, MEGABYTE)
    for name in (b"Message-ID", b"Date", b"In-Reply-To", b"Received", b"X-Other", b"Content-Type", b"To"):
        yield f"{name.decode()}: 20 MB of words", lambda n=name: header(n, b"=?utf-8?q?a?= ", 20 * MEGABYTE)
    yield "References: 49 MB of ids", lambda: header(b"References", b"<a@b.example>\n ", 49 * MEGABYTE)


def _many_headers() -> Iterator[tuple[str, Made]]:
    for count in (1_000, 10_000, 100_000, 1_000_000, 4_000_000):
        yield f"{count} headers", lambda c=count: b"".join(b"X-%d: a\n" % at for at in range(c)) + b"\nhello"
    for name in (b"Subject", b"From", b"Received", b"References", b"Content-Type"):
        yield f"{name.decode()} 500,000 times", lambda n=name: (n + b": <a@b.example>\n") * 500_000 + b"\nhello"
    yield "headers without end", lambda: b"X-a: b\n" * (45 * MEGABYTE // 7)
    yield "one line without end", lambda: FROM + b"a" * (45 * MEGABYTE)
    yield "stray lines", lambda: FROM + b"\n".join([b"Subject: x", b"stray"] * 100_000) + b"\n\nhello"


def _parameters() -> Iterator[tuple[str, Made]]:
    pieces = {
        "continued": lambda at: b" filename*%d=a;" % at,
        "encoded": lambda at: b" filename*%d*=%%61;" % at,
        "quoted": lambda at: b' a="b;',
        "plain": lambda at: b" a%d=b;" % at,
        "backwards": lambda at: b" filename*%d=a;" % (999_999 - at),
        "escapes": lambda at: b' a="\\";',
    }
    for (label, piece), count in itertools.product(pieces.items(), (1_000, 100_000, 1_000_000)):

        def made(p: Callable[[int], bytes] = piece, c: int = count) -> bytes:
            line = b"Content-Disposition: attachment;" + b"".join(map(p, range(c)))
            return MIXED + b"--x\nContent-Type: text/plain\n" + line + b"\n\nx\n--x--\n"

        yield f"{count} {label} parameters", made
    yield (
        "500 parts with 8 kB of parameters",
        lambda: MIXED + (b"--x\nContent-Type: a/b;" + b" filename*1=a;" * 550 + b"\n\nx\n") * 500,
    )


def _nested() -> Iterator[tuple[str, Made]]:
    for depth in (10, 50, 100, 1_000, 10_000, 100_000):
        yield (
            f"multiparts {depth} deep",
            lambda d=depth: FROM
            + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(d))
            + b"\nhello",
        )
        yield f"attached mails {depth} deep", lambda d=depth: FROM + b"Content-Type: message/rfc822\n\n" * d + b"hello"
        yield (
            f"one boundary {depth} deep",
            lambda d=depth: FROM + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * d + b"\nhello",
        )
    yield (
        "deep and long",
        lambda: FROM
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(49))
        + b"\n"
        + b"a\n" * (20 * MEGABYTE),
    )


def _parts() -> Iterator[tuple[str, Made]]:
    for count in (10, 1_000, 10_000, 100_000, 1_000_000):
        yield f"{count} empty parts", lambda c=count: MIXED + b"--x\n\n\n" * c + b"--x--\n"
        yield f"{count} attachments", lambda c=count: MIXED + b"--x\nContent-Disposition: attachment\n\na\n" * c
    yield "999 pictures", lambda: MIXED + part(_flat_png(1500)) * 999
    yield "999 HTML parts", lambda: MIXED + b"--x\nContent-Type: text/html\n\n<p>a<b>b\n" * 999
    yield "99 long HTML parts", lambda: MIXED + (b"--x\nContent-Type: text/html\n\n" + b"<p>a<b>b" * 40_000) * 99
    yield (
        "boundary of dashes",
        lambda: FROM + b"Content-Type: multipart/mixed; boundary=-\n\n" + b"---\n" * 1_000_000,
    )
    yield (
        "boundary almost met",
        lambda: FROM
        + b"Content-Type: multipart/mixed; boundary="
        + b"a" * 70
        + b"\n\n"
        + (b"--" + b"a" * 69 + b"\n") * 400_000,
    )
    yield (
        "lost boundary",
        lambda: FROM + b"Content-Type: multipart/mixed; boundary=q\n\n" + b"--z\ncontent-" * 1_000_000,
    )


def _encodings() -> Iterator[tuple[str, Made]]:
    for encoding in (b"base64", b"quoted-printable", b"x-uuencode"):
        head = FROM + b"Content-Transfer-Encoding: " + encoding + b"\n"
        for label, piece in {"noise": b"*/=\xff", "letters": b"QUJD", "signs": b"=3D=", "lines": b"M\n"}.items():
            name = f"30 MB of {label} as {encoding.decode()}"
            yield name, lambda h=head, p=piece: h + b"\n" + p * (30 * MEGABYTE // 4)
    for charset in (b"utf-7", b"utf-16", b"hz", b"iso-2022-jp", b"idna", b"punycode", b"x-none", b"gb18030"):
        yield (
            f"12 MB as {charset.decode()}",
            lambda c=charset: _in_charset(c),
        )


def _in_charset(name: bytes) -> bytes:
    return FROM + b"Content-Type: text/plain; charset=" + name + b"\n\n" + b"+AGE-~{VPND~}\xff" * 800_000


def _texts() -> Iterator[tuple[str, Made]]:
    pieces = {
        "letters": b"a",
        "blanks": b" ",
        "line ends": b"\n",
        "returns": b"\r",
        "quotes": b"> ",
        "quoted lines": b"> a\n",
        "dashes": b"-- \n",
        "headers": b"From: a\nSent: b\n",
        "attributions": b"On Mon, 2 Mar 2026 at 10:02, A <a@b.example> wrote:\n",
        "addresses": b"a@b.",
        "numbers": b"12345 ",
        "long numbers": b"1-",
        "links": b"http://a.b/c?d ",
        "orders": b"order #12345, ",
        "dates": b"12.03.2026 ",
        "money": b"EUR 1,000.00 ",
        "NULs": b"\x00",
        "marks": "\u202e\u200d".encode(),
        "emoji": "\U0001f469\u200d\U0001f52c".encode(),
        "umlauts": "ü".encode(),
        "joined marks": "a\u0301\u0327".encode(),
        "wide letters": "ﷺ".encode(),
    }
    for label, piece in pieces.items():
        yield f"10 MB of {label}", lambda p=piece: FROM + b"Subject: x\n\n" + p * (10 * MEGABYTE // len(p))
        if label in ("letters", "quoted lines", "numbers", "emoji", "wide letters"):
            yield f"45 MB of {label}", lambda p=piece: FROM + b"Subject: x\n\n" + p * (45 * MEGABYTE // len(p))


def _html() -> Iterator[tuple[str, Made]]:
    head = FROM + b"Content-Type: text/html\n\n"
    pieces = {
        "open divs": b"<div>",
        "open formats": b"<b><i>",
        "formats and paragraphs": b"<b><p>",
        "tables": b"<table><tr><td>",
        "quotes": b"<blockquote>a",
        "entities": b"&amp;",
        "open entities": b"&amp",
        "angles": b"<",
        "comments": b"<!--",
        "attributes": b'<a b="c" d=e>',
        "styles": b"<p style='display:none'>a</p>",
        "links": b"<a href=x><a href=y>",
        "selects": b"<select><option>",
        "templates": b"<template>",
        "svg": b"<svg><g>",
        "lists": b"<ul><li>",
        "spans": b"<span>a</span>",
        "breaks": b"<br>",
    }
    for label, piece in pieces.items():
        yield f"4 MB of HTML {label}", lambda p=piece: head + p * (4 * MEGABYTE // len(p))
    yield "one tag of 300,000 attributes", lambda: head + b"<a " + b"".join(b"a%d=1 " % at for at in range(300_000))
    yield "different formats", lambda: head + b"".join(b"<b a=%d>" % at for at in range(100_000)) + b"<p>" * 100_000
    yield "entities declared in a type", lambda: head + _billion_laughs()


def _files() -> Iterator[tuple[str, Made]]:
    for number in range(HOSTILE_FILES):
        yield f"hostile file {number}", lambda n=number: attached(_hostile()[n], b"image/jpeg", b"x.jpg")
        yield f"hostile file {number} ten times", lambda n=number: MIXED + part(_hostile()[n][:2_000_000]) * 10
    for label, made in {
        "20 flat pictures": lambda: MIXED + part(_flat_png(6000)) * 20,
        "TNEF of members": lambda: attached(_tnef(20_000), b"application/ms-tnef", b"winmail.dat"),
        "TNEF of noise": lambda: attached(
            b"\x78\x9f\x3e\x22\0\0" + b"\x02\x02\x90\x06\x00" * 4_000_000, b"application/ms-tnef", b"winmail.dat"
        ),
        "TNEF of one length": lambda: attached(
            b"\x78\x9f\x3e\x22\0\0\x02\x02\x90\x06\x00\xff\xff\xff\x7f" + b"\0" * 20_000_000,
            b"application/ms-tnef",
            b"winmail.dat",
        ),
        "calendar": lambda: attached(b"SUMMARY:" + b"a;" * 5_000_000, b"text/calendar", b"a.ics"),
    }.items():
        yield f"file: {label}", made


def _archives() -> Iterator[tuple[str, Made]]:
    zeros = b"\0" * (100 * MEGABYTE)
    yield "file: zip", lambda: attached(_zip({"a": zeros}), b"application/zip", b"a.zip")
    inner = zeros[: 10 * MEGABYTE]
    yield "file: zip in zip", lambda: attached(_zip({f"{at}.zip": _zip({"a": inner}) for at in range(9)}))
    yield "file: zip of 50,000 members", lambda: attached(_zip({str(at): b"" for at in range(50_000)}))
    yield "file: gzip", lambda: attached(gzip.compress(zeros), b"application/gzip", b"a.gz")
    yield "file: xz", lambda: attached(lzma.compress(zeros), b"application/x-xz", b"a.xz")
    yield "file: deflate", lambda: attached(zlib.compress(zeros), b"application/zlib", b"a.z")
    yield (
        "file: docx",
        lambda: attached(_zip({"[Content_Types].xml": _billion_laughs(), "word/document.xml": zeros}), b"", b"a.docx"),
    )


def attached(content: bytes, kind: bytes = b"application/octet-stream", name: bytes = b"a.bin") -> bytes:
    """A mail with one file."""
    head = b"--x\nContent-Type: " + kind + b'\nContent-Disposition: attachment; filename="' + name + b'"\n'
    return MIXED + head + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(content) + b"--x--\n"


def part(content: bytes) -> bytes:
    """One file as a part of `MIXED`."""
    head = b"--x\nContent-Type: image/png\nContent-Disposition: attachment; filename=a.png\n"
    return head + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(content)


@cache
def _hostile() -> list[bytes]:
    return list(hostile().values())


def _flat_png(side: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (side, side), 200).save(out, "PNG")
    return out.getvalue()


def _zip(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _billion_laughs() -> bytes:
    inner = b"".join(b'<!ENTITY a%d "%s">' % (at + 1, b"&a%d;" % at * 10) for at in range(12))
    return b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "lol">' + inner + b"]><a>&a12;</a>"


def _tnef(members: int) -> bytes:
    """A container of so many empty files."""
    opens = struct.pack("<BIIHH", 2, 0x00069002, 2, 0, 0)
    title = struct.pack("<BIII", 2, 0x00018010, 2, 0) + b"\0\0"
    return b"\x78\x9f\x3e\x22\0\0" + (opens + title) * members
