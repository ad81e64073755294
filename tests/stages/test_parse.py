"""Stage 1: what a mail is read as."""

import base64
import hashlib
import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from tests.stages.parsing.mails import built, picture, plain, read
from triage.records import Address, AttachmentKind


def test_a_plain_mail_is_read_whole():
    mail = read(
        "From: Ann Lee <Ann@Mail.Example>\nTo: help@shop.example, Bo <bo@x.example>\nReply-To: "
        "a2@mail.example\nSubject: Ring\nMessage-ID: <1@mail.example>\nIn-Reply-To: "
        "<0@shop.example>\nReferences: <a@b.example>\n <0@shop.example>\nDate: Sun, 1 Mar 2026 10:12:00 "
        "+0100\n\nIt broke.\n"
    )
    assert mail.sender == Address(name="Ann Lee", address="Ann@mail.example")
    assert [box.address for box in mail.to] == ["help@shop.example", "bo@x.example"]
    assert mail.reply_to == Address(name="", address="a2@mail.example")
    assert (mail.message_id, mail.in_reply_to) == ("<1@mail.example>", "<0@shop.example>")
    assert mail.references == ("<a@b.example>", "<0@shop.example>")
    assert mail.date == datetime(2026, 3, 1, 9, 12, tzinfo=UTC)
    assert (mail.subject, mail.text, mail.problems) == ("Ring", "It broke.", ())


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        (b"=?utf-8?B?QmVzdGVsbHVuZyBmw7xy?= =?utf-8?Q?_Z=C3=BCrich?=", "Bestellung für Zürich"),
        (b"=?iso-8859-1?Q?Caf=E9?= at noon", "Café at noon"),
        (b"=?utf-8?B?w?= =?utf-8?B?6Q==?=", "é"),
        ("Größe".encode(), "Größe"),
        ("Größe".encode("cp1252"), "Größe"),
        (b"=?utf-8?Q?really??=", "really?"),
        (b"=?x-nonsense?Q?caf=C3=A9?=", "café"),
        (b"one\n two", "one two"),
        (b"=?utf-8?Q?hello=0D=0ABcc:_victim@x.example?=", "hello Bcc: victim@x.example"),
        ("a\u202eb\u0000c".encode(), "abc"),
    ],
)
def test_a_subject_is_one_clean_line_in_any_encoding(raw, subject):
    assert read(b"From: a@b.example\nSubject: " + raw + b"\n\nx").subject == subject


@pytest.mark.parametrize(
    ("header", "address", "name"),
    [
        ('From: "Lee, Ann" <ann@x.example>', "ann@x.example", "Lee, Ann"),
        ("From: ann@x.example (Ann Lee)", "ann@x.example", "Ann Lee"),
        ("From: =?utf-8?Q?M=C3=BCller=2C_J?= <m@x.example>", "m@x.example", "Müller, J"),
        ("From: <ann@x.example", "ann@x.example", ""),
        ("From: Ann Lee\nReply-To: ann@x.example", "ann@x.example", ""),
        ("Sender: s@x.example", "s@x.example", ""),
        ("Return-Path: <r@x.example>", "r@x.example", ""),
        ("From: Ann Lee", "", "Ann Lee"),
        ("X-Nothing: here", "", "unknown sender"),
    ],
)
def test_the_sender_is_found_in_the_best_header_there_is(header, address, name):
    assert read(f"{header}\nSubject: x\n\ny").sender == Address(name=name, address=address)


def test_a_mail_of_two_senders_takes_the_first_and_says_so():
    mail = read("From: a@x.example, b@y.example\n\nhi")
    assert mail.sender.address == "a@x.example"
    assert "several senders" in mail.problems[0]


def test_repeated_headers_count_once_and_are_told():
    mail = read("From: a@x.example\nSubject: one\nSubject: two\nMessage-ID: <1@x>\nMessage-ID: <2@x>\n\nhi")
    assert (mail.subject, mail.message_id) == ("one", "<1@x>")
    assert len(mail.problems) == 2


