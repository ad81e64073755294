"""A first pack by question and answer on the terminal; the pack is checked as it grows.

`back` at any question goes one question back: the answers so far are gone through again without being shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from triage.errors import InputError
from triage.policy.answers import EXCLUSIONS, Answers, Block, Limit
from triage.policy.lint import lint
from triage.policy.pack import parse_pack
from triage.policy.questionnaire import write_pack

Ask = Callable[[str], str]
Tell = Callable[[str], None]

REMEDIES = ("refund", "exchange", "store_credit", "replacement", "compensation")
EVIDENCE = ("order_number", "photo", "video_or_photo", "description", "address", "phone", "proof_of_purchase")
BACK = "back"
RECEIVED = {"received": "delivered_at", "shipped": "shipped_at", "ordered": "placed_at"}
OWED = {
    "return received": "return_received_at",
    "return inspected": "return_inspected_at",
    "refund approved": "refund_approved_at",
}
UNITS = ("days", "hours", "business_days")
MISSED = "Does the page give a time for reporting that a piece was not in the parcel"
BY_HAND = """Not asked, so look for these on your page and write them by hand (docs/policy.md says how):
  - two places that do not agree, exceptions that stand under another heading, and every "may"
  - articles that your page treats apart, such as spare parts or living things
  - shipping times and countries, parcels that were lost, gifts, anything you answer often"""


class _BackError(Exception):
    """The owner wants to answer the question before once more."""


@dataclass(slots=True)
class Dialogue:
    """Questions and answers. given: the answers taken so far; again: how many of them are only gone through again."""

    asking: Ask
    telling: Tell
    given: list[str] = field(default_factory=list)
    again: int = 0

    def ask(self, question: str) -> str:
        """The answer, without spaces at its ends."""
        if self.again < len(self.given):
            self.again += 1
            return self.given[self.again - 1]
        answer = " ".join(self.asking(question).split())
        if answer.lower() == BACK:
            raise _BackError
        self.given.append(answer)
        self.again += 1
        return answer

    def tell(self, words: str) -> None:
        """Say something, unless it was said already."""
        if self.again == len(self.given):
            self.telling(words)

    def refuse(self, words: str) -> None:
        """Say why the last answer does not do, and forget it."""
        self.given.pop()
        self.again -= 1
        self.telling(f"  {words}")

    def step_back(self) -> None:
        """Forget the last answer and begin again from the first."""
        del self.given[-1:]
        self.again = 0


def new_pack(root: Path, store: str, ask: Ask, tell: Tell, now: datetime) -> Path:
    """Ask for everything, write `data/policies/<store>/pack.yaml` and return its path.

    ask: shows a question and returns the answer; EOFError ends the dialogue. Raises InputError when there is one
    already, or when the answers ended early.
    """
    path = root / "data" / "policies" / store / "pack.yaml"
    if path.exists():
        raise InputError(f"there is a pack of '{store}' already", fix="edit it, or choose another key")
    tell("Have your policy page open. Empty answers take what stands in brackets; where your page says nothing, leave")
    tell(f"the heading empty: such matters then go to a person. `{BACK}` goes one question back.")
    try:
        text = _to_the_end(store, Dialogue(ask, tell), now)
    except (EOFError, KeyboardInterrupt):
        tell("")
        raise InputError("the answers ended before the last question", fix="start again; nothing was written") from None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    tell(BY_HAND)
    return path


def _to_the_end(store: str, talk: Dialogue, now: datetime) -> str:
    while True:
        try:
            answers = _asked(store, talk, now)
            _sound(answers, talk)
            return write_pack(answers)
        except _BackError:
            talk.step_back()


def _asked(store: str, talk: Dialogue, now: datetime) -> Answers:
    answers = Answers(
        store=store,
        name=_words(talk, "Name of the shop as replies give it"),
        contact=_words(talk, "Contact address of the shop"),
        order_number=_words(talk, "An order number as your customers see it, such as AB-12345"),
        in_force_from=f"{now:%Y-%m-%d}T00:00:00Z",
        reply=_reply_time(talk),
    )
    answers = replace(answers, returns=_returns(talk))
    _sound(answers, talk)
    answers = replace(answers, faults=_trouble(talk, "damaged or faulty goods"))
    answers = replace(answers, wrong=_trouble(talk, "goods other than ordered"))
    answers = replace(answers, absent=_trouble(talk, "parcels or pieces that do not come", timed=MISSED))
    _sound(answers, talk)
    answers = replace(answers, refunds=_refunds(talk))
    answers = _cancel(answers, talk)
    heading = _heading(talk, "how to choose a size")
    advice = _words(talk, "What may we tell about sizes, in one sentence") if heading else ""
    return replace(answers, sizes=Block(heading=heading), size_advice=advice)


def _sound(answers: Answers, talk: Dialogue) -> None:
    """Check what there is so far, and say so."""
    pack = parse_pack(write_pack(answers), source="your answers")
    rules = sum(len(topic.rules) for topic in pack.topics)
    findings = lint(pack)
    for finding in findings:
        talk.tell(f"  look at this: {finding.kind.replace('_', ' ')}, {finding.rule}: {finding.what}")
    if not findings:
        talk.tell(f"  so far {rules} rules, and every case is decided.")


def _reply_time(talk: Dialogue) -> Block:
    heading = _heading(talk, "how soon you answer mails")
    if not heading:
        return Block()
    length = _number(talk, "Within what time do you answer: how many", None, least=1)
    unit = _one(talk, "In which unit", ("hours", "days", "business_days"), "hours")
    return Block(heading=heading, limit=Limit(length=length, unit=unit, start="placed_at"))


def _returns(talk: Dialogue) -> Block:
    heading = _heading(talk, "returning goods that please no more or do not fit")
    if not heading:
        return Block()
    return Block(
        heading=heading,
        limit=_limit(talk, "Within what time can goods be returned", RECEIVED),
        remedies=_several(talk, "What can they have", REMEDIES, ("refund",)),
        excluded=_several(talk, "What cannot be returned; other goods you add by hand", tuple(EXCLUSIONS), ()),
        unused=_yes(talk, "Do goods have to come back unused and unopened"),
        evidence=_several(talk, "What do you ask for", EVIDENCE, ("order_number",)),
    )


def _trouble(talk: Dialogue, what: str, *, timed: str = "Does the page give a time for reporting it") -> Block:
    heading = _heading(talk, what)
    if not heading:
        return Block()
    limit = _limit(talk, "Within what time", RECEIVED) if _yes(talk, timed) else None
    return Block(
        heading=heading,
        limit=limit,
        remedies=_several(talk, "What does the page offer", REMEDIES, ("replacement", "refund")),
        evidence=_several(talk, "What do you ask for", EVIDENCE, ("order_number",)),
    )


def _refunds(talk: Dialogue) -> Block:
    heading = _heading(talk, "when a refund arrives")
    return Block(heading=heading, limit=_limit(talk, "How long does a refund take", OWED)) if heading else Block()


def _cancel(answers: Answers, talk: Dialogue) -> Answers:
    heading = _heading(talk, "cancelling or changing an order")
    if not heading:
        return answers
    until = _one(talk, "Until when is that possible", ("shipping", "hours", "never"), "shipping")
    limit = None
    if until == "hours":
        hours = _number(talk, "How many hours after the order", 24, least=1)
        limit = Limit(length=hours, unit="hours", start="placed_at")
    return replace(answers, cancel=Block(heading=heading, limit=limit), cancel_until=until)


def _heading(talk: Dialogue, what: str) -> str:
    return talk.ask(f"Under which heading does your page speak of {what}? ")


def _limit(talk: Dialogue, question: str, events: dict[str, str]) -> Limit:
    length = _number(talk, f"{question}: how many", None, least=1)
    unit = _one(talk, "In which unit", UNITS, "days")
    event = _one(talk, "Counted from the day it was", tuple(events), next(iter(events)))
    return Limit(length=length, unit=unit, start=events[event])


def _words(talk: Dialogue, question: str) -> str:
    while True:
        if given := talk.ask(f"{question}? "):
            return given
        talk.refuse("an answer, please; this one has no default")


def _yes(talk: Dialogue, question: str) -> bool:
    return _one(talk, question, ("yes", "no"), "yes") == "yes"


def _number(talk: Dialogue, question: str, default: int | None, *, least: int = 0) -> int:
    shown = f" [{default}]" if default is not None else ""
    while True:
        given = talk.ask(f"{question}?{shown} ")
        if not given and default is not None:
            return default
        if given.isascii() and given.isdecimal() and least <= int(given) <= 1000:
            return int(given)
        talk.refuse(f"a number from {least} to 1000, please, in figures and without its unit")


def _one(talk: Dialogue, question: str, choices: Sequence[str], default: str) -> str:
    while True:
        given = talk.ask(f"{question} ({', '.join(choices)})? [{default}] ").lower() or default
        named = [choice for choice in choices if given in (choice, choice.replace("_", " "))]
        if named:
            return named[0]
        talk.refuse(f"one of {', '.join(choices)}, please")


def _several(talk: Dialogue, question: str, choices: Sequence[str], default: tuple[str, ...]) -> tuple[str, ...]:
    shown = ", ".join(default) or "nothing"
    while True:
        given = talk.ask(f"{question} ({', '.join(choices)}; several with commas)? [{shown}] ").lower()
        if not given:
            return default
        named = tuple(dict.fromkeys(one.strip().replace(" ", "_") for one in given.split(",") if one.strip()))
        if named == ("nothing",):
            return ()
        unknown = [one.replace("_", " ") for one in named if one not in choices]
        if not unknown:
            return named
        talk.refuse(f"`{unknown[0]}` is not in the list, please leave it out; such a rule is added by hand afterwards")
