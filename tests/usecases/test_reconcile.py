"""The nightly second look finds what the first one missed."""

from sqlalchemy import delete

from tests.fakes.shop import NOON, Shop, a_mail
from triage.store.engine import writing
from triage.store.schema import ledger
from triage.usecases.ingest import poll
from triage.usecases.reconcile import reconcile


def test_a_mail_missing_in_the_ledger_is_landed_and_triaged(shop: Shop):
    for number in range(5):
        shop.server.deliver(a_mail(number, subject="poison" if number == 2 else "missing"), NOON)
    shop.server.folders["INBOX"].mails.pop(3)
    poll(shop.app, shop.account, shop.mailbox)
    shop.server.folders["INBOX"].mails[3] = shop.server.folders["INBOX"].mails[1]
    shop.server.folders["INBOX"].mails[3] = type(shop.server.folders["INBOX"].mails[1])(
        raw=a_mail(77), internal_date=NOON, flags=set()
    )
    assert reconcile(shop.app, shop.account, shop.mailbox).missing == 1
    assert poll(shop.app, shop.account, shop.mailbox).triaged == 1


def test_a_ledger_that_lost_a_row_does_not_make_a_second_ticket(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    shop.server.deliver(a_mail(2), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    with writing(shop.app.engine) as conn:
        conn.execute(delete(ledger).where(ledger.c.uid == 1))
    assert reconcile(shop.app, shop.account, shop.mailbox).missing == 1
    poll(shop.app, shop.account, shop.mailbox)
    assert len(shop.rows("tickets")) == 2


def test_a_whole_ledger_needs_no_fetch(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    shop.server.calls.clear()
    found = reconcile(shop.app, shop.account, shop.mailbox)
    assert (found.on_server, found.missing) == (1, 0)
    assert "fetch" not in shop.server.calls
