"""Which remedy is asked for."""

from triage.stages.extracting.lexicon import listed

REFUND = listed("""
    refund; refunds; refunding; be|get|getting|like refunded; money back; reimburs*; give ~3 back ~2 money;
    return my money; put|send|pay ~2 money ~1 back; deposit back; my money; pay me back; get it back on my card;
    ruckerstatt*; rueckerstatt*; erstatt*; geld ~4 zuruck*|zurueck*; geld ~3 wieder*; zuruckzahl*; zurueckzahl*;
    zuruckuberweis*; uberweis* ~4 zuruck; anzahlung ~3 zuruck; betrag ~3 zuruck*; mein geld; kohle ~2 zuruck;
    gutschreib*; rembours*; recuperer ~2 argent; rend* ~2 argent; rendre ~2 argent; reembols*; reintegr*; devol*
    ~4 dinero|importe|pasta|plata; devuel* ~4 dinero|importe|pasta|plata; dinero de vuelta; recuperar ~2 dinero;
    rimbors*; soldi ~1 indietro; restitu* ~3 soldi|importo|denaro|somma; ridare|ridate|ridarmi|ridatemi ~2
    soldi; riavere ~2 soldi; indietro ~1 soldi; estorn*; dinheiro ~1 de volta; devol* ~4
    dinheiro|valor|quantia|grana; ressarc*; meu dinheiro
""")

REPLACEMENT = listed("""
    replac*; resend*; reship*; re send|ship; resent; send ~5 again; send|ship|post|mail|have|get ~3 replacement;
    send|ship|post|mail|get|have|need|want ~2 new|right|correct|proper|missing|other
    one|ones|item|pair|print|ring|part|piece|size|colour|color|order; send|ship|post|mail ~2
    another|new|right|correct|missing|proper; send|ship|post|mail me|us the|a|an|my|one|two|three; put ~3 in the
    post; send the; can|could|would|will you|u ~1 send|ship|mail|post|supply; please|kindly ~1
    send|ship|mail|supply|resupply|post; re supply; resupply; get|have|send another; another be|may sent|be;
    mail|post it; do ~2 again; print ~3 again; another one; a new one; new one; get ~2 right
    one|ones|item|size|colour|color|order; rather have the; one that works; want|like|need the right|correct;
    send it|them to me; send ~2 rest; get what i ordered; a spare; deliver the right|correct|missing; ersatz;
    ersatzlieferung; ersatzgerat; ersatzartikel; ersetz*; neulieferung; nachlieferung; nachliefer*; nachsend*;
    nachschick*; nachzuliefern; nachzusenden; nachgeliefert; nachgesendet; schick* ~12
    nach|neu|nochmal|nochmals|erneut; send* ~12 nach|neu|nochmal|nochmals|erneut|zu; liefer* ~8
    nach|neu|nochmal|erneut; schick* ~4 richtig*|neue*|fehlend*|ander*|korrekt*|passend*; send* ~4
    richtig*|neue*|fehlend*|ander*|korrekt*; ein|eine|einen neues|neuen|neue; den|das|die|der
    richtige|richtigen|korrekte|korrekten|fehlende|fehlenden; noch mal|einmal
    schicken|senden|zusenden|zuschicken; erneut zu|senden|schicken|zusenden|zuschicken|versenden; neuversand;
    neu versenden|schicken|senden|verschicken|liefern; bekomme|kriege ich ~3 neue*|richtig*; austausch*;
    remplac*; renvoyez moi|nous; m|me|nous ~1 renvoyer; m|me|nous ~1 reexpedier; renvoyer ~1 un|une|le|la|les ~1
    autre|bon|bonne|bons|bonnes|manquant*|nouveau|nouvelle|colis; renvoi ~3 colis|bon|bonne|piece; envo* ~4
    bon|bonne|bons|bonnes|autre|manquant*|nouveau|nouvelle|correct*; expedi* ~4
    bon|bonne|autre|manquant*|nouveau|nouvelle; reexpedi*; nouvel envoi; recevoir
    le|la|mon|ma|les|celui|celle|un|une; soit le bon; le bon article|produit|modele|livre|coloris; la bonne
    taille|couleur|piece|commande; envoyez moi|nous le|la|les|un|une; me l|les envoyer; m|nous envoyer
    le|la|les|un|une|ce; faire parvenir le|la|les|un|une|ce; reemplaz*; reposicion*; repong*; reponer*; reenvi*;
    volv* a enviar*|mandar*; vuelv* a enviar*|mandar*; envi* ~4
    otro|otra|correct*|nuevo|nueva|faltan*|falta|buena|bueno; mand* ~4
    otro|otra|correct*|nuevo|nueva|faltan*|falta|buena|bueno; me|nos lo|la|los|las ~2
    enviar|mandar|envian|enviais|mandais|mandan; enviarmelo|enviarmela|mandarmelo|mandarmela; volveis ~2 enviar;
    lo|me volveis a; sustitu*; enviarme|enviadme|mandadme|mandarme el|la|los|las|lo|un|una; que ~2 manden ~2
    correct*|otro|otra; sostitu*; rispedi*; riman* ~3 quell*|nuov*; invia* ~4
    giust*|corrett*|mancan*|altro|altra|nuov*|quell*; manda* ~4
    giust*|corrett*|mancan*|altro|altra|nuov*|quell*; spedi* ~4
    giust*|corrett*|mancan*|altro|altra|nuov*|quell*; ricevere il|la|lo|quello|quella|i|le|l|un|uno|una;
    un|uno|una nuovo|nuova; un altro|altra; mandatemi|inviatemi|speditemi il|la|lo|quello|quella|i|le|l;
    rimpiazz*; substitu*; envi* ~4 outr*|cert*|corret*|correct*|nov*|falta*|faltante; mand* ~4
    outr*|cert*|corret*|nov*|falta*|faltante; receber o|a|os|as certo|certa|correto|correta|correcto|que;
    reenviar*; reenvio; um|uma novo|nova; quero|queria|preciso|mandem|enviem outro|outra; prefiero|quiero|necesito otro|otra
""")

