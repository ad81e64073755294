"""Several workers on one mailbox: still each mail once."""

import threading
from collections import Counter

from tests.fakes.shop import NOON, Shop, a_mail
from triage.errors import RetryLater
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.send import approve


def _at_once(number: int, work) -> list[Exception]:
    faults: list[Exception] = []
    start = threading.Barrier(number)

    def run(worker: int) -> None:
        start.wait()
        try:
            work(worker)
        except Exception as fault:  # noqa: BLE001
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(worker,)) for worker in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return faults


def test_four_workers_on_one_mailbox_make_one_ticket_and_one_draft_a_mail(shop: Shop):
    for number in range(300):
        shop.server.deliver(a_mail(number), NOON)

    def work(_worker: int) -> None:
        mailbox = shop.server.connect()
        for _ in range(3):
            try:
                poll(shop.app, shop.account, mailbox)
                drain(shop.app, shop.account, mailbox)
            except RetryLater:
                mailbox = shop.server.connect()

    faults = _at_once(4, work)
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    assert [fault for fault in faults if not isinstance(fault, RetryLater)] == []
    met = Counter(row["message_id"] for row in shop.rows("messages"))
    assert met == Counter(f"<m{number}@mail.example>" for number in range(300))
    assert len(shop.drafts()) == 300


def test_twenty_clicks_at_once_send_one_reply(sending_shop: Shop, sender):
    shop = sending_shop
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    (ticket,), (draft,) = shop.rows("tickets"), shop.rows("drafts")

    def click(worker: int) -> None:
        approve(
            shop.app,
            ticket["public_id"],
            draft_revision=1,
            text=draft["text"],
            last_message_id=draft["answers_id"],
            user=f"agent{worker}",
            idempotency_key=f"form{worker}",
        )

    refused = _at_once(20, click)
    drain(shop.app, shop.account, shop.mailbox)
    assert len(sender.accepted) == 1
    assert len(refused) == 19
