"""One ticket: reading it, answering it, correcting it."""

import secrets
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from triage.errors import InputError, Refused
from triage.records import Label
from triage.store.drafts import StoredDraft
from triage.usecases import choosing, diverting, rejudge, rereading, review, revising, send, way_out
from triage.web.access import Needs, Visit, the_app
from triage.web.pages import page
from triage.web.sheet import evidence, make_sheet
from triage.web.veil import is_veiled, veiled

router = APIRouter(prefix="/tickets/{public_id}")

Agent = Annotated[Visit, Depends(Needs("agent"))]

DONE = {
    "sending": "Approved. The reply is being sent.",
    "approved": "Approved. The reply lies in Drafts; send it from your mail program.",
    "saved": "Saved. Your wording goes to Drafts.",
    "chosen": "Decided by that reading. The draft follows it.",
    "relabelled": "Label changed. Decision and draft were made anew.",
    "closed": "Closed without a reply.",
    "reopened": "Opened again.",
    "settled": "Noted.",
    "again": "Noted. The reply is being sent again.",
    "released": "Noted. Replies to old mails of this mailbox leave now, as fast as the caps allow.",
    "addressed": "Noted. The draft goes to the address that you chose.",
}


@router.get("")
def ticket(request: Request, visit: Agent, public_id: str) -> Response:
    """Everything about one ticket."""
    done = DONE.get(request.query_params.get("done", ""), "")
    return _show(request, visit, public_id, done=done)


@router.post("/reply")
def reply(request: Request, visit: Agent, public_id: str) -> Response:
    """What an agent does with the reply: look it over, save it, send it, or go back to writing."""
    text = _words(visit)
    try:
        return _replied(request, visit, public_id, text)
    except Refused as refused:
        return _show(request, visit, public_id, status=409, refused=refused, text=text)


@router.post("/remarks")
def remarks(request: Request, visit: Agent, public_id: str) -> Response:
    """The wording so far, read again: a part of the page."""
    found = rereading.remarks(the_app(request), review.look(the_app(request), public_id), _words(visit))
    return page(request, "remarks.html.j2", visit, remarks=found)


@router.post("/recipient")
def recipient(request: Request, visit: Agent, public_id: str) -> Response:
    """Address the draft to the mail's Reply-To, or to its sender again."""
    to = visit.form.get("to", "")
    if to not in ("sender", "elsewhere"):
        raise InputError("it was not said whom to answer to", fix="choose one of the two")
    try:
        diverting.answer_to(
            the_app(request),
            public_id,
            draft_revision=_number(visit, "revision"),
            elsewhere=to == "elsewhere",
            user=visit.user,
        )
    except Refused as refused:
        return _show(request, visit, public_id, status=409, refused=refused)
    return _go(public_id, "addressed")


@router.post("/label")
def label(request: Request, visit: Agent, public_id: str) -> Response:
    """Give one claim another label; decision and draft follow."""
    chosen = visit.form.get("label", "")
    if chosen not in list(Label):
        raise InputError("there is no such label", fix="choose one of the list")
    try:
        before = review.look(the_app(request), public_id).draft
        rejudge.relabel(the_app(request), public_id, _number(visit, "position"), Label(chosen), visit.user)
    except Refused as refused:
        return _show(request, visit, public_id, status=409, refused=refused, text=_unsaved(visit, None))
    own = _unsaved(visit, before)
    if own is not None:
        return _show(request, visit, public_id, done=DONE["relabelled"], text=own)
    return _go(public_id, "relabelled")


@router.post("/reading")
def choose(request: Request, visit: Agent, public_id: str) -> Response:
    """Decide one claim by one of the readings that the shop's document leaves open."""
    try:
        before = review.look(the_app(request), public_id).draft
        choosing.choose(
            the_app(request), public_id, _number(visit, "position"), visit.form.get("clause", ""), visit.user
        )
    except Refused as refused:
        return _show(request, visit, public_id, status=409, refused=refused, text=_unsaved(visit, None))
    own = _unsaved(visit, before)
    if own is not None:
        return _show(request, visit, public_id, done=DONE["chosen"], text=own)
    return _go(public_id, "chosen")


@router.post("/close")
def close(request: Request, visit: Agent, public_id: str) -> Response:
    """End the ticket without a reply."""
    try:
        review.close(the_app(request), public_id, version=_number(visit, "version"), user=visit.user)
    except Refused as refused:
        return _show(request, visit, public_id, status=409, refused=refused)
    return _go(public_id, "closed")


