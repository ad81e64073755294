"""How customers name days, and what happened on them, in six languages."""

import re

NUMBERS = {
    word: number
    for number, words in {
        1: "one a an ein eine einem einer eins un une una uno um uma",
        2: "two zwei deux dos due dois duas couple",
        3: "three drei trois tres tre três",
        4: "four vier quatre cuatro quattro quatro",
        5: "five fünf fuenf cinq cinco cinque",
        6: "six sechs seis sei",
        7: "seven sieben sept siete sette sete",
        8: "eight acht huit ocho otto oito",
        9: "nine neun neuf nueve nove",
        10: "ten zehn dix diez dieci dez",
        12: "twelve zwölf douze doce dodici doze",
        14: "fourteen vierzehn quatorze catorce quattordici catorze",
        15: "fifteen fünfzehn quinze quince quindici",
        20: "twenty zwanzig vingt veinte venti vinte",
    }.items()
    for word in words.split()
}
MONTH_HOURS = 24 * 30
UNIT_HOURS = (
    (("hour", "stunde", "heure", "hora", "ora", "ore"), 1),
    (("day", "tag", "jour", "día", "dia", "giorn"), 24),
    (("week", "woche", "semaine", "semana", "settiman"), 24 * 7),
    (("month", "monat", "mois", "mes", "mês"), MONTH_HOURS),
)
_N = r"(\d{1,3}|[^\W\d_]{2,14}|a)"
_UNIT = (
    r"(hours?|days?|weeks?|months?|stunden?|tage?n?|wochen?|monate?n?|heures?|jours?|semaines?|mois|horas?|días?|dias?"
    r"|semanas?|mes(?:es)?|mês|or[ae]|giorn[oi]|settiman[ae]|mesi?)"
)
AGO = re.compile(
    rf"\b(?:{_N}\s{_UNIT}\s(?:ago|fa|atrás)\b|(?:vor|il\sy\sa|hace|há|it(?:['’]s|\shas)\sbeen|it\sis)\s(?:now\s|schon\s|déjà\s|ya\s|già\s|já\s)?{_N}\s{_UNIT}\b)"
)
NEAR = {
    "today": 0, "this morning": 0, "heute": 0, "aujourd'hui": 0, "ce matin": 0, "hoy": 0, "esta mañana": 0, "oggi": 0,
    "stamattina": 0, "hoje": 0, "esta manhã": 0, "yesterday": 1, "gestern": 1, "hier": 1, "ayer": 1, "ieri": 1,
    "ontem": 1, "vorgestern": 2, "avant-hier": 2, "anteayer": 2, "l'altro ieri": 2, "anteontem": 2,
}  # fmt: skip
ONLY_IN = {"hier": "fr"}
"""Words that mean a day in one language and something else in another."""
NEAR_DAY = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, NEAR), key=len, reverse=True))})(?![\w-])")
WEEKDAYS = {
    name: day
    for day, names in enumerate(
        (
            "monday montag lundi lunes lunedì segunda-feira segunda",
            "tuesday dienstag mardi martes martedì terça-feira terça",
            "wednesday mittwoch mercredi miércoles mercoledì quarta-feira quarta",
            "thursday donnerstag jeudi jueves giovedì quinta-feira quinta",
            "friday freitag vendredi viernes venerdì sexta-feira sexta",
            "saturday samstag sonnabend samedi sábado sabato",
            "sunday sonntag dimanche domingo domenica",
        )
    )
    for name in names.split()
}
_DAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
WEEKDAY = re.compile(
    rf"\b(?:(?:last|on|this|past|am|letzten|vergangenen|diesen|le|el|lo\sscorso|na|no)\s({_DAY})|({_DAY})\s(?:dernier|pasado|scorso|passad[ao]))\b"
)
MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january januar jänner janvier enero gennaio janeiro jan",
            "february februar février febrero febbraio fevereiro feb",
            "march märz mars marzo março mar",
            "april avril abril aprile apr",
            "may mai mayo maggio maio",
            "june juni juin junio giugno junho jun",
            "july juli juillet julio luglio julho jul",
            "august août agosto aug",
            "september septembre septiembre settembre setembro sep sept",
            "october oktober octobre octubre ottobre outubro oct okt",
            "november novembre noviembre novembro nov",
            "december dezember décembre diciembre dicembre dezembro dec dez",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
