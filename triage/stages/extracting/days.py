"""What the customer says happened to the order, and when: facts of the order as far as only the mail tells them."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from triage.records import FactValue, Label
from triage.stages.extracting import day_words as words

MAX_LETTERS = 6000
MAX_CLAUSES = 200
CERTAIN_AFTER_DAYS = 3
"""Orders can be changed for a day or two, by the hour: a purchase is placed when told by the hour or longer ago."""
LONGEST_DAYS = 730
OF_GOODS = (Label.DAMAGED, Label.WRONG_ITEM, Label.OTHER)
_CLAUSE = re.compile(r"[!?;\n]|\.(?=\s|$)(?<!\d\.)|\.\s(?=[A-ZÀ-Þ])|\s(?:and|but|und|aber|et|mais|y|pero|e|ma|mas)\s")


def told_facts(text: str, label: Label, language: str, now: datetime, zone: tzinfo = UTC) -> dict[str, FactValue]:
    """Order facts told with their day, as noon of that day in `zone`; what is told twice and differently is left out.

    now: when the mail was written, aware. A parcel that is missing was not received on any day.
    """
    found: dict[str, set[datetime]] = {}
    for clause in _clauses(text[:MAX_LETTERS]):
        event = _event(clause)
        if event is None or (event == "delivered_at" and label not in OF_GOODS):
            continue
        days = list(_days(clause, language, now.astimezone(zone)))
        if len(days) != 1:
            continue
        at, exact = days[0]
        if event != "placed_at" or exact or now - at >= timedelta(days=CERTAIN_AFTER_DAYS):
            found.setdefault(event, set()).add(min(at, now))
    return {name: moments.pop().astimezone(UTC).isoformat() for name, moments in found.items() if len(moments) == 1}


def _clauses(text: str) -> list[str]:
    plain = text.replace("’", "'")
    return [clause.casefold() for clause in _CLAUSE.split(plain, MAX_CLAUSES) if clause.strip()]


def _event(clause: str) -> str | None:
    event = next((name for name, pattern in words.EVENTS if pattern.search(clause)), None)
    if event is None or words.NOT_SO.search(clause) or words.OTHER_THING.search(clause):
        return None
    return event


def _days(clause: str, language: str, now: datetime) -> Iterator[tuple[datetime, bool]]:
    """Moments that a clause names, each with whether it is exact to the hour."""
    for found in words.AGO.finditer(clause):
        count, unit = found[1] or found[3], found[2] or found[4]
        number = int(count) if count.isdigit() else words.NUMBERS.get(count)
        hours = next(hours for names, hours in words.UNIT_HOURS if unit.startswith(names))
        vague = hours == words.MONTH_HOURS and number == 1
        if number is not None and not vague and hours * number <= 24 * LONGEST_DAYS:
            yield (now - timedelta(hours=number), True) if hours == 1 else _noon(now, hours // 24 * number)
    for found in words.NEAR_DAY.finditer(clause):
        if words.ONLY_IN.get(found[0], language) == language:
            yield _noon(now, words.NEAR[found[0]])
    for found in words.WEEKDAY.finditer(clause):
        back = (now.weekday() - words.WEEKDAYS[found[1] or found[2]]) % 7
        yield _noon(now, back or 7)
    for day in _dates(clause, language, now.date()):
        if day is not None and 0 <= (now.date() - day).days <= LONGEST_DAYS:
            yield datetime.combine(day, time(12), now.tzinfo), False


def _noon(now: datetime, days_ago: int) -> tuple[datetime, bool]:
    return datetime.combine(now.date() - timedelta(days=days_ago), time(12), now.tzinfo), False


def _dates(clause: str, language: str, today: date) -> Iterator[date | None]:
    for found in words.ISO_DATE.finditer(clause):
        yield _date(int(found[1]), int(found[2]), int(found[3]))
    for found in words.NAMED_DATE.finditer(clause):
        yield _past(found[5], words.MONTHS[found[2] or found[3]], int(found[1] or found[4]), today)
    for found in words.PLAIN_DATE.finditer(clause):
        first, second = int(found[1]), int(found[3])
        if found[2] == "/" and language == "en" and first <= 12 and second <= 12 and first != second:
            continue  # 3/4 is in March or in April, as the writer's country has it
        swapped = found[2] == "/" and second > 12
        yield _past(found[4], first if swapped else second, second if swapped else first, today)


def _past(year: str | None, month: int, day: int, today: date) -> date | None:
    """The date in that year, or the last such day that has been."""
    if year is not None:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    this = _date(today.year, month, day)
    return this if this is None or this <= today else _date(today.year - 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
