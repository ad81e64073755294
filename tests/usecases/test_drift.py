"""The week as the store tells it, against the card of the serving model."""

import json

import pytest

from tests.fakes.shop import Shop, a_mail
from triage.records import Label
from triage.usecases.drift import look, note_drift
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.rejudge import relabel


@pytest.fixture
def measured(shop: Shop) -> Shop:
    """A shop whose serving model, which reads its mail, has a card."""
    folder = shop.app.settings.root / "models" / "test"
    folder.mkdir(parents=True)
    (folder.parent / "current").write_text("test\n")
    table = {label.value: {other.value: int(label is other) * 100 for other in Label} for label in Label}
    figures = {"sure_precision": 0.95, "sure_share": 0.6, "confusion": table}
    (folder / "card.json").write_text(json.dumps({"held_out_writers": figures}))
    return shop


def deliver(shop: Shop, count: int, subject: str, first: int = 1) -> None:
    for number in range(first, first + count):
        sender = f"Kim <kim{number}@mail.example>"
        shop.server.deliver(a_mail(number, subject=subject, sender=sender), shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)


def test_a_shop_without_mail_has_no_alarm(measured: Shop):
    assert look(measured.app).alarms == []


def test_a_week_of_doubtful_mail_alarms_and_is_in_the_log(measured: Shop, caplog: pytest.LogCaptureFixture):
    deliver(measured, 40, "damaged unsure")
    measured.later(hours=1)
    found = {one.name: one for one in look(measured.app).signals}
    assert (found["handed over"].mails, found["handed over"].seen, found["handed over"].alarm) == (40, 1.0, True)
    assert found["label mix"].alarm
    note_drift(measured.app)
    warned = [record.signal for record in caplog.records if record.message == "drift" and record.levelname == "WARNING"]
    assert warned == ["handed over", "label mix"]


def test_corrections_of_sure_mails_are_counted_and_added_labels_are_no_mistake(measured: Shop):
    deliver(measured, 3, "damaged")
    ids = [row["public_id"] for row in measured.rows("tickets")]
    relabel(measured.app, ids[0], 0, Label.MISSING, "mia")
    relabel(measured.app, ids[1], 0, Label.DAMAGED, "mia")
    measured.later(hours=1)
    (found,) = [one for one in look(measured.app).signals if one.name == "corrected"]
    assert (found.mails, found.seen, found.alarm) == (2, 0.5, False)


def test_mail_of_another_week_does_not_count(measured: Shop):
    deliver(measured, 40, "damaged unsure")
    measured.later(days=8)
    assert look(measured.app).alarms == []
    assert look(measured.app).mix["damaged"][0] == 0.0
