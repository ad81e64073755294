"""The words beside a number, in six languages: what makes it an order, and what makes it something else."""

import re
from typing import NamedTuple

from triage.stages.extracting.caseless import in_lower_case, lowered


class Mask(NamedTuple):
    """What is not asked of every text. gate: where `lowered` text lacks it, the pattern cannot match either."""

    pattern: re.Pattern[str]
    gate: re.Pattern[str] | None


def _mask(pattern: str, flags: re.RegexFlag = re.NOFLAG, *, gate: str = "") -> Mask:
    """gate: one that is quick; else the pattern itself in lower case, where letters count in either case."""
    quick = gate or (pattern if pattern.startswith("(?i)") else "")
    return Mask(re.compile(pattern, flags), in_lower_case(quick) if quick else None)


_NUMBER_WORD = (
    r"(?:numbers?|nos?|nrs?|num|ids?|ref(?:erence)?|nummern?|numéros?|numero|número|numeri|números|referenz|référence|referencia|riferimento"
    r"|referência|code|código|codice|n)"
)
_LINK = (
    rf"(?:[\s:#.°º()\[\]\"'*=–—-]|{_NUMBER_WORD}\b|(?:is|was|are|were|ist|war|lautet|lauten|sind|es|el|la|los|le|les|est|était|sont|è|era|sono|il"
    r"|é|foi|são|o|a|os|the|my|mein|meine|die|der|das|with|mit|avec|con|com|id|under|unter|called|i\.e|reads|says|dice|da|do|de|del|di)\b)"
)
_ORDER = (
    r"(?:pre-?orders?|orders?|ord|bestell(?:ung(?:en)?|nummern?|nr|-?\s?nr|-?\s?id|-?nummern?)|vorbestell(?:ung(?:en)?|nummer)|auftr(?:ag|äge|ags-?(?:nummer|nr))"
    r"|(?:pré)?commandes?|cde|cmd|commands?|(?:pre-?)?pedidos?|órden(?:es)?|orden|ordenes|(?:pre-?)?ordin[ei]|encomendas?|compra)"
)
_OTHER = (
    r"(?:purchase\s+order|p\.?o\.?|bons?\s+de\s+commande|orden\s+de\s+compra|ordine\s+d['’]acquisto|bestellschein|invoices?|inv|rechnung(?:en|s-?(?:nummer|nr))?|factures?|facturas?"
    r"|fattur[ae]|faturas?|receipts?|quittung|reçus?|recibos?|ricevut[ae]|credit\s+(?:note|memo)|gutschrift(?:en)?|avoir|notas?\s+de\s+crédito|nota\s+di\s+credito"
    r"|rma|rc|return\s+(?:code|number|no|id|authori[sz]ation)|retouren?(?:code|nummer|nr|-?schein)?|rücksende(?:nummer|code|nr)|code\s+(?:de\s+)?retour|numéro\s+de\s+retour"
    r"|código\s+de\s+(?:devolución|devolução)|codice\s+(?:di\s+)?reso|tickets?|cases?|chats?|conversation|incidents?|incidencias?|vorgang(?:s-?(?:nummer|nr))?|fall(?:nummer)?|dossiers?"
    r"|casos?|chamados?|protocol(?:o|e|lo)|pratica|segnalazione|reclamo|reclamação|reclamación|aktenzeichen|bearbeitungsnummer"
    r"|track(?:ing)?(?:-?(?:nummer|nr|code|id))?|parcel\s+(?:no|number|id)|package\s+(?:no|number|id)|sendung(?:s-?(?:nummer|nr|verfolgung))?|paket(?:nummer|nr|-nr)|suivi|colis\s+n|seguimiento|localizador"
    r"|guía|rastre(?:o|io|amento)|spedizione|waybill|awb|consignment|ups|dhl|fedex|usps|dpd|gls|hermes|colissimo|chronopost|correos|ctt|royal\s+mail"
    r"|tel(?:efon|éfono|efono|efone|éphone|ephone)?|phone|mobile|cell|fax|whatsapp|handy(?:nummer)?|portable|móvil|cellulare|celular|telemóvel"
    r"|(?:call|reach|ring|text|contact)\s+me(?:\s+(?:on|at|under))?|ext(?:ension)?|customer|client|cust|kunden(?:nummer|nr|-nr)?|cliente|account|konto(?:nummer)?|compte|cuenta|conto|conta"
    r"|(?:shipping|return|parcel)\s+label|label\s+(?:no|nr|number|nummer|n)[.°º]?|(?:parcel|packing|delivery)\s+slip|lieferschein(?:nummer|nr)?|bordereau|(?:ihr|unser|mein)\s+zeichen|(?:your|our|my)\s+ref(?:erence)?|bolla|albarán|(?:reso|return|retoure|retour|devolución|devolução)\s+(?:n|no|nr|num|number|nummer|numero|número)[.°º]?|username|user|voucher|coupon|gift\s*card|gutschein(?:code)?|discount\s+code|promo\s*code|code\s+promo|rabattcode|code|código|codice|pin|iban|bic|card|karte|carte|tarjeta|carta|cartão|visa|mastercard|amex"
    r"|ending(?:\s+(?:in|with))?|endet\s+auf|endend(?:\s+auf)?|(?:se\s+)?(?:terminant|finissant)\s+par|terminad[ao]\s+(?:en|em)|(?:che\s+)?(?:termina|finisce)\s+(?:in|con)|final|last\s+(?:four|4)(?:\s+digits)?"
    r"|letzten?\s+(?:vier|4)(?:\s+ziffern)?|derniers\s+chiffres|últimos\s+(?:dígitos|números)|ultime\s+(?:cifre|quattro)"
    r"|item|article|artikel(?:-?(?:nummer|nr))?|article|artículo|articolo|artigo|sku|ean|model|modell?|modèle|modelo|modello|style|produkt(?:nummer)?|product|zip(?:\s*code)?|plz|postleitzahl|postcode"
    r"|postal\s+code|code\s+postal|cp|c\.\s?p\.?|cap|código\s+postal|codice\s+postale|cep|room|zimmer|chambre|salle|sala|stanza|suite|apt|apartment|unit|floor|house|flat|size|größe|taille|talla|taglia|tamanho"
    r"|year|jahr|année|año|anno|ano|page|seite|version|serial|seriennummer|hrb|siret|vat|nif|around|approx|ca|circa|etwa|ungefähr|environ|cerca|unos|over|nearly|almost)"
)
_NAMED = in_lower_case(rf"(?<![^\W_]){_ORDER}{_LINK}{{0,10}}$")
_HASHED = re.compile(r"(?:#|[nN][°º]|\b(?:No|Nr|no|nr)\.)\s?$")
_OTHERS = in_lower_case(rf"(?<![^\W_]){_OTHER}{_LINK}{{0,8}}$")
LIVES_BEFORE = re.compile(
    r"(?i)\b(?:i\s+live|living|wohne[n]?|vivo|vivimos|habite|abito|moro|resido|based|located|addressed?)\b[^.!?\n]{0,40}$"
)
PLACE_BEFORE = re.compile(r"(?i)\b(?:in|at|nach|near|à|en|em)\s$")
PLACE_AFTER = re.compile(r"[ \t][A-ZÀ-Þ][a-zà-ÿ]{2,}")
ORDER_LINK = re.compile(
    r"(?i)https?://[^\s<>]{0,200}?/(?:orders?|bestellung(?:en)?|commandes?|pedidos?|ordin[ei]|encomendas?)/([a-z]{0,4}-?\d{3,12})\b[^\s<>]{0,200}"
)
TITLE = re.compile(r"Mr ")
HASH_BEFORE = re.compile(r"#\s?$")
GLUED = _mask(r"(?i)\b(order|bestellung|commande|pedido|ordine|encomenda|number|nummer|numéro|numero|número)(?=\d)")

