"""Reading a case: the closed vocabulary, and errors that say how to mend the input."""

import pytest

from triage.policy.facts import CaseError, read_case

CASE = {"id": "c1", "store": "shop", "category": "other", "as_of": "2026-03-09T12:00:00Z"}


def a_case(**parts: object) -> dict[str, object]:
    return {**CASE, **parts}


def test_times_are_read_as_utc() -> None:
    case = read_case(a_case(order={"delivered_at": "2026-03-01T10:00:00+02:00"}))
    assert str(case.order["delivered_at"]) == "2026-03-01 08:00:00+00:00"


def test_a_null_time_is_known_and_an_absent_one_is_not() -> None:
    case = read_case(a_case(order={"shipped_at": None, "payment": None}))
    assert "shipped_at" in case.order
    assert case.order["shipped_at"] is None
    assert "payment" not in case.order
    assert "delivered_at" not in case.order


def test_only_the_affected_articles_are_meant() -> None:
    items = [{"kind": "ring", "affected": True}, {"kind": "earrings"}, {"kind": "card", "affected": False}]
    assert [item["kind"] for item in read_case(a_case(order={"items": items})).items] == ["ring"]


def test_without_a_mark_the_whole_order_is_meant() -> None:
    assert len(read_case(a_case(order={"items": [{"kind": "ring"}, {"kind": "card"}]})).items) == 2


def test_words_for_people_and_the_expected_answer_are_passed_over() -> None:
    case = read_case(a_case(message={"summary": "hello"}, order={"items": [{"title": "x", "sku": "y"}]}, expected={}))
    assert case.message == {}
    assert case.items == ({},)


@pytest.mark.parametrize(
    ("parts", "what", "fix"),
    [
        ({"message": {"has_foto": True}}, "`message.has_foto`", "did you mean `has_photo`?"),
        ({"order": {"deliverd_at": None}}, "`order.deliverd_at`", "did you mean `delivered_at`?"),
        ({"order": {"items": [{"knd": "ring"}]}}, "`order.items[].knd`", "did you mean `kind`?"),
        (
            {"message": {"reason": "change_mind"}},
            "`message.reason` cannot be 'change_mind'",
            "did you mean `changed_mind`?",
        ),
        ({"message": {"wants": ["refnd"]}}, "`message.wants` cannot be 'refnd'", "did you mean `refund`?"),
        ({"message": {"wants": "refund"}}, "`message.wants` is not a list", "write a list"),
        ({"message": {"has_photo": "yes"}}, "`message.has_photo` cannot be 'yes'", "true or false"),
        ({"order": {"delivered_at": "2026-03-01T10:00:00"}}, "has no offset", "ISO 8601"),
        ({"order": {"delivered_at": "yesterday"}}, "is not a time", "ISO 8601"),
        ({"case": {"time_zone": "Europe/Berlln"}}, "`case.time_zone`", "did you mean `Europe/Berlin`?"),
        ({"category": "refund"}, "`category` cannot be 'refund'", "late_refund"),
        ({"mesage": {}}, "`mesage`", "did you mean `message`?"),
        ({"order": {"items": {}}}, "`order.items` is not a list", "names with values"),
        ({"order": {"amount_paid": "12"}}, "`order.amount_paid` is not a number", "decimal"),
        ({"as_of": None}, "`as_of` is missing", "as_of"),
    ],
)
def test_what_is_not_in_the_vocabulary_is_an_error_that_names_its_mend(parts: dict, what: str, fix: str) -> None:
    with pytest.raises(CaseError) as caught:
        read_case(a_case(**parts))
    assert what in caught.value.what
    assert fix in caught.value.fix
