"""A first pack from a shop owner's answers: text that reads like the packs of the other shops and passes the lint.

Each block of answers gives the windows, figures, rules and sentences of one kind of matter. A block that the shop's
page does not speak of becomes a declared silence, which a person decides.
"""

from collections.abc import Mapping, Sequence

from triage.policy.answers import EXCLUDED, EXCLUSIONS, OFFERED, Answers, Block, Limit
from triage.policy.pack_sheet import Sheet, as_text, figure, rule, silence, window

USED = ["used", "worn", "washed", "altered", "stained", "seal_broken", "tags_missing"]
FAULTS = ["arrived_damaged", "functional_fault"]
WRONG = ["wrong_item_sent", "wrong_quantity", "store_error"]
ABSENT = ["not_in_parcel", "not_arrived", "lost_in_transit", "marked_delivered"]


def write_pack(answers: Answers) -> str:
    """The pack as YAML, ready to be read by people and by `parse_pack`."""
    pack = Sheet()
    pack.statements["colleague"] = "A colleague will look at this and decide; we will come back to you."
    pack.statements["page.silent"] = "Our page does not answer this, so we would rather not guess."
    _reply_time(pack, answers.reply)
    _sizes(pack, answers)
    _cancel(pack, answers)
    _refunds(pack, answers.refunds)
    _absent(pack, answers.absent)
    _trouble(pack, "fault", answers.faults, FAULTS, "damaged", "damaged or faulty goods")
    _trouble(pack, "wrong", answers.wrong, WRONG, "wrong_item", "articles other than ordered")
    _returns(pack, answers.returns)
    return as_text(answers, pack)


def _reply_time(pack: Sheet, block: Block) -> None:
    if block.limit is None:
        return
    cite = pack.cite(block.heading)
    figure(pack, "reply_time", block.limit, cite)
    pack.statements["reply.promise"] = "We answer every message within {reply_time}."
    only = rule("reply.promise", "inform", "the page names its reply time", cites=[cite], says=["reply.promise"])
    pack.topic("reply", "{asks: reply_time, not: {is: goods_wish}}", [only])


def _sizes(pack: Sheet, answers: Answers) -> None:
    when = "{any: [{category: size_question}, {asks: [size_choice, size_method]}], not: {is: goods_wish}}"
    if not answers.sizes.heading or not answers.size_advice:
        pack.topic("sizes", when, [silence("sizes", "sizes")])
        return
    pack.statements["sizes.advice"] = answers.size_advice
    cite = pack.cite(answers.sizes.heading)
    only = rule("sizes.advice", "inform", "the page says how to find a size", cites=[cite], says=["sizes.advice"])
    pack.topic("sizes", when, [only])


def _cancel(pack: Sheet, answers: Answers) -> None:
    when = "{any: [{category: cancellation}, {wants: [cancel, change]}]}"
    block = answers.cancel
    if not block.heading:
        pack.topic("cancel", when, [silence("cancel", "cancelling or changing an order")])
        return
    cite = pack.cite(block.heading)
    if answers.cancel_until == "never":
        pack.statements["cancel.no"] = "Once an order is placed it can no longer be cancelled or changed."
        only = rule("cancel.no", "deny", "an order cannot be cancelled once placed", cites=[cite], says=["cancel.no"])
        pack.topic("cancel", when, [only])
        return
    open_when, closed_when, because, words = _cancel_limit(pack, answers, cite)
    pack.statements["cancel.open"] = words
    pack.statements["cancel.taken"] = "We take your wish forward and confirm it once it is done."
    pack.statements["cancel.late"] = f"{words} That time has passed for this order."
    rules = [
        rule(
            "cancel.open",
            "approve",
            f"asked {because}",
            when=open_when,
            cites=[cite],
            remedies=["cancel", "change"],
            as_wanted=True,
            requires=["order_number"],
            deadline=_deadline(answers),
            says=["cancel.open", "cancel.taken"],
        ),
        rule(
            "cancel.late",
            "deny",
            f"not asked {because}",
            when=closed_when,
            cites=[cite],
            deadline=_deadline(answers),
            says=["cancel.late"],
        ),
    ]
    pack.topic("cancel", when, rules)


def _deadline(answers: Answers) -> str:
    return "cancel" if answers.cancel_until == "hours" else ""


