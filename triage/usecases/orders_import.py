"""Taking in order facts from a file: all of it, or nothing."""

from dataclasses import dataclass
from pathlib import Path

from triage.app import App
from triage.orders.files import read_orders
from triage.records import OrderRecord
from triage.store import orders
from triage.store.engine import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import changed, counted in orders."""

    added: int
    changed: int
    unchanged: int


def import_orders(app: App, path: Path) -> ImportReport:
    """Take in every order of a file; a known one is replaced by what the file says of it.

    Raises `InputError` naming each bad line; nothing is kept then.
    """
    given = {(one.store, one.number): one for one in read_orders(path, app.progress)}
    with writing(app.engine) as conn:
        known: dict[tuple[str, str], OrderRecord] = {}
        for store in {store for store, _ in given}:
            found = orders.by_numbers(conn, store, [number for of, number in given if of == store])
            known |= {(store, number): one for number, one in found.items()}
        news = {key: one for key, one in given.items() if known.get(key) != one}
        orders.put(conn, news, app.now())
    added = sum(key not in known for key in news)
    return ImportReport(added=added, changed=len(news) - added, unchanged=len(given) - len(news))
