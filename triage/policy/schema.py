"""The form of a pack file, checked by pydantic before anything is compiled."""

from datetime import date, datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Remedy = Literal["refund", "exchange", "store_credit", "replacement", "cancel", "change", "compensation"]
Verdict = Literal["approve", "deny", "inform", "review"]
EvidenceName = Literal[
    "photo", "video_or_photo", "order_number", "description", "address", "phone", "proof_of_purchase"
]


def _listed(value: object) -> object:
    """A single name may stand without brackets."""
    return [value] if isinstance(value, str) else value


Names: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | list[str])]
Tree: TypeAlias = dict[str, object]


class Form(BaseModel):
    """Frozen; a name that is not in the form is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WindowForm(Form):
    """A time limit: see `windows.Window`."""

    start: Names
    length: int = Field(gt=0, le=1000)
    unit: Literal["days", "hours", "business_days"]
    counts: Literal["report", "sending", "now"] = "report"
    latest: bool = False


class SideForm(Form):
    """One side of a contradiction. clause: where it stands and what it says.

    like: the rule of the topic that this side amounts to, or several of which the first that holds counts; else decide,
    remedies and says spell it out. A side of which nothing follows by itself has neither. deadline: the windows that
    bear on this side, if not those of the rule.
    """

    clause: str
    like: Names = ()
    decide: Verdict | None = None
    remedies: tuple[Remedy, ...] = ()
    says: Names = ()
    deadline: Names = ()


def _sides(value: object) -> object:
    """A side may be written as its clause alone."""
    entries = value if isinstance(value, (list, tuple)) else [value]
    return [{"clause": entry} if isinstance(entry, str) else entry for entry in entries]


class RuleForm(Form):
    """One rule. A rule with `between` is a contradiction of the document, one with `silent` a silence; both review.

    as_wanted: of the remedies only those that the customer names; the first when none is named.
    requires: evidence that a granting rule asks for once it would win, cited with `requires_cites` (else `cites`).
    deadline: the windows that bear on the decision. overrides: rule ids of the topic, `*` as a wild card.
    says: keys of statements that the reply makes; avoids: keys of cautions.
    """

    id: str
    when: Tree = Field(default_factory=dict)
    decide: Verdict
    because: str
    cites: Names = ()
    remedies: tuple[Remedy, ...] = ()
    as_wanted: bool = False
    requires: tuple[EvidenceName, ...] = ()
    requires_cites: Names = ()
    requires_says: Names = ()
    deadline: Names = ()
    overrides: Names = ()
    between: Annotated[
        tuple[SideForm, ...], BeforeValidator(_sides, json_schema_input_type=str | SideForm | list[str | SideForm])
    ] = ()
    silent: str = ""
    says: Names = ()
    avoids: Names = ()


class TopicForm(Form):
    """One kind of matter. The first topic whose `when` holds decides the case."""

    id: str
    when: Tree = Field(default_factory=dict)
    about: str = ""
    rules: tuple[RuleForm, ...] = Field(min_length=1)


class StatedForm(Form):
    """One figure or word of the document, for replies: `{key}` in a statement stands for value and unit."""

    value: str | int | float
    unit: str = ""
    cites: Names


class PackForm(Form):
    """A whole pack file.

    statements: a sentence may name a figure of `stated`, `{deadline}` or a time of the order such as
    `{refund_issued_at}`; it is left out when that is not known. Kept keys: `colleague`, `either_date`,
    `several_rules`, `aside.open`, `ask.<missing>`; a key that ends in `.then` says what follows once the missing
    has come.
    """

    store: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    contact: str
    in_force_from: datetime
    sla_hours: float = Field(default=48.0, gt=0)
    languages: tuple[str, ...] = Field(min_length=1)
    order_number: tuple[str, ...] = Field(min_length=1)
    headings: tuple[str, ...] = Field(min_length=1)
    holidays: frozenset[date] = frozenset()
    presume: dict[str, str | bool] = Field(default_factory=dict)
    ask_for: dict[str, EvidenceName] = Field(default_factory=dict)
    windows: dict[str, WindowForm] = Field(default_factory=dict)
    evidence: dict[EvidenceName, Tree] = Field(default_factory=dict)
    stated: dict[str, StatedForm] = Field(default_factory=dict)
    definitions: dict[str, Tree] = Field(default_factory=dict)
    topics: tuple[TopicForm, ...] = Field(min_length=1)
    statements: dict[str, str] = Field(default_factory=dict)
    cautions: dict[str, str] = Field(default_factory=dict)
