"""Stage 2, understand: ParsedMail -> Understanding. Pure."""

from collections.abc import Sequence

from triage.kit import Classifier
from triage.records import Category, Label, ParsedMail, Understanding


def understand(mails: Sequence[ParsedMail], classifier: Classifier, languages: Sequence[str]) -> list[Understanding]:
    """One understanding a mail, in order. What a machine sent is `other` whatever words it quotes; people's mail is
    read by the classifier. languages: those the shop writes in, ISO 639-1, default first.
    """
    answers = iter(classifier.understand([mail for mail in mails if mail.auto is None], languages))
    return [_automatic(mail, classifier.version, languages) if mail.auto else next(answers) for mail in mails]


def _automatic(mail: ParsedMail, version: str, languages: Sequence[str]) -> Understanding:
    from triage.learning.language import detect  # its library is only loaded where mails are read

    default = languages[0] if languages else "en"
    return Understanding(
        categories=(Category(label=Label.OTHER, probability=1.0),),
        abstained=False,
        evidence=(),
        language=detect(mail.text, subject=mail.subject, default=default, languages=languages),
        model_version=version,
    )
