"""Days that customers name, as facts of the order."""

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.records import Label
from triage.stages.extracting.days import told_facts

NOW = datetime(2026, 5, 14, 10, tzinfo=UTC)  # a Thursday


def told(text: str, language: str = "en", label: Label = Label.DAMAGED) -> dict[str, str]:
    return {name: str(value)[:10] for name, value in told_facts(text, label, language, NOW).items()}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "It arrived last Tuesday with a crack.", "2026-05-12"),
        ("en", "The parcel came yesterday.", "2026-05-13"),
        ("en", "I received it on 3 May.", "2026-05-03"),
        ("en", "It was delivered May 3rd, 2026.", "2026-05-03"),
        ("en", "Received two weeks ago.", "2026-04-30"),
        ("en", "It arrived on Thursday.", "2026-05-07"),
        ("de", "Das Paket ist am 3.5. angekommen.", "2026-05-03"),
        ("de", "Vorgestern erhalten, gleich kaputt.", "2026-05-12"),
        ("de", "Vor zwei Wochen geliefert.", "2026-04-30"),
        ("fr", "Le colis est arrivé hier.", "2026-05-13"),
        ("fr", "Reçu le 3 mai.", "2026-05-03"),
        ("fr", "La bague est arrivée mardi dernier.", "2026-05-12"),
        ("es", "Llegó el martes pasado.", "2026-05-12"),
        ("es", "Lo recibí hace cinco días.", "2026-05-09"),
        ("it", "È arrivato ieri.", "2026-05-13"),
        ("it", "Ricevuto dieci giorni fa.", "2026-05-04"),
        ("pt", "Chegou ontem.", "2026-05-13"),
        ("pt", "Recebi há três dias.", "2026-05-11"),
    ],
)
def test_the_day_of_receipt_is_told(language: str, text: str, day: str):
    assert told(text, language) == {"delivered_at": day}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "I ordered three weeks ago and it never arrived.", "2026-04-23"),
        ("de", "Am 3.4. bestellt und nichts da.", "2026-04-03"),
        ("fr", "Commandé le 2 avril et rien ne vient.", "2026-04-02"),
        ("es", "Hice el pedido hace tres semanas y no ha llegado.", "2026-04-23"),
        ("it", "Ordinato tre settimane fa e non è arrivato.", "2026-04-23"),
        ("pt", "Comprei há três semanas e não chegou.", "2026-04-23"),
    ],
)
def test_the_day_of_purchase_is_told(language: str, text: str, day: str):
    assert told(text, language, Label.MISSING) == {"placed_at": day}


def test_a_purchase_told_by_the_hour_is_exact():
    (at,) = told_facts("I placed it an hour ago.", Label.CANCELLATION, "en", NOW).values()
    assert at == (NOW - timedelta(hours=1)).isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "I ordered yesterday.",  # 10 hours ago or 34: windows of a day would turn on it
        "It should arrive on Friday.",
        "It has not arrived since Monday.",
        "I received your e-mail yesterday.",
        "The replacement came yesterday.",
        "I got a refund on 3 May, it arrived on my card.",
        "It arrived on 3/4.",
        "It arrived on 31 February.",
        "It arrived on 3 May 2019.",
        "It came on Monday or on Tuesday.",
        "Yesterday I was ill.",
    ],
)
def test_what_is_not_plainly_told_stays_unknown(text: str):
    assert told(text) == {}


def test_a_parcel_that_is_missing_was_received_on_no_day():
    assert told("Tracking says it was delivered on Monday.", label=Label.MISSING) == {}


def test_two_days_for_one_event_are_none():
    assert told("It arrived on Monday. It arrived on Tuesday.") == {}


def test_days_are_counted_where_the_shop_is():
    late = datetime(2026, 5, 14, 23, 30, tzinfo=UTC)
    (at,) = told_facts("It arrived today.", Label.DAMAGED, "en", late, timezone(timedelta(hours=2))).values()
    assert str(at)[:10] == "2026-05-14"


@given(st.text(), st.sampled_from(list(Label)))
def test_nothing_is_ever_told_of_the_future(text: str, label: Label):
    assert all(datetime.fromisoformat(str(at)) <= NOW for at in told_facts(text, label, "en", NOW).values())


@pytest.mark.parametrize("piece", ["it arrived ", "3.5.", "two weeks ago ", "a ", "\n", "return came ", "12 "])
def test_a_megabyte_of_anything_is_searched_in_a_moment(piece: str):
    start = time.process_time()
    told_facts(piece * (1_000_000 // len(piece)), Label.DAMAGED, "en", NOW)
    assert time.process_time() - start < 0.3
