"""What came and what did not: other goods, other numbers, absent pieces, parcels that are lost."""

from triage.stages.extracting.lexicon import listed

WRONG = listed("""
    wrong
    item|items|size|colour|color|product|article|design|thing|one|order|parcel|model|ring|name|pair|print|shirt|pattern|version|style|mug|edition|goods;
    wrong ~2 sent|delivered|shipped|arrived; sent ~3 wrong; got ~3 wrong; received ~3 wrong; instead of; not
    what i ordered|asked|bought; isnt what i ordered|asked|bought; different ~3 from what|than|to what; ordered
    ~8 got|received|came|sent|have|arrived; someone else|elses s? order|parcel; somebody else|elses s?
    order|parcel; i ordered|picked|chose|asked for|bought ~6 but; should be|have been a|an|the|size|in; mix
    up|mixed up; misspel*; spelled|spelt wrong|with; not the one|size|colour|color i|that; picked wrong;
    supposed to be; falsche* ~1
    artikel|grosse|farbe|ware|produkt|modell|motiv|lieferung|bestellung|teil|name|ring|paket|grossen; falsch
    geliefert|verschickt|bekommen|gesendet; statt; anstatt; anstelle; nicht das|die|den|der ~2 bestellt*; nicht
    ~2 was ich bestellt; bestellt ~8 bekommen|erhalten|geliefert|gekommen|da; verwechsel*; vertausch*;
    anderer|andere|anderes artikel|farbe|grosse|modell|motiv; bestellt hatte|hab|habe ich ~5 aber|und;
    fehllieferung; falschlieferung; fremde bestellung|ware; mauvais|mauvaise|mauvaises
    article|taille|couleur|produit|modele|commande|coloris|livre|version|pointure|colis|coque; au lieu
    d|de|du|des; pas ~2 bon|bonne|bons; pas ~4 que j ai commande*; pas ce que; erreur d|de
    article|produit|taille|couleur|livraison|commande|envoi|preparation|coloris; non conforme; j avais|ai
    commande ~8 recu|j ai|et; un autre article|produit|modele; une autre taille|couleur|commande; trompe* d|de;
    vous vous etes trompe*; equivocad*; en lugar|vez de|del; no es ~2 que pedi|compre|encargue|ordene; no es
    la|el ~1 talla|color|modelo|producto|articulo|que; pedi ~8
    lleg*|recib*|vino|mand*|enviaron|envi*|trae|venia; otro|otra
    producto|articulo|talla|color|modelo|cosa|lamina; erroneo|erronea; equivoc*; incorrect*; nada que ver; se
    confundieron; cambiado|cambiada; sbagliat*; invece di|del|della|dell|dei|delle; al posto
    di|del|della|dell|dei|delle; non e ~2 quello|quella|cio che; ordinat* ~8
    arrivat*|ricevut*|mandat*|trovat*|e; altro|altra articolo|prodotto|taglia|colore|modello|cosa; errat*;
    anziche; un altro articolo|prodotto|modello; scambiat*; avete confuso; errad*; trocad*; em vez
    de|do|da|dos|das; no lugar de|do|da; ao inves de|do|da; nao e ~2 que ~1 pedi|comprei|encomendei; pedi ~8
    veio|cheg*|receb*|mandaram|enviaram; encomendei ~8 veio|cheg*|receb*; comprei ~8 veio|cheg*|receb*;
    outro|outra produto|tamanho|cor|modelo|artigo|coisa; engan*; mandaram ~3 outr*|errad*
""")