def _cancel_limit(pack: Sheet, answers: Answers, cite: str) -> tuple[str, str, str, str]:
    limit = answers.cancel.limit
    if answers.cancel_until == "hours" and limit is not None:
        window(pack, "cancel", limit)
        figure(pack, "cancel_time", limit, cite)
        words = "An order can be cancelled or changed within {cancel_time} of the order."
        return "{window.cancel: open}", "{not: {window.cancel: open}}", f"within {limit.words} of the order", words
    words = "An order can be cancelled or changed as long as it has not been shipped."
    return "{shipped: false}", "{shipped: true}", "before shipping", words


def _refunds(pack: Sheet, block: Block) -> None:
    when = "{any: [{asks: refund_status}, {category: late_refund}]}"
    if not block.heading or block.limit is None:
        pack.topic("refund", when, [silence("refund", "when a refund arrives")])
        return
    cite = pack.cite(block.heading)
    window(pack, "refund", block.limit, counts="now")
    figure(pack, "refund_time", block.limit, cite)
    event = block.limit.start.removesuffix("_at").replace("_", " ")
    pack.statements |= {
        "refund.time": f"The refund follows within {{refund_time}} of the day on which your {_event(event)}.",
        "refund.by": "That is by {deadline}.",
        "refund.late": "That time ended on {deadline}. We are sorry for the wait.",
        "refund.issued": "Your refund has been issued.",
    }
    rules = [
        rule(
            "refund.issued",
            "inform",
            "the refund was paid",
            when="{refund_issued_at: {surely: happened}}",
            cites=[cite],
            overrides=["refund.*"],
            says=["refund.issued"],
        ),
        rule(
            "refund.waiting",
            "inform",
            "the stated time still runs",
            when="{window.refund: open}",
            cites=[cite],
            deadline="refund",
            says=["refund.time", "refund.by"],
        ),
        rule(
            "refund.overdue",
            "review",
            "the stated time has passed, so the store itself is late",
            when="{window.refund: closed}",
            cites=[cite],
            deadline="refund",
            says=["refund.time", "refund.late", "colleague"],
        ),
        rule(
            "refund.not_yet",
            "inform",
            "the stated time has not begun",
            when="{window.refund: not_started}",
            cites=[cite],
            says=["refund.time"],
        ),
    ]
    pack.topic("refund", when, rules)


def _event(event: str) -> str:
    return {
        "return received": "return reaches us",
        "return inspected": "return has been inspected",
        "refund approved": "refund is approved",
        "cancelled": "order is cancelled",
    }.get(event, f"{event} is on record")


def _absent(pack: Sheet, block: Block) -> None:
    when = f"{{any: [{{category: missing}}, {{cause: [{', '.join(ABSENT)}]}}]}}"
    if not block.heading:
        pack.topic("absent", when, [silence("absent", "parcels and pieces that do not come")])
        return
    cite = pack.cite(block.heading)
    pack.statements["absent.taken"] = "We take this up and find out what happened to it."
    pack.statements["absent.then"] = "Once we have this, we take the matter up."
    taken = {
        "cites": [cite],
        "remedies": list(block.remedies),
        "as_wanted": True,
        "requires": list(block.evidence),
        "says": ["absent.taken"],
        "requires_says": ["absent.then"],
    }
    if block.limit is None:
        only = rule("absent.taken", "approve", "the page takes up what did not come", **taken)
        pack.topic("absent", when, [only])
        return
    pack.topic("absent", when, _pieces(pack, block.limit, cite, taken))


def _pieces(pack: Sheet, limit: Limit, cite: str, taken: Mapping[str, object]) -> list[str]:
    """A time for reporting binds whoever opened the parcel; one that never came has no such day."""
    window(pack, "absent", limit)
    figure(pack, "absent_time", limit, cite)
    pack.statements["absent.late"] = (
        "A missing piece has to be reported within {absent_time}; that time ended on {deadline}."
    )
    late = "{cause: not_in_parcel, window.absent: closed}"
    return [
        rule("absent.taken", "approve", "the page takes up what did not come", when=f"{{not: {late}}}", **taken),
        rule(
            "absent.late",
            "deny",
            f"reported later than {limit.words}",
            when=late,
            cites=[cite],
            deadline="absent",
            says=["absent.late"],
        ),
    ]


