"""Pictures, labels and papers, and what the customer has already tried."""

from triage.stages.extracting.lexicon import listed

TOPICS = {
    "photo": listed("""
        photo|photos|picture|pictures|pic|pics|image|images|snap|snapshot|screenshot|screenshots;
        foto|fotos|bild|bilder|fotografie|screenshot; photo|photos|image|images|cliche|capture;
        imagen|imagenes|fotografia|fotografias|captura; immagine|immagini|fotografie|schermata;
        imagem|imagens|print|prints; video|clip|film|videos
    """),
    "photo.label": listed("""
        photo|photos|picture|pictures|pic|pics|image|images ~12 label|order number|labels|sticker; label|sticker
        ~5 photo|photos|picture|pictures|pic|visible; with the label|sticker ~3 visible|view|showing|in;
        foto|fotos|bild|bilder ~10
        etikett|bestellnummer|etiqueta|etiquetas|etichetta|aufkleber|label|numero|numero|pegatina;
        etikett|aufkleber ~5 foto|bild|sichtbar; photo|photos ~12 etiquette|numero|n; etiqueta ~6
        foto|fotos|visible; etichetta ~6 foto|visibile; imagem|imagens|foto|fotos ~8 etiqueta
    """),
    "label.none": listed("""
        no ~3 label|sticker; label|sticker ~2 missing|absent|not; neither ~8 label; nor ~5 label; not ~3 label;
        without ~2 label; kein|keine|keinen ~3 etikett|label|aufkleber|bestelllabel; weder ~8
        etikett|label|aufkleber; noch ~3 etikett|label|aufkleber; pas|ni|aucune|sans ~3 etiquette;
        sin|ni|ninguna|no ~5 etiqueta; tampoco ~4 etiqueta; nessuna|senza|ne|neppure|nemmeno|non ~5 etichetta; sem|nem|nenhuma|nao ~5
        etiqueta
    """),
    "label.found": listed("""
        find|found ~4 label|sticker; label|sticker ~3 was|is there|in|found|inside; but ~3 label is|was; only
        the ~3 label; etikett|label|aufkleber ~3 gefunden|war|ist ~2 da|drin|dabei|gefunden; trouve ~3
        etiquette; etiquette ~2 est|etait ~2 la|dans|presente; encontre|encontrado ~3 etiqueta; la etiqueta
        si|esta|estaba; trovato ~3 etichetta; etichetta ~1 c|e|era ~1 e|era|presente; encontrei ~3 etiqueta; a
        etiqueta esta|estava|veio
    """),
    "searched": listed("""
        checked|searched|turned|looked|gone|went|emptied|shook|shaken|opened|examined|combed ~3
        every|all|box|parcel|package|packaging|paper|layer|layers|bag|bags|everything|envelope|twice|packing|through|between|wrapping|out;
        looked ~2 everywhere; alles ~3
        durchsucht|ausgeschuttelt|durchgesehen|abgesucht|ausgepackt|geschaut|kontrolliert;
        karton|paket|verpackung|tute|papier ~5 durchsucht|ausgeschuttelt|durchgesehen|abgesucht; uberall ~2
        gesucht|geschaut|nachgesehen; grundlich ~2 durchsucht|gesucht; bien ~1 regarde|cherche|verifie ~1
        dans|partout|tout|le; fouille*; verifie*|regarde*|ouvert* ~4 emballage|emballages|carton|cartons|papiers; cherche partout; tout ~2 vide|ouvert|verifie|deballe|retourne|fouille;
        vide ~3 carton|colis|papier*; he|hemos ~2 revisado|mirado|buscado|vaciado|registrado ~3
        todo|bien|caja|bolsa*|dentro|paquete|embalaje|papel; revise|mire|busque ~4
        todo|bien|caja|toda|paquete|dentro; ho ~3 controllato|cercato|svuotato|guardato|aperto|frugato ~4
        tutt*|ovunque|bene|scatola|imballaggio|carta|due|pacco; procurei|verifiquei|revirei|olhei|vasculhei|abri
        ~4 tud*|bem|caixa|todos|todas|embalagem|pacote|papel
    """),
    "proof": listed("""
        receipt|invoice|proof ~4 attached|enclosed; attached|enclosed|attach|enclose|attaching ~5
        receipt|invoice|proof|bill; proof of purchase ~3 attached|enclosed|pdf; find ~2 receipt|invoice ~2
        attached; rechnung|kaufbeleg|beleg|quittung|kassenbon|kassenzettel|bestellbestatigung ~5
        anbei|anhang|angehangt|beigefugt|dran|im; anbei ~6 rechnung|kaufbeleg|beleg|quittung|bestellbestatigung;
        facture|ticket|recu|preuve ~5 joint|jointe|ci|piece|pj; joins ~4 facture|ticket|preuve|recu;
        factura|recibo|ticket|comprobante|justificante ~3 adjunt*; adjunt* ~4
        factura|recibo|ticket|comprobante|justificante; allego|allegat* ~5 fattura|ricevuta|scontrino|prova;
        fattura|ricevuta|scontrino|prova ~5 allegat*|allegato; anexo|anex*|segue|junto ~5
        fatura|recibo|comprovativo|comprovante|nota; fatura|recibo|comprovativo|comprovante ~4
        anexo|anexad*|anexo
    """),
    "step.bank_account_checked": listed("""
        check* ~5 account|statement|statements|card|app|banking; looked ~3 account|statement|bank;
        account|statement ~6 nothing|no|empty|not; nothing ~5 account|statement|card|paypal|bank; not ~4 on|in
        my account|card|statement; no ~3 credit|money|refund|transfer ~3 on|in my; shown|appeared ~3
        account|card|statement; konto|kontoauszug|kreditkarte|kreditkartenabrechnung|abrechnung ~6
        nichts|kein|keine|nicht|gepruft|nachgesehen|geschaut|kontrolliert; nichts|kein|keine ~8
        konto|kreditkarte|kontoauszug|abrechnung; gepruft ~3 konto; rien ~5 compte|carte|releve;
        compte|carte|releve ~5 rien|aucun|pas|verifi*; verifie ~5 compte|carte|releve|encore; rien ~4 recu sur
        ma|mon; aucun ~3 sur mon|ma compte|carte|releve; nada|ningun ~6 cuenta|tarjeta|extracto|banco;
        cuenta|extracto|tarjeta ~5 no|nada|ningun; mirado|revisado|comprobado|revise|mire ~4
        cuenta|extracto|tarjeta|banco; conto|estratto|carta ~5 niente|nulla|nessun|non|controllat*;
        niente|nulla|nessun ~6 conto|carta|estratto; controllato ~4 conto|estratto|carta;
        conta|extrato|cartao|fatura ~5 nada|nao|nenhum; nada|nenhum ~6 conta|extrato|cartao|fatura; nao ~2
        caiu|entrou|apareceu ~2 no|na conta|cartao|fatura|extrato; verifiquei|conferi|olhei ~4
        conta|extrato|cartao|fatura; sul conto non; sulla carta non
    """),
    "step.card_issuer_asked": listed("""
        card company|issuer|provider|people ~3 said|says|has|have|sees|told|confirm*|cannot;
        asked|called|phoned|rang|contacted|spoke|spoken|telephoned ~4 card company|issuer|provider|people;
        visa|mastercard|amex ~4 said|says|told|sees|cannot|cant|has; asked|called|phoned|rang|contacted ~3
        visa|mastercard|amex|card;
        kreditkartenfirma|kreditkarteninstitut|kreditkartenanbieter|kreditkartengesellschaft|kreditkartenunternehmen;
        kartenanbieter|kartenfirma; emetteur de ~1 carte; emisor|emisora de ~2 tarjeta; compania de ~2 tarjeta;
        emittente della carta; societa della carta; operadora|administradora do|de cartao; emissor do cartao
    """),
    "step.bank_asked": listed("""
        bank ~1 said|says|told|confirm*|knows|hasnt|sees|cant|cannot|assures; bank ~1 has|have
        no|nothing|not|never; asked|called|phoned|rang|contacted|spoke|spoken|telephoned ~3 bank;
        telephone|phone ~2 with ~1 bank; check* ~1 with ~1 bank; bank ~2 sagt*|meint|weiss|bestatigt|findet|sieht; bank ~2
        gefragt|angerufen|nachgefragt|kontaktiert|gesprochen; bei ~2 bank ~3 gefragt|nachgefragt|angerufen;
        banque ~3 dit|confirme|n|m|affirme|ne|assure; appele|contacte|demande ~2 banque; banco ~4
        dice*|me|confirma*|disse*|diz*|no|nao|asegura; llame|hable|pregunte|llamado|hablado|preguntado ~3 banco;
        banca ~4 dice|conferma|mi|non|ha|assicura; chiamato|sentito|chiesto|contattato ~3 banca;
        liguei|falei|perguntei|contactei ~3 banco
    """),
    "step.carrier_asked": listed("""
        carrier|courier|dhl|ups|fedex|usps|dpd|gls|hermes|evri|depot|driver ~2 told|confirm*|insist*;
        carrier|courier|depot|driver ~1 said|says|cannot|cant|sees; royal mail|post office|canada post ~3
        said|says|told|confirm*|claims|have|has; post office|depot ~3 have|has|had nothing;
        asked|called|phoned|rang|contacted|spoke|spoken ~5
        carrier|courier|post|dhl|ups|fedex|usps|dpd|depot|driver;
        paketdienst|zusteller|dhl|dpd|gls|hermes|ups|kurier ~4
        sagt*|hat|meint|gesagt|bestatigt|behauptet|gefragt|angerufen; bei dhl|dpd|gls|hermes|ups|der ~1 post ~3
        nachgefragt|gefragt|angerufen|erkundigt; transporteur|livreur|poste|chronopost|colissimo|dhl|ups ~4
        dit|confirme|affirme|m|repond|ne|assure; appele|contacte|joint ~2
        transporteur|poste|livreur|chronopost|dhl|ups;
        transportista|mensajeria|correos|seur|mrw|courier|repartidor ~4 dice*|me|confirma*|asegura*;
        llame|hable|pregunte|llamado|hablado|preguntado|contactado ~3
        transportista|mensajeria|correos|courier|seur; corriere|poste|bartolini|brt|sda ~4
        dice|conferma|mi|non|ha|sostiene; chiamato|sentito|contattato|chiesto ~6 corriere|poste;
        transportadora|correios|ctt|estafeta|motorista ~4 diz*|disse*|confirma*|nao|garante*;
        liguei|falei|perguntei|contactei ~3 transportadora|correios|ctt
    """),
    "step.neighbours_asked": listed("""
        asked|checked|tried|spoke|knocked ~5 neighbour|neighbours|neighbor|neighbors;
        neighbour|neighbours|neighbor|neighbors ~5 nothing|not|dont|didnt|havent|hasnt|no|have|either|seen|know;
        nachbar|nachbarn|nachbarin ~5 gefragt|nichts|auch|weiss|wissen|hat|haben|nicht; bei ~3 nachbarn; gefragt
        ~3 nachbarn; voisin|voisins|voisine ~4 rien|n|pas|non|ont|demande; demande ~3 voisin|voisins|voisine;
        vecino|vecinos|vecina ~4 nada|tampoco|no|saben|sabe|tienen; pregunt* ~4 vecino|vecinos|vecina;
        vicini|vicino|vicina ~4 niente|nulla|non|hanno|sa|sanno; chiesto ~3 vicini|vicino|vicina;
        vizinho|vizinhos|vizinha ~4 nada|nao|sabe*|recebeu|viu; perguntei|falei ~4 vizinho|vizinhos|vizinha
    """),
}
