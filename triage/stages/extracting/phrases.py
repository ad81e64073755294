"""The trade's phrases for each fact, in six languages, over folded text. A phrase stands here only if it is plain."""

from triage.stages.extracting.folding import any_of

WANTS = {
    "refund": any_of((
        "refund", "money back", "reimburse", "give me back my money", "return my money",
        "rembours", "recuperer mon argent",
        "ruckerstatt", "rueckerstatt", "erstatt", "geld zuruck", "geld zurueck", "geld wieder",
        "reembols", r"devol\w+ (?:el|mi|del|todo el) dinero", "dinero de vuelta",
        "rimbors", "soldi indietro", r"restitu\w+ (?:dei|i|dell') ?(?:soldi|importo)",
        "estorn", "dinheiro de volta", "devolucao do (?:dinheiro|valor)",
    )),
    "replacement": any_of((
        "replace", "re-?send", r"send (?:me |us |out )?(?:a new|the new|another|the right|the correct|the missing)",
        r"send (?:it|them|this|these) again", r"(?:the|my) (?:right|correct) (?:one|item|size|colou?r|print|ring)",
        "a new one", "another one",
        "remplac", r"(?:me|nous) renvoyer", "renvoyez-(?:moi|nous)", "le bon article", "la bonne (?:taille|couleur|piece)",
        "ersatz", r"(?:nach|neu)(?:zu)?(?:liefer|send|schick)", "nachsend", "ein neues", "den richtigen", "die richtigen?",
        r"das richtige", "noch ?mal (?:schick|send)",
        "reemplaz", "reposicion", "reenvi", r"(?:enviar|mandar)(?:me|nos)? (?:otr|el correct|la correct|uno nuevo|una nueva|lo que falta)",
        r"volv\w+ a enviar",
        "sostitu", r"rispedi", r"(?:inviar|mandar|spedir)(?:e|mi|ci) (?:un altro|un'altra|quell\w giust|il pezzo|quello che manca)",
        "substitui", r"(?:enviar|mandar) (?:outr|o certo|a certa|o que falta)",
    )),
    "exchange": any_of((
        "exchange", r"swap (?:it|them|this|for)", "echang", "umtausch", "eintausch", r"(?:gegen|um)\w* \w+ tauschen",
        r"cambiar(?:lo|la|los|las|me)? por", "un cambio de (?:talla|color)", "hacer (?:un|el) cambio",
        r"cambiar(?:e|lo|la|li|le) con", "cambio (?:taglia|merce|misura)", "fare il cambio",
        r"troc(?:a|ar|o) ", "troca$",
    )),
    "store_credit": any_of((
        "store credit", "shop credit", "a voucher", "bon d'achat", "un avoir(?! )", "sous forme d'avoir", "gutschein", "shopguthaben",
        "credito (?:de|en) (?:la )?tienda", r"un vale\b", r"un buono\b", "vale.compras?", "credito na loja",
    )),
    "compensation": any_of((
        "compensat", "partial refund", "goodwill", "dedommag", "geste commercial", "entschadig", "preisnachlass", "teilerstatt",
        "compensaci", "indemniz", "risarci", "indenizz", "compensac", "abatimento",
    )),
    "cancel": any_of((
        "cancel", "call off", "annul", "stornier", "storno", "widerruf", "anular", "disdi(?:re|co|ci)", r"get rid of \w*\d",
    )),
}  # fmt: skip

