"""PDF files: their words, and what they say they are."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from tests.stages.examining.made import paper
from triage.records import Paper
from triage.stages.examining.papers import look_into, paper_of


def locked(content: bytes, word: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(user_password=word, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_words_and_pages_are_read():
    seen = look_into(paper("Invoice 17\nOrder MG20481", "second page"))
    assert seen.pages == 2
    assert "Order MG20481" in seen.text
    assert "second page" in seen.text


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Invoice no. 17 for order 4711", Paper.INVOICE),
        ("RECHNUNG Nr. 2026-3", Paper.INVOICE),
        ("Facture du 3 mars", Paper.INVOICE),
        ("Nota Fiscal eletrônica", Paper.INVOICE),
        ("Your receipt. The invoice follows.", Paper.RECEIPT),
        ("Kassenbon Filiale 3", Paper.RECEIPT),
        ("Reçu de paiement", Paper.RECEIPT),
        ("Scontrino fiscale", Paper.RECEIPT),
        ("Kontoauszug März 2026", Paper.BANK_STATEMENT),
        ("Relevé de compte", Paper.BANK_STATEMENT),
        ("Estratto conto", Paper.BANK_STATEMENT),
        ("Bestellbestätigung", Paper.ORDER_CONFIRMATION),
        ("Confirmación de pedido", Paper.ORDER_CONFIRMATION),
        ("A letter to my aunt", None),
        ("invoiceless", None),
        ("", None),
    ],
)
def test_a_paper_is_what_it_first_says_it_is(words, kind):
    assert paper_of(words) is kind


def test_a_file_locked_without_a_password_is_read():
    assert "Order MG1" in look_into(locked(paper("Order MG1"), "")).text


def test_a_file_locked_with_a_password_is_left_to_a_person():
    seen = look_into(locked(paper("Order MG1"), "secret"))
    assert seen.text == ""
    assert "password" in (seen.problem or "")


def test_only_the_first_pages_of_a_long_file_are_read():
    seen = look_into(paper(*(f"page {number}" for number in range(30))))
    assert seen.pages == 30
    assert "page 7" in seen.text
    assert "page 8" not in seen.text


def test_words_without_end_are_cut():
    assert len(look_into(paper("\n".join("word " * 40 for _ in range(48)))).text) <= 20_000
