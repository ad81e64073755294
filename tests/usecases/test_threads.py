"""A reply is read in the light of its ticket, through the worker's own path."""

import pytest

from tests.fakes.shop import Shop, a_mail
from tests.usecases.conversation import answer, claims, draft, look, of_store, post, write

BROKEN = {
    "en": "My cup arrived broken, the handle was off when I opened the box. Please send a new one.",
    "de": "Die Tasse kam mit abgebrochenem Henkel an, ich habe es gleich beim Auspacken gesehen. Bitte um Ersatz.",
    "fr": "La tasse est arrivée cassée, l'anse était détachée à l'ouverture du carton. Merci de m'en renvoyer une.",
    "es": "La taza llegó rota, el asa está partida por la mitad. Quiero una nueva, por favor.",
}
SUBJECTS = {"en": "Broken cup", "de": "Tasse kaputt angekommen", "fr": "Tasse cassée", "es": "Taza rota"}
LOST = {
    "en": "My parcel MR2911 never arrived, it was due a week ago.",
    "de": "Mein Paket MR2911 ist nie angekommen, es sollte vor einer Woche da sein.",
    "fr": "Mon colis MR2911 n'est jamais arrivé, il devait être là il y a une semaine.",
    "it": "Il mio pacco MR2911 non è mai arrivato, doveva essere qui una settimana fa.",
}


def broken(shop: Shop, language: str = "en") -> Shop:
    write(of_store(shop, "milliretro"), BROKEN[language], subject=SUBJECTS[language], first=True)
    return shop


def lost(shop: Shop, language: str = "en") -> Shop:
    write(of_store(shop, "milliretro"), LOST[language], subject="my order", first=True)
    return shop


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Here are the photos."), ("de", "Anbei die Fotos."), ("fr", "Voici les photos."), ("es", "Adjunto foto.")],
)
def test_photos_that_come_later_complete_the_claim_and_the_draft_stops_asking(shop: Shop, language: str, words: str):
    broken(shop, language)
    before, asked = claims(shop)[0], draft(shop)["text"]
    assert "video_or_photo" in before["decision"]["missing"]
    write(shop, words, photo=True)
    (now,) = claims(shop)
    assert now["label"] == "damaged"
    assert now["facts"] == before["facts"] | {"has_photo": True}
    assert now["decision"]["missing"] == [one for one in before["decision"]["missing"] if one != "video_or_photo"]
    assert "foto" in asked.lower().replace("ph", "f")
    assert "foto" not in draft(shop)["text"].lower().replace("ph", "f")
    assert [row["state"] for row in shop.rows("drafts")] == ["retired", "filed"]
    assert len(shop.rows("tickets")) == 1


@pytest.mark.parametrize(
    ("language", "words"), [("en", "It's MR2911"), ("de", "Die Nummer ist MR2911"), ("fr", "C'est la MR2911")]
)
def test_an_order_number_given_later_completes_the_claim(shop: Shop, language: str, words: str):
    broken(shop, language)
    write(shop, words)
    (now,) = claims(shop)
    assert (now["label"], now["order_number"]) == ("damaged", "MR2911")
    assert now["facts"]["reason"] == "arrived_damaged"
    assert "order_number" not in now["decision"]["missing"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Done, still nothing"),
        ("de", "Habe ich gemacht, trotzdem nichts."),
        ("fr", "C'est fait, toujours rien"),
        ("it", "Fatto, ancora niente"),
    ],
)
def test_still_nothing_stays_with_the_claim(shop: Shop, language: str, words: str):
    lost(shop, language)
    before = claims(shop)[0]
    answer(shop)
    write(shop, words)
    (now,) = claims(shop)
    assert (now["label"], now["order_number"], now["facts"]) == ("missing", "MR2911", before["facts"])
    assert not shop.rows("tickets")[0]["abstained"]
    assert shop.rows("messages")[-1]["language"] == language


