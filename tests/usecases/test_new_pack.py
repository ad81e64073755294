"""A first pack by question and answer: what is written loads, passes the lint and decides as was answered."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from triage.errors import InputError
from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.lint import lint
from triage.policy.pack import PolicyPack, parse_pack
from triage.policy.pack_sheet import pattern_of
from triage.usecases.new_pack import new_pack

NOW = datetime(2026, 3, 2, tzinfo=UTC)
ANSWERS = """Teapots & More
help@teapots.example
TP-12345
Contact us
24
hours
Sending things back
21

received
refund, exchange
personalized, gift
yes

Broken goods
yes
7
days

replacement
order_number, photo
Wrong goods
no
replacement, refund

Lost parcels
no

order_number, address
Refunds
5
business_days
return received
Changing your mind early
hours
12
Sizes
Our sizes are in litres and stand on each product page.
"""


def the_answers(text: str) -> Iterator[str]:
    yield from text.splitlines()


def write(root: Path, text: str = ANSWERS) -> tuple[PolicyPack, list[str]]:
    given, told = the_answers(text), []

    def ask(_: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    path = new_pack(root, "teapots", ask, told.append, NOW)
    return parse_pack(path.read_text(encoding="utf-8"), "teapots/pack.yaml"), told


def decided(pack: PolicyPack, category: str, order: dict, message: dict, as_of: str = "2026-03-20T10:00:00Z"):
    order = {"number": "TP-12345", "delivered_at": "2026-03-01T10:00:00Z", "items": [{"kind": "homeware"}]} | order
    data = {"store": "teapots", "category": category, "as_of": as_of, "order": order, "message": message}
    return decide(pack, read_case(data))


def test_the_written_pack_passes_the_lint_and_says_so_as_it_grows(tmp_path: Path):
    pack, told = write(tmp_path)
    assert lint(pack) == []
    assert [line for line in told if "every case is decided" in line]
    assert pack.order_number_patterns[0].search("my order TP-90812 please")


def test_it_decides_as_the_owner_answered(tmp_path: Path):
    pack, _ = write(tmp_path)
    plain = {"items": [{"kind": "homeware", "personalized": False, "gift": False}]}
    wish = {"wants": ["refund"], "condition": ["unused", "original_packaging", "unworn", "unwashed", "tags_intact"]}
    assert decided(pack, "other", {"items": [{"kind": "homeware", "personalized": True}]}, wish).decision == "deny"
    assert decided(pack, "other", plain, wish, "2026-03-22T10:00:00Z").deadline == "2026-03-22"
    assert decided(pack, "other", plain, wish, "2026-03-23T10:00:00Z").decision == "deny"
    broken = {"has_photo": True, "reason": "arrived_damaged"}
    assert decided(pack, "damaged", plain, broken, "2026-03-08T10:00:00Z").remedies == ("replacement",)
    assert decided(pack, "damaged", plain, {"reason": "arrived_damaged"}, "2026-03-08T10:00:00Z").missing == ("photo",)
    assert decided(pack, "damaged", plain, broken).decision == "deny"
    assert decided(pack, "size_question", {}, {}).statements == ("sizes.advice",)


def test_a_page_that_says_nothing_leaves_everything_to_a_person(tmp_path: Path):
    pack, _ = write(tmp_path, "Bare\nhelp@bare.example\n12345\n\n" + "\n" * 8)
    assert lint(pack) == []
    for category in ("damaged", "wrong_item", "missing", "late_refund", "cancellation", "size_question", "other"):
        assert decided(pack, category, {"number": "12345"}, {"wants": ["refund"]}).decision == "review"


def test_a_wrong_answer_is_asked_again(tmp_path: Path):
    text = ANSWERS.replace("\n24\n", "\nsoon\n-1\n24\n").replace("refund, exchange", "money, refund\nrefund, exchange")
    pack, told = write(tmp_path, text)
    assert pack.stated["reply_time"].value == 24
    assert sum("please" in line for line in told) == 3


def test_back_asks_the_question_before_once_more(tmp_path: Path):
    text = ANSWERS.replace("\nhours\n12\n", "\n\nback\nhours\n13\nBACK\n12\n")
    assert text != ANSWERS
    (tmp_path / "once").mkdir()
    plain, told = write(tmp_path / "once")
    pack, told_again = write(tmp_path, text)
    assert pack.pack_version == plain.pack_version
    assert told_again == told


def test_a_reply_time_in_business_days_is_cited_by_the_heading_of_the_page(tmp_path: Path):
    pack, _ = write(tmp_path, ANSWERS.replace("\n24\nhours\n", "\n2\nbusiness days\n"))
    figure = pack.stated["reply_time"]
    assert (figure.value, figure.unit, figure.cites) == (2, "business days", ("Contact us",))
    assert "Contact us" in pack.headings


def test_a_time_for_missing_pieces_does_not_bind_whoever_got_no_parcel(tmp_path: Path):
    pack, _ = write(tmp_path, ANSWERS.replace("Lost parcels\nno\n", "Lost parcels\nyes\n7\n\n\n"))
    assert lint(pack) == []
    address = {"states_address": True}
    assert decided(pack, "missing", {}, {"reason": "not_in_parcel"} | address).decision == "deny"
    assert decided(pack, "missing", {}, {"reason": "not_arrived"} | address).decision == "approve"
    unsent = {"delivered_at": None}
    assert decided(pack, "missing", unsent, {"reason": "not_arrived"} | address).decision == "approve"


def test_an_owner_who_breaks_off_is_told_that_nothing_was_written(tmp_path: Path):
    def broken_off(_: str) -> str:
        raise KeyboardInterrupt

    with pytest.raises(InputError, match="nothing was written"):
        new_pack(tmp_path, "teapots", broken_off, [].append, NOW)


def test_answers_that_end_early_write_nothing(tmp_path: Path):
    with pytest.raises(InputError, match="before the last question"):
        write(tmp_path, "Teapots\nhelp@teapots.example\n")
    assert not (tmp_path / "data").exists()


def test_a_pack_that_is_there_is_never_written_over(tmp_path: Path):
    write(tmp_path)
    with pytest.raises(InputError, match="already"):
        write(tmp_path)


@pytest.mark.parametrize(
    ("example", "text", "found"),
    [
        ("AB-12345", "order AB-90000 of May", "AB-90000"),
        ("#1001", "about #2042", "2042"),
        ("12345", "call 0123456789", None),
        ("R.12", "Rx12", None),
    ],
)
def test_an_example_gives_the_shape_of_every_order_number(example: str, text: str, found: str | None):
    import re

    match = re.search(pattern_of(example), text)
    assert (match[0] if match else None) == found