CHANGE_OF = {
    "shipping_address": any_of((
        "address", "ship (?:it |them )?to", "adresse", "anschrift", "direccion", "domicilio", "indirizzo", "endereco", "morada",
    )),
    "contact_details": any_of((
        "phone number", "telefonnummer", "numero de telephone", "numero de telefono", "numero di telefono", "numero de telefone",
        "e-?mail address", "mailadresse",
    )),
    "size": any_of((r"sizes?\b", "grosse", "groesse", "taille", "talla", "taglia", "misura", "tamanho")),
    "personalization": any_of((
        "engrav", "initials?", "personali[sz]", "gravur", "gravure", "grabado", "incision", "gravacao", "spelling", "nom a graver",
    )),
    "quantity": any_of((
        "quantity", "one more", "two more", r"add (?:one|another|a second)", "only one", "just one", "stuckzahl", "menge", "anzahl",
        "quantite", "cantidad", "quantita", "quantidade", r"(?:one|two|three|\d) instead of (?:one|two|three|four|\d)",
    )),
    "product": any_of((
        r"(?:another|different|other) (?:design|colou?r|model|style|print|article)", r"in (?:black|white|blue|green|red|navy) instead",
        "andere farbe", "anderes (?:modell|motiv|design)", "autre (?:couleur|modele|motif)", "otro (?:color|modelo|diseno)",
        "altro (?:colore|modello)", "outr[ao] (?:cor|modelo)",
    )),
}  # fmt: skip