JOINED_BEFORE = re.compile(r"(?:\d[.,:/ ]?|[+$€£¥@=&%\x00-])$|\d{2,4}[/.-]$|[A-Za-z0-9]{2,}-$")
JOINED_AFTER = re.compile(r"[.,:/-]\d|\s?[%€$£¥]|[-/][A-Za-z0-9]|\s?[x×*]\s?\d|@")
MONEY_BEFORE = re.compile(
    r"(?i)(?:[$€£¥]|\b(?:usd|eur|euros?|gbp|cad|chf|sek|nok|dkk|pln|hkd|sgd|aud|us\$|paid|pay|price|costs?|preis|prix|precio|prezzo|preço))\s?(?:was|of|is|:)?\s?$"
)
UNIT_AFTER = re.compile(
    r"(?i)[ \t]?(?:mm|cm|m|km|kg|g|ml|l|k|eur(?:os?)?|usd|dollars?|pounds?|gbp|chf|cad|won|yen|reais|kr|sek|nok|dkk|pln|zł|hkd|sgd|aud"
    r"|r\$|days?|tage?n?|jours?|días|dias|giorni"
    r"|hours?|stunden?|heures?|horas?|ore|minutes?|min|uhr"
    r"|weeks?|wochen"
    r"|months?|years?|jahre|pcs|pieces?|stück|pièces?|piezas?|pezzi|peças?|times|mal|steps|points?|punkte|people|customers|followers|kunden|reviews?|watt|w|mah|px|dpi|gb|mb|plata|silver|silber|argent|gold|oro|ouro|argento"
    r"|carat|karat|st\.?|street|avenue|ave|road|rd|lane|drive|blvd)\b(?!['’])"
)
OTHER_PREFIXES = frozenset(
    [
        "RMA",
        "RC",
        "RET",
        "INV",
        "PO",
        "TKT",
        "TK",
        "TICKET",
        "CASE",
        "RE",
        "RG",
        "RN",
        "FA",
        "FAC",
        "FT",
        "FV",
        "CN",
        "NC",
        "GS",
        "IMG",
        "DSC",
        "DSCF",
        "DSCN",
        "PXL",
        "WA",
        "UPS",
        "DHL",
        "GLS",
        "DPD",
        "ISO",
        "EU",
        "US",
        "UK",
        "DIN",
        "EN",
        "HRB",
        "FR",
        "DE",
        "IT",
        "ES",
        "PT",
        "AT",
        "CH",
        "CA",
        "GB",
        "SG",
        "CB",
        "SKU",
        "EAN",
        "ART",
        "KD",
        "KN",
        "TEL",
        "VAT",
        "TYP",
        "TV",
    ]
)

