"""The well-known lures of spam and phishing."""

import re

# Each lure with stems without which it cannot match.
LURES = (
    (
        ["lotter", "winner", "won", "lotto", "loter", "prêmio"],
        re.compile(
            r"(?i)lottery|(?:you\s+(?:have\s+)?won|winner\s+of)\s.{0,40}(?:\$|€|£|usd|eur|million|prize|iphone)"
            r"|lotterie\s.{0,30}gewonnen|loterie|lotería|lotteria|prêmio\s+de"
        ),
    ),
    (
        ["million", "milioni", "milhões", "millon"],
        re.compile(
            r"(?i)million\s+(?:us\s+)?(?:dollars?|euros?|usd|pounds)|(?:usd|us\$|\$|€|£)\s?\d[\d.,]*\s?(?:million"
            r"|m\b)|millionen\s+(?:euro|dollar)|millions\s+(?:d['’]euros|de\s+dollars)|millones\s+de|milioni\s+di"
            r"|milhões\s+de"
        ),
    ),
    (
        [
            "kin",
            "inherit",
            "beneficiar",
            "late",
            "erbschaft",
            "héritage",
            "herencia",
            "eredità",
            "herança",
            "barrister",
            "deceased",
        ],
        re.compile(
            r"(?i)next\s+of\s+kin|inheritance|beneficiary|late\s+(?:client|husband)|erbschaft|héritage|herencia"
            r"|eredità|herança|barrister|deceased"
        ),
    ),
    (
        ["viagra", "cialis", "levitra", "penis", "pharmacy", "weight", "erectile"],
        re.compile(r"(?i)viagra|cialis|levitra|penis|online\s+pharmacy|weight\s+loss\s+pill|erectile"),
    ),
    (["casino", "spins", "betting", "jackpot"], re.compile(r"(?i)casino|free\s+spins|betting\s+bonus|jackpot")),
    (
        ["bitcoin", "crypto", "guaranteed", "forex", "double", "triple"],
        re.compile(
            r"(?i)(?:double|triple)\s+your\s+(?:bitcoin|money|crypto)|bitcoin\s+(?:wallet|investment|address)"
            r"|crypto\s+(?:invest|trading|profit)|guaranteed\s+(?:profit|returns?|income)|forex"
        ),
    ),
    (
        ["mailbox", "account", "konto", "compte", "cuenta", "conto", "conta", "postfach", "boîte"],
        re.compile(
            r"(?i)(?:mailbox|e-?mail\s+account|account|konto|compte|cuenta|conto|conta|postfach"
            r"|boîte)\s.{0,60}(?:suspended|blocked|deactivated|terminated|limited|gesperrt|suspendu|bloqué"
            r"|suspendid|bloquead|sospes|bloccat|suspens|almost\s+full|quota|storage|exceeded|läuft\s+ab)"
        ),
    ),
    (
        ["verif", "confirm", "validate", "update", "bestätig", "vérifi"],
        re.compile(
            r"(?i)(?:verify|confirm|validate|update|bestätigen|verifizieren|vérifi|confirme|verifi(?:que|car)"
            r"|verific|confirm(?:ar|e))\s.{0,30}(?:account|identity|password|e-?mail|billing|konto|daten|compte"
            r"|identité|cuenta|identidad|contraseña|conto|identità|conta|senha)"
        ),
    ),
    (
        [
            "within",
            "binnen",
            "innerhalb",
            "sous",
            "menos",
            "dans",
            "entro",
            "até",
            "immediate",
            "final",
            "letzte",
            "dernier",
            "último",
            "ultimo",
        ],
        re.compile(
            r"(?i)(?:within|binnen|innerhalb(?:\s+von)?|sous|en\s+menos\s+de|dans\s+les|entro"
            r"|em\s+até)\s+(?:the\s+next\s+|las\s+próximas\s+|as\s+próximas\s+|le\s+prossime\s+)?(?:24|48|72"
            r"|12)\s?(?:h\b|hours?|stunden|heures|horas|ore)|immediate\s+action|final\s+(?:warning|notice)"
            r"|letzte\s+(?:warnung|mahnung)|dernier\s+avertissement|último\s+aviso|ultimo\s+avviso"
        ),
    ),
    (
        ["click", "klick", "cliqu", "clic"],
        re.compile(
            r"(?i)click\s+(?:here|the\s+(?:link|button)|below|on\s+the\s+link)|klicken\s+sie\s+(?:hier|auf)"
            r"|cliquez\s+(?:ici|sur)|haga\s+clic|haz\s+clic|clicca\s+(?:qui|sul)|clique\s+(?:aqui|no)"
        ),
    ),
    (
        ["dear", "sehr", "strictly", "proposal", "western", "wire", "atm"],
        re.compile(
            r"(?i)(?:dear|sehr\s+geehrter)\s+(?:friend|beloved|beneficiary|winner|user|e-?mail\s+user"
            r"|account\s+holder|webmail)|strictly\s+confidential\s+(?:business|transaction|proposal)"
            r"|business\s+proposal|western\s+union|wire\s+transfer|atm\s+card"
        ),
    ),
    (
        ["hot", "sexy", "lonely", "horny", "webcam", "adult", "sex", "recorded", "password"],
        re.compile(
            r"(?i)(?:hot|sexy|lonely|horny)\s+(?:singles?|girls?|women|ladies)|webcam|adult\s+(?:dating|site)"
            r"|sex\s+(?:dating|chat)|recorded\s+you|your\s+password\s+is"
        ),
    ),
    (
        ["seo", "google", "backlink", "traffic", "guest", "authority", "ranking", "rank"],
        re.compile(
            r"(?i)(?:seo|first\s+page\s+of\s+google|rank(?:ing)?s?\s+(?:on|in)\s+google|backlinks?|web\s+traffic"
            r"|guest\s+post|domain\s+authority|erste\s+seite\s+(?:bei|von)\s+google)"
        ),
    ),
    (
        ["no", "refinance", "lowest", "approved", "home", "replica", "cheap", "100"],
        re.compile(
            r"(?i)no\s+(?:credit\s+check|prescription)|refinance|lowest\s+rates?|pre-?approved|work\s+from\s+home"
            r"|replica\s+(?:watch|rolex)|cheap\s+(?:meds|software)|100\s?%\s+(?:free|guaranteed|risk)"
        ),
    ),
)
