"""The document of what can break is complete: each row has a named test, or says why it is not ours."""

from tests.faults import rows


def _document() -> str:
    return rows.DOCUMENT.read_text(encoding="utf-8")


def test_each_row_stands_in_the_document_once():
    assert [int(number) for number in rows.ROW.findall(_document())] == list(range(1, rows.LAST + 1))


def test_each_row_has_a_test_or_a_reason_why_not():
    proved, not_ours = set(rows.proofs()), {int(number) for number in rows.NOT_OURS.findall(_document())}
    assert set(range(1, rows.LAST + 1)) - proved - not_ours == set()


def test_no_test_claims_a_row_that_is_not_there():
    assert set(rows.proofs()) <= set(range(1, rows.LAST + 1))


def test_the_list_of_proofs_is_up_to_date():
    assert rows.listed(_document()) == rows.written(), "run `python -m tests.faults.rows`"
