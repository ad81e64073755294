"""Stage 2: automatic mail never reaches the classifier; people's mail does, in order."""

from collections.abc import Sequence
from dataclasses import replace

from triage.learning.corpus import Row
from triage.records import Auto, Category, Label, ParsedMail, Understanding
from triage.stages.understand import understand
from triage.usecases.learn import mail_of


class Parrot:
    """A classifier that calls every mail damaged and quotes its text as the language."""

    version = "parrot"

    def __init__(self) -> None:
        self.seen: list[ParsedMail] = []

    def understand(self, mails: Sequence[ParsedMail], languages: Sequence[str]) -> list[Understanding]:
        self.seen.extend(mails)
        return [
            Understanding(
                categories=(Category(label=Label.DAMAGED, probability=0.9),),
                abstained=False,
                evidence=(),
                language=mail.text,
                model_version=self.version,
            )
            for mail in mails
        ]


def mail(text: str, auto: Auto | None = None) -> ParsedMail:
    row = Row(id="r", subject="", body=text, labels=(Label.OTHER,), language=None, hand="", auto=False)
    return replace(mail_of(row), auto=auto)


def test_answers_keep_the_order_of_the_mails() -> None:
    answers = understand([mail("a"), mail("b", Auto.BOUNCE), mail("c")], Parrot(), ["en"])
    assert [answer.primary for answer in answers] == [Label.DAMAGED, Label.OTHER, Label.DAMAGED]
    assert [answers[0].language, answers[2].language] == ["a", "c"]


def test_automatic_mail_is_other_and_certain_whatever_it_quotes() -> None:
    answer = understand([mail("Mein Paket kam kaputt an, bitte stornieren", Auto.AUTO_REPLY)], Parrot(), ["en", "de"])[
        0
    ]
    assert answer.categories == (Category(label=Label.OTHER, probability=1.0),)
    assert not answer.abstained
    assert answer.language == "de"


def test_the_classifier_never_sees_automatic_mail() -> None:
    parrot = Parrot()
    understand([mail("news", Auto.NEWSLETTER), mail("hello")], parrot, ["en"])
    assert [seen.text for seen in parrot.seen] == ["hello"]