@pytest.mark.parametrize(
    "date", ["yesterday", "Sun, 99 Mar 2026 10:00:00 +0000", "Mon, 1 Jan 99999 00:00:00 +0000", "\xff"]
)
def test_an_unreadable_date_is_none_and_told(date):
    mail = read(f"From: a@x.example\nDate: {date}\n\nhi")
    assert mail.date is None
    assert mail.problems == ("The date of the mail cannot be read.",)


@pytest.mark.parametrize(
    ("charset", "octets", "text"),
    [
        ("iso-8859-1", "Größe 5 €".encode("cp1252"), "Größe 5 €"),
        ("us-ascii", "naïve".encode(), "naïve"),
        ("gb2312", "订单".encode("gb18030"), "订单"),
        ("iso-2022-jp", "すみません".encode("iso-2022-jp"), "すみません"),
        ("ks_c_5601-1987", "주문".encode("cp949"), "주문"),
        ("utf-16", "\ufeffhallo".encode("utf-16-le"), "hallo"),
        ("utf-8", "déjà".encode("cp1252"), "déjà"),
        ("nonsense", "ça va".encode("cp1252"), "ça va"),
        ("zip", b"hello", "hello"),
    ],
)
def test_text_is_decoded_whatever_its_header_says(charset, octets, text):
    mail = read(b"From: a@x.example\nContent-Type: text/plain; charset=" + charset.encode() + b"\n\n" + octets)
    assert mail.text == text


def test_text_never_holds_carriage_returns_or_control_characters():
    mail = read(b"From: a@x.example\r\nSubject: x\r\n\r\none\r\ntwo\rthree\x00\x07\xe2\x80\xae!\r\n")
    assert mail.text == "one\ntwo\nthree!"


def test_html_alone_becomes_text_and_stays_as_sent():
    html = "<style>p{}</style><p>Hi&nbsp;there,<br>the <b>ring</b> broke</p><div style='display:none'>preview</div>"
    mail = read(f"From: a@x.example\nContent-Type: text/html\n\n{html}")
    assert mail.text == "Hi there,\nthe ring broke"
    assert mail.html == html


def test_of_two_forms_of_a_body_the_plain_one_is_read():
    mail = read(built("plain words", html="<p>html words</p>").as_bytes())
    assert (mail.text, "html words" in mail.html) == ("plain words", True)


def test_a_placeholder_gives_way_to_the_html():
    mail = read(built("Your mail program does not display HTML.", html="<p>The ring broke</p>").as_bytes())
    assert mail.text == "The ring broke"


def test_a_gmail_quote_is_left_out_and_an_answer_below_it_kept():
    html = (
        '<div>Yes please.</div><div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Mar 2026 at 10:02, '
        'Shop &lt;help@shop.example&gt; wrote:<br></div><blockquote class="gmail_quote">Shall '
        "we?</blockquote>And cancel 10482.</div>"
    )
    mail = read(f"From: a@x.example\nContent-Type: text/html\n\n{html}")
    assert mail.text == "Yes please.\n\nAnd cancel 10482."
    assert "> Shall we?" in mail.full_text


def test_a_forward_with_nothing_above_is_read_as_the_text():
    body = (
        "---------- Forwarded message ---------\nFrom: Ann <ann@x.example>\nDate: Mon, 2 Mar 2026\nSubject: "
        "Broken\n\nIt broke."
    )
    mail = read(plain(body, subject="Fwd: Broken"))
    assert mail.text == "It broke."
    assert "forwarded" in mail.problems[0]


def test_an_attached_mail_is_one_attachment_and_not_the_senders_words():
    inner = built("My order is 99999.").as_bytes()
    mail = built("What is this?")
    mail.add_attachment(inner, maintype="application", subtype="octet-stream")
    raw = mail.as_bytes().replace(b"application/octet-stream", b"message/rfc822").replace(b"base64\n", b"base64\n", 1)
    found = read(raw)
    assert (found.text, len(found.attachments)) == ("What is this?", 1)
    assert found.attachments[0].content_type == "message/rfc822"
    assert "99999" not in found.full_text