QUANTITY = listed("""
    two|three|four|five|six|2|3|4|5|6|10|ten ~6 instead of one|two|three|1|2|3|4|5; twice|double
    the|what|as|order|amount; ordered one|a|an|1 ~5 got|received|came|arrived|sent two|three|four|2|3|4;
    ein|eine|einen|einmal|1 ~5 bestellt ~4 zwei|drei|vier|2|3|4 ~3 bekommen|erhalten|geliefert|da|drin|drinnen;
    zwei|2 ~5 bestellt ~4 drei|vier|funf|3|4|5 ~3 bekommen|erhalten|geliefert|da|drin; commande* un|une|1 ~6
    recu|arrive* deux|trois|2|3; commande* un|une|1 ~6 en ai deux|trois; pedi|compre|encargue un|una|uno|1 ~5
    venian|vinieron|llegaron|recibi|mandaron|enviaron dos|tres|2|3; han llegado|venido dos|tres; ordinat*|comprat* un|uno|una|1
    ~6 arrivat*|ricevut* due|tre|2|3; pedi|comprei|encomendei um|uma|1 ~5 vieram|chegaram|recebi|mandaram|enviaram
    dois|duas|tres|2|3; one too many; too many; more than i ordered; one|two more than; # instead of #;
    extra one|pair|copy|set; sent ~3 twice; duplicate ~1 item|pair;
    delivered|shipped|sent|arrived|received|got|came ~3 twice; two of them|each; wrong quantity|number
    of|amount; zwei|drei|vier|funf|2|3|4|5 ~5 statt ~1 eine|einer|eines|einem|einen|ein|zwei|drei|1|2|3; doppelt
    ~2 geliefert|bekommen|erhalten|geschickt|im|gekommen|da; zu viel|viele; einen|eine|eins zu viel; falsche
    menge|anzahl|stuckzahl; zweimal ~2 geliefert|bekommen|erhalten; deux|trois|quatre|cinq|2|3|4|5 ~3 au lieu
    d|de ~1 un|une|deux|trois|1|2|3; en double; en trop; mauvaise quantite; erreur de quantite; deux fois ~3
    article|produit|meme|chose; dos|tres|cuatro|cinco|2|3|4|5 ~3 en lugar|vez de ~1 un|una|uno|dos|tres|1|2|3;
    duplicad*; de mas; repetid*; cantidad equivocada|incorrecta|erronea; due|tre|quattro|cinque|2|3|4|5 ~3
    invece di ~1 un|una|uno|due|tre|1|2|3; in piu; di troppo; quantita sbagliata|errata; doppio|doppione|doppia;
    dois|duas|tres|quatro|cinco|2|3|4|5 ~3 em vez|lugar de ~1 um|uma|dois|duas|tres|1|2|3; a mais; em
    duplicado|dobro; quantidade errada
""")

ABSENT = listed("""
    is|was|are|were|still|s missing; missing from|in|item|items|one|the|a|part|parts|piece|pieces|pack|from;
    not|wasnt|isnt|werent|arent|never in|inside ~2 box|parcel|package|envelope|bag|tube; wasnt|isnt|werent|not
    there|included|packed; only|just one|two|three|four|1|2|3|4 ~6
    of|out|instead|in|came|arrived|were|was|inside|pair|pack|packs; one|two|three|1|2|3 short; short of|by
    one|two|#; incomplete; left out; forgot* to|the; no sign of the; absent; i count; without the; paid for #;
    paid for two|three|four|five ~6 one|two|three|four; but not the; didnt come with; came without; lacking; no
    ~3 at all; none received|came|arrived|inside|there; not ~1 in|inside there|it|parcel; theres|there is|s|are
    no; came|arrived with|without no; but not the|my|our; isnt|arent|wasnt|werent|not ~1 in ~2 there|at;
    wasnt|werent on|in the; short shipment|delivery; paid for ~2 one|two|three|four|five|six|ten|#; i|we ~1 count|counted; shortage; # of #; one|two|three of ~2 #; empty
    box|envelope|parcel|package; box|envelope|parcel|package|bag ~2 empty; there are|is only|just;
    fehl|fehlt|fehlte|fehlen|fehlten|fehlende|fehlendes|fehlender|fehlenden; weder ~10 noch ~8
    paket|karton|umschlag|tute|dabei|drin; nicht ~2 dabei|drin|enthalten|beigelegt|mitgeschickt|im|mitgeliefert;
    nur ein|eine|einen|eines|einer|zwei|drei|vier|das|die|der|den|1|2|3|4 ~8
    drin|dabei|paket|bekommen|erhalten|tute|karton|geliefert|angekommen|gekommen|packchen|umschlag; keine spur
    ~1 von; unvollstandig*; vergessen; lag|war|waren|lagen nur; leerer karton|umschlag; karton|umschlag|paket ~2
    leer; zu wenig; il manqu*; manqu* un|une|le|la|les|deux|trois|a|l|dans; manquant*; trouve ni ~8 ni; ni ~6 ni
    ~10 dans; n etait|etaient|est|sont ~1 pas dans|la|avec|dedans; pas dans le|la|mon
    colis|carton|enveloppe|paquet; seulement un|une|deux|trois|1|2|3; que deux|un|une|trois|quatre ~5
    dans|sur|au|a; incomplet*; oubli*; boite|carton|enveloppe|colis ~2 vide; il n y ~3 que|qu;
    falta|faltan|faltaba|faltaban|falto|faltaron|faltando; no venia|estaba|estaban|venian|viene|esta|vino ~5
    caja|paquete|sobre|dentro|bolsa|tubo|incluid*; no|ni venia|vino|venian|vinieron; no ha|han venido; solo ~3
    un|una|uno|dos|tres|1|2|3 ~4 de|en|venia|llego|vino; incompleto|incompleta; olvid*; caja|sobre|paquete ~2
    vacio|vacia; solo ~1 venia*|vino|vinieron|habia|llego|llegaron|hay|estaba;
    manca|mancano|mancava|mancavano|mancante|mancanti; non c era|erano|e; non ci sono|erano|era; niente
    nel|nella; e niente; non era|erano ~4 pacco|scatola|busta|dentro; solo uno|una|due|tre|un|il|la ~6
    invece|su|nel|nella|di; c era|erano solo; dimenticat*; scatola|pacco|busta ~2 vuot*;
    trovato|ricevuto|arrivato|arrivata|arrivati solo; falta|faltam|faltou|faltava|faltavam|faltaram|faltando;
    nao veio|vinha|estava|vieram|vinham|estavam ~4 caixa|pacote|encomenda|dentro|saco|junto|envelope; nao|n|nem
    veio|vieram|vinha; so veio|vieram|vinha|chegou|chegaram|tinha|recebi|estava; nao foi|foram enviad*; esquec*;
    caixa|envelope|pacote ~2 vazi*; veio|vieram so|apenas
""")

