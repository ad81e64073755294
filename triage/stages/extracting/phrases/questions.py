"""What is to be answered."""

from triage.stages.extracting.lexicon import listed

TOPICS = {
    "ask.return_shipping_cost": listed("""
        who pays ~6 return|postage|shipping|back|it; return postage|shipping|label ~1 cost|fee|charge|free|paid;
        return postage|shipping; cost of ~2 return|returning|sending; pay ~5 return|postage|shipping ~3
        back|return; ruckversand*; rucksendekosten; kosten ~3 rucksendung|ruckversand*|retoure; wer ~2
        zahlt|tragt|bezahlt; frais de retour; retour gratuit|payant; frais ~3 retour; qui paie|paye;
        gastos|coste|costo|costes ~3 devolucion|retorno; quien paga; spese|costi ~3 reso|restituzione|ritorno;
        chi paga; custo|custos|portes|frete ~3 devolucao|retorno; quem paga
    """),
    "ask.return_form": listed("""
        how|where do|can|to|would|should|shall ~2 return|send ~3 back|return|it|them|this|the|an; how ~4
        return|start|begin|arrange ~4 return|it|them|this; return
        portal|form|label|link|page|instructions|address|code|process; what|whats s? ~2 next step; where ~2
        send|address|ship it|them|this|the; to whom|whom ~3 address|send;
        start|arrange|begin|initiate|open|request|process a|the|my return; retourenportal; retourenschein;
        retourenlabel; retourenadresse; rucksendeadresse; rucksendeetikett; rucksendeformular; wie ~5 rucksendung|retoure|ruckgabe anmeld*|start*|einleit*|mach*; formular ~6 geht|funktioniert|ladt nicht; wie ~5
        zuruckschick*|zurucksend*|retour*|zuruckgeb*|reklamier*; wohin ~5 schick*|send*|zuruck*; portail ~1
        retour*; bon|etiquette|formulaire|procedure|adresse de retour; comment ~5
        retour*|renvoyer|rendre|renvoi*; marche a suivre; ou dois|puis ~4 renvoyer|retourner|envoyer;
        portal|formulario|etiqueta|enlace de devolucion*; como|donde ~4 devol*|devuelv*|devolucion; como hago ~4
        devol*|cambi*|para; come|dove ~5 reso|restitu*|rendere|rimand*|rispedi*|spedire; come faccio ~3
        rend*|restitu*|rimand*|reso; modulo|etichetta|procedura ~2 reso; come ~2 procedo|funziona ~3 reso; como
        ~4 devol*|devolucao|troca|trocar; como faco; onde ~4 devol*|enviar|mando; formulario|etiqueta|portal ~2
        devolucao
    """),
    "ask.return_eligibility": listed("""
        can|could|may i|we ~2 return|send|give ~4 back|it|them|this|the|for; still ~1
        return|eligible|returnable; is it ~2 possible to ~1 return|send; is|are ~4 returnable|refundable; return
        policy; how long do i have; do you accept|take ~4 returns|return|back; too late to return;
        kann|konnte|konnen|darf ich|man|wir ~8 zuruckgeben|zuruckschicken|zurucksenden|retournieren;
        ist ~3 ruckgabe|umtausch|retoure ~3 moglich; nehmen|nehmt ~5 zuruck; ruckgaberecht; noch
        zuruckgeben|zuruckschicken; puis|peut|pourrais|peux je|on ~4 retourner|renvoyer|rendre; est il
        ~3 possible ~3 retourner|renvoyer|rendre; reprenez; acceptez vous ~3 retour*; puedo|podria|podemos|puede
        ~3 devolver*; se puede* ~2 devolver; aceptan ~3 devolucion*|cambio*; posso|potrei|possiamo|possibile ~4
        restitu*|rendere|renderlo|renderla|reso; si puo|puoi ~2 rendere|restituire; accettate ~3 resi|reso;
        posso|podia|podemos|poderia ~3 devolver*; da para|pra devolver; aceitam ~3 devolu*|troca*
    """),
    "ask.return_code_validity": listed("""
        code ~6 expired|valid|expires|works|working|out; expired ~2 code; code ~4 abgelaufen|gultig|ungultig;
        rucksendecode|retourencode ~4 abgelaufen|gultig; code ~5 expire*|valable|valide|perime; codigo ~6
        caducad*|vencid*|valido|vale|caduco|vencio|expir*; codice ~6 scadut*|valido|scade; codigo ~6
        expir*|vencid*|valid*|caduc*; another code; new return code; neuen code; nouveau code; otro codigo;
        nuovo codice; novo codigo
    """),
    "ask.invoice": listed("""
        invoice; vat receipt|invoice; send ~3 receipt; copy of ~2 receipt|bill; rechnung ~5
        schick*|send*|bekomm*|zukommen|zusend*|brauch*|benotig*|haben|ausstellen; rechnungskopie;
        brauch*|benotig* ~6 rechnung; une|la|ma facture; la|una|mi|factura ~3 factura; factura a|con|de|para;
        la|una fattura; uma|a fatura; nota fiscal; fatura com|da|do
    """),
    "ask.shipping_destination": listed("""
        do|can|would you ~3 ship|deliver|send|post ~2 to|outside|overseas|internationally;
        ship overseas|internationally|worldwide; liefert|versendet|verschickt|schickt ihr|sie ~3 nach|in|auch;
        liefern|versenden|verschicken sie ~3 nach|in|auch; livrez|expediez|envoyez vous ~3
        en|au|aux|a|hors|dans|vers; enviais|envian|mandan|mandais|haceis|hacen ~2
        a|envios|fuera|al; hacen|haceis envios; spedite|consegnate ~2 in|anche|a|all|fuori;
        enviam|entregam|mandam ~1 para|pra|em|a|fora
    """),
    "ask.place": listed("""
        ship|shipping|deliver|delivery to ~2
        france|germany|canada|spain|italy|europe|uk|australia|mexico|brazil|portugal|ireland|switzerland|austria|japan|norway;
        livraison en|au|aux ~2
    """),
    "ask.shipping_cost": listed("""
        shipping cost|costs|fee|fees|price|charge|rate; how much ~2 shipping|postage|delivery; cost of ~1
        shipping|postage|delivery; free shipping; versandkosten; lieferkosten; porto ~2 kostet; was kostet ~3
        versand|lieferung; frais de port|livraison|expedition; combien coute*|est|sont|pour|vaut ~4 livraison|port|envoi; gastos|coste|costo
        de|del envio; cuanto cuesta*|vale|es|son|cobra*|sale ~3 envio; spese|costi|costo di|della spedizione|consegna; quanto costa*|viene|e|verrebbe ~3 spedizione;
        portes|custo|valor|preco ~1 envio|frete|do; quanto custa*|fica|e|sai|cobram ~3 frete|envio|portes
    """),
    "ask.delivery_time": listed("""
        when will|can|does|should|do|would|is|might ~8
        arrive|come|get|ship|deliver|delivered|here|leave|sent|dispatched|expect|shipped|out|available; when ~2
        expect; how long ~4 delivery|shipping|order|parcel|package|arrive|ship|deliver|it|they; how long is|for
        delivery|shipping; delivery|arrival|shipping date|time|estimate|window; estimated delivery|arrival; will
        it|they|this ~3 arrive|come|get|be ~6 before|by|in|on|here|time; any idea when; eta; wann ~8
        kommt|kommen|ankomm*|geliefert|da|liefer*|verschickt|versendet|versand*|erhalte|bekomme|rechnen|eintrifft|raus;
        lieferzeit*; liefertermin; wie lange ~5 dauert|dauern|lieferung|versand|noch; quand ~6
        arriv*|recev*|livr*|partir*|expedi*|recoi*|sera|attend*; delai* de|d livraison|expedition|envoi; date de
        livraison; combien de temps; cuando ~5 lleg*|recib*|sal*|envi*|mand*|entreg*; fecha de
        entrega|envio|llegada; plazo de entrega; cuanto tarda*|tiempo|demora*; quando ~6
        arriv*|cheg*|receb*|ricev*|sped*|consegn*|parte|envi*|sai|entreg*|mand*; tempi|data|tempo di
        consegna|spedizione; quanto tempo|ci|tempi; data|prazo|previsao ~1 entrega|envio|chegada; previsao;
        prazo de
    """),
    "ask.order_status": listed("""
        order status; status of ~2 order; status update; update on ~3 order|parcel|package|delivery; where
        is|s|are my|our|the order|parcel|package|things|stuff; wheres my; tracking
        number|link|code|info|information|id; track my|the|this|it; has ~4 shipped|been shipped|dispatched|left;
        is it on its way; sendungsnummer; sendungsverfolgung; trackingnummer; tracking nummer|link; wo
        ist|bleibt|sind|steckt mein|meine; stand ~2 bestellung; status ~2 bestellung; schon ~1
        verschickt|versendet|unterwegs; ou est|en est mon|ma|le|la; numero|lien de suivi; suivi de ~1
        commande|colis; etat de ~2 commande; donde esta|anda mi|el|mi; numero|codigo|enlace de
        seguimiento|rastreo; estado ~2 pedido; seguimiento; dov e|dove e il|la|mio|mia; numero|codice|link di
        tracciamento|tracking|spedizione; stato ~2 ordine; a che punto; onde esta|anda|ta o|a|meu|minha;
        codigo|numero|link de rastreio|rastreamento|seguimento; estado|status ~1 pedido|encomenda|da|do
    """),
    "ask.policy_contradiction": listed("""
        contradict*; one ~6 says ~12 another|other|later|elsewhere; page ~8 says ~10 another|other|later;
        which|what ~3 is ~1 right|true|correct|valid|it|applies; which one applies; widerspr*; einerseits; was
        gilt|stimmt; welche* ~2 stimmt|gilt|richtig; contredi*; laquelle ~3 a jour|bonne|vraie|correcte|valable;
        lequel ~3 a jour|bon|vrai|correct|valable; contradic*; cual ~3 correct*|buena|valid*|vale; contraddi*;
        quale ~3 giust*|corrett*|valid*|vale; contradi*; qual ~3 cert*|corret*|valido|valida|vale
    """),
    "ask.reply_time": listed("""
        when will|can|should|do|may ~4 reply|answer|hear|response|respond|contact; how long ~6
        reply|answer|respond|response; wann ~6 antwort*|ruckmeldung|horen|meldet|melden; quand ~6
        repon*|reponse|nouvelles; cuando ~5 respuesta|responde*|contest*; quando ~5 rispo*|respost*|respond*
    """),
    "ask.ticket_closed": listed("""
        ticket|case|request|claim|enquiry ~5 closed; closed ~3 ticket|case|request|claim; reopen*;
        ticket|fall|anfrage|vorgang ~4 geschlossen; ticket|dossier|demande ~4 ferme*|cloture*|clos*;
        ticket|caso|consulta|reclamacion ~4 cerra*; ticket|pratica|richiesta|segnalazione ~4 chius*;
        ticket|chamado|caso|pedido ~4 encerrad*|fechad*
    """),
    "ask.size_method": listed("""
        como ~2 mido|medir|mides|medimos|midiendo mi|el|la|los; como ~1 mido;
        how ~6 measure; measur* my|a|the|her|his|your finger|ring|wrist|waist|feet|foot|chest|head|hips|inseam;
        measuring; find out ~3 ring ~1 size; know ~3 ring size; wie ~6 mess*|ausmess*; messe* ich|man|ihr;
        ringgrosse ~5 mess*|ermittel*|herausfind*|bestimm*|umrechn*; comment ~6 mesur*|prendre|connaitre|savoir;
        como ~4 mido|medir*|mide|medirm*|tomar|saber ~4 talla|medida*; come ~5 misur*|prend*|calcol*|sapere;
        como ~4 medir|meco|tirar|medem|mede; como saber ~3 tamanho|medida; wo ~4 mess*; where ~4 measure
    """),
    "ask.how": listed("""
        how do|can|should|would i|we ~1 do|proceed|go; how does that|this|it work; wie lauft|geht|funktioniert
        das|es|die; wie gehe|soll|muss ich; comment proceder|faire; comment on|ca|je|dois ~1
        fait|marche|faire|procede|proceder; como procedo|proceder|hago|faco|funciona; come si|posso|devo ~1
        fa|fare|procede|procedere; come procedo|procedere|funziona; passo a passo; awaiting ~2 instructions;
        istruzioni; instrucciones; instrucoes; anleitung; was muss|soll ich; que dois je; que debo|tengo que
        hacer
    """),
    "return": listed("""
        return; returning; send ~3 back; zuruckgeb*; zuruckschick*; zurucksend*; retour*; rucksend*; renvoyer;
        retourner; rendre; devolver*; devolucion; devuelvo; restitu*; reso; rendere; rimandar*; recesso;
        devolucao
    """),
    "size.choice": listed("""
        which|what ~1 size|sizes|one|letter|number|format; should i take|order|get|pick|choose|go; do i take|get|order|pick|choose|need;
        size up|down; welche* ~2 grosse|format; welche|welches|welchen ~2 ich|nehmen; soll ich|wir ~6 nehmen|bestellen|wahlen;
        quelle taille|pointure|grandeur; quel format|numero; que talla|numero|medida|formato; cual ~2 talla|pido|elijo|recom*;
        che taglia|misura|numero|formato; quale ~1 taglia|misura|formato|prendo; que|qual ~1 tamanho|numero|medida
    """),
    "size.words": listed("""
        size|sizes|sizing|size|sized; s or m; m or l; l or xl; grosse|grossen|ringgrosse|schuhgrosse;
        taille|pointure|tailles; talla|tallas|numero; taglia|misura|taglie; tamanho|tamanhos|numeracao;
        format|formato|grandeur; dimensions
    """),
}