@router.post("/reopen")
def reopen(request: Request, visit: Agent, public_id: str) -> Response:
    """Take the ticket up again."""
    try:
        review.reopen(the_app(request), public_id, version=_number(visit, "version"), user=visit.user)
    except Refused as refused:
        return _show(request, visit, public_id, status=409, refused=refused)
    return _go(public_id, "reopened")


@router.post("/retry")
def retry(request: Request, visit: Agent, public_id: str) -> Response:
    """Try to read a quarantined mail once more; its ticket makes room for what comes of it."""
    try:
        review.retry(the_app(request), public_id)
    except Refused as refused:
        return _show(request, visit, public_id, status=409, refused=refused)
    return RedirectResponse("/?view=person&done=retry", status_code=303)


@router.post("/fate")
def fate(request: Request, visit: Agent, public_id: str) -> Response:
    """A person says whether a reply of unknown fate was delivered."""
    delivered = visit.form.get("delivered", "")
    if delivered not in ("yes", "no", "back"):
        raise InputError("it was not said whether the reply was delivered", fix="choose one of the two")
    if delivered == "back" or visit.form.get("sure") != "yes":
        return _show(request, visit, public_id, fate="" if delivered == "back" else delivered)
    try:
        again = send.resolve_unknown(the_app(request), public_id, delivered=delivered == "yes", user=visit.user)
    except Refused as refused:
        return _show(request, visit, public_id, status=409, refused=refused)
    return _go(public_id, "again" if again else "settled")


@router.post("/release")
def release(request: Request, visit: Agent, public_id: str) -> Response:
    """Let replies go that answer mails from long before the mailbox of this ticket was connected."""
    held = review.look(the_app(request), public_id)
    way_out.release_old(the_app(request), held.ticket.account, user=visit.user)
    return _go(public_id, "released")


def _replied(request: Request, visit: Visit, public_id: str, text: str) -> Response:
    app, do = the_app(request), visit.form.get("do", "")
    if do == "check":
        return _show(request, visit, public_id, text=text, checking=True)
    if do == "edit":
        return _show(request, visit, public_id, text=text)
    if not text.strip():
        raise Refused("the reply is empty", fix="write something, or close the ticket without a reply")
    if do == "save":
        revising.save_edit(app, public_id, draft_revision=_number(visit, "revision"), text=text, user=visit.user)
        return _go(public_id, "saved")
    if do != "send":
        raise InputError("it was not said what to do with the reply", fix="use the buttons of the page")
    approval = send.approve(
        app,
        public_id,
        draft_revision=_number(visit, "revision"),
        text=text,
        last_message_id=_number(visit, "last_mail"),
        user=visit.user,
        idempotency_key=visit.form.get("key", "")[:100] or secrets.token_urlsafe(16),
    )
    return _go(public_id, "sending" if approval.sends else "approved")


def _show(request: Request, visit: Visit, public_id: str, *, status: int = 200, **more: object) -> Response:
    shown: dict[str, object] = {"done": "", "refused": None, "text": None, "checking": False, "fate": ""} | more
    whole = review.look(the_app(request), public_id)
    view = veiled(visit, whole)
    sheet = make_sheet(the_app(request), view, text=shown.pop("text"), key=secrets.token_urlsafe(16))
    shown |= {
        "veiled": is_veiled(visit, whole),
        "view": view,
        "sheet": sheet,
        "evidence": evidence,
        "labels": list(Label),
    }
    return page(request, "ticket.html.j2", visit, status=status, **shown)


def _go(public_id: str, done: str) -> Response:
    return RedirectResponse(f"/tickets/{public_id}?{urlencode({'done': done})}", status_code=303)


def _words(visit: Visit) -> str:
    """The text of the form with line ends as we keep them and without what no mail may hold."""
    text = visit.form.get("text", "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(mark for mark in text if mark in "\n\t" or mark >= " ").replace("\x7f", "")


def _unsaved(visit: Visit, draft: StoredDraft | None) -> str | None:
    """Words that the agent was writing while doing something else with the ticket; None when there are none."""
    own = _words(visit) if "text" in visit.form else None
    return own if draft is None or own != draft.text else None


def _number(visit: Visit, name: str) -> int:
    given = visit.form.get(name, "")
    if not (given.isascii() and given.isdecimal() and len(given) < 19):
        raise InputError("this form is not complete", fix="open the ticket again and repeat")
    return int(given)
