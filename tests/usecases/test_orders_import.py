"""Importing order facts: all of a file or nothing, and what is known is replaced."""

import json

import pytest

from tests.fakes.shop import NOON, Shop, a_mail
from triage.errors import InputError
from triage.store.orders import ImportedOrders
from triage.usecases.ingest import poll
from triage.usecases.orders_import import ImportReport, import_orders


def _orders(path, *numbers: str, status: str = "delivered"):
    lines = [
        json.dumps({"store": "shop", "customer_email": "ada@mail.example", "order": {"number": one, "status": status}})
        for one in numbers
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_an_import_counts_what_is_new_changed_and_the_same(shop: Shop, tmp_path):
    path = tmp_path / "orders.jsonl"
    assert import_orders(shop.app, _orders(path, "A1", "A2")) == ImportReport(added=2, changed=0, unchanged=0)
    _orders(path, "A3")
    with path.open("a") as file:
        file.write("\n" + _orders(tmp_path / "b", "A1").read_text())
        file.write("\n" + _orders(tmp_path / "c", "A2", status="shipped").read_text())
    assert import_orders(shop.app, path) == ImportReport(added=1, changed=1, unchanged=1)


def test_a_file_with_a_bad_line_changes_nothing(shop: Shop, tmp_path):
    path = _orders(tmp_path / "orders.jsonl", "A1")
    with path.open("a") as file:
        file.write("\nnonsense")
    with pytest.raises(InputError, match="line 2"):
        import_orders(shop.app, path)
    assert ImportedOrders(engine=shop.app.engine).lookup("shop", ["A1"]) == {}


def test_orders_are_found_by_number_within_their_store_only(shop: Shop, tmp_path):
    import_orders(shop.app, _orders(tmp_path / "o.jsonl", "A1"))
    source = ImportedOrders(engine=shop.app.engine)
    assert source.lookup("shop", ["A1", "A9"])["A1"].facts["status"] == "delivered"
    assert source.lookup("other", ["A1"]) == {}


def test_a_mail_is_judged_with_the_facts_of_its_order(shop: Shop, tmp_path):
    import_orders(shop.app, _orders(tmp_path / "o.jsonl", "A123"))
    shop.server.deliver(a_mail(1, text="Order A123 broke"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    assert "damaged:A123" in shop.rows("drafts")[0]["text"]