MONEY = {
    "money.part": listed("""
        only|just ~2 refunded|part|half|partial|some|credited|#; only|just got|received ~2 #|part|half|back;
        less than i|we|the; partial|part ~1 refund|refunded; short by|of; not the full|whole; instead of #;
        rest|remainder|remaining ~2 of|money|refund|amount|part|balance; where is|s the rest|difference; wrong
        amount; too little; nur ~3 einen|ein|teil|#; zu wenig; teilweise; teilbetrag; teilerstatt*; rest ~3
        fehlt|betrag|offen; differenz; restbetrag; abgezogen; seulement ~2 #; rembours* ~2 que; une partie; que #; partiel*; la
        difference; il manque #; le reste; moins que; solo ~3 #|parte; una|solo parte; menos de; la diferencia;
        falta* ~1 #; faltan ~2 euros; parcial*; soltanto; solo ~3 parte|#; la differenza; mancano ~1 #;
        parziale; apenas ~2 #|parte; so ~3 devolveram|recebi|parte|#|veio|caiu; a diferenca; uma parte;
        shortfall; incomplete refund
    """),
    "money.shipping": listed("""
        shipping|postage|delivery|duties|duty|taxes|tax|customs ~6
        not|deducted|kept|missing|left|refunded|included|back|taken|wasnt; without|minus|except|excluding|less
        ~1 shipping|postage|delivery|duties; versandkosten|porto|zoll ~6
        nicht|abgezogen|fehlen|fehlt|einbehalten|erstattet; ohne ~1 versandkosten|porto; frais de
        port|livraison|douane ~6 pas|deduit*|manqu*|retenu*|rembours*; sans les frais; falta* ~6 gastos de
        envio; gastos de envio ~5 no|descontad*|devuelto*|falta*; sin los gastos; spese di spedizione ~5
        non|trattenut*|manc*|tolt*|rimbors*|detratt*; senza le spese; frete|portes ~5
        nao|descontad*|falt*|devolv*|reembols*; sem os portes|frete
    """),
    "money.late": listed("""
        refund*; money; credit*; reimburs*; paid|pay back; compensation; erstatt*; ruckerstatt*; geld;
        gutschrift; gutschein; ruckzahlung; rembours*; avoir; argent; reembols*; dinero; abono; devolucion;
        rimbors*; accredit*; soldi; buono; estorn*; dinheiro; devolucao; credito; abonad*; transfer;
        uberweisung; virement
    """),
}