def _trouble(pack: Sheet, name: str, block: Block, causes: Sequence[str], category: str, what: str) -> None:
    """Damaged or wrong goods: taken up inside the time, with the evidence that the page asks for."""
    when = f"{{any: [{{category: {category}}}, {{cause: [{', '.join(causes)}]}}]}}"
    if not block.heading:
        pack.topic(name, when, [silence(name, what)])
        return
    cite = pack.cite(block.heading)
    pack.statements[f"{name}.taken"] = (
        "Thank you for the details. We take this up and come back to you with the result."
    )
    pack.statements[f"{name}.then"] = "Once we have this, we take the matter up."
    taken = {
        "cites": [cite],
        "remedies": list(block.remedies),
        "as_wanted": True,
        "requires": list(block.evidence),
        "says": [f"{name}.taken"],
        "requires_says": [f"{name}.then"],
    }
    if block.limit is None:
        pack.topic(name, when, [rule(f"{name}.taken", "approve", f"the page takes up {what}", **taken)])
        return
    window(pack, name, block.limit)
    figure(pack, f"{name}_time", block.limit, cite)
    pack.statements[f"{name}.late"] = (
        f"This has to be reported within {{{name}_time}}; that time ended on {{deadline}}."
    )
    late = rule(
        f"{name}.late",
        "deny",
        f"reported later than {block.limit.words}",
        when=f"{{window.{name}: closed}}",
        cites=[cite],
        deadline=name,
        says=[f"{name}.late"],
    )
    open_when = f"{{not: {{window.{name}: closed}}}}"
    inside = rule(
        f"{name}.taken", "approve", f"reported within {block.limit.words}", when=open_when, deadline=name, **taken
    )
    pack.topic(name, when, [inside, late])


def _returns(pack: Sheet, block: Block) -> None:
    """The last topic: whatever else is wished or asked."""
    other = rule(
        "else.silent",
        "review",
        "the page does not answer this",
        when="{not: {is: goods_wish}}",
        silent="what was asked",
        says=["page.silent", "colleague"],
    )
    if not block.heading or block.limit is None:
        wish = rule(
            "return.silent",
            "review",
            "the page does not speak of returns",
            when="{is: goods_wish}",
            silent="returns for a changed mind",
            says=["page.silent", "colleague"],
        )
        pack.topic("returns", "", [other, wish])
        return
    cite = pack.cite(block.heading)
    window(pack, "return", block.limit)
    figure(pack, "return_time", block.limit, cite)
    event = block.limit.start.removesuffix("_at").replace("placed", "ordered")
    allowed = f"Goods can be returned within {{return_time}} after they were {event}."
    offers = " or ".join(OFFERED[remedy] for remedy in block.remedies)
    pack.statements |= {
        "return.open": allowed,
        "return.by": "In your case that is until {deadline}.",
        "return.offers": f"You can have {offers}.",
        "return.late": f"{allowed} This ended on {{deadline}}.",
    }
    wish = "{is: goods_wish, window.return: %s}"
    rules = [
        other,
        rule(
            "return.open",
            "approve",
            f"asked within {block.limit.words}",
            when=wish % "open",
            cites=[cite],
            remedies=list(block.remedies),
            as_wanted=True,
            requires=list(block.evidence),
            deadline="return",
            says=["return.open", "return.by", "return.offers"],
        ),
        rule(
            "return.late",
            "deny",
            f"asked later than {block.limit.words}",
            when=wish % "closed",
            cites=[cite],
            deadline="return",
            says=["return.late"],
        ),
        rule(
            "return.early",
            "inform",
            "the time has not begun",
            when=wish % "not_started",
            cites=[cite],
            says=["return.open"],
        ),
        *(_excluded(pack, key, cite) for key in block.excluded),
    ]
    if block.unused:
        pack.statements["return.used"] = "Goods have to come back unused, so these cannot be taken back."
        rules.append(
            rule(
                "return.used",
                "deny",
                "goods have to come back unused",
                when=f"{{is: goods_wish, condition: [{', '.join(USED)}]}}",
                cites=[cite],
                overrides=["return.open", "return.early"],
                says=["return.used"],
            )
        )
    pack.topic("returns", "", rules)


def _excluded(pack: Sheet, key: str, cite: str) -> str:
    pack.statements[f"return.no_{key}"] = f"{EXCLUDED[key]} cannot be returned."
    return rule(
        f"return.no_{key}",
        "deny",
        f"{EXCLUDED[key].lower()} do not come back",
        when=f"{{is: goods_wish, {EXCLUSIONS[key]}: true}}",
        cites=[cite],
        overrides=["return.open", "return.early"],
        says=[f"return.no_{key}"],
    )
