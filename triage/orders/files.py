"""Order facts from files: JSON Lines as in a policy case, or CSV with one line item a row."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from triage.errors import InputError
from triage.policy.facts import read_case
from triage.progress import Progress, silent
from triage.records import OrderRecord

ORDER_COLUMNS = (
    "store", "customer_email", "number", "status", "placed_at", "fulfilled_at", "shipped_at", "delivered_at",
    "payment", "channel", "country", "currency", "amount_paid",
)  # fmt: skip
ITEM_COLUMNS = (
    "item_title", "item_kind", "item_sku", "item_size", "item_personalized", "item_made_to_order", "item_preorder",
    "item_discount_percent", "item_sale", "item_final_sale", "item_gift",
)  # fmt: skip
NUMBERS = frozenset({"amount_paid", "discount_percent"})
FLAGS = frozenset({"personalized", "made_to_order", "preorder", "sale", "final_sale", "gift"})
SHOWN_FAULTS = 20
ANY_TIME = "2000-01-01T00:00:00Z"

Numbered: TypeAlias = tuple[int, OrderRecord]
"""An order with the line that it began on."""

Fault: TypeAlias = tuple[int, str]
"""A line that cannot be read: its number, and what was expected."""


def read_orders(path: Path, progress: Progress = silent) -> list[OrderRecord]:
    """Every order of a file, each once, in its order. `.csv` is read as CSV, all else as JSON Lines.

    Raises `InputError` that names every bad line and what was expected there; nothing is read then.
    """
    orders, faults = _read_csv(_text(path)) if path.suffix.lower() == ".csv" else _read_lines(_text(path), progress)
    seen: dict[tuple[str, str], int] = {}
    for line, order in orders:
        first = seen.setdefault((order.store, order.number), line)
        if first != line:
            faults.append((line, f"order {order.number} was given in line {first} already; give each order once"))
    if faults:
        raise _refusal(path, sorted(faults))
    return [order for _, order in orders]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputError(f"{path.name} is not UTF-8 text (byte {fault.start})", fix="save it as UTF-8") from None
    except OSError as fault:
        raise InputError(f"{path} cannot be read: {fault.strerror}", fix="give the path of a readable file") from None


def _refusal(path: Path, faults: Sequence[Fault]) -> InputError:
    shown = "; ".join(f"line {line}: {words}" for line, words in faults[:SHOWN_FAULTS])
    more = f"; and {len(faults) - SHOWN_FAULTS} more" if len(faults) > SHOWN_FAULTS else ""
    return InputError(
        f"{path.name} has {len(faults)} bad line(s): {shown}{more}", fix="mend them and import again; nothing was kept"
    )


def _read_lines(text: str, progress: Progress) -> tuple[list[Numbered], list[Fault]]:
    orders: list[Numbered] = []
    faults: list[Fault] = []
    lines = text.split("\n")
    for line, words in enumerate(progress(lines, "Reading orders", len(lines)), start=1):
        if not words.strip():
            continue
        try:
            orders.append((line, _from_json(words)))
        except InputError as fault:
            faults.append((line, f"{fault.what}; {fault.fix}"))
    return orders, faults


def _from_json(words: str) -> OrderRecord:
    try:
        data = json.loads(words)
    except (ValueError, RecursionError):
        raise InputError("this is no JSON", fix="write one JSON object a line") from None
    if not isinstance(data, dict) or not isinstance(data.get("order"), dict):
        raise InputError(
            "an order is expected", fix='write {"store": ..., "customer_email": ..., "order": {"number": ..., ...}}'
        )
    return _order(data.get("store"), data.get("customer_email"), data["order"])


def _order(store: object, email: object, facts: Mapping[str, Any]) -> OrderRecord:
    """An order whose facts are all known to the policy. Raises `InputError` with what was expected."""
    if not isinstance(store, str) or not store.strip():
        raise InputError("`store` is missing", fix="give the key of the store")
    if not isinstance(email, str) or "@" not in email:
        raise InputError("`customer_email` is missing or no address", fix="give the customer's mail address")
    number = facts.get("number")
    if not isinstance(number, str | int) or isinstance(number, bool) or not tidy_number(str(number)):
        raise InputError("`number` is missing", fix="give the order's number")
    kept = {**facts, "number": tidy_number(str(number))}
    read_case({"store": store.strip(), "category": "other", "as_of": ANY_TIME, "order": kept})
    return OrderRecord(store=store.strip(), number=kept["number"], customer_email=email.strip().lower(), facts=kept)


def tidy_number(number: str) -> str:
    """An order number as we compare it: upper case, no `#`, no spaces."""
    return "".join(number.replace("#", "").split()).upper()


def _read_csv(text: str) -> tuple[list[Numbered], list[Fault]]:
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        unknown = [name for name in rows.fieldnames or () if name not in {*ORDER_COLUMNS, *ITEM_COLUMNS}]
        lacking = [name for name in ("store", "customer_email", "number") if name not in (rows.fieldnames or ())]
        if unknown or lacking:
            named = f"unknown column(s) {', '.join(unknown)}" if unknown else f"no column {', '.join(lacking)}"
            return [], [(1, f"{named}; the columns are {', '.join((*ORDER_COLUMNS, *ITEM_COLUMNS))}")]
        return _from_rows((rows.line_num, row) for row in rows)
    except csv.Error as fault:
        return [], [(rows.line_num, f"no CSV ({fault}); quote cells that hold commas or quotes")]


def _from_rows(rows: Iterator[tuple[int, dict[str, Any]]]) -> tuple[list[Numbered], list[Fault]]:
    """Rows that follow one another with the same store and number are the items of one order."""
    groups: list[tuple[int, list[dict[str, Any]]]] = []
    faults: list[Fault] = []
    last: tuple[str, str] | None = None
    for line, row in rows:
        if None in row or None in row.values():
            faults.append((line, "another number of cells than the first line has columns; quote cells with commas"))
            continue
        key = (row["store"].strip(), tidy_number(row["number"]))
        if key == last:
            groups[-1][1].append(row)
        else:
            groups.append((line, [row]))
        last = key
    orders: list[Numbered] = []
    for line, group in groups:
        try:
            orders.append((line, _from_group(group)))
        except InputError as fault:
            faults.append((line, f"{fault.what}; {fault.fix}"))
    return orders, faults


def _from_group(rows: Sequence[Mapping[str, str]]) -> OrderRecord:
    first = rows[0]
    for row in rows[1:]:
        differing = next((name for name in ORDER_COLUMNS if row.get(name) != first.get(name)), None)
        if differing is not None:
            raise InputError(f"the rows of one order differ in `{differing}`", fix="say the same in each of them")
    facts: dict[str, Any] = _cells(first, ORDER_COLUMNS[2:], "")
    items = [cells for row in rows if (cells := _cells(row, ITEM_COLUMNS, "item_"))]
    return _order(first["store"], first["customer_email"], facts | ({"items": items} if items else {}))


def _cells(row: Mapping[str, str], columns: Sequence[str], prefix: str) -> dict[str, Any]:
    """The filled cells as facts; an empty one is unknown."""
    filled = {name: (row.get(name) or "").strip() for name in columns}
    return {
        name.removeprefix(prefix): _value(name.removeprefix(prefix), name, cell)
        for name, cell in filled.items()
        if cell
    }


def _value(fact: str, column: str, cell: str) -> str | float | bool:
    if fact in FLAGS:
        return _flag(column, cell)
    return _number(column, cell) if fact in NUMBERS else cell


def _flag(column: str, cell: str) -> bool:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if cell.lower() not in words:
        raise InputError(f"`{column}` is '{cell[:20]}'", fix="write true or false, or leave it empty when unknown")
    return words[cell.lower()]


def _number(column: str, cell: str) -> float:
    try:
        number = float(cell)
    except ValueError:
        raise InputError(f"`{column}` is '{cell[:20]}'", fix="write a number with a decimal point") from None
    return int(number) if number.is_integer() else number