REASONS = {
    "changed_mind": any_of((
        "changed? my mind", "don't like", "do not like", "don't want", "no longer want", "don't need", "no longer need",
        "not (?:really )?(?:for me|my style|what i (?:imagined|expected|hoped))", "anders uberlegt", "gefallt mir (?:doch |leider |so )?nicht",
        "gefallen mir (?:doch |leider )?nicht", "mochte ich doch nicht", "change d'avis", "ne me plai", "cambiado de (?:opinion|idea)",
        "no me (?:gusta|convence|acaba de gustar)", "cambiato idea", "non mi (?:piac|convinc)", "mudei de ideia", "nao gostei",
    )),
    "poor_fit": any_of((
        "too (?:small|big|large|tight|loose|long|short|wide|narrow)", "doesn't fit", "does not fit", "didn't fit", "don't fit", "not fit",
        "zu (?:klein|gross|eng|weit|lang|kurz)", r"pass(?:t|en) (?:mir )?(?:leider )?nicht",
        "trop (?:petit|grand|serre|large|long|court|juste)", "ne (?:me )?va pas", "ne me vont pas",
        r"demasiado (?:pequen|grand|ajustad|estrech|larg|cort)", r"me (?:queda|quedan|viene|esta) (?:muy |un poco )?(?:pequen|grand|chic|estrech|larg|cort)",
        "no me (?:queda|vale|sirve)", r"troppo (?:piccol|grand|strett|larg|lung|cort)", "non mi (?:va |sta |entra)",
        r"(?:muito|demasiado) (?:pequen|apertad|larg|curt|comprid)", "nao (?:me )?serv", r"ficou (?:muito )?(?:pequen|grand|apertad|larg)",
    )),
    "ordered_by_mistake": any_of((
        "by mistake", "by accident", "accidentally", "wrong size myself", "ordered the wrong", "versehentlich", "aus versehen", "par erreur",
        "por error", "por equivocacion", "per sbaglio", "per errore", "por engano", "sem querer",
    )),
    "customer_damage": any_of((
        "my own fault", "i dropped", "i broke", "my fault", "eigene schuld", "runtergefallen", "heruntergefallen", "ma faute",
        "culpa mia", "se me cayo", "colpa mia", "mi e caduto", "minha culpa", "deixei cair",
    )),
    "functional_fault": any_of((
        "doesn't work", "does not work", "not working", "stopped working", "won't (?:turn|switch|charge|start|power)", "doesn't (?:charge|turn on|start|switch)",
        "does not (?:charge|turn on|start|switch)", "dead on arrival", "funktioniert nicht", "geht nicht (?:an|mehr)", "ladt nicht", "ne fonctionne", "ne marche",
        "ne s'allume", "ne charge", "no funciona", "no enciende", "no carga", "dejo de funcionar", "non funziona", "non si accende", "non carica",
        "nao funciona", "nao liga", "nao carrega", "parou de funcionar",
    )),
    "arrived_damaged": any_of((
        r"(?:arrived|came|turned up|was delivered|got here|showed up) (?:\w+ ){0,4}(?:broken|damaged|cracked|bent|torn|stained|scratched|smashed|shattered|dented|ripped|faulty|defective|in (?:two|three|pieces)|with a)",
        "broken on arrival", "damaged in (?:the )?(?:post|transit|mail)", r"when i opened", "out of the box", "on unpacking", "unpacked",
        r"(?:kaputt|beschadigt|defekt|zerbrochen|zerrissen|verbogen|geknickt|zerkratzt) (?:\w+ )?(?:angekommen|an\b|geliefert|erhalten)", "beim auspacken", "kam(?:en)? (?:\w+ ){0,4}(?:kaputt|beschadigt|defekt|zerbrochen)",
        r"(?:arrive|recu|livre)\w* (?:\w+ ){0,3}(?:casse|abime|endommage|brise|dechire|plie|fissure|tache|defectueu)", "en ouvrant", "au deballage",
        r"(?:llego|llegado|vino|venido|recibi(?:do)?) (?:\w+ ){0,5}(?:rot|danad|defectuos|agrietad|doblad|rasgad|manchad|roto)", "al abrir",
        r"(?:arrivat\w|ricevut\w) (?:\w+ ){0,4}(?:rott|danneggiat|difettos|graffiat|piegat|strappat|macchiat|crepat)", "aprendo il pacco", "all'apertura",
        r"(?:chegou|veio|recebi) (?:\w+ ){0,5}(?:quebrad|danificad|com defeito|rasgad|partid|amassad|manchad|riscad)", "ao abrir",
    )),
    "marked_delivered": any_of((
        r"(?:says|marked|shows?|showing|status|states?|tracking) (?:\w+ ){0,4}delivered", "als zugestellt", "laut (?:\\w+ ){0,2}zugestellt",
        r"(?:marque|indique|dit|affiche)\w* (?:\w+ ){0,3}livre", "(?:figura|consta|aparece|pone) (?:\\w+ ){0,3}entregad", r"risulta (?:\w+ ){0,2}consegnat",
        r"(?:consta|aparece|diz|esta) (?:\w+ ){0,3}entregue",
    )),
    "lost_in_transit": any_of((
        r"(?:parcel|package|carrier|courier|post|it) (?:\w+ ){0,5}(?:got |is |was |been )?lost\b", "lost in (?:transit|the post|the mail)", r"paket (?:\w+ ){0,4}verloren",
        r"colis (?:\w+ ){0,4}perdu", r"paquete (?:\w+ ){0,5}(?:perdido|extraviado)", "se ha extraviado", r"pacco (?:\w+ ){0,4}(?:smarrito|perso)", r"encomenda (?:\w+ ){0,4}(?:perdida|extraviada)",
    )),
    "not_in_parcel": any_of((
        r"(?:is|was|are|were|still) missing", "missing from", r"(?:not|wasn't|isn't|weren't) (?:in|inside) (?:the|my) (?:box|parcel|package|envelope|bag)",
        r"(?:only|just) (?:one|two|three|four|\d+) (?:of|out of)", r"fehl(?:t|te|en|ten)\b", "nicht (?:dabei|drin|im paket)", r"il manqu", "manque (?:un|une|le|la|les|deux)",
        r"falta(?:n|ba|ban)?\b", "no (?:venia|estaba) (?:en|dentro)", r"manca(?:no|va|vano)?\b", "non c'era", r"falt(?:ou|ava|am)\b", "nao (?:veio|vinha|estava) (?:na|no|dentro)",
    )),
    "not_arrived": any_of((
        r"(?:never|not|hasn't|haven't|has not|have not|didn't|did not|still no|yet to) (?:yet |been )?(?:arriv|come|receiv|turn|show|got|deliver)", "nothing (?:has )?(?:arrived|came|yet)", "no sign of",
        "nicht (?:angekommen|erhalten|bekommen|da\\b)", "nichts (?:angekommen|bekommen|da\\b)", r"(?:pas|jamais|rien) (?:encore |toujours )?(?:arriv|recu)", "toujours rien",
        r"no (?:me )?(?:ha|he|hemos) (?:llegado|recibido)", "sigue sin llegar", "sin llegar", r"non (?:\w+ ){0,3}(?:arrivat|ricevut)", "nao (?:chegou|recebi|foi entregue)", "ainda nao",
    )),
    "wrong_quantity": any_of((
        r"(?:two|three|four|\d+) (?:\w+ )?instead of (?:one|two|three|\d+)", r"(?:twice|double) (?:the|what)", "too many", "one too many", "more than i ordered",
        r"(?:zwei|drei|\d+) statt (?:eine|zwei|drei|\d+)", "doppelt (?:geliefert|bekommen|erhalten)", r"(?:deux|trois|\d+) au lieu d", r"(?:dos|tres|\d+) en (?:lugar|vez) de (?:un|dos|tres|\d)",
        r"(?:due|tre|\d+) invece di (?:un|due|tre|\d)", r"(?:dois|duas|tres|\d+) em vez de (?:um|dois|duas|\d)",
    )),
}  # fmt: skip

