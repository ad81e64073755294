"""The console's questions, on every database."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.builders import ClaimOf, a_ticket, many_tickets
from tests.fakes.shop import NOON, Shop, a_shop
from triage.store import review
from triage.store.engine import reading
from triage.store.review import Ask


@pytest.fixture
def shop(engine: Engine, tmp_path: Path) -> Shop:
    return a_shop(engine, tmp_path)


def test_the_queue_comes_by_time_left_with_labels_order_and_decision_of_the_newest_mail(shop: Shop):
    calm = a_ticket(shop.app, claims=[ClaimOf(label="missing", decision="review"), ClaimOf()])
    late = a_ticket(shop.app, received_at=NOON - timedelta(hours=60), draft=None)
    with reading(shop.app.engine) as conn:
        first, second = review.queue(conn, Ask())
    assert (first.public_id, second.public_id) == (late, calm)
    assert (second.labels, second.order_number, second.decision) == ("missing,damaged", "A123", "review")
    assert (first.draft_state, second.draft_state, second.total) == (None, "filed", 2)


def test_pages_hold_every_ticket_once(shop: Shop):
    many_tickets(shop.app, 23)
    with reading(shop.app.engine) as conn:
        pages = [review.queue(conn, Ask(page=number, page_size=10)) for number in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [10, 10, 3, 0]
    assert len({row.id for page in pages for row in page}) == 23
    assert [row.due_at for page in pages for row in page] == sorted(row.due_at for page in pages for row in page)


@pytest.mark.parametrize("view", review.VIEWS)
def test_the_count_of_each_view_is_what_it_shows(shop: Shop, view: str):
    a_ticket(shop.app)
    a_ticket(shop.app, abstained=True)
    a_ticket(shop.app, claims=[ClaimOf(decision="review")])
    a_ticket(shop.app, claims=[], status="quarantined", draft=None)
    a_ticket(shop.app, claims=[], status="automatic", auto="spam")
    a_ticket(shop.app, status="closed")
    with reading(shop.app.engine) as conn:
        shown = review.queue(conn, Ask(view=view))
        assert len(shown) == review.counts(conn)[view]
    assert shown


@pytest.mark.parametrize("words", ["MG204", "mg204", "# MG 204", "Lind", "lind@", "broken 50%"])
def test_a_search_meets_order_customer_and_subject_in_any_case(shop: Shop, words: str):
    wanted = a_ticket(
        shop.app, subject="Broken 50% off", address="ada.lind@mail.example", claims=[ClaimOf(order_number="MG20481")]
    )
    a_ticket(shop.app, subject="Another", name="Tom", claims=[ClaimOf(order_number="A9")])
    with reading(shop.app.engine) as conn:
        assert [row.public_id for row in review.queue(conn, Ask(query=words))] == [wanted]
