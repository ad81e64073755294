"""An agent's wording read again: what in it has no source in the case or the policy. Remarks only; nobody is held up.

Three things burn a shop: a figure that was changed, something promised that the decision does not give (or refused that
it does), and another shop's address.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triage.policy.pack import PolicyPack
from triage.records import Span
from triage.stages.drafting.promises import CONDITIONAL, NEGATED, REMEDIES

_FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|\b(?:https?://|www\.)\S+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was decided on one matter of the letter; cites and because name its clause."""

    decision: str
    remedies: tuple[str, ...]
    cites: tuple[str, ...]
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to look at again. kind: figure, promise, refusal or address. start, end: places in the text read.

    cites: the clause of the shop's document that it touches, as far as one is known.
    """

    kind: str
    start: int
    end: int
    what: str
    cites: tuple[str, ...] = ()


def reread(
    text: str,
    prepared: str,
    spans: Sequence[Span],
    verdicts: Sequence[Verdict],
    pack: PolicyPack,
    others: Sequence[PolicyPack],
) -> list[Remark]:
    """Remarks on an agent's `text`, by place.

    prepared, spans: the bot's letter and its sources. others: the packs of other shops.
    """
    found = [
        *_figures(text, prepared, spans, pack),
        *_promises(text, prepared, verdicts),
        *_addresses(text, prepared, pack, others),
    ]
    return sorted(found, key=lambda remark: (remark.start, remark.end))


def _figures(text: str, prepared: str, spans: Sequence[Span], pack: PolicyPack) -> Iterator[Remark]:
    known = set(_FIGURE.findall(prepared))
    gone = known - set(_FIGURE.findall(text))
    replaced = [
        span
        for span in spans
        if span.kind in ("figure", "fact", "promise") and gone & set(_FIGURE.findall(prepared[span.start : span.end]))
    ]
    cites = tuple(dict.fromkeys(cite for span in replaced for cite in span.cites))
    was = ", ".join(dict.fromkeys(prepared[span.start : span.end] for span in replaced))
    for found in _FIGURE.finditer(text):
        if found[0] in known or any(place.start() <= found.start() < place.end() for place in _ADDRESS.finditer(text)):
            continue
        elsewhere = next((name for name, figure in pack.stated.items() if str(figure.value) == found[0]), None)
        what = f"`{found[0]}` was not in the prepared reply"
        if was:
            what += f", which said: {was}"
        elif elsewhere is not None:
            what += f"; the policy gives it for another matter ({elsewhere.replace('_', ' ')})"
        borne = cites or (pack.stated[elsewhere].cites if elsewhere is not None else ())
        yield Remark(kind="figure", start=found.start(), end=found.end(), what=what, cites=borne)


def _promises(text: str, prepared: str, verdicts: Sequence[Verdict]) -> Iterator[Remark]:
    """What the agent's own sentences grant or refuse against the decisions."""
    ours = {" ".join(sentence.split()) for _, sentence in _sentences(prepared)}
    granted = {remedy for one in verdicts if one.decision == "approve" for remedy in one.remedies}
    for start, sentence in _sentences(text):
        if " ".join(sentence.split()) in ours:
            continue
        refuses = NEGATED.search(sentence) is not None
        for remedy, words in REMEDIES.items():
            found = words.search(sentence)
            if found is None or refuses != (remedy in granted) or (not refuses and CONDITIONAL.search(sentence)):
                continue
            one = _touched(verdicts, remedy)
            shown = remedy.replace("_", " ")
            what = (
                f"this refuses: {shown}, which the policy opens here"
                if refuses
                else f"this promises: {shown}, which the decision ({one.decision.replace('_', ' ')}) does not give"
            )
            if one.because:
                what += f": {one.because}"
            yield Remark(
                kind="refusal" if refuses else "promise",
                start=start + found.start(),
                end=start + found.end(),
                what=what,
                cites=one.cites,
            )


def _touched(verdicts: Sequence[Verdict], remedy: str) -> Verdict:
    """The decision that speaks of the remedy; else the first that grants nothing, else the first."""
    named = [one for one in verdicts if remedy in one.remedies]
    strict = [one for one in verdicts if one.decision != "approve"]
    nothing = Verdict(decision="no decision", remedies=(), cites=())
    return next(iter([*named, *strict, *verdicts, nothing]))


def _addresses(text: str, prepared: str, pack: PolicyPack, others: Sequence[PolicyPack]) -> Iterator[Remark]:
    own = f"{prepared}\n{pack.contact}\n" + "\n".join(pack.statements.values())
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:)")
        if address.lower() in own.lower():
            continue
        theirs = next((other for other in others if address.lower() in _all_words(other).lower()), None)
        what = (
            f"`{address}` belongs to {theirs.name}, another shop"
            if theirs is not None
            else f"`{address}` is not an address that this shop's policy gives"
        )
        yield Remark(kind="address", start=found.start(), end=found.start() + len(address), what=what)
    for other in others:
        at = text.lower().find(other.name.lower())
        if at >= 0 and other.name.lower() not in own.lower() and other.name.lower() not in pack.name.lower():
            yield Remark(
                kind="address", start=at, end=at + len(other.name), what=f"this names {other.name}, another shop"
            )


def _all_words(pack: PolicyPack) -> str:
    return "\n".join((pack.contact, *pack.statements.values()))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]
