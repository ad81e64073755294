"""How the console says things: names for people, times in words. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta

LABELS: Mapping[str, str] = {
    "wrong_item": "Wrong item",
    "damaged": "Damaged",
    "missing": "Missing",
    "late_refund": "Late refund",
    "cancellation": "Cancellation",
    "size_question": "Size question",
    "other": "Other",
}
DECISIONS: Mapping[str, str] = {
    "approve": "Approve",
    "deny": "Decline",
    "needs_info": "Ask for details",
    "inform": "Inform",
    "review": "A person decides",
}
STATUSES: Mapping[str, str] = {
    "open": "Open",
    "waiting": "Waiting",
    "answered": "Answered",
    "closed": "Closed without reply",
    "automatic": "Automatic mail",
    "quarantined": "Could not be read",
    "erased": "Erased",
}
DRAFTS: Mapping[str, str] = {
    "planned": "Draft on its way to Drafts",
    "filed": "Draft ready",
    "human": "Edited by a person",
    "approved": "Approved, being sent",
    "sent": "Sent",
    "retired": "Draft withdrawn",
}
SENDING: Mapping[str, str] = {
    "READY": "Waiting to be sent",
    "CLAIMED": "Being sent",
    "ATTEMPTED": "Being sent",
    "DONE": "Sent",
    "UNKNOWN": "Unknown whether it was delivered",
    "FAILED": "Could not be sent",
}
WAITS: Mapping[str, str] = {
    "stopped": "because sending was stopped",
    "old": "because they answer mails that came more than a week before this mailbox was connected",
    "away": "for the mail server",
    "recipient": "because their recipients got as many replies within the last hour as one may get",
    "hour": "because as many replies left within the last hour as may leave",
    "minute": "because as many replies left within the last minute as may leave",
    "busy": "because the mail server asked to come again later",
    "queued": "to be sent; look whether the worker runs",
}
WAITS_ONE: Mapping[str, str] = {
    "stopped": "Sending was stopped. It goes when an administrator lets replies go on.",
    "old": "It answers a mail that came more than a week before this mailbox was connected. It goes when a person "
    "confirms, once for the whole mailbox, that such replies may leave.",
    "away": "The mail server cannot be reached.",
    "recipient": "This address got as many replies within the last hour as one may get.",
    "hour": "As many replies left this mailbox within the last hour as may leave.",
    "minute": "As many replies left within the last minute as may leave.",
    "busy": "The mail server asked to come again later.",
}
LEFT_OVER: Mapping[str, str] = {
    "replied": "noting in this ticket that the reply was sent",
    "sent_copy": "a copy of the reply in the Sent folder",
    "retire_draft": "taking the draft out of Drafts",
}
EVENTS: Mapping[str, str] = {
    "received": "Mail came in",
    "drafted": "Draft prepared",
    "edited": "Draft edited",
    "approved": "Reply approved",
    "replied": "Reply sent",
    "relabelled": "Label changed",
    "chosen": "Reading of the policy chosen",
    "closed": "Closed without reply",
    "erased": "The customer's data was erased",
    "reopened": "Opened again",
    "quarantined": "Could not be read",
    "retired": "Draft withdrawn",
    "send_failed": "Reply could not be sent",
    "send_unknown": "Unknown whether the reply was delivered",
    "said_sent": "Said that the reply was sent",
    "said_unsent": "Said that the reply was not sent",
    "undelivered": "Reply came back undelivered",
    "guessing": "Asked about many orders that are not known to be theirs",
}
TRUST: Mapping[str, str] = {
    "vouched": "The mail server vouches for this sender.",
    "unvouched": "Nobody vouches for this sender: no order data was used.",
    "unclear": "The mail does not say plainly who wrote it: no order data was used.",
}
VIEWS: Mapping[str, str] = {
    "open": "Open",
    "person": "Needs a person",
    "automatic": "Automatic",
    "answered": "Answered",
    "all": "All",
}
AUTOMATIC: Mapping[str, str] = {
    "auto_reply": "an automatic reply",
    "bounce": "a delivery failure notice",
    "newsletter": "a newsletter",
    "spam": "spam",
    "own": "mail that this system sent",
}
SOURCES = {
    "statement": "sentence of the policy",
    "promise": "reply time that the shop publishes",
    "fact": "from the case",
}
MISSING: Mapping[str, str] = {
    "photo": "a photo",
    "video_or_photo": "a photo or video",
    "order_number": "the order number",
    "description": "a description of the problem",
    "address": "the delivery address",
    "phone": "a phone number",
    "proof_of_purchase": "proof of purchase",
}

SOON = timedelta(hours=6)
EXACT_HOURS = 10


def plain(name: str) -> str:
    """A field's or rule's name as words: `delivered_at` -> `delivered at`."""
    return name.replace("_", " ")


def span(of: timedelta) -> str:
    """A length of time as short as it helps: `3 d 4 h`, `14 h`, `2 h 10 min`, `5 min`, `under a minute`."""
    minutes = int(abs(of).total_seconds() // 60)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    if hours:
        return f"{hours} h {rest} min" if rest and hours < EXACT_HOURS else f"{hours} h"
    return f"{rest} min" if rest else "under a minute"


def time_left(due_at: datetime, now: datetime) -> str:
    """`2 h 10 min left` or `overdue by 40 min`."""
    return f"{span(due_at - now)} left" if due_at > now else f"overdue by {span(now - due_at)}"


def urgency(due_at: datetime, now: datetime) -> str:
    """overdue, soon (six hours or less) or calm."""
    if due_at <= now:
        return "overdue"
    return "soon" if due_at - now <= SOON else "calm"


def ago(at: datetime, now: datetime) -> str:
    """`3 h ago`; the future, which skewed clocks make, is `just now`."""
    return "just now" if now - at < timedelta(minutes=1) else f"{span(now - at)} ago"


def moment(at: datetime) -> str:
    """A time as a reader expects it; UTC, which the page's script turns into the reader's own."""
    return f"{at.day} {at:%b %Y, %H:%M} UTC"


def size(octets: int) -> str:
    """`340 bytes`, `12 kB`, `2.4 MB`."""
    if octets < 1000:
        return f"{octets} bytes"
    return f"{octets / 1000:.0f} kB" if octets < 1_000_000 else f"{octets / 1_000_000:.1f} MB"


def percent(share: float) -> str:
    """A probability; never rounded to certain or impossible."""
    return f"{min(99, max(1, round(share * 100)))} %"
