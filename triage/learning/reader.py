"""The trained classifier at work: mails in, what they are about out. Pure but for the caches of word forms."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from triage.learning.classify import LABELS, Floats, Model
from triage.learning.evidence import carriers_of, quotes
from triage.learning.features import Reading, read
from triage.learning.language import detect
from triage.learning.verdict import Verdict, judge, state
from triage.records import Category, Evidence, ParsedMail, Understanding

_BATCH = 256
GainsOf: TypeAlias = Callable[[int], dict[int, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedClassifier:
    """A model ready to read mails; `version` is the folder it came from."""

    version: str
    model: Model

    def understand(self, mails: Sequence[ParsedMail], languages: Sequence[str]) -> list[Understanding]:
        """One understanding a mail, in order. languages: those the shop writes in, default first."""
        return [
            understanding
            for start in range(0, len(mails), _BATCH)
            for understanding in self._batch(mails[start : start + _BATCH], languages)
        ]

    def _batch(self, mails: Sequence[ParsedMail], languages: Sequence[str]) -> Iterator[Understanding]:
        default = languages[0] if languages else "en"
        spoken = [detect(mail.text, subject=mail.subject, default=default, languages=languages) for mail in mails]
        readings = [read(mail.subject, mail.text, language) for mail, language in zip(mails, spoken, strict=True)]
        features = self.model.features(readings)
        chances = self.model.probabilities(self.model.scores(features))
        for place, mail in enumerate(mails):
            yield self._one(
                mail, spoken[place], readings[place], chances[place], partial(self.model.gains, features, place)
            )

    def _one(
        self, mail: ParsedMail, language: str, reading: Reading, chances: Floats, gains_of: GainsOf
    ) -> Understanding:
        verdict = judge(chances, self.model.thresholds, self.model.sureness)
        wordless = not reading.body and not reading.subject
        return Understanding(
            categories=tuple(
                Category(label=LABELS[place], probability=round(chance, 4))
                for place, chance in zip(
                    verdict.labels, state(chances, verdict.labels, self.model.stating), strict=True
                )
            ),
            abstained=wordless or verdict.certainty < self.model.sure_from,
            evidence=tuple(self._evidence(mail, reading, verdict, gains_of)),
            language=language,
            model_version=self.version,
        )

    def _evidence(self, mail: ParsedMail, reading: Reading, verdict: Verdict, gains_of: GainsOf) -> Iterator[Evidence]:
        carriers = carriers_of(self.model, reading)
        for place in verdict.labels:
            for quote in quotes(carriers, reading, mail.subject, mail.text, gains_of(place)):
                yield Evidence(label=LABELS[place], phrase=quote.phrase, weight=round(quote.gain, 3))
