"""PDF files: their text, and what kind of paper they say they are. The one place that speaks to pypdf."""

import logging
import re
import unicodedata
from io import BytesIO

import pypdf
from pypdf.errors import PyPdfError

from triage.records import Finding, Paper

_MOST_BYTES = 20 * 1024 * 1024
_MOST_PAGES = 8
_MOST_CHARS = 20_000
_TITLE_CHARS = 3000
# A dense page unfolds to some hundred kilobytes and some ten thousand operators; pypdf itself allows a hundred times.
_BOUNDS = pypdf.Configuration(
    maximum_declared_stream_length=_MOST_BYTES,
    zlib_maximum_output_length=8_000_000,
    lzw_maximum_output_length=8_000_000,
    run_length_maximum_output_length=8_000_000,
    array_based_stream_maximum_output_length=8_000_000,
    stream_decoding_work_maximum_length=40_000_000,
    stream_parsing_work_maximum_count=300_000,
    page_tree_maximum_entries=5_000,
    page_tree_maximum_page_entries=100_000,
    xform_maximum_invocations_per_extraction=200,
)
_LOCKED = "A PDF is locked with a password: a person must open it."
_BROKEN = "A PDF is damaged or too large: a person must open it."
_PAPERS = (
    (
        Paper.BANK_STATEMENT,
        r"bank statement|account statement|kontoauszug|umsatzanzeige|releve (?:de compte|bancaire)"
        r"|extracto (?:bancario|de cuenta)|estratto (?:conto|bancario)|extrato (?:bancario|de conta)",
    ),
    (
        Paper.RECEIPT,
        r"receipts?|quittung|kassen(?:bon|beleg|zettel)|zahlungsbeleg|recu|ticket de caisse|recibo|tique|ricevuta"
        r"|scontrino|comprovante|proof of purchase|kaufbeleg|justificante de (?:pago|compra)|preuve d.achat",
    ),
    (Paper.INVOICE, r"invoice|rechnung|facture|factura|fattura|fatura|nota fiscal"),
    (
        Paper.ORDER_CONFIRMATION,
        r"order confirmation|(?:bestell|auftrags)bestatigung|confirmation de commande|confirmacion de(?:l)? pedido"
        r"|conferma (?:d.|dell.)ordine|confirmacao d[ao] (?:pedido|encomenda)",
    ),
)
_PATTERNS = tuple((paper, re.compile(rf"\b(?:{words})\b")) for paper, words in _PAPERS)
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def look_into(content: bytes) -> Finding:
    """Text and kind of a PDF of at most 20 MB, from its first eight pages; what cannot be read is a problem.

    Raises TookTooLongError where the caller sets a bound.
    """
    if len(content) > _MOST_BYTES:
        return Finding(problem=_BROKEN)
    try:
        with pypdf.apply_configuration(_BOUNDS):
            return _read(content)
    except (PyPdfError, OSError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError):
        return Finding(problem=_BROKEN)
    except (RecursionError, MemoryError, NotImplementedError, RuntimeError):
        return Finding(problem=_BROKEN)


def _read(content: bytes) -> Finding:
    reader = pypdf.PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return Finding(problem=_LOCKED)
    pages = len(reader.pages)
    parts: list[str] = []
    for number in range(min(pages, _MOST_PAGES)):
        parts.append(reader.pages[number].extract_text())
        if sum(map(len, parts)) > _MOST_CHARS:
            break
    text = clean("\n".join(parts))
    return Finding(pages=pages, text=text, paper=paper_of(text))


def paper_of(text: str) -> Paper | None:
    """Which paper the words at the top name first; None when they name none."""
    folded = unicodedata.normalize("NFKD", text[:_TITLE_CHARS].lower()).encode("ascii", "ignore").decode()
    found = [(match.start(), paper) for paper, pattern in _PATTERNS if (match := pattern.search(folded))]
    return min(found)[1] if found else None


def clean(text: str) -> str:
    """Words read from a file as valid Unicode without control characters, at most 20,000."""
    kept = "".join(char if char.isprintable() or char == "\n" else " " for char in text[:_MOST_CHARS])
    return kept.encode("utf-8", "replace").decode("utf-8").strip()
