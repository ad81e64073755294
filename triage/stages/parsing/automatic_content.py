"""The judgement by content alone: what speaks for a program is weighed only where nothing speaks for a person.

A footer never decides alone, nor does a subject: two signs that do not hang together are asked for, and a wish, a
complaint, a question or talk of one's own order above an older mail makes every mail a person's.
"""

import re
from dataclasses import dataclass

from triage.records import Auto
from triage.stages.parsing import automatic_absence as absence
from triage.stages.parsing import automatic_letters as letters
from triage.stages.parsing import automatic_matters as matters
from triage.stages.parsing import automatic_notices as notices
from triage.stages.parsing import automatic_people as people
from triage.stages.parsing import automatic_phrases as said
from triage.stages.parsing import automatic_receipts as receipts
from triage.stages.parsing import customer_words as customer
from triage.stages.parsing.automatic_tables import above_older, flat

_SHORT_CHARS = 1500
_ENOUGH = 2
_MANY = 4
_PASSED_ON = re.compile(r"(?i)\s{0,9}(?:\[[^\]]{0,40}\]\s{0,9})?(?:fwd?|wg|tr|rv|i|enc|doorst|vs|vb)\s?:")
_ANSWERED = re.compile(r"(?i)\s*(?:\[[^\]]{0,40}\]\s*)?(?:re|aw|sv|antw|odp|r|res|rif)\s?(?:\[\d+\])?\s?:")
_QUOTATION = re.compile(r'"[^"]{1,300}"|„[^“"]{1,300}[“"]|«[^»]{1,300}»')
_MARKED = re.compile(r"\[auto(?:mated|matic)?[- ]?(?:reply|response|message)\]")
_TICKET = re.compile(r"(?i)(?:ticket|case|request|vorgang|anfrage|demande|solicitud|richiesta|chamado|#)\W{0,3}#?\d{3}")
NO_REPLY = re.compile(
    r"(?i)(?:[\w.-]{0,30}[._+-])?(?:no-?_?reply|do-?_?not-?_?reply|noreply|donotreply|no-?responder|nao-?responda"
    r"|não-?responda|ne-?pas-?repondre"
    r"|nicht-?antworten|keine-?antwort|non-?rispondere|notifications?|newsletters?|news|mailer|alerts?|avisos?"
    r"|tracking|rastreio|boletin"
    r"|boletim|ofertas|offerte|offers|promo|promos|promocoes|marketing|lettre|digest"
    r"|[\w-]{1,30}-request)(?:[._+-][\w.-]{0,30})?@"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One mail as far as its words go.

    words: the new text, flat. whole: the subject, the new text and all below it that is no older mail, flat.
    """

    sender: str
    subject: str
    words: str
    whole: str


def content_of(*, sender: str, subject: str, text: str, full_text: str) -> Content:
    """What is judged: an older mail below the new text is left out."""
    head = above_older(text or full_text)
    below = head if full_text[:6000] == head else above_older(full_text)
    words, whole = _without_quotations(flat(head)), _without_quotations(flat(f"{subject}. {below}"))
    return Content(sender=sender, subject=subject, words=words, whole=whole)


def content_kind(content: Content) -> Auto | None:
    """Kind of automatic mail by its words, None for a person's and in all doubt."""
    if not content.words or _PASSED_ON.match(content.subject):
        return None
    if _MARKED.match(content.words) or _is_mark(content):
        return Auto.AUTO_REPLY
    asking, robot = people.asks(content.words), NO_REPLY.match(content.sender) is not None
    if asking and not robot and not letters.LEAVING.matches(content.whole):
        return None
    if matters.COMPLAINT.matches(content.words) or matters.WISH.matches(content.words):
        return None
    if not asking and len(content.words) <= _SHORT_CHARS and (_is_absence(content) or _is_receipt(content)):
        return Auto.AUTO_REPLY
    if _ANSWERED.match(content.subject):
        return None
    return _to_many(content, asking=asking, robot=robot)


def _to_many(content: Content, *, asking: bool, robot: bool) -> Auto | None:
    """Letters and notices; somebody who speaks of himself writes them only with a way off the list."""
    of_self = people.speaks_of_self(content.words)
    if of_self and not robot and not letters.LEAVING.matches(content.whole):
        return None
    if _is_campaign(content, personal=asking or of_self, robot=robot):
        return Auto.NEWSLETTER
    return None if of_self else _noticed(content, asking=asking, robot=robot)


def _is_absence(content: Content) -> bool:
    """Somebody is away, and what is usual to say with it: until when, who helps, that nothing is read."""
    titled = said.AUTO_SUBJECT.match(content.subject) is not None
    away = absence.ABSENT.matches(content.words)
    if not (away or titled or _titled_absent(content.subject)):
        return False
    until, meanwhile = absence.UNTIL.matches(content.words), absence.MEANWHILE.matches(content.words)
    if not _says_enough(away, until, meanwhile, titled=titled or _titled_absent(content.subject)):
        return False
    return not matters.GOODS.matches(content.words)


def _titled_absent(subject: str) -> bool:
    return said.ABSENT_SUBJECT.match(subject) is not None or absence.ABSENT.matches(flat(subject))


def _says_enough(away: bool, until: bool, meanwhile: bool, *, titled: bool) -> bool:
    """Absence and what happens meanwhile; with a subject of absence any two, or absence itself with a day."""
    if away:
        return meanwhile or (until and titled)
    return titled and until and meanwhile


def _is_receipt(content: Content) -> bool:
    """A message came in and somebody will see to it."""
    if not receipts.RECEIVED.matches(flat(f"{content.subject}. {content.words}")):
        return False
    if _ANSWERED.match(content.subject) and not receipts.RECEIVED.matches(content.words):
        return False
    follows = receipts.NEXT.matches(content.words) or absence.MEANWHILE.matches(content.words)
    if not follows and not receipts.DECLARED.matches(content.words) and not receipts.SYSTEM.matches(content.words):
        return False
    numbered = _TICKET.search(content.subject) is not None or NO_REPLY.match(content.sender) is not None
    return numbered or not matters.GOODS.matches(content.words)


def _is_mark(content: Content) -> bool:
    """Read receipts and the answers of calendars: a subject and a body that only programs write together."""
    if said.READ_RECEIPT.match(content.subject):
        return said.WAS_READ.search(content.words) is not None
    if said.INVITATION_SUBJECT.match(content.subject):
        return said.INVITATION_BODY.search(content.words) is not None and not people.wants_something(content.words)
    return False


def _is_campaign(content: Content, *, personal: bool, robot: bool) -> bool:
    """A letter to many: two of its marks, four and a way off the list where it speaks of itself, asks or objects."""
    marks = letters.CAMPAIGN.count(content.whole)
    if marks + robot < _ENOUGH or marks == 0:
        return False
    if marks >= _MANY and letters.LEAVING.matches(content.whole) and not customer.MATTER.search(content.words):
        return True
    if customer.LEAVE_WISH.search(content.words) or customer.NARRATIVE.search(content.words):
        return False
    if robot:
        return True
    return not (personal or people.turns(content.words))


def _noticed(content: Content, *, asking: bool, robot: bool) -> Auto | None:
    """Notices about parcels, money and accounts; other mail that a program declares to be its own."""
    told = notices.NOTICE.count(content.whole)
    system = receipts.SYSTEM.matches(content.whole)
    declared = receipts.DECLARED.matches(content.whole)
    if _ENOUGH * (told + system) + declared + robot + letters.CAMPAIGN.count(content.whole) < _ENOUGH:
        return None
    if asking and not (told and letters.LEAVING.matches(content.whole)):
        return None
    if told < _ENOUGH and not (system or robot) and people.turns(content.words):
        return None
    return Auto.NEWSLETTER if told else Auto.AUTO_REPLY


def _without_quotations(flat_text: str) -> str:
    return _QUOTATION.sub(" ", flat_text) if '"' in flat_text or "„" in flat_text else flat_text
