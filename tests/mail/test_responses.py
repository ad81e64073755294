"""Reading FETCH and APPEND answers, also those that no honest server gives."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.mail.responses import (
    appended_uids,
    as_set,
    body_of,
    date_of,
    from_set,
    head,
    parse_internal_date,
    size_of,
    uid_of,
)
from triage.mail.wire import Piece


@given(st.lists(st.integers(1, 2**32 - 1), max_size=50))
def test_a_set_holds_the_same_uids_sorted_and_once(uids: list[int]) -> None:
    assert [uid for part in as_set(uids).split(",") if part for uid in from_set(part)][: len(set(uids))] == sorted(
        set(uids)
    )


def test_neighbours_share_a_range() -> None:
    assert as_set([7, 1, 2, 3, 9, 8]) == "1:3,7:9"


def test_a_lying_range_is_cut() -> None:
    assert len(from_set("1:4294967295")) == 10_000


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (" 7-Feb-1994 21:52:25 -0800", datetime(1994, 2, 8, 5, 52, 25, tzinfo=UTC)),
        ("07-feb-2026 00:00:00 +1400", datetime(2026, 2, 6, 10, 0, tzinfo=UTC)),
        ("17-Jul-1996 02:44:60 +0000", datetime(1996, 7, 17, 2, 44, 59, tzinfo=UTC)),
        ("30-Feb-2026 00:00:00 +0000", None),
        ("01-Jan-0001 00:00:00 +1400", None),
        ("01-Foo-2026 00:00:00 +0000", None),
        ("01-Jan-2026 00:00:00 +9900", None),
        ("", None),
    ],
)
def test_internal_dates_become_utc(text: str, moment: datetime | None) -> None:
    assert parse_internal_date(text) == moment


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    moment = parse_internal_date(text)
    assert moment is None or moment.tzinfo is UTC


def test_a_response_tells_uid_date_size_and_body() -> None:
    line = b'3 (UID 17 RFC822.SIZE 5 INTERNALDATE "02-Mar-2026 10:00:00 +0100" BODY[] {5}'
    pieces: list[Piece] = [(line, b"hello"), b")"]
    assert (uid_of(head(pieces)), size_of(head(pieces))) == (17, 5)
    assert date_of(head(pieces)) == datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    assert body_of(pieces) == b"hello"


def test_items_after_the_literal_count_too() -> None:
    assert uid_of(head([(b"3 (BODY[] {5}", b"hello"), b" UID 17)"])) == 17


def test_a_body_may_come_as_a_quoted_string() -> None:
    assert body_of([b'3 (UID 17 BODY[] "a \\"b\\" \\\\")']) == b'a "b" \\'


def test_nil_is_no_body() -> None:
    assert body_of([b"3 (UID 17 BODY[] NIL)"]) is None


def test_flags_alone_are_no_body() -> None:
    assert body_of([b"3 (UID 17 FLAGS (\\Seen))"]) is None


@pytest.mark.parametrize(
    ("answer", "count", "told"),
    [
        ("[APPENDUID 38505 3955] done", 1, (38505, [3955])),
        ("[APPENDUID 1 3:5] done", 3, (1, [3, 4, 5])),
        ("[appenduid 1 3,7] done", 2, (1, [3, 7])),
        ("[APPENDUID 1 3:5] done", 2, None),
        ("done", 1, None),
        ("[APPENDUID x y] done", 1, None),
    ],
)
def test_an_append_tells_where_the_mails_went(answer: str, count: int, told: tuple[int, list[int]] | None) -> None:
    assert appended_uids(answer, count) == told
