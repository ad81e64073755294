"""Where a mail holds more than anyone reads, its beginning is read and a person is told; it is not put aside."""

import io
import time

import pytest
from PIL import Image

from tests.faults.bombs import FROM, MIXED, part
from tests.stages.parsing.mails import read
from triage.stages.examine import examine
from triage.stages.parsing.headers import addresses_of
from triage.stages.parsing.limits import MAX_TEXT_BYTES, TEXT_CUT

LONG = 3 * MAX_TEXT_BYTES
IN_ONE_TEXT = {
    "plain": b"\n\nIt came broken. " + b"a" * LONG,
    "without line ends": b"\n\nIt came broken. " + b"a b " * (LONG // 4),
    "base64": b"\nContent-Transfer-Encoding: base64\n\n" + b"SXQgY2FtZSBicm9rZW4u" * (LONG // 20),
    "beside a file": b"\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nIt came broken. "
    + b"a" * LONG
    + b"\n--x--\n",
}


@pytest.mark.row(19)
@pytest.mark.parametrize("name", IN_ONE_TEXT)
def test_of_a_text_without_end_the_beginning_is_read_and_a_note_says_so(name: str):
    mail = read(FROM + b"Subject: x" + IN_ONE_TEXT[name])
    assert mail.full_text.startswith("It came broken.")
    assert len(mail.full_text) <= MAX_TEXT_BYTES
    assert TEXT_CUT in mail.problems
    assert mail.sender.address == "ann@mail.example"


@pytest.mark.row(20)
def test_a_mail_of_one_large_file_is_not_cut():
    content = b"%PDF-1.4\n" + b"\x00" * LONG
    raw = FROM + b"Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n" + content
    mail = read(raw)
    assert TEXT_CUT not in mail.problems
    assert mail.attachments[0].size_bytes >= LONG


@pytest.mark.row(20)
def test_of_hundreds_of_pictures_a_hundred_are_looked_into_and_all_are_kept():
    out = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(out, "PNG")
    mail = read(MIXED + part(out.getvalue()) * 130)
    assert len(mail.attachments) == 130
    assert [file.kind for file in mail.attachments].count(mail.attachments[0].kind) == 100
    assert any("more than 100 attachments" in note for note in mail.problems)


@pytest.mark.row(19)
def test_many_heavy_pictures_share_one_budget_of_time(monkeypatch: pytest.MonkeyPatch):
    out = io.BytesIO()
    Image.new("L", (3000, 3000), 200).save(out, "PNG")
    examine(read(MIXED + part(out.getvalue())))  # what the first picture loads is no cost of a mail
    monkeypatch.setattr("triage.stages.examine._CPU_SECONDS", 0.3)
    mail = read(MIXED + part(out.getvalue()) * 20)
    start = time.process_time()
    seen = examine(mail)
    assert time.process_time() - start < 1.2
    assert seen.attachments[0].finding is not None
    assert seen.attachments[0].finding.problem is None
    assert "An attachment took too long to be looked into: a person must open it." in seen.problems


def test_an_address_of_raw_octets_holds_no_blank():
    (box,) = addresses_of("Ann <bo\u2020\udca0x@mail.example>")
    assert " " not in box.address
    assert box.address.endswith("@mail.example")
