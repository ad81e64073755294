"""What a reply does with the matter of its conversation: ends it, thanks for it, or takes something back."""

from triage.stages.extracting.lexicon import listed, words

TOPICS = {
    "turn.settled": listed("""
        showed up; got|received ~2 refund|money|credit; refund|money received; rimborso|soldi ~2 ricevut*|arrivat*|accreditat*;
        ricevuto|arrivato il|i rimborso|soldi; recebi|caiu|entrou ~2 reembolso|dinheiro|estorno; reembolso|dinheiro|estorno ~2
        recebido|chegou|caiu|entrou; recibi|cobre|llego ~2 reembolso|dinero; reembolso|dinero ~1 recibido|cobrado; j ai ~2 recu ~1
        remboursement|argent; erstattung|geld erhalten|bekommen; recu ce|hier|aujourd|a; me llego|llegaron; consegnato|consegnata|recapitato
        oggi|ieri|stamattina; chegou|chegaram ontem|hoje|bem;
        neighbour|neighbor|neighbours|neighbors|porter|receptionist|concierge had|took it|my|the; all ~1 in order; turned up;
        nachbar|nachbarin|hausmeister|pforte hatte|hat es|das|mein|ihn|sie ~3 angenommen; lag beim|bei ~3 nachbar*|nachbarn;
        alles in ordnung; voisin|voisine|gardien|concierge l ~1 avait|a; tout est ~1 en ordre; le|la|lo|los tenia|tenian ~2
        vecin*|porter*|conserje|recepcion; aparecio; vicin*|portier*|portinai* ce l|l|lo ~1 aveva|avevano; tutto in ordine;
        comparso|spuntato; apareceu; vizinh*|porteir* tinha|estava|recebeu|guardou; estava com ~2 vizinh*|porteir*|portaria;
        after all; sorted ~1
        now|itself|out|thanks|thank; all sorted; resolved; problem|issue|matter|it|everything|this|that ~3
        solved|resolved|sorted|settled|fixed; all good ~1 now|thanks|thank; everything ~2 ok|okay|fine|good ~1
        now|thanks; found it|my; found the parcel|package|envelope|ring; finally arrived|came|here|received|got; arrived
        today|yesterday|now|safely|this|at|after; came today|yesterday|now|this|through|at; has|have|just ~1
        arrived|come|landed|received; got it|the|my ~4 today|yesterday|now|thanks|thank; is here now; refund|money ~3
        arrived|came|landed|received|there|through|in; you can close; please close; forget
        it|about; erledigt; geklart; hat sich ~3 gelost; doch noch ~2 angekommen|gekommen|da|eingetroffen|gefunden|geliefert;
        inzwischen ~4 angekommen|da|gekommen|eingetroffen|erhalten; alles
        gut|ok|okay|bestens|klar|geklart; jetzt|heute|gestern|gerade|soeben ~3
        angekommen|da|gekommen|eingetroffen|erhalten|bekommen; ist|sind ~4 angekommen|eingetroffen|da; geld|erstattung ~3
        da|angekommen|eingegangen|erhalten; vergessen sie|es; regle*; resolu*; finalement ~4
        arriv*|recu*|trouve*; c est bon; bien recu*|arriv*; vient ~1 d arriver; tout est ~2
        ok|bon|regle|rentre|parfait; j ai ~3 recu*|retrouve*; est|sont ~2 arriv*; laissez tomber;
        remboursement|argent ~3 recu|arrive; ya ~2 llego|llegaron|recibi|llegado|recibido|esta|tengo|aparecio|cobre; al final
        ~2 llego|aparecio|recibi; resuelt*; solucionad*; arreglad*; todo
        bien|correcto|ok|solucionado; ha llegado; me ha|han llegado; olvidenlo; e arrivat*;
        finalmente arrivat*|ricevut*; alla fine ~2 arrivat*|ricevut*; risolt*; tutto ~1 ok|bene|risolto|posto;
         sono arrivat*; ho ~1 ricevuto|trovato; lasciate perdere;
        ja ~1 chegou|chegaram|recebi|caiu|apareceu; afinal ~2 chegou|recebi|apareceu; finalmente chegou|recebi; acabou ~2 chegar|chegando|aparecendo;
        resolvid*; resolveu; tudo certo|ok|bem|resolvido; chegou hoje|ontem|agora|tudo; deixa
        pra|para la; esqueca*
    """),
    "turn.over": listed("""
        never mind; nevermind; no longer ~2 needed|necessary|required|an issue; nicht mehr notig|notwendig; plus
        besoin|necessaire; ya no hace|es ~1 falta|necesario; non ~1 serve piu; non importa; nao ~1 precisa|e mais
    """),
    "turn.thanks": listed("""
        thanks; thank you|u; thx; cheers; ta; danke; dankeschon; vielen dank; merci; gracias; grazie; obrigad*; great; perfect; super;
        prima; parfait; perfecto; perfetto; perfeito; lovely; wonderful
    """),
    "turn.more": listed("""
        also; another; second; additionally; other order; auch; ausserdem; zusatzlich; noch eine|einen|ein;
        andere bestellung; aussi; egalement; autre commande; en plus; tambien; ademas; otro pedido; anche;
        inoltre; altro ordine; tambem; alem disso; outro pedido; outra encomenda
    """),
    "turn.still": listed("""
        still; yet; again; nothing; any ~1 news|update|updates; update; immer noch; noch ~1
        nichts|nicht|immer|kein*; weiterhin; nach wie vor; neuigkeiten; gibt es ~3 neues; nichts; toujours;
        encore; rien; du nouveau; des nouvelles; sigo; sigue; seguimos; todavia; aun; nada; alguna novedad;
        novedades; noticias; ancora; niente; nulla; novita; notizie; sempre uguale; ainda; continua; continuo;
        nada; novidades; alguma novidade
    """),
}

PARCEL_WORDS = words("""
    parcel package packet order delivery shipment item box envelope post mail tracking courier carrier paket packchen
    sendung lieferung bestellung ware artikel umschlag colis commande livraison envoi article paquet paquete pedido
    envio articulo caja pacco ordine spedizione consegna articolo scatola encomenda pacote entrega caixa artigo
""")
MONEY_STEMS = (
    "refund", "money", "reimburs", "paid", "erstatt", "ruckerstatt", "geld", "ruckzahl", "gutschrift", "betrag",
    "rembours", "argent", "reembols", "dinero", "devoluc", "abono", "rimbors", "soldi", "accredit", "estorn", "dinheiro",
)  # fmt: skip
