"""Is a mail automatic, and of which kind? A person's mail must never be taken for one.

Headers that programs also put on people's mail (List-Id, List-Unsubscribe, X-Auto-Response-Suppress, Precedence: list)
prove nothing alone: each verdict needs two signs that do not hang together. In doubt a mail is a person's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from triage.records import Address, Auto
from triage.stages.parsing import automatic_people as people
from triage.stages.parsing import automatic_phrases as said
from triage.stages.parsing import customer_words as customer
from triage.stages.parsing.automatic_content import Content, content_kind, content_of
from triage.stages.parsing.lures import LURES
from triage.stages.parsing.signups import is_sign_up

_MAX_CHARS = 6000
_SHORT_CHARS = 1500
_LINK = re.compile(r"https?://|<a\s[^<>]{0,200}?href", re.I)
_LIST_TAG = re.compile(r"\[([\w-]{2,40})\]")
_SECOND_HAND = re.compile(
    r"(?i)\s{0,9}(?:\[[^\]]{0,40}\]\s{0,9})?(?:re|aw|sv|antw|odp|fwd?|wg|tr|rv|i|r|enc|res|rif|doorst|vs"
    r"|vb)\s{0,9}(?:\[\d+\])?\s{0,9}:"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What the verdict is made from.

    content_types: of the mail itself first, then of its attachments, lower case, with their parameters where given.
    """

    sender: Address
    reply_to: Address | None
    subject: str
    text: str
    full_text: str
    html: str
    headers: Mapping[str, tuple[str, ...]]
    content_types: tuple[str, ...]

    def header(self, name: str) -> str:
        """First value of a header, lower case, "" when absent."""
        values = self.headers.get(name, ())
        return values[0].lower() if values else ""


def automatic_kind(signs: Signs, own_addresses: frozenset[str]) -> Auto | None:
    """Kind of automatic mail, None for a person's and in all doubt."""
    if signs.sender.address.lower() in own_addresses or "x-triage-draft" in signs.headers:
        return Auto.OWN
    submitted = signs.header("auto-submitted").split(";")[0].split("(")[0].strip()
    if submitted == "no":
        return None
    content = content_of(sender=signs.sender.address, subject=signs.subject, text=signs.text, full_text=signs.full_text)
    if _is_bounce(signs, content):
        return Auto.BOUNCE
    if _is_auto_reply(signs, submitted):
        return Auto.AUTO_REPLY
    by_content = None if _carries_a_person(signs) else content_kind(content)
    if by_content is Auto.AUTO_REPLY:
        return by_content
    if _SECOND_HAND.match(signs.subject):
        return None
    if not _carries_a_person(signs) and is_sign_up(
        sender=signs.sender.address, subject=signs.subject, text=signs.text or signs.full_text
    ):
        return Auto.NEWSLETTER
    if by_content or _is_newsletter(signs):
        return Auto.NEWSLETTER
    if submitted.startswith("auto-") and not _carries_a_person(signs):
        return Auto.NEWSLETTER if "list-unsubscribe" in signs.headers else Auto.AUTO_REPLY
    return Auto.SPAM if _is_spam(signs) else None


def _is_bounce(signs: Signs, content: Content) -> bool:
    """Delivery reports, by form or by sender and words."""
    own_type = signs.content_types[0] if signs.content_types else ""
    if own_type.startswith("multipart/report"):
        return (
            "disposition-notification" not in own_type and "message/disposition-notification" not in signs.content_types
        )
    by_daemon = bool(said.DAEMON.match(signs.sender.address) or said.DAEMON_NAME.match(signs.sender.name))
    null_path = "return-path" in signs.headers and signs.header("return-path").strip() in ("", "<>")
    failed = bool(said.BOUNCE_SUBJECT.match(signs.subject))
    text = signs.full_text[:_MAX_CHARS]
    speaks = by_daemon or failed or _has(text.lower(), said.BOUNCE_STEMS)
    reports = sum(1 for pattern in said.BOUNCE_SIGNS if pattern.search(text)) if speaks else 0
    if "message/delivery-status" in signs.content_types or "x-failed-recipients" in signs.headers:
        return by_daemon or null_path or failed
    if [by_daemon, null_path, failed, reports > 0].count(True) >= 2 and by_daemon:
        return True
    if not reports or customer.NARRATIVE.search(content.words) or people.asks(content.words):
        return False
    if failed and reports >= 2:
        return True
    if people.wants_something(content.words):
        return False
    return reports >= 2 or (failed and reports >= 1)


