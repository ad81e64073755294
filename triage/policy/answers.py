"""What a shop owner answers about their page: the stuff of a first pack."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EXCLUSIONS: Mapping[str, str] = {
    "final_sale": "item.final_sale",
    "sale": "on_sale",
    "personalized": "item.personalized",
    "made_to_order": "item.made_to_order",
    "gift": "item.gift",
}
"""What a shop may take out of its returns, with the fact that says so."""
EXCLUDED: Mapping[str, str] = {
    "final_sale": "Goods labelled final sale",
    "sale": "Goods bought at a reduced price",
    "personalized": "Personalised goods",
    "made_to_order": "Goods that were made to order",
    "gift": "Free gifts",
}
OFFERED: Mapping[str, str] = {
    "refund": "a refund",
    "exchange": "an exchange",
    "store_credit": "store credit",
    "replacement": "a replacement",
    "compensation": "compensation",
}
"""Remedies as a sentence offers them."""
UNIT_WORDS: Mapping[str, str] = {"days": "days", "hours": "hours", "business_days": "business days"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A time of the page: length and unit (days, hours, business_days) from an event of the order (fact name)."""

    length: int
    unit: str
    start: str

    @property
    def words(self) -> str:
        """As the reply states it."""
        return f"{self.length} {UNIT_WORDS[self.unit]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What the page says on one matter. heading: where; "" for a matter that the page does not speak of.

    limit: None where the page gives no time. remedies: what it opens. evidence: what it asks for. excluded: keys of
    `EXCLUSIONS`. unused: whether goods have to come back unused.
    """

    heading: str = ""
    limit: Limit | None = None
    remedies: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    unused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything a first pack needs. order_number: an example; reply: where the page promises an answer, and within
    what time.

    cancel_until: shipping, hours (with cancel.limit) or never. size_advice: the sentence that the shop gives.
    """

    store: str
    name: str
    contact: str
    order_number: str
    in_force_from: str
    languages: tuple[str, ...] = ("en",)
    reply: Block = field(default_factory=Block)
    returns: Block = field(default_factory=Block)
    faults: Block = field(default_factory=Block)
    wrong: Block = field(default_factory=Block)
    absent: Block = field(default_factory=Block)
    refunds: Block = field(default_factory=Block)
    cancel: Block = field(default_factory=Block)
    cancel_until: str = "shipping"
    sizes: Block = field(default_factory=Block)
    size_advice: str = ""
