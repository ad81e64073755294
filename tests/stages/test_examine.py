"""Between parsing and understanding: what a person attached is looked into."""

from datetime import UTC, datetime

import pytest

from tests.stages.examining.made import banner, blurred, label, logo, paper, saved, scene, screen, with_notes
from tests.stages.parsing.mails import built, read
from triage.loaders.kit import load_kit
from triage.pipeline import read as read_all
from triage.records import AttachmentKind, Clarity, Paper, RawMail
from triage.stages.examine import examine
from triage.stages.examining import lettering
from triage.stages.extract import extract
from triage.stages.extracting.order_numbers import find_order_numbers, numbers_seen

PATTERNS = (r"MG\d{5}",)


def mail_with(*files: tuple[bytes, str], body: str = "The ring arrived broken, see the photo.", **headers: str):
    mail = built(body)
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    for content, name in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail


def examined(*files: tuple[bytes, str], **more: str):
    return examine(read(mail_with(*files, **more).as_bytes()))


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (saved(scene(1)), "ring.jpg", AttachmentKind.PHOTO),
        (saved(blurred(scene(1))), "IMG_0001.jpg", AttachmentKind.PHOTO),
        (saved(scene(2), "PNG"), "IMG_0002.PNG", AttachmentKind.PHOTO),
        (saved(scene(2, (1170, 2532)), "PNG"), "Screenshot_1.png", AttachmentKind.PHOTO),
        (saved(label("MG20481")), "label.jpg", AttachmentKind.PHOTO),
        (saved(screen(), "PNG"), "IMG_0003.PNG", AttachmentKind.OTHER),
        (saved(screen((900, 700)), "PNG"), "Bildschirmfoto 2026-03-01.png", AttachmentKind.OTHER),
        (saved(screen((900, 700))), "Screenshot_20260301.jpg", AttachmentKind.OTHER),
        (saved(logo(), "PNG"), "mark.png", AttachmentKind.INLINE),
        (saved(logo(clear=False), "PNG"), "logo.png", AttachmentKind.INLINE),
        (saved(banner(), "PNG"), "sale.png", AttachmentKind.INLINE),
        (saved(logo().resize((1, 1)), "PNG"), "open.png", AttachmentKind.INLINE),
    ],
)
def test_only_what_a_camera_saw_is_a_photo(content, name, kind):
    assert [file.kind for file in examined((content, name)).attachments] == [kind]


def test_a_photo_gets_a_finding_and_a_logo_none():
    photo, mark = examined((saved(scene(1)), "ring.jpg"), (saved(logo(), "PNG"), "logo.png")).attachments
    assert photo.finding is not None
    assert photo.finding.clarity is Clarity.CLEAR
    assert mark.finding is None


def test_a_paper_gets_a_finding_too():
    (file,) = examined((paper("Invoice\nOrder MG20481"), "doc.pdf")).attachments
    assert file.finding is not None
    assert file.finding.paper is Paper.INVOICE


def test_attachments_of_automatic_mail_are_left_alone():
    mail = examined((saved(scene(1)), "ring.jpg"), Auto_Submitted="auto-replied")
    assert mail.auto is not None
    assert mail.attachments[0].finding is None


def test_what_is_broken_is_told_among_the_problems():
    mail = examined((saved(scene(1))[:9000], "ring.jpg"))
    assert "A picture is damaged: it could not be looked at." in mail.problems


def test_only_twenty_files_are_looked_into():
    mail = examined(*((saved(scene(1, (300, 240))), f"ring{number}.jpg") for number in range(23)))
    assert sum(file.finding is not None for file in mail.attachments) == 20


def test_a_number_in_a_paper_is_an_order_number_when_the_mail_names_none():
    mail = examined((paper("Invoice\nOrder MG20481\nTotal 49.00 EUR on 3.3.2026"), "doc.pdf"))
    assert find_order_numbers(mail, PATTERNS) == ("MG20481",)
    assert numbers_seen(mail.attachments[0], PATTERNS) == ("MG20481",)


def test_a_number_in_a_paper_never_stands_before_one_of_the_mail():
    mail = examined((paper("Order MG20481"), "doc.pdf"), body="My order MG11111 is broken.")
    assert find_order_numbers(mail, PATTERNS) == ("MG11111",)
    assert numbers_seen(mail.attachments[0], PATTERNS) == ("MG20481",)


def test_an_invoice_is_proof_of_purchase_whatever_its_name(kit):
    (claim,) = _reading(kit, mail_with((paper("RECHNUNG 17\nBestellung MG20481"), "scan.pdf"))).extraction.claims
    assert claim.facts["has_proof_of_purchase"] is True


def test_a_picture_of_a_screen_is_no_photo_of_the_matter(kit):
    extraction = _reading(kit, mail_with((saved(screen(), "PNG"), "Screenshot_1.png"))).extraction
    assert {claim.facts["has_photo"] for claim in extraction.claims} == {False}


def test_a_blurred_photo_counts_as_a_photo(kit):
    extraction = _reading(kit, mail_with((saved(blurred(scene(1))), "ring.jpg"))).extraction
    assert {claim.facts["has_photo"] for claim in extraction.claims} == {True}


def test_an_order_number_on_a_photographed_label_is_read_where_the_program_is_there(kit):
    reading = _reading(kit, mail_with((saved(label("MG20481", tilt=2)), "IMG_1.jpg")))
    found = ("MG20481",) if lettering.can_read() else ()
    assert reading.extraction.order_numbers == found
    assert reading.extraction.seen == (found,)
    assert reading.extraction.claims[0].facts.get("photo_shows_label", False) is lettering.can_read()


def test_pictures_are_not_read_when_the_mail_names_its_order(kit, monkeypatch):
    monkeypatch.setattr(lettering, "words_in", lambda _: pytest.fail("there was no need to"))
    mail = mail_with((saved(label("MG20481")), "IMG_1.jpg"), body="My order MG20481 arrived broken.")
    assert _reading(kit, mail).extraction.order_numbers == ("MG20481",)


def test_what_was_seen_never_changes_what_was_read(kit):
    mail = mail_with((with_notes(scene(1), taken="2026:03:03 10:00:00"), "ring.jpg"))
    seen = _reading(kit, mail)
    parsed = read(mail.as_bytes())
    assert seen.mail.text == parsed.text
    assert [file.kind for file in seen.mail.attachments] == [file.kind for file in parsed.attachments]
    assert extract(parsed, seen.understanding, PATTERNS).order_numbers == seen.extraction.order_numbers


@pytest.fixture(scope="module")
def kit():
    from pathlib import Path

    return load_kit(Path(__file__).resolve().parents[2])


def _reading(kit, mail):
    raw = RawMail(raw=mail.as_bytes(), received_at=datetime(2026, 3, 9, tzinfo=UTC), source="test")
    return read_all([raw], "migems", kit, frozenset())[0]
