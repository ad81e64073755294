"""A reply in the light of its conversation: what stays, what is filled, what ends. Pure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.extracting.mails import NUMBERS, a_mail, understood
from triage.records import Auto, Claim, History, Label, OpenClaim, ParsedMail, Reading, Understanding
from triage.stages.extract import extract
from triage.stages.follow import follow, merged, quoted_mail

MORNING = datetime(2026, 5, 14, 8, tzinfo=UTC)
TORN = {"reason": "arrived_damaged", "has_photo": False, "has_video": False, "states_description": True}


def read(mail: ParsedMail, view: Understanding):
    return extract(mail, view, NUMBERS)


def a_reply(text: str, *labels: str, files: tuple[str, ...] = (), history: str = "") -> Reading:
    mail, view = a_mail(text, subject="Re: order", files=files, history=history), understood(labels or ("other",))
    return Reading(mail=mail, understanding=view, extraction=read(mail, view))


def before(*claims: tuple[str, str | None, dict], answered: bool = True, **more) -> History:
    return History(
        last_customer_mail_at=MORNING,
        last_store_reply_at=MORNING + timedelta(hours=1) if answered else None,
        claims=tuple(
            OpenClaim(claim=Claim(label=Label(label), order_number=number, facts=facts), probability=0.9)
            for label, number, facts in claims
        ),
        **more,
    )


def matters(reading: Reading) -> list[tuple[str, str | None]]:
    return [(claim.label.value, claim.order_number) for claim in reading.extraction.claims]


def test_a_first_mail_is_read_as_it_stands():
    reading = a_reply("The cup MR2911 is broken.", "damaged")
    assert follow(reading, History(), read) == reading


def test_automatic_mail_is_never_read_in_the_light_of_anything():
    reading = a_reply("Done, still nothing")
    reading = replace(reading, mail=replace(reading.mail, auto=Auto.AUTO_REPLY))
    assert follow(reading, before(("missing", "MR2911", {})), read) == reading


def test_a_reply_in_a_persons_hands_stays_there():
    history = before(("damaged", "MR2911", TORN), unsure=True)
    assert follow(a_reply("Here is the photo", files=("a.jpg",)), history, read).understanding.abstained


def test_words_that_bring_nothing_go_to_a_person():
    assert follow(a_reply("Yes"), before(("damaged", "MR2911", TORN)), read).understanding.abstained


def test_a_long_mail_about_something_else_goes_to_a_person():
    words = (
        "By the way my sister runs a small gallery in the next town and would love to talk to whoever does your " * 2
    )
    followed = follow(a_reply(words), before(("damaged", "MR2911", TORN)), read)
    assert (matters(followed), followed.understanding.abstained) == ([("other", None)], True)


def test_a_corrected_number_takes_the_place_of_the_first():
    followed = follow(a_reply("Sorry, the number is MR2912"), before(("damaged", "MR2911", TORN)), read)
    assert matters(followed) == [("damaged", "MR2912")]
    assert followed.extraction.claims[0].facts["reason"] == "arrived_damaged"


def test_the_claim_that_lacks_a_number_gets_the_one_that_is_given():
    history = before(("damaged", "MR2911", TORN), ("missing", None, {}))
    assert matters(follow(a_reply("MR2915"), history, read)) == [("damaged", "MR2911"), ("missing", "MR2915")]


def test_a_second_order_with_the_same_fault_is_a_claim_of_its_own():
    history = before(("damaged", "MR2911", TORN), answered=False)
    followed = follow(a_reply("The mug of MR2915 is also cracked.", "damaged"), history, read)
    assert matters(followed) == [("damaged", "MR2915"), ("damaged", "MR2911")]


def test_what_was_shown_once_needs_not_be_shown_again():
    shown = TORN | {"has_photo": True}
    followed = follow(a_reply("Any news? Still no answer"), before(("damaged", "MR2911", shown)), read)
    assert followed.extraction.claims[0].facts["has_photo"] is True


def test_a_few_words_are_in_the_language_of_the_conversation():
    history = before(("damaged", "MR2911", TORN), language="pt")
    assert follow(a_reply("MR2911 ok"), history, read).understanding.language == "pt"


@pytest.mark.parametrize(
    "words",
    [
        "It came after all but the handle is broken",
        "Everything is fine now, but can I get an invoice?",
        "It is not resolved",
        "Sorted? No, nothing came",
        "Das ist nicht erledigt",
        "Ya llegó pero está roto",
    ],
)
def test_what_is_still_amiss_is_not_settled(words: str):
    assert not follow(a_reply(words), before(("missing", "MR2911", {})), read).settled


@pytest.mark.parametrize(
    "words",
    [
        "Never mind, it arrived today",
        "Found it, thank you!",
        "Alles geklärt, danke",
        "Finalement le colis est arrivé",
        "Al final llegó, gracias",
        "Alla fine è arrivato",
        "Já está resolvido, obrigada",
    ],
)
def test_what_has_come_right_is_settled(words: str):
    followed = follow(a_reply(words), before(("missing", "MR2911", {})), read)
    assert followed.settled
    assert matters(followed) == [("other", "MR2911")]


FACTS = st.dictionaries(
    st.sampled_from(["has_photo", "has_video", "states_description", "states_address", "package_searched"]),
    st.booleans(),
)


@given(FACTS, FACTS)
def test_nothing_that_was_shown_is_ever_taken_back(old: dict, new: dict):
    after = merged(old, new)
    assert all(after[name] for name in old if old[name])
    assert after.keys() == old.keys() | new.keys()


def test_a_condition_told_later_takes_the_place_of_its_contrary():
    assert merged({"condition": ["unworn", "tags_intact"]}, {"condition": ["worn"]})["condition"] == [
        "tags_intact",
        "worn",
    ]


def test_something_vague_does_not_take_the_place_of_something_exact():
    assert merged({"reason": "marked_delivered"}, {"reason": "not_arrived"}) == {"reason": "marked_delivered"}


def test_the_oldest_of_several_quoted_mails_is_the_customers_own():
    reading = a_reply("Done", history="On Monday the shop wrote:\n> please look again\n>> my parcel never came here\n")
    quote = quoted_mail(reading)
    assert quote is not None
    assert quote.text == "my parcel never came here"


def test_a_mail_that_says_enough_itself_needs_no_quotes():
    words = "The cup that I ordered came broken, the handle is off and there is a crack through the whole side. " * 2
    assert quoted_mail(a_reply(words, "damaged", history="> something else entirely")) is None


def test_what_is_quoted_gives_label_and_order_but_no_facts():
    quoted = OpenClaim(claim=Claim(label=Label.MISSING, order_number="MR2911", facts={}), probability=0.9)
    reading = replace(a_reply("Done, still nothing"), quoted=(quoted,))
    followed = follow(reading, History(), read)
    assert matters(followed) == [("missing", "MR2911")]
    assert "marked_delivered" not in followed.extraction.claims[0].facts.values()
