"""The phrase book of all themes, made once."""

from collections.abc import Iterable, Mapping

from triage.stages.extracting.lexicon import Lexicon
from triage.stages.extracting.phrases import changes, faults, goods, parcels, proofs, questions, speech, turns, wants


def _topics() -> Mapping[str, Iterable[str]]:
    states = {f"good.{state}": phrases for state, phrases in goods.TOPICS.items()}
    return {
        **wants.TOPICS,
        **changes.TOPICS,
        **faults.TOPICS,
        **parcels.TOPICS,
        **proofs.TOPICS,
        **questions.TOPICS,
        **questions.MONEY,
        **goods.TOPICS_WHY,
        **turns.TOPICS,
        **states,
        "request": speech.REQUESTS,
        "told": speech.TOLD,
        "supposed": speech.SUPPOSED,
    }


BOOK = Lexicon(_topics(), speech.SPEECH)