LATER_FAULT = any_of((
    r"(?:after|within) (?:\w+ ){0,2}(?:days?|weeks?|months?|wash|washes|uses?|wears?)\b", "stopped working", "worked fine", "at first",
    r"nach (?:\w+ ){0,2}(?:tagen?|wochen?|monaten?|waschen|waschgang)", r"apres (?:\w+ ){0,2}(?:jours?|semaines?|mois|lavages?)",
    r"(?:despues de|tras) (?:\w+ ){0,2}(?:dias?|semanas?|meses|mes|lavados?)", r"dopo (?:\w+ ){0,2}(?:giorn[oi]|settiman[ae]|mes[ei]|lavagg)",
    r"depois de (?:\w+ ){0,2}(?:dias?|semanas?|meses|mes|lavage)", "dejo de", "ha smesso", "parou de",
))  # fmt: skip

CONDITIONS = {
    "unworn": any_of(("unworn", "not worn", "never worn", "haven't worn", "ungetragen", "nicht getragen", "nie getragen", "jamais porte", "pas porte", "sin estrenar",
                      "no (?:lo|la|los|las) he (?:usado|puesto)", "mai indossat", "non indossat", "nunca us(?:ei|ado)", "nao us(?:ei|ada|ado)")),
    "unused": any_of(("unused", "not used", "never used", "brand new", "unbenutzt", "nicht benutzt", "neuwertig", "jamais utilise", "pas utilise", "sin usar", "sin uso", "mai usat", "non usat", "sem uso", "novo em folha")),
    "unwashed": any_of(("unwashed", "not washed", "without washing", "never washed", "ungewaschen", "nicht gewaschen", "non lave", "pas lave", "sin lavar", "non lavat", "mai lavat", "sem lavar", "nao lavei")),
    "washed": any_of((r"(?:after|washed it|i washed|i've washed|first wash)", "schon gewaschen", "habe (?:es|sie|ihn) gewaschen", "apres lavage", "l'ai lave", "la he lavado", "lo he lavado", "l'ho lavat", "depois de lavar")),
    "worn": any_of(("i wore", "i've worn", "have worn", "worn (?:it |them )?(?:once|twice|a few)", "habe (?:ihn|sie|es) getragen", "einmal getragen", "j'ai porte", "lo he usado", "la he usado", "me lo he puesto", "l'ho indossat", "ja usei")),
    "tried_on": any_of(("tried (?:it|them) on", "only tried", "just tried", "anprobiert", "juste essaye", "seulement essaye", "solo me (?:lo|la) he probado", "solo provat", "so experimentei", "so provei")),
    "tags_intact": any_of((r"tags? (?:are |is )?(?:still )?(?:on|attached|intact)", "with (?:the |all )?tags", r"etikett(?:en)? (?:\w+ ){0,2}(?:dran|daran|vorhanden)", "mit etikett", r"etiquettes? (?:\w+ ){0,2}(?:encore|intact|en place)", "avec (?:les |l')?etiquette",
                           "con (?:la |las |su )?etiqueta", "con (?:il |i |l')?(?:cartellin|etichett)", "com (?:a |as )?etiqueta", "still has the tag", "ainda esta com a etiqueta")),
    "original_packaging": any_of(("original (?:box|packag|wrapp|carton)", "in its (?:box|packag)", "originalverpack", "emballage d'origine", "boite d'origine", "embalaje original", "caja original", "confezione originale", "imballo originale", "scatola originale", "embalagem original", "caixa original")),
    "sealed": any_of(("still sealed", "unopened", "never opened", "sealed box", "noch versiegelt", "ungeoffnet", "originalverschweisst", "scelle", "non ouvert", "jamais ouvert", "sin abrir", "precintad", "sigillat", "mai apert", "lacrad", "por abrir", "sem abrir")),
    "hygiene_seal_intact": any_of((r"hygien\w+ (?:seal|strip|liner|sticker) (?:is )?(?:still )?(?:on|intact|in place|there)", "hygienestreifen (?:ist )?(?:noch )?(?:dran|drin|intakt)", "bande d'hygiene (?:est )?(?:encore|toujours|intact)")),
}  # fmt: skip

