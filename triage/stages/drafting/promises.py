"""Words by which a shop grants something, and words by which it refuses, in the six languages of the trade.

Patterns match the start of a word; each is linear. Gold is not the aim: a remark beside the text may be one too many.
"""

import re
from collections.abc import Mapping

REMEDIES: Mapping[str, re.Pattern[str]] = {
    remedy: re.compile(rf"\b(?:{words})\w*", re.IGNORECASE)
    for remedy, words in {
        "refund": r"refund|reimburs|money back|r[üu]ckerstatt|erstatt|geld zur[üu]ck|rembours|reembols|devolveremos|"
        r"devoluci[oó]n del dinero|rimbors|restitui",
        "replacement": r"replac|new one|send you another|ersatz|ersetz|neu zusenden|remplac|nouvel exemplaire|reemplaz|"
        r"reposici[oó]n|sostitu|substitu|enviaremos outro",
        "exchange": r"exchange|umtausch|tauschen|échang|echang|cambiamos|cambio|scambi|cambi[oa]|troca",
        "store_credit": r"store credit|voucher|gift card|gutschein|gutschrift|bon d'achat|avoir de|vale de|cup[oó]n|"
        r"buono|cr[eé]dito na loja|vale-compra",
        "cancel": r"cancel|stornier|storno|annul|anula|cancelac|annulla",
        "compensation": r"compensat|goodwill|discount|entschädig|rabatt|nachlass|dédommag|indemnis|remise|compensac|"
        r"indemniz|descuento|risarc|sconto|indeniz|compensaç|desconto",
    }.items()
}
NEGATED = re.compile(
    r"\b(?:not|no|never|cannot|can't|unable|unfortunately|nicht|kein\w*|leider|pas|aucun\w*|jamais|malheureusement|"
    r"nunca|ning[uú]n\w*|lamentablemente|non|nessun\w*|purtroppo|não|nao|nenhum\w*|infelizmente)\b|n't\b",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(
    r"\b(?:if|whether|may|might|could|once|wenn|falls|sobald|ob|könnte\w*|si|dès que|pourrai\w*|podr[ií]a\w*|"
    r"se|qualora|potrebbe|caso|poder[ií]a\w*|assim que)\b",
    re.IGNORECASE,
)
