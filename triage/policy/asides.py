"""Questions that a mail asks beside its main matter: answered with it, where the document has an answer."""

from collections.abc import Callable
from dataclasses import replace

from triage.policy.decision import Decision
from triage.policy.facts import Case
from triage.policy.pack import PolicyPack

SAME_MATTER = ("return_eligibility", "policy_contradiction", "refund_status", "return_form")
"""Questions that the matter beside them answers, or nothing does."""
OF_RETURNS = ("return_shipping_cost", "return_code_validity")
"""Questions that a refusal leaves without an object."""
BY_REASON = ("refund_of_shipping", "refund_amount", "return_shipping_cost")
"""Questions whose answer hangs on why something goes back."""
SILENT, COLLEAGUE, OPEN_QUESTION = "page.silent", "colleague", "aside.open"
"""Statements that a pack keeps for what it is silent on and what a person decides, and for a question beside another
matter that a person answers.
"""


def with_asides(pack: PolicyPack, case: Case, judge: Callable[[Case], Decision]) -> Decision:
    """The decision of `judge` on the main matter, with what it says on every question that it left aside.

    A question was left aside when the decision would have been the same without it. Only what is said, cited and
    avoided grows; what is decided, granted and asked for stays that of the main matter.
    """
    decision = judge(case)
    asked = _asked(case)
    if not asked or (len(asked) == 1 and not case.message.get("wants")):
        return decision
    found = decision
    for question in asked:
        rest = tuple(other for other in asked if other != question)
        idle = question in SAME_MATTER or (question in OF_RETURNS and decision.decision == "deny")
        if idle or judge(_asking(case, rest)) != decision:
            continue
        found = _beside(pack, found, judge(_only(case, question)))
    return found


def _asked(case: Case) -> tuple[str, ...]:
    asks = case.message.get("asks")
    return asks if isinstance(asks, tuple) else ()


def _asking(case: Case, questions: tuple[str, ...]) -> Case:
    return replace(case, message={**case.message, "asks": questions})


def _only(case: Case, question: str) -> Case:
    """The same case with this question and no wish."""
    dropped = {"wants", "change_of", "asks"} | (set() if question in BY_REASON else {"reason"})
    message = {name: value for name, value in case.message.items() if name not in dropped}
    return replace(case, message={**message, "asks": (question,)}, category="other")


def _beside(pack: PolicyPack, main: Decision, aside: Decision) -> Decision:
    """`main`, saying also what `aside` says. The one time that a reply can name is that of the main matter."""
    said = tuple(
        key
        for key in _beside_it(pack, aside)
        if key not in main.statements and ("deadline" not in pack.slots[key] or aside.deadline == main.deadline)
    )
    if aside.decision not in ("inform", "review") or not said or aside.rule_id in ("", main.rule_id):
        return main
    return replace(
        main,
        cites=tuple(dict.fromkeys((*main.cites, *aside.cites))),
        conflicts=tuple(dict.fromkeys((*main.conflicts, *aside.conflicts))),
        trace=tuple(dict.fromkeys((*main.trace, *aside.trace[:1]))),
        statements=(*main.statements, *said),
        days=tuple(dict.fromkeys((*main.days, *aside.days))),
        cautions=tuple(dict.fromkeys((*main.cautions, *aside.cautions))),
    )


def _beside_it(pack: PolicyPack, aside: Decision) -> tuple[str, ...]:
    """What is said on a question beside another matter: a person's decision on the one is not one on the other."""
    said = tuple(key for key in aside.statements if key not in (SILENT, COLLEAGUE))
    handed_over = len(said) < len(aside.statements) and OPEN_QUESTION in pack.statements
    return (*said, OPEN_QUESTION) if handed_over else said