NOT_ARRIVED = listed("""
    never|not|hasnt|havent|didnt|not|no ~2
    arriv*|come|received|receive|turned|shown|showed|got|gotten|delivered|came|reached|here|show|get; never
    got|came|arrived|received|showed|turned|reached; still|yet waiting|waitin|no|not|hasnt|havent|nothing; yet
    to arrive|receive|come; nothing ~3 arrived|came|yet|received|here|there|delivered|come; no sign of; where
    is|s|are my|our; where is|s|are the order|parcel|package|rest; due|promised|expected ~1
    on|for|last|by|the|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday; said ~6 here by|on;
    overdue; should|supposed|meant ~6 here|arrived|come|delivered|by now; nothing at|on ~1
    door|doorstep|porch|my; know|knows nothing; shows no movement; no movement|trace|news; outstanding; not been
    booked; no parcel|package|delivery; tracking ~3 moved|changed|updated|updating|stuck|stopped; stuck in|at;
    waiting for|on my|the|this order|parcel|package|delivery; wheres my|the; didnt|havent|not|never ~2 see it;
    nicht ~3 angekommen|erhalten|bekommen|da|gekommen|geliefert|eingetroffen|ankam|zugestellt; nichts ~4
    angekommen|bekommen|da|erhalten|gekommen|hier|geliefert|bei; noch nicht|nichts|immer; kein|keine|keinen
    paket|lieferung|sendung|packchen|ware; immer noch nicht|nichts|kein*; wo bleibt|ist|sind|steckt
    mein|meine|das|die; uberfallig; warte ~4 auf; sollte ~8 da|ankommen|kommen|geliefert|sein; bewegt sich ~6
    nichts|nicht; nie angekommen|bekommen|erhalten|gekommen; steckt ~3 fest; seit ~6 unterwegs; keine spur;
    sollt* ~12 hier|da sein; pas|jamais|rien ~4 arriv*|recu*|livre*|venu|eu|vu; toujours rien|pas; pas encore;
    aucun|aucune colis|livraison|nouvelle|trace; ou est|en est|sont|se trouve mon|ma|le|la|mes; j attends;
    devait ~5 arriver|etre|livre*; aurait du ~2 arriver|etre; n a|ai ~3 bouge; bloque* ~1 depuis|a|au|en; rien
    recu; ne l ai|avons ~3 recu*; retard; n est ~3 arriv*; no ~2
    ha|he|hemos|han|me|nos|llego|llega|llegado|recibo|recibi|recibido ~3 llega*|llego|recib*; no
    llego|llega|llegaron|recibi|recibimos|aparece; no ~3 llegado|recibido|entregado|aparecido; sigue|sigo
    sin|esperando; sin llegar|recibir|noticias|rastro; todavia no|nada; aun no; donde esta|estan mi|el|mis|la;
    deberia haber|estar|llegar; tenia|tendria que llegar|haber|estar; nada ha|de|todavia|aun; ni rastro; no se
    mueve|ha movido; nunca llego|recibi|me; debia|iba ~2 llegar; non ~5
    arrivat*|ricevut*|consegnat*|arriva|vist*; ancora niente|nulla|non|nessun*; non e|ho|sono|mi e ~2
    ancora|mai; mai arrivat*|ricevut*|visto|consegnat*; dov e|dove e|sta|sono il|la|mio|mia|finit*; doveva ~2
    arrivare|essere; sarebbe|avrebbe dovut* ~1 arrivare|essere; nessun pacco|traccia|consegna; ancora aspetta*;
    sto aspettando; aspetto; non si muove|muovono|aggiorna; sparito; nessuna traccia; e fermo|ferma; risulta
    ferm*; fermo da|a; in ritardo; nao ~3 chegou|chegaram|recebi|entregue|entregaram|apareceu|receb*|chega|veio;
    ainda nao|nada; ate agora|hoje nada|nao; nada ~2 chegou|ainda|recebi|de; cade|kd meu|minha|o|a; onde
    esta|ta|anda|foi o|a|meu|minha; deveria ter|estar|chegar; devia ter|estar|chegar; era para|pra ~2
    ter|chegar|estar; nunca chegou|recebi|veio; continuo|estou sem|esperando|a|aguardando; sem noticias|sinal;
    parado|parada ~2 em|no|na|ha|desde; atrasad*; sumiu
""")