NOT_GOODS = listed("""
    send|sent|ship|post|mail ~4
    label|labels|photo|photos|picture|pictures|money|refund|confirmation|invoice|receipt|tracking|form|instructions|details|code|link|email|information|info|update|address|back|reply|credit|chart|guide;
    schick* ~4
    foto*|label|etikett|rechnung|geld|link|code|bestatigung|sendungsnummer|formular|info*|retourenlabel|retourenschein|zuruck;
    send* ~4
    foto*|label|etikett|rechnung|geld|link|code|bestatigung|sendungsnummer|formular|info*|retourenlabel|retourenschein|zuruck;
    envo* ~4 photo*|etiquette|facture|lien|code|confirmation|argent|bon de|formulaire; m envoyer ~3
    photo*|etiquette|facture|lien|code|confirmation|argent|bon de|formulaire; recevoir ~3
    facture|rembours*|confirmation|reponse|argent|etiquette|lien; envi* ~4
    foto*|etiqueta|factura|enlace|codigo|confirmacion|dinero|fatura|justificante; mand* ~4
    foto*|etiqueta|factura|enlace|codigo|confirmacion|dinero|fatura|justificante; invia* ~4
    foto|etichetta|fattura|link|codice|conferma|soldi|modulo; manda* ~4
    foto|etichetta|fattura|link|codice|conferma|soldi|modulo; ricevere ~3
    fattura|rimbors*|conferma|risposta|soldi
""")

EXCHANGE = listed("""
    exchang*; swap*; change it|them|this|these for; trade ~2 for; switch it|them for; swap; swapping; umtausch*;
    umzutausch*; tausch*; eintausch*; gegen ~6 tauschen; umgetauscht; echang*; changer ~4 pour|contre; cambi* ~5
    por; cambiarlo|cambiarla|cambiarlos|cambiarlas|cambiarme|cambiarmelo|cambiarmela|cambiarmelos|cambiarmelas;
    un|el cambio; cambio de talla|color; cambiadmelo|cambiadmela; cambian; se cambia; cambi* ~5 con;
    cambiare|cambiarlo|cambiarla|cambiarli|cambiarle; cambio taglia|merce|misura|colore; un cambio; scambi*; la|lo|li|le cambiate;
    troc*
""")

