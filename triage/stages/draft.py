"""Stage 5, draft: judged claims and the shop's words -> one reply. Pure.

A letter is a frame in the store's voice around one paragraph a matter. Paragraphs hold what the pack states for the
decision and ask for what is missing; a customer's words never become ours.
"""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from triage.kit import Replies
from triage.policy.decision import Decision
from triage.policy.pack import PolicyPack
from triage.policy.verdict import JudgedClaim
from triage.records import Claim, Draft, Label, Reading

LANGUAGE = "en"
AFTERWARDS = ".then"
"""How the keys of statements end that say what follows once the customer has sent what is missing."""
TROUBLE = (Label.WRONG_ITEM, Label.DAMAGED, Label.MISSING, Label.LATE_REFUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One paragraph's worth: a label with its order and decision. owned: see `JudgedClaim`."""

    label: Label
    order_number: str | None
    decision: Decision
    owned: bool = True


def draft_reply(reading: Reading, claims: Sequence[JudgedClaim], pack: PolicyPack, replies: Replies) -> Draft | None:
    """The reply to one mail; None when there is nobody to write to.

    A mail that the classifier is not sure of gets a holding reply, which promises a person's answer and nothing else.
    """
    if not reading.mail.sender.address:
        return None
    matters = [
        Matter(
            label=judged.claim.label,
            order_number=judged.claim.order_number,
            decision=judged.decision,
            owned=judged.owned,
        )
        for judged in claims
    ]
    return compose(
        matters,
        pack,
        replies,
        subject=reading.mail.subject,
        name=_first_name(reading.mail.sender.name),
        sure=not reading.understanding.abstained and all(_is_plain(judged.claim) for judged in claims),
        settled=reading.settled,
    )


def _is_plain(claim: Claim) -> bool:
    """Whether the words bear out what a wrong reply could not take back: orders are changed only when asked."""
    return claim.label is not Label.CANCELLATION or bool(claim.facts.get("wants"))


def compose(
    matters: Sequence[Matter],
    pack: PolicyPack,
    replies: Replies,
    *,
    subject: str,
    name: str = "",
    sure: bool = True,
    settled: bool = False,
) -> Draft:
    """One letter for one or several matters. subject: of the mail that is answered; "" gives the shop's own.

    settled: the customer wrote that it has come right, so a word of thanks is all there is to say.
    """
    if settled:
        paragraphs = [_render(replies, pack, "settled", {})]
        kind = f"{Label.OTHER.value}/settled"
    elif sure and matters:
        paragraphs = _paragraphs(matters, pack, replies)
        kind = f"{matters[0].label.value}/{matters[0].decision.decision if matters[0].owned else 'neutral'}"
    else:
        paragraphs = [_render(replies, pack, "holding", {"promise": _promise(pack)})]
        kind = f"{matters[0].label.value if matters else Label.OTHER.value}/holding"
    sorry = any(matter.label in TROUBLE for matter in matters)
    values = {"name": name, "paragraphs": paragraphs, "shop": pack.name, "sorry": sorry}
    text = _tidy(_render(replies, pack, "letter", values))
    return Draft(
        subject=reply_subject(subject) if subject else f"Re: your message to {pack.name}",
        text=text,
        html=_as_html(text),
        template=f"{pack.store}/{kind}",
        language=LANGUAGE,
    )


def _paragraphs(matters: Sequence[Matter], pack: PolicyPack, replies: Replies) -> list[str]:
    """A paragraph a matter; what two matters would both state is said once."""
    said: set[str] = set()
    paragraphs: list[str] = []
    for matter in matters:
        if matter.owned:
            paragraphs.append(_matter(matter, pack, replies, said, several=len(matters) > 1))
        elif "neutral" not in said:
            said.add("neutral")
            paragraphs.append(_render(replies, pack, "neutral", {"promise": _promise(pack)}))
    return paragraphs


def _matter(matter: Matter, pack: PolicyPack, replies: Replies, said: set[str], *, several: bool) -> str:
    decision = matter.decision
    stated = {key: words for key in decision.statements if (words := _stated(key, decision, pack)) not in said}
    said.update(stated.values())
    asked = [fact for fact in decision.missing if _can_ask(fact, pack, replies)]
    looked_up = len(asked) < len(decision.missing)
    if looked_up:  # who has the order open for other facts sees its date too
        asked = [fact for fact in asked if fact != "placed_at"]
    values = {
        "label": matter.label.value,
        "order_number": matter.order_number,
        "several": several,
        "statements": [words for key, words in stated.items() if not key.endswith(AFTERWARDS)],
        "afterwards": [words for key, words in stated.items() if key.endswith(AFTERWARDS)],
        "asks": [_render(replies, pack, f"ask_{fact}", {}) for fact in asked],
        "looked_up": looked_up,
        "colleague": any("colleague" in words for words in stated.values()),
        "promise": _promise(pack),
    }
    return _render(replies, pack, decision.decision, values).strip()


def _stated(key: str, decision: Decision, pack: PolicyPack) -> str:
    words = pack.statements[key].replace("{deadline}", shown_deadline(decision.deadline) or "")
    for name, day in decision.days:
        words = words.replace("{" + name + "}", _shown_day(day))
    return words


def _can_ask(fact: str, pack: PolicyPack, replies: Replies) -> bool:
    """Whether a customer can give it: there are words to ask for it. The rest is looked up by the shop."""
    return any(replies.has(f"{place}/ask_{fact}", LANGUAGE) for place in (pack.store, "common"))


def _render(replies: Replies, pack: PolicyPack, part: str, values: Mapping[str, object]) -> str:
    """The store's own version of a part, else the common one."""
    own = f"{pack.store}/{part}"
    return replies.render(own if replies.has(own, LANGUAGE) else f"common/{part}", LANGUAGE, values)


def _promise(pack: PolicyPack) -> str:
    """The reply time that the shop itself publishes, as words; "" when it publishes none."""
    stated = pack.stated.get("reply_hours")
    return f"{stated.value} {stated.unit}" if stated is not None else ""


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def shown_deadline(deadline: str | None) -> str | None:
    """The contract's deadline as a reader expects it: `1 April 2026`, or `10 June 2026, 14:00 UTC`."""
    if deadline is None:
        return None
    if "T" not in deadline:
        return _shown_day(date.fromisoformat(deadline))
    at = datetime.fromisoformat(deadline)
    return f"{_shown_day(at.date())}, {at:%H:%M} UTC"


def _shown_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


REPLY_PREFIX = re.compile(r"(?:re|aw|antw|sv|vs|rif|res|ref|r)(?:\[\d{1,3}\])? ?: *", re.IGNORECASE)
MAX_SUBJECT = 200


def reply_subject(subject: str) -> str:
    """`Re: ` once, however many prefixes of whatever mail program stood there; control characters never."""
    rest = " ".join("".join(mark if mark.isprintable() else " " for mark in subject).split())
    while found := REPLY_PREFIX.match(rest):
        rest = rest[found.end() :]
    return f"Re: {rest}"[:MAX_SUBJECT].rstrip()


def _first_name(name: str) -> str:
    """A first name fit for a greeting, else nothing: better no name than a wrong one."""
    words = name.replace('"', " ").split()
    if "," in name or not 1 < len(words) <= 4:
        return ""
    first = words[0]
    fits = 1 < len(first) <= 20 and first.replace("-", "").isalpha() and first[0].isupper() and not first.isupper()
    return first if fits else ""


def _tidy(text: str) -> str:
    """No trailing blanks, never two empty lines."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept) + "\n"


def _as_html(text: str) -> str:
    """The same words as paragraphs and lists; everything escaped."""
    return "\n".join(_block(block.splitlines()) for block in text.strip().split("\n\n"))


def _block(lines: Sequence[str]) -> str:
    if all(line.startswith("- ") for line in lines):
        items = "".join(f"<li>{html.escape(line[2:])}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    return f"<p>{'<br>'.join(html.escape(line) for line in lines)}</p>"
