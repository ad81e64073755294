"""Order facts as the shop imported them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, insert, select

from triage.learning.numbers import learnt_patterns
from triage.records import OrderRecord
from triage.store.engine import reading
from triage.store.schema import orders


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedOrders:
    """The orders in our own database, as a source that the use cases can ask."""

    engine: Engine

    def lookup(self, store: str, numbers: Sequence[str]) -> Mapping[str, OrderRecord]:
        """See `triage.orders.source.OrderSource`."""
        with reading(self.engine) as conn:
            return by_numbers(conn, store, numbers)

    def patterns(self, store: str) -> Sequence[str]:
        """See `triage.orders.source.OrderSource`; learnt from the orders imported last."""
        with reading(self.engine) as conn:
            return learnt_patterns(newest_numbers(conn, store))


def by_numbers(conn: Connection, store: str, numbers: Sequence[str]) -> dict[str, OrderRecord]:
    """Orders of one store by number (upper case, no `#`), whoever owns them; unknown ones are left out."""
    query = select(orders.c.number, orders.c.customer_email, orders.c.facts).where(
        orders.c.store == store, orders.c.number.in_(numbers)
    )
    return {
        number: OrderRecord(store=store, number=number, customer_email=email, facts=facts)
        for number, email, facts in conn.execute(query)
    }


NEWEST = 1000
"""Orders from which their make is learnt."""


def newest_numbers(conn: Connection, store: str, limit: int = NEWEST) -> list[str]:
    """Numbers of the orders imported last."""
    query = select(orders.c.number).where(orders.c.store == store).order_by(orders.c.id.desc()).limit(limit)
    return list(conn.execute(query).scalars())


def numbers_of(conn: Connection, store: str, customer_email: str) -> list[str]:
    """Numbers of one customer's orders (address in lower case), newest import first."""
    query = (
        select(orders.c.number)
        .where(orders.c.customer_email == customer_email, orders.c.store == store)
        .order_by(orders.c.id.desc())
        .limit(NEWEST)
    )
    return list(conn.execute(query).scalars())


def put(conn: Connection, records: Mapping[tuple[str, str], OrderRecord], now: datetime) -> None:
    """Write orders, by (store, number); each takes the place of what was known of it."""
    for store in {store for store, _ in records}:
        numbers = [number for of, number in records if of == store]
        for start in range(0, len(numbers), 500):
            page = numbers[start : start + 500]
            conn.execute(delete(orders).where(orders.c.store == store, orders.c.number.in_(page)))
    rows = [
        {
            "store": one.store,
            "number": one.number,
            "customer_email": one.customer_email.lower(),
            "facts": dict(one.facts),
            "imported_at": now,
        }
        for one in records.values()
    ]
    if rows:
        conn.execute(insert(orders), rows)
