"""A decision as a person would tell it."""

from collections.abc import Iterator, Mapping
from typing import Any

_SAID = {
    "approve": "It can go forward",
    "deny": "The policy rules it out",
    "needs_info": "It cannot be decided yet",
    "inform": "The policy answers this",
    "review": "A person has to decide",
}


def told(store: str, category: str, order_number: str | None, decision: Mapping[str, Any]) -> str:
    """Lines of plain English on one decision (contract JSON): what, why, by when, and what else was looked at."""
    order = f"order {order_number}" if order_number else "no order number"
    about = f"{store}, {category.replace('_', ' ')}, {order}"
    return "\n".join((about, *_lines(decision)))


def _lines(decision: Mapping[str, Any]) -> Iterator[str]:
    remedies = [str(one).replace("_", " ") for one in decision.get("remedies", ())]
    said = _SAID.get(str(decision["decision"]), str(decision["decision"]))
    yield f"  {said} ({decision['decision']}){': ' + ' or '.join(remedies) if remedies else ''}."
    steps = list(decision.get("trace", ()))
    for step in (one for one in steps if one["outcome"] == "met"):
        yield f"  Because {step['because']} [{step['rule']}]."
    if decision.get("missing"):
        yield f"  Still to be known: {', '.join(str(one).replace('_', ' ') for one in decision['missing'])}."
    for clause in decision.get("conflicts", ()):
        yield f"  Open: {clause}."
    if decision.get("deadline"):
        yield f"  The time that bears on it ends on {decision['deadline']}."
    if decision.get("cites"):
        yield f"  In the document under: {'; '.join(decision['cites'])}."
    if decision.get("reading"):
        yield f"  Read so by {decision['reading_by']}: {decision['reading']}."
    for outcome, words in (("overridden", "Would also hold, but gives way"), ("unknown", "Hangs on what is not known")):
        found = [f"{one['because']} [{one['rule']}]" for one in steps if one["outcome"] == outcome]
        if found:
            yield f"  {words}: {'; '.join(found)}."
    others = sum(one["outcome"] == "not met" for one in steps)
    if others:
        yield f"  {others} more {'rule was' if others == 1 else 'rules were'} looked at and did not hold."
