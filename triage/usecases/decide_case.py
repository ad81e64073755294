"""Decide one neutral policy case and write its reply, as `policy decide` prints it."""

from collections.abc import Mapping

from triage.kit import Replies
from triage.policy.evaluate import decide
from triage.policy.facts import CaseError, read_case
from triage.policy.pack import PolicyPack
from triage.records import Label
from triage.stages.draft import Matter, compose


def decide_case(
    data: Mapping[str, object], packs: Mapping[str, tuple[PolicyPack, ...]], replies: Replies
) -> dict[str, object]:
    """The contract's decision with its reply. Raises CaseError naming the bad fact and what was expected."""
    case = read_case(data)
    if case.store not in packs:
        raise CaseError(f"unknown store '{case.store}'", fix=f"known: {', '.join(sorted(packs))}")
    pack = packs[case.store][0]
    decision = decide(pack, case)
    number = case.order.get("number")
    matter = Matter(
        label=Label(case.category), order_number=number if isinstance(number, str) else None, decision=decision
    )
    draft = compose([matter], pack, replies, subject="")
    reply = {"subject": draft.subject, "text": draft.text, "html": draft.html}
    return {"id": case.id, "store": case.store, **decision.to_json(), "reply": reply}
