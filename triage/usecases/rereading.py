"""Reading an agent's wording again before it goes out: remarks beside the text, never a lock."""

from triage.app import App
from triage.records import Span
from triage.stages.drafting.edits import Remark, Verdict, reread
from triage.store.messages import StoredClaim
from triage.usecases.review import TicketView


def remarks(app: App, view: TicketView, text: str) -> list[Remark]:
    """What in `text` has no source in the case or in the shop's policy; empty without a prepared reply."""
    packs = app.kit.packs
    if view.prepared is None or view.ticket.store not in packs or text == view.prepared.text:
        return []
    return reread(
        text,
        view.prepared.text,
        [Span(**{**span, "cites": tuple(span["cites"])}) for span in view.prepared.spans],
        [_verdict(claim) for claim in view.claims],
        packs[view.ticket.store][0],
        [versions[0] for store, versions in packs.items() if store != view.ticket.store],
    )


def _verdict(claim: StoredClaim) -> Verdict:
    decision = claim.decision
    trace = decision.get("trace") or [{}]
    return Verdict(
        decision=str(decision.get("decision", "")),
        remedies=tuple(decision.get("remedies", ())),
        cites=tuple(decision.get("cites", ())),
        because=str(trace[0].get("because", "")),
    )