_MONTH = (
    r"(?:jan|feb|fév|fev|mar|mär|apr|avr|abr|may|mai|mag|jun|jui|giu|jul|lug|ago|aug"
    r"|aoû|sep|set|oct|okt|ott|out|nov|dec|déc|dez|dic|ene|gen)[^\W\d_]{0,7}\.?"
)
_WEB = _mask(r"(?i)\b(?:https?://|www\.)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,60}", gate=r"@|://|w\.")
_LONG_DATE = _mask(rf"(?i)\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}\b", gate=r"\d[a-z]{0,2},?\s\d{4}")
_MONTH_YEAR = _mask(rf"(?i)\b{_MONTH}\s(?:de\s)?(?:19|20)\d\d\b", gate=r"\s(?:19|20)\d\d")
_CALL = _mask(
    r"(?i)(?:tel(?:[eéè](?:f|ph)\w{0,6})?|phone|mobile|mobil|cell|fax|whatsapp|handy|móvil|cellulare|celular|telemóvel|portable"
    r"|phone\s+is|call(?:\s+me)?|reach\s+me)(?:\s(?:me|on|at|is|es|è|é|number|nummer"
    r"|unter|au|al|o|el|il|n))*[.:]?\s{0,2}(?:\(?\d[\d ()/.-]{5,18}\d)",
    gate=r"\d[\d ()/.-]{5,18}\d",
)
MASKS = (
    _WEB,
    _mask(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?\b"),
    _mask(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b"),
    _mask(rf"(?i)\b\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s(?:de\s)?{_MONTH}(?:\s(?:de\s)?\d{{4}})?\b"),
    _LONG_DATE,
    _MONTH_YEAR,
    _mask(r"\b20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b"),
    _mask(r"\b\d{1,2}\s?[:h]\s?\d{2}(?::\d{2})?\b"),
    _mask(r"\b\d{1,3}(?:[.,]\d{3}){0,4}[.,]\d{2}\b(?![.,]\d)"),
    _mask(r"(?<!\w)(?:\+|00)\d{1,3}[\d ()/.-]{6,18}\d"),
    _CALL,
    _mask(r"\b\d{3}[ .-]\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b|\b\d{4}-\d{3}\b|\b\d{5}-\d{3}\b"),
    _mask(
        r"\b\d{1,5}\s(?:[A-ZÀ-Þ][\w.'-]{1,20}\s){0,3}"
        r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Blvd|Boulevard|Court|Ct|Way|Place|Terrace)\b"
    ),
    _mask(r"(?i)\b\d{1,5}\s(?:[a-zà-þ][\w.'-]{1,20}\s){0,2}(?:street|avenue|road|lane|blvd|boulevard)\b"),
    _mask(
        r"(?i)\b(?:calle|c/|avenida|avda\.?|plaza|paseo|rua|travessa|praça|largo|via|viale|corso|piazza|vicolo)\s"
        r"(?:[^\W\d_][\w.'’-]{0,20},?\s){1,4}\d{1,4}\b"
    ),
    _mask(r"\[#?\d{3,12}\]"),
    _mask(r"(?i)\b[^\W\d_]{1,24}(?:str\.|straße|strasse|weg|gasse|allee)\s\d{1,4}\b"),
    _mask(r"(?i)\b(?:at|à|um|alle|às|a\slas)\s((?:[01]\d|2[0-3])[0-5]\d)\b(?![.,:/-]\d)"),
    _mask(r"(?i)\b\d{1,4},?\s(?:rue|avenue|av|bd|boulevard|chemin|place|allée|impasse|quai)\s"),
    _mask(r"\b[A-Z]{2}\s\d{5}(?:-\d{4})?(?=\W*$|[\s,.])(?<=[A-Z]{2}\s\d{5})(?<!MG\s\d{5})", re.M),
    _mask(r"(?<=,\s)(?:[A-Z]{1,2}-)?\d{4,5}(?=\s[A-ZÀ-Þ][a-zà-ÿ]{2,})|^(?:[A-Z]{1,2}-)\d{4,5}(?=\s[A-ZÀ-Þ])", re.M),
    _mask(r"^[^\n]{0,80}\d[^\n]{0,40}\n(\d{4,5})(?= [A-ZÀ-Þ][\w'’ .,-]{2,30}$)", re.M),
    _mask(r"(?i)(?<=adress\sto\s)\d{4,5}|(?<=address\sto\s)\d{4,5}|(?<=live\sat\s)\d{1,5}"),
    _mask(r"\b\d{2,4}\s?[x×]\s?\d{2,4}\b"),
    _mask(r"\b\d{13,}\b|\b[A-Z]{2}\d{9}[A-Z]{2}\b|\b1Z[0-9A-Z]{16}\b"),
)

_MATTER = in_lower_case(
    r"\b(?:cancel\w*|get\s+rid|drop|stop|delete|refund\w*|return\w*|missing|lost|late|broken|damaged|torn|crack\w*|wrong|instead|never|not\s+(?:come|arrived|here)|where|change|about|regarding|concerning|stuck"
    r"|waiting|isn['’]t|is\s+the\s+one|storn\w*|lösch\w*|fehlt|fehlen|kaputt|beschädigt|falsch\w*|wegen|betrifft|bezüglich|erstatt\w*|annul\w*|rembours\w*|manqu\w*|cassée?s?|abîmée?s?|concerne|toujours\s+pas|pas\s+(?:reçu|arrivée?)"
    r"|cancel[aáoe]\w*|anul\w*|reembols\w*|devol\w*|falta\w*|rot[ao]|sobre|no\s+(?:ha\s+)?lleg\w*|annull\w*|rimbors\w*|manca\w*|rott[oa]|riguard\w*|mai\s+arrivat\w*|não\s+cheg\w*|partid[ao]|estrag\w*)\b"
)
_REFERENCE = in_lower_case(
    r"\b(?:keep|kept|previous|earlier|former|last\s+time|already|fine|perfect|love|loved|great|ok|okay|like|same\s+as|years?\s+ago|behalt\w*|behält|frühere\w*|vorige\w*|letzte\w*|bereits|wie\s+bei|gut|top"
    r"|gard(?:ez|er|e)|conserv\w*|précédente?s?|ancienne?|déjà|comme|reçue?s?|bien|mant[eé]n\w*|conserv\w*|anterior\w*|ya|como|perfect[oa]|ten(?:ete|ere|go)|mantener\w*|precedent\w*|già|come|bene|manter|mantenham?|fi(?:car|quem)|anteriores?|já|bem|arrived|received|angekommen)\b"
)
_NOT_THIS = in_lower_case(
    r"\b(?:not|nicht|pas|no|non|não)\s+(?:the\s|die\s|la\s|el\s|o\s|a\s|il\s)?(?:order\s|number\s)?#?$"
)
_NEGATED_NEED = in_lower_case(
    r"\b(?:not|n['’]t|nicht|pas|no|non|não|never|nie|jamais|nunca|mai)\s+(?:\w+\s+){0,2}(?:arriv|receiv|com|here|got|angekommen|erhalten|reçu|lleg|recib|arrivat|ricevut|cheg|receb|deliver|ship|geliefert|livr)"
)


def is_named_order(before: str, *, fits: bool) -> bool:
    """Do the words right before a number call it an order, if nothing else? "No." and "#" do so for those that fit."""
    return is_called_order(before) or (fits and bool(_HASHED.search(before)))


def is_called_order(before: str) -> bool:
    """Do the words right before a number call it an order, whatever marks stand there?"""
    return bool(_NAMED.search(lowered(before)))


def names_other_thing(before: str) -> bool:
    """Do the words right before a number call it an invoice, a ticket, a telephone or the like?"""
    return bool(_OTHERS.search(lowered(before)))


def weight_of(before: str, after: str) -> int:
    """0: the clause acts upon the number; 1: neutral; 2: it is only told for reference. The nearest word decides."""
    before, after = lowered(before), lowered(after)
    if _NOT_THIS.search(before):
        return 2
    matters = [match.start() for match in _MATTER.finditer(before)]
    references = [match.start() for match in _REFERENCE.finditer(before)]
    if _NEGATED_NEED.search(after) or _NEGATED_NEED.search(before[-40:]):
        return 0
    if matters or references:
        near = max([*matters, *references])
        if near in references and len(before) - near <= 40:
            return 2
        if near in matters and len(before) - near <= 60:
            return 0
    matter, reference = _MATTER.search(after), _REFERENCE.search(after)
    if reference and (not matter or reference.start() < matter.start()):
        return 2
    return 0 if matter else 1