NAMED_DATE = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s(?:of\s|de\s)?({_MONTH})\b|({_MONTH})\s(\d{{1,2}})(?:st|nd|rd|th)?\b)(?:,?\s(?:de\s)?(20\d\d))?"
)
PLAIN_DATE = re.compile(r"(?<![\w./-])(\d{1,2})([./])(\d{1,2})(?:[./]((?:20)?\d\d))?(?![\d/-])")
ISO_DATE = re.compile(r"(?<![\w-])(20\d\d)-(\d\d)-(\d\d)(?![\w-])")

_BACK = r"(?:return(?:ed)?|parcel\sback|rücksendung|retoure|retour|devolución|reso|devolução)"
_CAME = (
    r"(?:arriv(?:ed|é)e?s?|came|received|delivered|turned\sup|unpacked|got\s(?:it|them|my|the)|reached"
    r"|angekommen|erhalten|bekommen|geliefert|eingetroffen|kam(?:en)?|reçue?s?|livrée?s?"
    r"|lleg(?:ó|o|aron|ado)|recib(?:í|i|imos|ido)|entregad[oa]s?|arrivat[oaie]|ricevut[oaie]|consegnat[oaie]|cheg(?:ou|aram)|recebi|recebemos|entregue)"
)
EVENTS = (
    (
        "return_received_at",
        re.compile(rf"\b{_BACK}\b[^.!?\n]{{0,40}}\b{_CAME}\b|\b{_CAME}\b[^.!?\n]{{0,20}}\b{_BACK}\b"),
    ),
    (
        "return_sent_at",
        re.compile(
            r"\b(?:(?:sent|posted|mailed|shipped)\s(?:[^\W\d_]{1,12}\s){0,2}back|returned|zurückge(?:schickt|sendet|sandt)|retourniert"
            r"|renvoyée?s?|retournée?s?|devolv[ií]|devuelto|rispedit[oaie]|restituit[oaie])\b"
        ),
    ),
    (
        "placed_at",
        re.compile(
            r"\b(?:ordered|placed|bought|purchased|bestellt|gekauft|bestellung\svom|commandée?s?|achetée?s?|passé\s(?:la\s|ma\s|une\s)?commande"
            r"|commande\sdu|compré|pedí|encargué|hice\s(?:el|un|mi)\spedido|pedido\sdel|ordinat[oaie]|comprat[oaie]|acquistat[oaie]|ordine\sdel"
            r"|comprei|encomendei|fiz\s(?:o|a|um|uma)\s(?:pedido|encomenda|compra))\b"
        ),
    ),
    ("delivered_at", re.compile(rf"\b{_CAME}\b")),
)
"""The first that a clause names is what happened."""
NOT_SO = re.compile(
    r"\b(?:not|nothing|never|n['’]t|\w+n['’]t|nichts?|nie|kein\w*|noch|pas|rien|jamais|no|nunca|nada|non|niente|nulla|(?<!\d\s)(?<!\d\.\s)mai|não|nem|should|supposed|due|promised|until|will|soll\w*|devait|debía|doveva|devia)\b"
)
OTHER_THING = re.compile(
    r"\b(?:e-?mails?|mails?|message|confirmation|reply|answer|refund\w*|money|invoice|replacement|antwort|nachricht|bestätigung|erstattung\w*"
    r"|geld|rechnung|ersatz\w*|courriel|réponse|rembours\w*|argent|facture|remplacement|correo|respuesta|reembols\w*|dinero|factura|reemplazo|risposta"
    r"|rimbors\w*|soldi|fattura|sostitu\w*|resposta|estorn\w*|dinheiro|fatura|substitu\w*)\b"
)
