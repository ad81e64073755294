"""A first pack by question and answer on the terminal; the pack is checked as it grows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
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
RECEIVED = {"received": "delivered_at", "shipped": "shipped_at", "ordered": "placed_at"}
OWED = {
    "return received": "return_received_at",
    "return inspected": "return_inspected_at",
    "refund approved": "refund_approved_at",
}
UNITS = ("days", "hours", "business_days")


def new_pack(root: Path, store: str, ask: Ask, tell: Tell, now: datetime) -> Path:
    """Ask for everything, write `data/policies/<store>/pack.yaml` and return its path.

    ask: shows a question and returns the answer; EOFError ends the dialogue. Raises InputError when there is one
    already, or when the answers ended early.
    """
    path = root / "data" / "policies" / store / "pack.yaml"
    if path.exists():
        raise InputError(f"there is a pack of '{store}' already", fix="edit it, or choose another key")
    try:
        answers = _asked(store, ask, tell, now)
    except EOFError:
        raise InputError("the answers ended before the last question", fix="start again; nothing was written") from None
    text = write_pack(answers)
    _sound(answers, tell)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _asked(store: str, ask: Ask, tell: Tell, now: datetime) -> Answers:
    tell("Have your policy page open. Empty answers take what stands in brackets; where your page says nothing, leave")
    tell("the heading empty: such matters then go to a person.")
    answers = Answers(
        store=store,
        name=_words(ask, "Name of the shop as replies give it"),
        contact=_words(ask, "Contact address of the shop"),
        order_number=_words(ask, "An order number as your customers see it, such as AB-12345"),
        in_force_from=f"{now:%Y-%m-%d}T00:00:00Z",
        reply_hours=_number(
            ask, tell, "Within how many hours does your page promise an answer (0: it promises none)", 0
        ),
    )
    answers = replace(answers, returns=_returns(ask, tell))
    _sound(answers, tell)
    answers = replace(answers, faults=_trouble(ask, tell, "damaged or faulty goods"))
    answers = replace(answers, wrong=_trouble(ask, tell, "goods other than ordered"))
    answers = replace(answers, absent=_trouble(ask, tell, "parcels or pieces that do not come", timed=False))
    _sound(answers, tell)
    answers = replace(answers, refunds=_refunds(ask, tell))
    answers = _cancel(answers, ask, tell)
    heading = _heading(ask, "how to choose a size")
    advice = _words(ask, "What may we tell about sizes, in one sentence") if heading else ""
    return replace(answers, sizes=Block(heading=heading), size_advice=advice)


def _sound(answers: Answers, tell: Tell) -> None:
    """Check what there is so far, and say so."""
    pack = parse_pack(write_pack(answers), source="your answers")
    rules = sum(len(topic.rules) for topic in pack.topics)
    findings = lint(pack)
    for finding in findings:
        tell(f"  look at this: {finding.kind.replace('_', ' ')}, {finding.rule}: {finding.what}")
    if not findings:
        tell(f"  so far {rules} rules, and every case is decided.")


def _returns(ask: Ask, tell: Tell) -> Block:
    heading = _heading(ask, "returning goods that please no more or do not fit")
    if not heading:
        return Block()
    return Block(
        heading=heading,
        limit=_limit(ask, tell, "Within what time can goods be returned", RECEIVED),
        remedies=_several(ask, tell, "What can they have", REMEDIES, ("refund",)),
        excluded=_several(ask, tell, "What cannot be returned", tuple(EXCLUSIONS), ()),
        unused=_yes(ask, tell, "Do goods have to come back unused"),
        evidence=_several(ask, tell, "What do you ask for", EVIDENCE, ("order_number",)),
    )


def _trouble(ask: Ask, tell: Tell, what: str, *, timed: bool = True) -> Block:
    heading = _heading(ask, what)
    if not heading:
        return Block()
    limit = None
    if timed and _yes(ask, tell, "Does the page give a time for reporting it"):
        limit = _limit(ask, tell, "Within what time", RECEIVED)
    return Block(
        heading=heading,
        limit=limit,
        remedies=_several(ask, tell, "What does the page offer", REMEDIES, ("replacement", "refund")),
        evidence=_several(ask, tell, "What do you ask for", EVIDENCE, ("order_number",)),
    )


def _refunds(ask: Ask, tell: Tell) -> Block:
    heading = _heading(ask, "when a refund arrives")
    return Block(heading=heading, limit=_limit(ask, tell, "How long does a refund take", OWED)) if heading else Block()


def _cancel(answers: Answers, ask: Ask, tell: Tell) -> Answers:
    heading = _heading(ask, "cancelling or changing an order")
    if not heading:
        return answers
    until = _one(ask, tell, "Until when is that possible", ("shipping", "hours", "never"), "shipping")
    limit = None
    if until == "hours":
        hours = _number(ask, tell, "How many hours after the order", 24, least=1)
        limit = Limit(length=hours, unit="hours", start="placed_at")
    return replace(answers, cancel=Block(heading=heading, limit=limit), cancel_until=until)


def _heading(ask: Ask, what: str) -> str:
    return ask(f"Under which heading does your page speak of {what}? ").strip()


def _limit(ask: Ask, tell: Tell, question: str, events: dict[str, str]) -> Limit:
    length = _number(ask, tell, f"{question}: how many", None, least=1)
    unit = _one(ask, tell, "Of what", UNITS, "days")
    event = _one(ask, tell, "Counted from when it was", tuple(events), next(iter(events)))
    return Limit(length=length, unit=unit, start=events[event])


def _words(ask: Ask, question: str) -> str:
    while True:
        if given := " ".join(ask(f"{question}? ").split()):
            return given


def _yes(ask: Ask, tell: Tell, question: str) -> bool:
    return _one(ask, tell, question, ("yes", "no"), "yes") == "yes"


def _number(ask: Ask, tell: Tell, question: str, default: int | None, *, least: int = 0) -> int:
    shown = f" [{default}]" if default is not None else ""
    while True:
        given = ask(f"{question}?{shown} ").strip()
        if not given and default is not None:
            return default
        if given.isascii() and given.isdecimal() and least <= int(given) <= 1000:
            return int(given)
        tell(f"  a number from {least} to 1000, please")


def _one(ask: Ask, tell: Tell, question: str, choices: Sequence[str], default: str) -> str:
    while True:
        given = ask(f"{question} ({', '.join(choices)})? [{default}] ").strip().lower() or default
        if given in choices:
            return given
        tell(f"  one of {', '.join(choices)}, please")


def _several(ask: Ask, tell: Tell, question: str, choices: Sequence[str], default: tuple[str, ...]) -> tuple[str, ...]:
    shown = ", ".join(default) or "nothing"
    while True:
        given = ask(f"{question} ({', '.join(choices)}; several with commas)? [{shown}] ").strip().lower()
        if not given:
            return default
        named = tuple(dict.fromkeys(one.strip().replace(" ", "_") for one in given.split(",") if one.strip()))
        if named == ("nothing",):
            return ()
        if all(one in choices for one in named):
            return named
        tell(f"  only of {', '.join(choices)}, please")