def _is_auto_reply(signs: Signs, submitted: str) -> bool:
    """Absence notes, receipts and other answers of programs."""
    if submitted == "auto-replied" or any("disposition-notification" in kind for kind in signs.content_types[:1]):
        return True
    if signs.header("precedence") in ("auto_reply", "auto-reply"):
        return True
    if signs.header("x-autoreply") in ("yes", "true", "1") or "x-autorespond" in signs.headers:
        return True
    if "x-autoreply-from" in signs.headers:
        return True
    text = (signs.text or signs.full_text)[:_MAX_CHARS]
    if len(text) > _SHORT_CHARS:
        return False
    if _answers_invitation(signs, text):
        return True
    return bool(said.HELPDESK.search(text[:300]) and not customer.NARRATIVE.search(text))


def _answers_invitation(signs: Signs, text: str) -> bool:
    """What calendars send when an invitation is taken or refused."""
    planned = any(kind.startswith("text/calendar") for kind in signs.content_types)
    if not planned or not said.INVITATION_SUBJECT.match(signs.subject):
        return False
    return "?" not in text and not customer.CUSTOMER_ORDER.search(text)


def _has(lowered: str, stems: Sequence[str]) -> bool:
    for stem in stems:  # noqa: SIM110 - asked twenty times a mail: `any` takes twice as long
        if stem in lowered:
            return True
    return False


def _is_newsletter(signs: Signs) -> bool:
    """Mail to many: campaign headers with a campaign's text, or a text that cannot be anything else."""
    whole = f"{signs.subject}\n{signs.full_text[:_MAX_CHARS]}\n{signs.full_text[-2000:]}"
    lists = any(name in signs.headers for name in said.LIST_HEADERS)
    precedence = signs.header("precedence")
    if not lists and precedence not in ("bulk", "junk", "list") and not _has(whole.lower(), said.LIST_STEMS):
        return False
    unsubscribes, because = bool(said.UNSUBSCRIBE.search(whole)), bool(said.BECAUSE.search(whole))
    listed = lists or precedence == "list"
    bulk = precedence in ("bulk", "junk")
    if not (listed or bulk or unsubscribes or because):
        return False
    robot = bool(said.ROBOT.match(signs.sender.address))
    words = signs.text[:_MAX_CHARS]
    if _of_a_list(signs) and not (customer.NARRATIVE.search(words) or customer.CUSTOMER_ORDER.search(words)):
        return True
    if customer.NARRATIVE.search(words) or customer.CUSTOMER_ORDER.search(words) or customer.LEAVE_WISH.search(words):
        return unsubscribes and because and (listed or bulk) and robot
    offers = len({match[0].lower() for match in said.OFFER.finditer(whole)})
    links = sum(1 for _ in _LINK.finditer(signs.html[: 40 * _MAX_CHARS] or whole))
    if listed or bulk:
        if unsubscribes or because:
            return robot or offers > 0 or links >= 3 or (unsubscribes and because)
        return (robot and (offers > 0 or links >= 5)) or (bulk and listed and (offers > 1 or links >= 5))
    if unsubscribes or because:
        return robot or offers >= 2 or links >= 8 or (because and (unsubscribes or "?" not in words))
    return False


def _of_a_list(signs: Signs) -> bool:
    """A discussion list that signs its subjects: "[forum] ..." from the list forum."""
    tag = _LIST_TAG.match(signs.subject)
    address = signs.header("list-id").rpartition("<")[2]
    return tag is not None and "list-post" in signs.headers and address.startswith(f"{tag[1].lower()}.")


def _carries_a_person(signs: Signs) -> bool:
    """A web form sends what a customer wrote: the answer goes to somebody else than the sender."""
    return signs.reply_to is not None and signs.reply_to.address.lower() != signs.sender.address.lower()


def _is_spam(signs: Signs) -> bool:
    """Only what no reader would doubt: several of the well-known lures and nothing of a customer's mail."""
    whole = f"{signs.subject}\n{signs.full_text[:_MAX_CHARS]}"
    lowered = whole.lower()
    lures = [pattern for stems, pattern in LURES if _has(lowered, stems) and pattern.search(whole)]
    if len(lures) < 2 or customer.CUSTOMER_ORDER.search(whole):
        return False
    flagged = signs.header("x-spam-flag") == "yes"
    return len(lures) >= (2 if flagged else 3) or (
        len(lures) == 2 and bool(_LINK.search(f"{whole}\n{signs.html[:20000]}"))
    )
