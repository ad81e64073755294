"""What agents do not see: codes and links that let somebody into an account, in mails that other services sent here."""

import re
from dataclasses import replace

from triage.stages.parsing.signups import CODE, holds_secret
from triage.store.review import FullMessage
from triage.usecases.review import NoSuchThing, TicketView
from triage.web.access import Visit

HIDDEN = "••••"
LONGEST = 20_000
_LINK = re.compile(r"https?://\S{1,2000}", re.IGNORECASE)
_CODE = re.compile(CODE, re.IGNORECASE)


def masked(text: str) -> str:
    """The beginning of `text` without anything that may be a code, and without web addresses."""
    return _CODE.sub(HIDDEN, _LINK.sub("(link hidden)", text[:LONGEST]))


def subject_for(visit: Visit, subject: str, auto: str | None) -> str:
    """A subject as this person may read it in a list."""
    return masked(subject) if auto is not None and not visit.may("admin") and holds_secret(subject, "") else subject


def is_veiled(visit: Visit, view: TicketView) -> bool:
    """Whether this person sees the ticket without its codes."""
    mails = [*view.earlier, *([view.newest] if view.newest is not None else [])]
    return (
        view.ticket.auto is not None
        and not visit.may("admin")
        and any(holds_secret(one.subject, one.full_text or one.html) for one in mails)
    )


def veiled(visit: Visit, view: TicketView) -> TicketView:
    """The ticket as this person may see it."""
    if not is_veiled(visit, view):
        return view
    return replace(
        view,
        ticket=replace(view.ticket, subject=masked(view.ticket.subject)),
        newest=_veil(view.newest) if view.newest is not None else None,
        earlier=[_veil(mail) for mail in view.earlier],
        attachments=[],
    )


def _veil(mail: FullMessage) -> FullMessage:
    return replace(
        mail,
        subject=masked(mail.subject),
        text=masked(mail.text),
        full_text=masked(mail.full_text),
        html="",
        evidence=[],
    )


def require_unveiled(visit: Visit, view: TicketView) -> None:
    """Raises `NoSuchThing` where a download would show what the page does not."""
    if is_veiled(visit, view):
        raise NoSuchThing("this mail may hold a code for an account", fix="ask an administrator to look at it")