LOST = listed("""
    parcel|package|order|it|shipment|carrier|courier|box|they ~5 lost; lost in|by ~1
    transit|post|mail|shipping|carrier|courier; lost parcel|package|order|shipment; gone missing; went missing;
    paket|sendung|packchen|lieferung|bestellung ~8 verloren*|verschollen|abhanden; verloren ~1
    gegangen|laut|gemeldet; colis|commande|envoi|paquet ~6 perdu*|egare*|introuvable; paquete|pedido|envio|lo ~7
    perdido|perdieron|extravi*; se ha|lo ~1 extravi*|perdi*; extravi*; pacco|ordine|spedizione|collo ~6
    smarrit*|perso|persa|perdut*; smarri*; encomenda|pedido|pacote ~6 perdid*|extravi*|perderam|perdeu; extravio
""")

CARRIER_SAYS = listed("""
    carrier|courier|dhl|ups|fedex|usps|dpd|gls|hermes|evri|correos|post|mail|driver|depot|tracking ~10 lost;
    lost in transit|the post|the mail; lost by the ~2 carrier|courier|post; verloren laut;
    paketdienst|zusteller|dhl|dpd|gls|hermes|ups|post|kurier ~12 verloren*|verschollen|abhanden; sendung ~8
    verloren gegangen; als verloren;
    transporteur|livreur|poste|chronopost|colissimo|dhl|ups|dpd|ups|canada|mondial ~10 perdu*|egare*; declare*
    perdu*; transportista|mensajeria|correos|seur|mrw|dhl|courier|gls ~12 perdi*|extravi*|perdido;
    corriere|poste|bartolini|brt|dhl|gls|sda ~10 smarrit*|perso|perdut*; transportadora|correios|ctt|dhl ~10
    perdid*|extravi*|perdeu; dado|declarado|declarada como|por perdid*|extravi*; dato per smarrito|disperso
""")