ASKS = {
    "return_shipping_cost": any_of(("who pays", "return (?:postage|shipping|label cost)", "cost of (?:the )?return", "ruckversand", "rucksendekosten", "kosten der rucksendung", "frais de retour", "gastos de devolucion", "coste de la devolucion", "spese di (?:reso|restituzione)", "custos? d[ae] devolucao", "portes de devolucao")),
    "return_form": any_of((r"how (?:do|can|to|would) (?:i |we )?(?:\w+ )?(?:return|send (?:it|them|this) back)", "return (?:portal|form|label|link|page|instructions)", "retourenportal", "retourenschein", "retourenlabel", r"wie (?:\w+ ){0,3}(?:zuruckschick|zurucksend|retour)",
                           "portail (?:de )?retour", "comment (?:\\w+ ){0,3}(?:retour|renvoyer)", "portal de devoluciones", "como (?:\\w+ ){0,3}devol", "come (?:\\w+ ){0,4}(?:reso|restitui|rendere)", "como (?:\\w+ ){0,3}(?:devolver|devolucao)")),
    "return_eligibility": any_of((r"can i (?:still )?(?:return|send (?:it|them|this) back)", "still (?:return|eligible|within)", r"is it (?:still )?possible to return", r"kann ich (?:\w+ ){0,5}(?:zuruckgeben|zuruckschicken|zurucksenden|retournieren)", r"puis-je (?:\w+ ){0,3}(?:retourner|renvoyer|rendre)",
                                  r"puedo (?:\w+ ){0,2}devolver", r"posso (?:\w+ ){0,2}(?:restituir|rendere|fare il reso|devolver)")),
    "invoice": any_of(("invoice", "vat receipt", r"rechnung (?:\w+ ){0,3}(?:schick|send|bekomm|zukommen)", "une facture", "ma facture", "la factura", "una factura", "la fattura", "uma fatura", "nota fiscal")),
    "shipping_destination": any_of((r"do you (?:ship|deliver|send)", r"(?:ship|deliver) to (?:\w+ ){0,3}\?", "liefert ihr", "liefern sie (?:auch )?nach", "versendet ihr", "livrez-vous", "enviais a", "hacen envios", "envian a", "spedite (?:in|anche)", "enviam para", "entregam em")),
    "shipping_cost": any_of(("shipping (?:cost|fee|price|charge)", r"how much (?:is|for|does) (?:the )?shipping", "versandkosten", "frais de (?:port|livraison)", "gastos de envio", "spese di spedizione", "portes de envio", "valor do frete")),
    "delivery_time": any_of((r"when (?:will|can|does|should) (?:\w+ ){0,4}(?:arrive|come|get|ship|deliver|be here)", r"how long (?:does|will|until)", "delivery (?:date|time)", r"wann (?:\w+ ){0,4}(?:kommt|ankomm|geliefert|da\b)", "lieferzeit", "quand (?:\\w+ ){0,4}(?:arriv|recev|livr)", "delai de livraison",
                             "cuando (?:\\w+ ){0,3}(?:lleg|recib)", "quando (?:\\w+ ){0,3}(?:arriv|cheg|receb|riceve)", "prazo de entrega")),
    "order_status": any_of(("order status", "status of my order", "where is my (?:order|parcel|package)", "track(?:ing)? (?:number|link|my)", "sendungsnummer", "wo ist (?:mein|meine)", "ou est (?:mon|ma)", "numero de suivi", "donde esta mi", "numero de seguimiento", "dov'e il mio", "onde esta (?:o meu|a minha)", "codigo de rastreio")),
    "policy_contradiction": any_of(("contradict", "one (?:page|line|place) says", "widerspr", "contredi", "contradic", "contraddi")),
    "reply_time": any_of((r"when (?:will|can) (?:you|someone|i) (?:\w+ )?(?:reply|answer|hear)", "how long (?:\\w+ ){0,3}(?:reply|answer|respond)", "wann (?:\\w+ ){0,3}antwort", "quand (?:\\w+ ){0,3}(?:reponse|repond)")),
    "ticket_closed": any_of((r"(?:ticket|case) (?:was |has been |is )?closed", "ticket geschlossen", "ticket ferme", "ticket cerrado")),
}  # fmt: skip