def test_still_nothing_on_a_refund_is_about_the_refund(shop: Shop):
    write(of_store(shop, "mila_mvmt"), "You approved my refund for 10390 on 2 February. Nothing came.", first=True)
    assert claims(shop)[0]["label"] == "late_refund"
    answer(shop)
    write(shop, "I checked with my bank, still nothing")
    (now,) = claims(shop)
    assert (now["label"], now["order_number"]) == ("late_refund", "10390")
    assert now["facts"]["steps_done"] == ["bank_asked"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Thanks, it came after all!"),
        ("de", "Hat sich erledigt, das Paket ist heute doch noch angekommen. Danke!"),
        ("fr", "C'est bon, le colis est arrivé ce matin, merci."),
        ("it", "È arrivato oggi, grazie mille."),
    ],
)
def test_what_came_after_all_ends_the_claim_with_a_word_of_thanks(shop: Shop, language: str, words: str):
    lost(shop, language)
    answer(shop)
    write(shop, words)
    (now,) = claims(shop)
    assert (now["label"], now["decision"]["decision"], now["facts"]) == ("other", "inform", {})
    assert draft(shop)["template"] == "milliretro/other/settled"
    assert "MR2911" not in draft(shop)["text"]


def test_an_answer_to_our_question_gives_the_fact_asked(shop: Shop):
    broken(shop)
    assert "address" in claims(shop)[0]["decision"]["missing"]
    write(shop, "Order MR2911. My address is 14 Orchard Lane, Bristol BS3 1QT. Phone: +44 7700 900123")
    (now,) = claims(shop)
    assert now["order_number"] == "MR2911"
    assert not {"address", "phone", "order_number"} & set(now["decision"]["missing"])


def test_a_further_matter_stands_beside_one_that_still_waits(shop: Shop):
    broken(shop)
    write(shop, "Also please cancel my other order MR2922, I ordered it last night.")
    assert [(one["label"], one["order_number"]) for one in claims(shop)] == [
        ("cancellation", "MR2922"),
        ("damaged", None),
    ]


def test_a_further_matter_stands_alone_once_the_first_was_answered(shop: Shop):
    broken(shop)
    answer(shop)
    write(shop, "Please cancel my other order MR2922, I ordered it last night.")
    assert [(one["label"], one["order_number"]) for one in claims(shop)] == [("cancellation", "MR2922")]


def test_what_was_awaited_and_came_broken_is_damaged_and_no_longer_missing(shop: Shop):
    lost(shop)
    write(shop, "It arrived today but the mug is broken, the handle snapped off.")
    assert [(one["label"], one["order_number"]) for one in claims(shop)] == [("damaged", "MR2911")]


def test_bare_thanks_for_an_answer_go_to_a_person(shop: Shop):
    broken(shop)
    answer(shop)
    write(shop, "Thanks!")
    assert [one["label"] for one in claims(shop)] == ["other"]
    assert shop.rows("tickets")[0]["abstained"]


def test_mails_of_one_batch_are_read_in_the_light_of_each_other(shop: Shop):
    of_store(shop, "milliretro")
    post(shop, BROKEN["en"], subject="my order", first=True)
    post(shop, "It's MR2911", photo=True)
    post(shop, "Any news?")
    look(shop)
    (now,) = claims(shop)
    assert len(shop.rows("drafts")) == 1
    assert (now["label"], now["order_number"], now["facts"]["has_photo"]) == ("damaged", "MR2911", True)


def test_a_stranger_who_names_the_conversation_learns_nothing_of_it(shop: Shop):
    broken(shop)
    shop.server.deliver(
        a_mail(7, sender="Eve <eve@else.example>", text="Done, still nothing", in_reply_to="<c0@inbox.example>"),
        shop.clock[0],
    )
    look(shop)
    assert len(shop.rows("tickets")) == 2
    assert [one["label"] for one in claims(shop)] != ["damaged"]