def test_unnamed_parts_are_attachments_without_a_name():
    raw = (
        "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\n"
        "Content-Type: application/pdf\n\n%PDF-1.4\n--b--\n"
    )
    (file,) = read(raw).attachments
    assert (file.filename, file.kind) == (None, AttachmentKind.DOCUMENT)


def test_size_and_hash_are_those_of_the_decoded_octets():
    photo = picture(300, 300)
    mail = built()
    mail.add_attachment(photo, maintype="image", subtype="jpeg", filename="ring.jpg")
    (file,) = read(mail.as_bytes()).attachments
    assert (file.size_bytes, file.sha256, file.content) == (len(photo), hashlib.sha256(photo).hexdigest(), photo)


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="../../etc/ring.jpg"', "ring.jpg"),
        ('attachment; filename="C:\\\\Users\\\\ann\\\\ring.jpg"', "ring.jpg"),
        ("attachment; filename*=utf-8''%C3%A9tiquette.jpg", "étiquette.jpg"),
        ('attachment; filename="=?utf-8?Q?=C3=A9tiquette.jpg?="', "étiquette.jpg"),
        ("attachment; filename*0=ri; filename*1=ng.jpg", "ring.jpg"),
        ('attachment; filename="gpj\u202e.exe"', "gpj.exe"),
        ('attachment; filename=".."', None),
        ("attachment", None),
    ],
)
def test_file_names_are_decoded_and_harmless(disposition, name):
    raw = f"From: a@x.example\nContent-Type: image/jpeg\nContent-Disposition: {disposition}\n\nx"
    (file,) = read(raw).attachments
    assert file.filename == name


def test_a_very_long_name_keeps_its_ending():
    raw = (
        f"From: a@x.example\nContent-Type: image/jpeg\nContent-Disposition: attachment; filename={'a' * 3000}.jpg\n\nx"
    )
    name = read(raw).attachments[0].filename
    assert name is not None
    assert (len(name), name[-4:]) == (200, ".jpg")


def test_an_invitation_gives_its_summary_and_an_attachment():
    calendar = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Pick up parcel\nDTSTART:20260302T100000Z\nEND:VEVENT\nEND:VCALENDAR"
    )
    mail = read(f"From: a@x.example\nContent-Type: text/calendar\n\n{calendar}")
    assert mail.text == "Pick up parcel (20260302T100000Z)"
    assert [file.content_type for file in mail.attachments] == ["text/calendar"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("application/pkcs7-mime", "S/MIME"),
        ("application/pgp-encrypted", "PGP"),
        ("application/vnd.ms-outlook", ".msg"),
    ],
)
def test_sealed_mail_is_listed_and_goes_to_a_person(kind, words):
    mail = read(f"From: a@x.example\nContent-Type: {kind}\n\n\x01\x02")
    assert words in mail.problems[0]
    assert len(mail.attachments) == 1


def test_a_multipart_whose_boundary_never_comes_still_gives_its_parts():
    raw = (
        'From: a@x.example\nContent-Type: multipart/mixed; boundary="gone"\n\n--here\nContent-Type: '
        "text/plain\n\nIt broke.\n--here\nContent-Type: application/pdf; name=a.pdf\n\n%PDF-1.4\n--here--\n"
    )
    mail = read(raw)
    assert mail.text == "It broke."
    assert [file.filename for file in mail.attachments] == ["a.pdf"]
    assert mail.problems


def test_a_multipart_without_any_parts_keeps_its_text():
    assert read("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\njust words").text == "just words"


def test_blanks_before_colons_and_stray_lines_do_not_hide_the_headers():
    mail = read("stray line\nFrom : Ann <ann@x.example>\nSubject : Ring\nTo: h@shop.example\n\nIt broke.")
    assert (mail.sender.address, mail.subject, mail.text) == ("ann@x.example", "Ring", "It broke.")


