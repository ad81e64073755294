"""What was seen in attachments, as the ticket's page says it."""

import io
import re

import pytest
from PIL import Image

from tests.builders import File, a_ticket
from tests.web.console import Console, words_of
from triage.store import pictures, review
from triage.store.engine import writing
from triage.store.review import StoredAttachment
from triage.store.schema import attachments
from triage.web.seen import seen

HASH = "a4739b9e9e213165"


def a_file(kind: str = "photo", evidence: dict[str, object] | None = None) -> StoredAttachment:
    return StoredAttachment(
        id=1,
        message_id=1,
        position=0,
        filename="x",
        content_type="image/jpeg",
        size_bytes=340_000,
        sha256="",
        kind=kind,
        evidence=evidence,
    )


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (a_file(), "photo · 340 kB"),
        (
            a_file(
                evidence={
                    "width": 1200,
                    "height": 900,
                    "clarity": "clear",
                    "taken": "2026-03-03T14:05:09+01:00",
                    "numbers": ["MG20481"],
                }
            ),
            "photo · 1200×900 · sharp · taken 3 March 2026 · order MG20481 seen in it · 340 kB",
        ),
        (a_file(evidence={"clarity": "blurred", "numbers": []}), "photo · hard to see: blurred · 340 kB"),
        (
            a_file("document", {"pages": 2, "paper": "invoice", "numbers": ["A1", "A2"]}),
            "document · 2 pages · looks like an invoice · orders A1, A2 seen in it · 340 kB",
        ),
        (a_file("other", {"width": 9, "height": 16, "numbers": []}), "picture, no photo · 9×16 · 340 kB"),
        (a_file("document", {"problem": "x", "numbers": []}), "document · could not be looked into · 340 kB"),
    ],
)
def test_a_file_is_described_in_one_line(file, line):
    assert seen(file) == line


def _remembered(console: Console, evidence: dict[str, object], **given: str) -> str:
    public_id = a_ticket(console.app, files=[File(content=b"12", filename="a.jpg")], **given)
    with writing(console.app.engine) as conn:
        ticket = review.ticket(conn, public_id)
        assert ticket is not None
        (photo,) = review.attachments_of(conn, ticket.id)
        conn.execute(attachments.update().where(attachments.c.id == photo.id).values(evidence=evidence))
        pictures.remember(conn, ticket.account, [(photo.id, HASH)])
    return public_id


def test_the_page_says_with_which_ticket_the_same_picture_came(console: Console):
    evidence = {"width": 1200, "height": 900, "clarity": "clear", "picture_hash": HASH, "numbers": []}
    first, second = _remembered(console, evidence), _remembered(console, evidence)
    page = console.become("agent").get(f"/tickets/{second}").text
    assert "photo · 1200×900 · sharp" in words_of(page)
    assert f"This picture also came with ticket {first} on" in words_of(page)
    assert f'href="/tickets/{first}"' in page


def test_a_picture_of_a_screen_is_shown_small_though_it_is_no_photo(console: Console):
    picture = io.BytesIO()
    Image.new("RGB", (90, 160), "white").save(picture, "PNG")
    evidence = {"width": 90, "height": 160, "clarity": "small", "numbers": []}
    ticket = a_ticket(console.app, files=[File(content=picture.getvalue(), filename="screen.png", kind="other")])
    with writing(console.app.engine) as conn:
        conn.execute(attachments.update().values(evidence=evidence))
    page = console.become("agent").get(f"/tickets/{ticket}").text
    (link,) = re.findall(rf"/tickets/{ticket}/files/\d+/small", page)
    assert console.get(link).headers["content-type"] == "image/jpeg"
    assert "picture, no photo · 90×160" in words_of(page)


def test_a_picture_met_once_gets_no_note(console: Console):
    ticket = _remembered(console, {"picture_hash": HASH, "numbers": []})
    assert "also came with" not in console.become("agent").get(f"/tickets/{ticket}").text


def test_the_note_is_for_agents_and_not_for_the_reply(console: Console):
    evidence = {"picture_hash": HASH, "numbers": []}
    _remembered(console, evidence)
    second = _remembered(console, evidence)
    page = console.become("agent").get(f"/tickets/{second}").text
    assert "also came with" not in page.partition('id="reply"')[2]
