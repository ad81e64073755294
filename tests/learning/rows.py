"""A small labelled corpus for tests: eight made-up hands, three phrasings a label each."""

from triage.learning.corpus import Row
from triage.records import Label

_SAID = {
    Label.WRONG_ITEM: ("You sent the wrong colour, I ordered black", "Falscher Artikel, bestellt war die Tasse"),
    Label.DAMAGED: ("The mug arrived broken in three pieces", "Die Kanne hat einen Sprung und ist undicht"),
    Label.MISSING: ("My parcel never arrived, it was due last week", "Mein Paket ist nie angekommen"),
    Label.LATE_REFUND: ("Still waiting for my refund, nothing on my card", "Wo bleibt meine Erstattung, kein Geld da"),
    Label.CANCELLATION: ("Please cancel my order before it ships", "Bitte die Bestellung stornieren"),
    Label.SIZE_QUESTION: (
        "Which size should I take, my waist is 74 cm",
        "Welche Größe soll ich nehmen bei 74 cm Taille",
    ),
    Label.OTHER: ("Do you have a discount code for students", "Gibt es einen Rabatt für Studenten"),
}
_TURNS = ("Hello, {}.", "{}, thanks", "Hi team! {}. Regards", "Order 10{}77: {}")


def few_rows() -> tuple[Row, ...]:
    """112 rows of eight hands in two languages."""
    return tuple(
        Row(
            id=f"h{hand}-{label.value}-{number}",
            subject="Question" if hand % 2 else "",
            body=_TURNS[(hand + number) % 4].format(*([hand, said] if (hand + number) % 4 == 3 else [said])),
            labels=(label,),
            language="de" if number else "en",
            hand=f"hand-{hand}",
            auto=False,
        )
        for hand in range(8)
        for label, phrases in _SAID.items()
        for number, said in enumerate(phrases)
    )
