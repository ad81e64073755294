"""Replies of a conversation through both halves of the path, on the served classifier and a real pack."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.stages.parsing.mails import NOON, built, picture, plain
from tests.usecases.conversation import the_kit
from triage.pipeline import judge, read
from triage.records import Claim, History, Label, OpenClaim, RawMail, Reading

TABLE = [json.loads(line) for line in (Path(__file__).parent / "follow_ups.jsonl").read_text("utf-8").splitlines()]
PHOTO = picture(400, 300, camera=True)


def octets(text: str, *, photo: bool) -> bytes:
    mail = built(text)
    del mail["Subject"]
    mail["Subject"] = "Re: my order"
    if photo:
        mail.add_attachment(PHOTO, maintype="image", subtype="jpeg", filename="IMG_0001.jpg")
    return mail.as_bytes()


def followed(raw: bytes, history: History) -> Reading:
    (reading,) = read([RawMail(raw=raw, received_at=NOON, source="test")], "milliretro", the_kit(), frozenset())
    judgement = judge(
        reading, "milliretro", the_kit(), orders={}, history=history, received_at=NOON, orders_known=False
    )
    assert judgement.reading is not None
    return judgement.reading


@pytest.mark.parametrize("row", TABLE, ids=[f"{row['before']}-{place}" for place, row in enumerate(TABLE)])
def test_a_reply_is_about_what_its_conversation_is_about(row):
    claim = Claim(label=Label(row["before"]), order_number=row["order_number"], facts={})
    history = History(
        last_customer_mail_at=NOON - timedelta(days=2),
        last_store_reply_at=NOON - timedelta(days=1),
        claims=(OpenClaim(claim=claim, probability=0.9),),
    )
    reading = followed(octets(row["text"], photo=row["photo"]), history)
    assert (reading.understanding.primary.value, reading.settled) == (row["label"], row["settled"])


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [
        (
            "Done, still nothing.\n\nOn Tue, 12 May 2026 at 10:00, The Shop wrote:\n> Please look once more.\n"
            ">> You approved my refund for order MR2911 on 28 April and the money has not come.\n",
            "late_refund",
            "MR2911",
        ),
        (
            "Anbei die Fotos.\n\nAm 12.05.2026 um 10:00 schrieb The Shop:\n> Bitte senden Sie uns Fotos.\n"
            ">> Die Tasse aus MR2912 kam mit abgebrochenem Henkel an.\n",
            "damaged",
            "MR2912",
        ),
        (
            "Ya lo hice.\n\nEl mar, 12 may 2026 a las 10:00, The Shop escribió:\n> Por favor pregunte a sus vecinos.\n"
            ">> Mi paquete MR2913 figura como entregado pero no lo tengo.\n",
            "missing",
            "MR2913",
        ),
    ],
)
def test_quoted_history_tells_what_a_few_words_mean(text: str, label: str, number: str):
    reading = followed(plain(text, subject="Re: my order", In_Reply_To="<m@mail.example>"), History())
    (claim,) = reading.extraction.claims
    assert (claim.label.value, claim.order_number) == (label, number)
    assert claim.facts.get("reason") is None


def test_quoted_history_does_not_outshout_the_new_words():
    text = (
        "Which size should I take, S or M?\n\nOn Tue, 12 May 2026 at 10:00, The Shop wrote:\n> Your cup came broken.\n"
    )
    reading = followed(plain(text, subject="Re: my order", In_Reply_To="<m@mail.example>"), History())
    assert [claim.label.value for claim in reading.extraction.claims] == ["size_question"]
