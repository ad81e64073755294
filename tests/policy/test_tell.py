"""A decision as a person would tell it."""

from triage.policy.tell import told

DECISION = {
    "decision": "needs_info",
    "remedies": [],
    "missing": ["photo", "order_number"],
    "deadline": "2026-03-11",
    "cites": ["Damaged or Defective Items"],
    "conflicts": [],
    "trace": [
        {"rule": "damaged.in_week", "outcome": "met", "because": "reported in time"},
        {"rule": "damaged.sale", "outcome": "unknown", "because": "sale goods are never refunded"},
        {"rule": "damaged.too_late", "outcome": "not met", "because": "later than that"},
    ],
}


def test_what_why_and_what_is_missing_are_told():
    words = told("migems", "damaged", "20655", DECISION)
    assert words.splitlines() == [
        "migems, damaged, order 20655",
        "  It cannot be decided yet (needs_info).",
        "  Because reported in time [damaged.in_week].",
        "  Still to be known: photo, order number.",
        "  The time that bears on it ends on 2026-03-11.",
        "  In the document under: Damaged or Defective Items.",
        "  Hangs on what is not known: sale goods are never refunded [damaged.sale].",
        "  1 more rule was looked at and did not hold.",
    ]


def test_both_sides_of_a_contradiction_and_who_chose_are_told():
    words = told("migems", "late_refund", None, {"decision": "review", "conflicts": ["7 days", "30 days"]})
    assert "Open: 7 days." in words
    assert "Open: 30 days." in words
    assert "no order number" in words
    assert "Read so by mara: FAQ" in told(
        "m", "other", None, {"decision": "deny", "reading": "FAQ", "reading_by": "mara"}
    )