SIZE_METHOD = any_of((r"how (?:do|should|can|to) (?:i |you )?(?:\w+ )?measure", "measur(?:e|ing) (?:my|a) (?:finger|ring)", r"wie (?:\w+ ){0,3}mess", "messe ich", "comment (?:\\w+ ){0,3}mesur", "como (?:\\w+ ){0,3}(?:mido|medir|tomar)", "come (?:\\w+ ){0,3}misur", "como (?:\\w+ ){0,3}(?:medir|meco|tirar)"))  # fmt: skip
PART_OF_MONEY = any_of(("only (?:got|received|refunded|part)", "less than", "partial", "short by", "not the full", "nur (?:einen teil|\\d)", "zu wenig", "teilweise", "seulement", "une partie", "solo (?:me|una parte|parte|\\d)", "menos de", "soltanto", "solo una parte", "apenas", "so (?:me )?devolveram"))  # fmt: skip
SHIPPING_KEPT = any_of(("shipping (?:\\w+ ){0,4}(?:not|deducted|kept|missing)", "without (?:the )?shipping", "versandkosten (?:\\w+ ){0,3}(?:nicht|abgezogen|fehlen)", "frais de port (?:\\w+ ){0,4}(?:pas|deduit)"))  # fmt: skip

STEPS = {
    "bank_account_checked": any_of((r"check\w* (?:\w+ ){0,3}(?:account|statement)", r"(?:account|statement|konto|compte|cuenta|conto|conta) (?:\w+ ){0,3}(?:nothing|nichts|rien|nada|niente|nessun|no\b|non\b|kein)", "nothing (?:on|in) my (?:account|statement|card|bank)", "nichts auf (?:dem|meinem) konto", "rien sur mon compte", "nada en (?:la|mi) cuenta", "sul conto non")),
    "card_issuer_asked": any_of((r"card (?:company|issuer|provider)", "kreditkarten(?:firma|institut|anbieter)", "emetteur de (?:ma|la) carte", r"(?:visa|mastercard|amex) (?:\w+ ){0,3}(?:said|says|told|sagt|dit|dice)")),
    "bank_asked": any_of((r"(?:my |the )?bank (?:\w+ ){0,2}(?:said|says|told|confirm|knows|has not|hasn't|sees)", r"(?:asked|called|phoned|rang|contacted|spoke (?:to|with)) (?:my |the )?bank", r"bank (?:\w+ ){0,2}(?:sagt|hat|weiss)", r"banque (?:\w+ ){0,2}(?:dit|confirme|n'a)", r"banco (?:\w+ ){0,2}(?:dice|me ha|confirma|disse|diz)", r"banca (?:\w+ ){0,2}(?:dice|conferma|mi ha)")),
    "carrier_asked": any_of((r"(?:carrier|courier|dhl|ups|fedex|usps|post office|royal mail|hermes|dpd|gls|canada post) (?:\w+ ){0,3}(?:said|says|told|confirm|claims|insist)", r"(?:asked|called|phoned|contacted|spoke (?:to|with)) (?:the )?(?:carrier|courier|post|dhl|ups|fedex|usps)", "paketdienst (?:\\w+ ){0,2}(?:sagt|hat)", "transporteur (?:\\w+ ){0,2}(?:dit|confirme)", "transportista (?:\\w+ ){0,2}(?:dice|me confirma|confirma)", "corriere (?:\\w+ ){0,2}(?:dice|conferma)", "transportadora (?:\\w+ ){0,2}(?:diz|confirma)")),
    "neighbours_asked": any_of((r"(?:asked|checked with|tried) (?:\w+ ){0,4}neighbou?rs?", "neighbou?rs? (?:\\w+ ){0,3}(?:nothing|not|don't|didn't|haven't)", "nachbarn? (?:\\w+ ){0,3}(?:gefragt|nichts|auch)", "demande (?:aux|a mes) voisins", "voisins (?:\\w+ ){0,3}rien", "pregunt\\w+ (?:a|en) (?:los|mis) vecinos", "vicini (?:\\w+ ){0,3}(?:niente|nulla)", "vizinhos (?:\\w+ ){0,3}(?:nada|nao)")),
}  # fmt: skip