STORE_CREDIT = listed("""
    store|shop credit; voucher; gift card; credit note; credit for|in|to my|your|the next|store|shop;
    gutschein*; shopguthaben; guthaben; bon d achat; un|d|mon avoir; vale|saldo ~2 tienda|compra; un vale;
    credito en|de ~2 tienda; un|uno buono; buono acquisto|sconto|spesa; credito ~2 negozio; vale
    compras|compra|troca|presente; um vale; credito na loja|para
""")

COMPENSATION = listed("""
    compensat*; partial refund; goodwill; dedommag*; geste commercial; compensation; entschadig*; preisnachlass;
    preisminderung; teilerstatt*; compensaci*; indemni*; risarci*; indeniz*; compensac*; compenso; abatimento;
    remise sur; some money off; money off; discount for the; knock* ~3 off; part of the price|money; part
    refund; teilruckerstatt*; rimborso parziale; reembolso parcial; remboursement partiel
""")

CANCEL = listed("""
    cancel; cancelling; canceling; cancellation; cancelled; canceled; cancle; call|called ~2 off; undo; stop
    the|that|this|my|it order; stop ~3 order; take ~3 order ~1 out|off|down; drop ~2 order; get rid of;
    withdraw*; void; scrap ~2 order; dont send|ship it|them|this|the|order; do not send|ship; stornier*; storno;
    stornierung; stornieren; storniert; widerruf*; widerrufe; abbestell*; nicht mehr haben; zurucktreten; vom
    kauf zuruck; bestellung aufheben; togliet*; loschen; annul*; resili*; anul*; cancel*; disdi*; disdett*;
    cancella*; desist*; retracta*
""")

CHANGE = listed("""
    chang*; switch*; swap*; amend*; alter; alteration; update; correct; modif*; edit; make it|that|them; instead
    of; add ~6 to; add a|an|another|one|two; take out|off; remove; ship|send|deliver it|them|this ~2 to; wrong
    address|size|number|name|spelling; should say|read|be; need|want|like ~6 to read|say; new address; phone|number|address ~1 is ~1 wrong;
    ship|send|deliver ~3 to my new; neue|neuen|neuer adresse|anschrift|lieferadresse; liefer*|schick*|send* ~5 an; erhoh*; reduzier*;
    nouvelle adresse; nueva direccion; nuovo indirizzo; novo endereco; nova morada; add the|my|to; could it be; exchang*; instead; fix
    the; anpassen; ander*; umander*; geander*; abander*; aendern; wechsel*; tausch*; umtausch*; korrigier*;
    berichtig*; statt; hinzufug*; dazu; falsche|falschen|falscher
    adresse|grosse|name|nummer|hausnummer|anschrift; umstell*; umbestell*; umschreib*; an ~2 adresse|anschrift;
    livrer|livrez|envoyer|envoyez|expedier|expediez ~2 au|a|chez|plutot; mettre|mettez ~4 a la place;
    passer|passez ~4 en; changer; changement; changez; modifi*; corrig*; rectifi*; remplacer; ajout*; au lieu
    d*; mauvaise adresse|taille; plutot; passer ~4 en; echang*; enlever; retirer; hagan|haced|hacer el cambio;
    cambi*; modific*; corregi*; corrij*; rectific*; anad*; agreg*; sumar; en vez de|del; en lugar de|del;
    quitar; pasar ~3 a; direccion equivocada|incorrecta; mettete|metti; corregg*; sostitu*; aggiung*; invece
    di|del|della; anziche; togliere; variare; variazione; indirizzo sbagliato; spedir* ~2 a un altro; mudar;
    troca; mude*|mudem; mudanca; alter*; troc*; acrescent*; adicion*; inclui*; tirar; em vez de|do|da; endereco
    errado; morada errada; substitu*
""")

TOPICS = {
    "want.refund": REFUND,
    "want.replacement": REPLACEMENT,
    "want.exchange": EXCHANGE,
    "want.store_credit": STORE_CREDIT,
    "want.compensation": COMPENSATION,
    "want.cancel": CANCEL,
    "want.change": CHANGE,
    "not_goods": NOT_GOODS,
}
