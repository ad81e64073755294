"""A case as conditions see it: one flat table of facts, one article, and what follows from them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Protocol, TypeAlias

from triage.policy.facts import Case, Fact, Known
from triage.policy.vocabulary import FACTS
from triage.policy.windows import Standing, Window, standing

Truth: TypeAlias = "bool | str"
"""True, False, or the name of the unknown fact that it hangs on."""


_TIMES = frozenset(name for name, kind in FACTS.items() if kind.kind == "time") | {"as_of"}
COURSE = _TIMES | {"received", "status", "tracking_status"}
"""The facts from which it is read how far an order has come, and where a case stands in a window."""


class Clause(Protocol):
    """A condition of a pack. reads: every fact that `holds` may look at."""

    @property
    def holds(self) -> "Callable[[View], Truth]": ...

    @property
    def reads(self) -> frozenset[str]: ...


MOST_KEPT = 5000
_READERS: "dict[int, tuple[Sequence[Clause], Mapping[str, tuple[int, ...]]]]" = {}


def _readers(clauses: Sequence[Clause]) -> Mapping[str, tuple[int, ...]]:
    """Places of the clauses that look at each fact; worked out once for each sequence of a pack."""
    known = _READERS.get(id(clauses))
    if known is None:
        if len(_READERS) >= MOST_KEPT:  # packs that were replaced must not stay for ever
            _READERS.clear()
        places: dict[str, list[int]] = {}
        for place, clause in enumerate(clauses):
            for fact in clause.reads:
                places.setdefault(fact, []).append(place)
        # The sequence is kept with its entry, so that its id stays its own.
        known = _READERS[id(clauses)] = clauses, {fact: tuple(found) for fact, found in places.items()}
    return known[1]


class View:
    """One article of a case with all other facts; clauses and standings in windows are worked out once.

    What an assumption does not touch is taken over from the view in which it was made.
    """

    __slots__ = ("_assumed", "_before", "_standings", "_truths", "known", "zone")

    def __init__(self, known: Known, zone: tzinfo = UTC, *, before: "View | None" = None, assumed: str = "") -> None:
        self.known = known
        self.zone = zone
        self._before, self._assumed = before, assumed
        self._standings: dict[str, Standing | str] = {}
        self._truths: dict[int, Sequence[Truth]] = {}

    def assume(self, fact: str, value: Fact) -> "View":
        """The same case with one more fact known."""
        return View({**self.known, fact: value}, self.zone, before=self, assumed=fact)

    def truths(self, clauses: Sequence[Clause]) -> Sequence[Truth]:
        """Whether each clause holds, or the unknown fact that it hangs on."""
        found = self._truths.get(id(clauses))
        if found is None:
            if self._before is None:
                found = [clause.holds(self) for clause in clauses]
            else:
                found = self._taken_over(clauses, self._before.truths(clauses))
            self._truths[id(clauses)] = found
        return found

    def _taken_over(self, clauses: Sequence[Clause], before: Sequence[Truth]) -> Sequence[Truth]:
        """The truths of the view before; those that look at the assumed fact are worked out anew."""
        touched = _readers(clauses).get(self._assumed)
        if touched is None:
            return before
        found = list(before)
        for place in touched:
            found[place] = clauses[place].holds(self)
        return found

    def standing(self, window: Window) -> Standing | str:
        """Where the case stands in `window`, or the fact that it hangs on."""
        found = self._standings.get(window.id)
        if found is None:
            untouched = self._before if self._assumed not in COURSE else None
            found = untouched.standing(window) if untouched else standing(window, self.known, self.zone)
            self._standings[window.id] = found
        return found


def view_of(case: Case, item: Known, presumed: Mapping[str, Fact], zone: tzinfo) -> View:
    """The facts of `case` for one of its articles, by the dates of `zone`. What the pack presumes stands in for
    what is unknown.
    """
    known: dict[str, Fact] = {**presumed, **case.order, **case.message, **case.history}
    known["category"] = case.category
    known["as_of"] = case.as_of
    known.update({f"item.{name}": value for name, value in item.items()})
    return View(known, zone)


def _came(known: Known, fact: str) -> Truth:
    """Whether an event has come by the moment of the mail."""
    if fact not in known:
        return fact
    at, as_of = known[fact], known["as_of"]
    return isinstance(at, datetime) and isinstance(as_of, datetime) and at <= as_of


def _either(*truths: Truth) -> Truth:
    if True in truths:
        return True
    return next((truth for truth in truths if isinstance(truth, str)), False)


def came(view: View, fact: str) -> Truth:
    """Whether the event `fact` has come, read also from what implies it."""
    known = view.known
    if fact == "delivered_at":
        return _delivered(known)
    if fact == "shipped_at":
        return _shipped(known)
    if fact == "fulfilled_at":
        return _fulfilled(known)
    return _came(known, fact)


def _delivered(known: Known) -> Truth:
    if known.get("received") is True or known.get("status") == "returned":
        return True
    told = _came(known, "delivered_at")
    if isinstance(told, str) and (known.get("status") == "delivered" or known.get("tracking_status") == "delivered"):
        return True
    if isinstance(told, str) and (known.get("received") is False or _shipped(known) is False):
        return False
    return told


def _shipped(known: Known) -> Truth:
    told = _came(known, "shipped_at")
    if told is True or _came(known, "delivered_at") is True or known.get("received") is True:
        return True
    if told is False:
        return False
    if "tracking_status" in known or known.get("status") in ("shipped", "delivered", "returned"):
        return True
    if known.get("status") in ("processing", "cancelled") or known.get("fulfilled_at", "unknown") is None:
        return False
    return told


def _fulfilled(known: Known) -> Truth:
    told = _came(known, "fulfilled_at")
    if told is True or _came(known, "shipped_at") is True or _came(known, "delivered_at") is True:
        return True
    if told is False or known.get("status") in ("processing", "cancelled"):
        return False
    return True if known.get("status") in ("shipped", "delivered", "returned") else told


def cause(view: View) -> str:
    """The reason as the record bears it out; without one, what the label of the mail amounts to."""
    known = view.known
    told = known.get("reason")
    if isinstance(told, str):
        return told
    match known.get("category"):
        case "damaged":
            return "arrived_damaged"
        case "wrong_item":
            return "wrong_item_sent"
        case "missing":
            return _absence(known)
        case _:
            return "unstated"


def _absence(known: Known) -> str:
    tracking = known.get("tracking_status")
    if tracking == "lost":
        return "lost_in_transit"
    if known.get("received") is True:
        return "not_in_parcel"
    if tracking == "delivered" or _came(known, "delivered_at") is True or known.get("status") == "delivered":
        return "marked_delivered" if known.get("received") is False else "not_in_parcel"
    return "not_arrived"


def answered(view: View) -> Truth:
    """Whether the store has replied since the customer last wrote (before the mail at hand)."""
    replied, wrote = view.known.get("last_store_reply_at"), view.known.get("last_customer_mail_at")
    if not isinstance(wrote, datetime):
        return False
    return isinstance(replied, datetime) and replied >= wrote


def reported_before(fact: str) -> Callable[[View], Truth]:
    """A check: the matter was first reported before the event `fact`, which has come since."""

    def check(view: View) -> Truth:
        event, reported = view.known.get(fact), view.known.get("first_reported_at")
        happened = came(view, fact)
        if happened is not True:
            return happened
        return isinstance(event, datetime) and isinstance(reported, datetime) and reported < event

    return check


def underpaid(view: View) -> Truth:
    """Whether less came back than the customer paid."""
    paid, back = view.known.get("amount_paid"), view.known.get("amount_refunded")
    if not isinstance(paid, float):
        return "amount_paid"
    return back < paid if isinstance(back, float) else "amount_refunded"


def on_sale(view: View) -> Truth:
    """Whether the article was sold below its regular price: as labelled, else by its discount."""
    label, discount = view.known.get("item.sale"), view.known.get("item.discount_percent")
    if isinstance(label, bool):
        return label
    return discount > 0 if isinstance(discount, float) else "item.sale"


DERIVED: Mapping[str, Callable[[View], Truth]] = {
    "shipped": lambda view: came(view, "shipped_at"),
    "fulfilled": lambda view: came(view, "fulfilled_at"),
    "delivered": lambda view: came(view, "delivered_at"),
    "answered": answered,
    "reported_before_shipping": reported_before("shipped_at"),
    "reported_before_fulfilment": reported_before("fulfilled_at"),
    "reported_before_production": reported_before("production_started_at"),
    "underpaid": underpaid,
    "on_sale": on_sale,
}
"""True or false facts that follow from others; packs use them by these names."""

CAUSE = COURSE | {"reason", "category"}
"""The facts that `cause` looks at."""
DERIVED_FROM: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(DERIVED, COURSE),
    "underpaid": frozenset({"amount_paid", "amount_refunded"}),
    "on_sale": frozenset({"item.sale", "item.discount_percent"}),
}
"""The facts that each of them may look at."""