MARKED_DELIVERED = listed("""
    tracking|status|courier|carrier|page|app ~3 claims|says|shows|states|said delivery|delivered|left;
    says|said|marked|shows|show|showing|status|states|tracking|listed|claims|claim ~7 delivered; delivered ~3
    but|and ~8 nothing|not|no|never|isnt|nowhere; supposedly delivered; als|laut|angeblich ~10
    zugestellt|geliefert|abgegeben|ausgeliefert|ubergeben; status ~3 zugestellt|geliefert; zugestellt ~6
    aber|doch|nur|nichts|nicht; steht ~4 zugestellt|geliefert|ausgeliefert;
    marque*|indique*|dit|affiche*|statut|suivi|note* ~6 livre|livree|distribue|remis; soi disant ~2 livre*;
    livre mais|mais ~3 absent|rien; figura|consta|aparece|pone|dice|sale|marca|indica|marcado|supuestamente ~6
    entregad*; entregado|entregada pero|y ~5 no|nada; risulta|segnala|dice|indica|segnato|segnata|da|tracking ~5
    consegnat*; consegnat* ma|pero ~6 non|niente|nulla|nessuno;
    consta|aparece|diz|dizem|marca|marcado|marcada|figura|status|rastreio|dado|dada|supostamente ~5 entregue;
    entregue mas|so|e ~5 nao|nada|ninguem
""")

FAILED_DELIVERY = listed("""
    i refused|rejected ~2 parcel|delivery|package; refused delivery|the parcel; returned to sender ~5
    wrong|address; wasnt home; annahme verweigert; j ai refuse ~2 colis; rechace ~2 paquete|envio; ho rifiutato
    ~2 pacco; recusei ~2 encomenda|entrega
""")

RECEIVED = listed("""
    falsche* ~2 geliefert|bekommen|erhalten|geschickt|zugeschickt; falsch geliefert;
    venian|vinieron|llegaron dos|tres; vieram|chegaram dois|duas|tres;
    arriv* yesterday|today|this|last|on|three|two|a|four|five|six|eight|ten; arrived; came
    yesterday|today|this|last|on|with|in|a|three|two|four|five|as; i|we ~1
    received|collected|got|unpacked|opened|unboxed; received; parcel|order|package|ring|box|it|they|envelope ~4
    came|arrived; was|were delivered; reached me|us; in the box|parcel|bag|envelope|package; turned up; has|have
    arrived; showed up; you sent|shipped|delivered me|us|the|a|an; got|received ~2 wrong; inside was|were; when
    i opened; the one i got|received; just got; angekommen; erhalten; bekommen; kam|kamen
    gestern|heute|vor|an|am|mit|der|die|das|ein|nur|letzte|jetzt; ist|sind ~6 gekommen|da; geliefert ~2
    wurde|worden|bekommen; ausgepackt; geoffnet; ist heute|gestern; im paket|karton|packchen|umschlag|beutel;
    abgeholt; lag|lagen; waren|war ~4 statt|anstatt|anstelle; eingetroffen; j ai|avons ~3 recu*; recu
    ma|mon|le|la|les|ce|hier|ce|aujourd|un|une; est|sont ~2 arriv*; arrivee|arrives|arrivees|arrive
    hier|ce|avant|il|avec|casse*|ce|aujourd; en ouvrant; dans le|mon colis|carton; a la reception; a l
    ouverture; deballe*; vous m avez envoye*; llego|llegaron ~1
    ayer|hoy|el|hace|esta|con|la|mi|rot*|un|una|antes; ya llego; me ha|han llegado; ha llegado;
    recibi|recibimos; he|hemos recibido; al abrir*; en la caja|el|el paquete; me mandaron|enviaron|habeis; me
    llego|llegaron; recogi; vino|venia; e|sono ~2 arrivat*; arrivat*
    ieri|oggi|stamattina|il|la|con|lunedi|martedi; ho ricevuto|ricevuta|aperto|ritirato|trovato;
    ricevuto|ricevuta|ritirata|ritirato; nel pacco; nella scatola; mi avete mandato|spedito|inviato;
    consegnato|consegnata ieri|oggi; chegou|chegaram
    tudo|ontem|hoje|o|a|com|meu|minha|aqui|quebrad*|na|no|antes|bem|um|uma|esta|semana; recebi; recebemos;
    veio|vieram; ja chegou; ao abrir; na caixa; no pacote; abri; mandaram
""")

TOPICS = {
    "wrong": WRONG,
    "quantity": QUANTITY,
    "absent": ABSENT,
    "not_arrived": NOT_ARRIVED,
    "lost": LOST,
    "lost.carrier": CARRIER_SAYS,
    "marked_delivered": MARKED_DELIVERED,
    "failed_delivery": FAILED_DELIVERY,
    "received": RECEIVED,
}
