"""Order files: every bad line is named, and nothing is half read."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.errors import InputError
from triage.orders.files import ITEM_COLUMNS, ORDER_COLUMNS, read_orders, tidy_number

ROOT = Path(__file__).resolve().parents[2]
HEAD = ",".join((*ORDER_COLUMNS, *ITEM_COLUMNS))


def _line(number: object = "A100", **changes: object) -> str:
    order = {"number": number, "status": "delivered", "delivered_at": "2026-03-01T09:00:00Z"}
    whole = {"store": "shop", "customer_email": "Ada@Mail.example", "order": order}
    return json.dumps(whole | changes)


def _row(**cells: str) -> str:
    filled = {"store": "shop", "customer_email": "ada@mail.example", "number": "A100"} | cells
    return ",".join(filled.get(name, "") for name in (*ORDER_COLUMNS, *ITEM_COLUMNS))


def _file(folder: Path, text: str, name: str = "orders.jsonl") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_line_is_an_order_of_its_owner(tmp_path):
    (order,) = read_orders(_file(tmp_path, _line("#a 100") + "\n\n"))
    assert (order.store, order.number, order.customer_email) == ("shop", "A100", "ada@mail.example")
    assert order.facts["delivered_at"] == "2026-03-01T09:00:00Z"


def test_every_bad_line_is_named_with_what_was_expected(tmp_path):
    text = "\n".join([_line("A1"), "{", _line("A2", store=None), _line("A3", customer_email="nobody"), _line(None)])
    with pytest.raises(InputError) as fault:
        read_orders(_file(tmp_path, text))
    words = str(fault.value)
    assert "4 bad line(s)" in words
    for part in ("line 2: this is no JSON", "line 3: `store`", "line 4: `customer_email`", "line 5: `number`"):
        assert part in words


def test_a_fact_that_no_policy_knows_is_named(tmp_path):
    line = json.dumps({"store": "s", "customer_email": "a@b.example", "order": {"number": "A1", "colour": "red"}})
    with pytest.raises(InputError, match=r"line 1: .*colour"):
        read_orders(_file(tmp_path, line))


def test_an_order_given_twice_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"line 2: order A1 was given in line 1"):
        read_orders(_file(tmp_path, _line("A1") + "\n" + _line("#a1")))


def test_rows_of_one_order_are_its_items(tmp_path):
    text = "\n".join([
        HEAD,
        _row(item_title="Cup", item_kind="homeware", item_sale="true", amount_paid="12.50"),
        _row(item_title="Mug", item_kind="homeware", item_discount_percent="20", amount_paid="12.50"),
        _row(number="A101"),
    ])  # fmt: skip
    first, second = read_orders(_file(tmp_path, text, "orders.csv"))
    assert first.facts == {
        "number": "A100",
        "amount_paid": 12.5,
        "items": [
            {"title": "Cup", "kind": "homeware", "sale": True},
            {"title": "Mug", "kind": "homeware", "discount_percent": 20},
        ],
    }
    assert second.facts == {"number": "A101"}


def test_an_empty_cell_is_unknown_and_not_false(tmp_path):
    (order,) = read_orders(_file(tmp_path, f"{HEAD}\n{_row(item_kind='ring')}", "orders.csv"))
    assert order.facts["items"] == [{"kind": "ring"}]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (_row(item_sale="maybe"), "line 2: `item_sale` is 'maybe'; write true or false"),
        (_row(amount_paid="12,50"), "line 2: another number of cells"),
        (_row(amount_paid="abc"), "line 2: `amount_paid` is 'abc'"),
        (_row(country="GB") + "\n" + _row(country="DE"), "line 2: the rows of one order differ in `country`"),
        (_row() + "\n" + _row(number="A2") + "\n" + _row(), "line 4: order A100 was given in line 2"),
    ],
)
def test_a_bad_row_is_named_with_what_was_expected(tmp_path, rows: str, expected: str):
    with pytest.raises(InputError) as fault:
        read_orders(_file(tmp_path, f"{HEAD}\n{rows}\n", "orders.csv"))
    assert expected in str(fault.value)


def test_unknown_columns_are_named_with_those_there_are(tmp_path):
    with pytest.raises(InputError, match=r"unknown column\(s\) colour; the columns are store"):
        read_orders(_file(tmp_path, "store,customer_email,number,colour\n", "orders.csv"))


def test_a_file_that_is_not_there_or_no_text_is_an_error_with_a_mend(tmp_path):
    with pytest.raises(InputError, match="readable"):
        read_orders(tmp_path / "none.csv")
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        read_orders(tmp_path / "x.csv")


@pytest.mark.parametrize("name", ["demo.jsonl", "example.csv"])
def test_the_files_that_come_with_the_product_can_be_read(name: str):
    assert len(read_orders(ROOT / "data" / "orders" / name)) > 3


@given(st.text())
def test_a_tidy_number_stays_as_it_is(text):
    assert tidy_number(tidy_number(text)) == tidy_number(text)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_never_fails(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("orders")
    for name in ("x.csv", "x.jsonl"):
        path = folder / name
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        with suppress(InputError):
            assert all(order.number for order in read_orders(path))