def test_an_office_file_is_a_document_and_a_plain_archive_is_not():
    def archive(*names: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as zipped:
            for name in names:
                zipped.writestr(name, "x")
        return out.getvalue()

    mail = built()
    mail.add_attachment(
        archive("[Content_Types].xml", "word/document.xml"), maintype="application", subtype="x", filename="a.docx"
    )
    mail.add_attachment(archive("a.txt"), maintype="application", subtype="zip", filename="b.docx")
    assert [file.kind for file in read(mail.as_bytes()).attachments] == [AttachmentKind.DOCUMENT, AttachmentKind.OTHER]


def test_an_empty_mail_is_a_record():
    mail = read(b"")
    assert (mail.text, mail.sender.name) == ("", "unknown sender")
    assert "The mail is empty." in mail.problems


def test_broken_base64_is_decoded_as_far_as_it_goes():
    data = base64.b64encode(b"%PDF-1.4 hello").decode()
    head = "From: a@x.example\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64 ;\n\n"
    raw = f"{head}{data[:7]}!!\n{data[7:]}A"
    (file,) = read(raw).attachments
    assert file.content.startswith(b"%PDF-1.4 hello")


def test_a_charset_name_with_a_nul_does_not_stop_the_reading():
    mail = read(b"From: a@x.example\nContent-Type: text/plain; charset=utf\x00-8\n\nd\xc3\xa9j\xc3\xa0")
    assert mail.text == "déjà"


def test_a_container_that_cannot_be_opened_is_listed_and_told():
    raw = "From: a@x.example\nContent-Type: application/ms-tnef; name=winmail.dat\n\nnot one"
    mail = read(raw)
    assert [file.filename for file in mail.attachments] == ["winmail.dat"]
    assert "winmail.dat" in mail.problems[0]


def test_plain_words_announced_as_base64_are_read_as_they_are():
    words = "the ring came broken and the box was open\nplease send me a new one, thank you very much\n" * 4
    mail = b"From: Ann <ann@mail.example>\nContent-Transfer-Encoding: base64\n\n" + words.encode()
    assert read(mail).text == words.strip()


def test_base64_with_blanks_between_its_lines_is_still_base64():
    coded = base64.b64encode(("The ring came broken. " * 20).encode()).decode()
    spaced = " ".join(coded[at : at + 76] for at in range(0, len(coded), 76))
    mail = f"From: Ann <ann@mail.example>\nContent-Transfer-Encoding: base64\n\n{spaced}\n"
    assert read(mail.encode()).text == ("The ring came broken. " * 20).strip()


def test_a_broken_disposition_does_not_hide_the_text():
    mail = b"From: a@mail.example\nContent-Type: text/html\nContent-Disposition: =?utf-8?Q?no?=\n\n<p>broken</p>"
    assert read(mail).text == "broken"


def test_the_only_text_of_a_mail_is_its_body_even_as_an_attachment_without_a_name():
    mail = b"From: a@mail.example\nContent-Type: text/plain\nContent-Disposition: attachment\n\nIt is broken."
    assert read(mail).text == "It is broken."


def test_an_alternative_without_marks_is_not_read_twice():
    mail = EmailMessage()
    mail["From"] = "a@mail.example"
    mail.set_content("It is broken.")
    mail.add_alternative("It is broken.", subtype="html")
    assert read(mail.as_bytes()).full_text == "It is broken."


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("Bob <bob@mail.example> Bobby <bobby@mail.example>", "bob@mail.example"),
        ("Pete(A wonderful \\) chap) <pete(his account)@mail.example(his host)>", "pete@mail.example"),
        ('"A <x@y.example>" <b@mail.example>', "b@mail.example"),
        ('"a" <b@mail.example> (work), d@mail.example', "b@mail.example"),
    ],
)
def test_an_address_is_found_among_comments_and_other_addresses(written, address):
    assert read(f"From: {written}\n\nx").sender.address == address