NO_LABEL = any_of((r"no (?:\w+ ){0,4}label", "label (?:is |was )?(?:also )?(?:missing|not there)", "neither (?:\\w+ ){0,4}label", "kein(?:e|en)? (?:\\w+ ){0,2}(?:etikett|label|aufkleber)", "pas d'etiquette", "sin etiqueta", "nessuna etichetta", "sem etiqueta"))  # fmt: skip
SEARCHED = any_of((r"(?:checked|searched|looked (?:through|in)|went through|emptied|shook) (?:\w+ ){0,3}(?:box|parcel|package|packaging|paper|layer|bag|everything|envelope|twice|it)", "alles durchsucht", "karton (?:\\w+ ){0,2}durchsucht", "bien regarde", "bien cherche", "fouille", "he revisado", "he mirado (?:bien|todo)", "ho controllato", "ho cercato", "procurei em", "verifiquei"))  # fmt: skip
SHOWS_LABEL = any_of((r"(?:photo|picture|pic|image)s? (?:\w+ ){0,6}(?:label|order number)", "with the label (?:visible|in view|showing)", r"foto (?:\w+ ){0,5}(?:etikett|bestellnummer|etiqueta|etichetta)", r"photo (?:\w+ ){0,6}(?:etiquette|numero)"))  # fmt: skip
PROOF = any_of(("receipt (?:is )?attached", "attached (?:\\w+ ){0,3}(?:receipt|invoice|proof)", "proof of purchase", "rechnung (?:\\w+ ){0,3}(?:anbei|anhang|angehangt)", "kaufbeleg", "facture (?:\\w+ ){0,2}(?:jointe|ci-joint)", "preuve d'achat", "factura adjunta", "adjunto la factura", "allego (?:la )?(?:fattura|ricevuta)", "comprovativo", "comprovante"))  # fmt: skip
PROOF_NAMES = any_of((r"\w*(?:invoice|receipt|rechnung|beleg|quittung|facture|recu|factura|recibo|fattura|ricevuta|scontrino|fatura|comprov|confirmation|bestatigung|proof)",))  # fmt: skip
