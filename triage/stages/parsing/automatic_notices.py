"""Notices of programs about parcels, money, accounts, tickets and surveys."""

from triage.stages.parsing.automatic_tables import table

# A short message of a program that needs no second sign, but no person's word beside it.
NOTICE = table(r"""
payment ~ \byou(?:'ve| have)? (?:sent|received|got) a payment
zahlung ~ \bhaben (?:eine )?(?:zahlung|geld) (?:\S+ ){0,6}(?:erhalten|gesendet)
paiement ~ \bvous avez (?:reçu|envoyé) un paiement|\bpaiement (?:\S+ ){0,8}(?:a été )?crédité sur votre
pago ~ \b(?:has|ha) (?:recibido|enviado) un pago
pagamento ~ \b(?:hai|ha) (?:ricevuto|inviato) un pagamento|\b(?:recebeu|enviou) um pagamento
following ~ \bstarted following|\bfollow back
reminder from ~ \bthis is a reminder from
estimated ~ \b(?:new|updated) estimated delivery
payout ~ \ba payout of
used ~ \byou have used \d
your/upgrade ~ \b(?:your|upgrade) (?:storage|your plan)
have ~ \byou have (?:a|one|\d+) new (?:message|voicemail|document|notification|order)
this ~ \b(?:this is a (?:friendly )?reminder|please ignore this (?:notice|reminder|message|e-?mail))
this/request/ask ~ \bignore this (?:message|e-?mail|notice|reminder)|\bdid not (?:ask for|request) (?:it|this)
code/enter/use ~ \b(?:use|enter) (?:this|the) (?:code|pin)\b(?!,)|\bcode (?:is|expires)\b
refund ~ \b(?:a|your) refund (?:of \S+ )?(?:for order \S+ )?has been (?:issued|processed|sent)\b
applicants
new posts
survey was sent
how happy are you
scale ~ \bon a scale (?:of|from)
invoice ~ \binvoice \S+ is due
log in to ~ \blog in to (?:read|view|see|reply)
wurde nicht angetroffen
liegt zur abholung
nachricht/dokument ~ \b(?:ein )?neue[sr]? (?:dokument|nachricht) für sie
bitte melden sie sich an
zertifikat ~ \bzertifikat (?:\S+ ){0,4}läuft
bewerten/geben ~ \b(?:geben|bewerten) sie (?:jetzt )?(?:ihre|ihren|uns)
ihnen ~ \bwie hat ihnen (?:der|die|das|unser)
dauert nur ~ \bdauert nur (?:eine|zwei|wenige|\d)
colis sera livré
choisissez une autre
relevé ~ \bvotre relevé
pasado por ~ \bhemos pasado por
volveremos a intentar
valora ~ \bvalora (?:tu|su) (?:compra|experiencia|pedido)
siamo passati ~ \bsiamo passati (?:oggi|ieri|da|a)
ritirare ~ \b(?:può|puoi) ritirare
valuta/valuti ~ \bvalut[ai] (?:il|la) (?:tuo|suo|tua|sua)
entregar ~ \btentamos entregar (?:o )?seu
nova tentativa ~ \bfaremos (?:uma )?nova tentativa
avalie ~ \bavalie (?:sua|a sua|em|o seu|seu)
o que achou
your/the ~ \b(?:your|the) (?:parcel|package|shipment|order|delivery)(?: [\w#-]*\d[\w-]*)? (?:is out for
|will be delivered|is on its way|has been (?:shipped|delivered|dispatched|sent|posted)|was delivered|has shipped
|is ready (?:for|to)|is being|arrives|is arriving|has arrived|is waiting|has been handed)
your shipment ~ \byour shipment(?: [\w#-]*\d[\w-]*)? (?:is|will|has|was)
your order ~ \byour order (?:\S+ )?(?:is confirmed|has been (?:confirmed|received|placed|shipped|cancelled)
|is (?:on its way|being|ready))
package ~ \byour package(?: [\w#-]*\d[\w-]*)? (?:is|will|has|was)
out for delivery
delivery/deliver/missed ~ \bwe (?:tried|attempted) to deliver your|\bdelivery attempt(?:ed)? (?:was )?(?:unsuccessful
|failed)|we missed you
thank you for your purchase
thank you for your order ~ \bthank you for your order(?:!|\.| \S*\d)
getting your order ready
order summary ~ (?<!your own )\border summary
your item ~ \byour item (?:has|was|is|"|')
you sold
attached/available/ready/please ~ \b(?:your|the) (?:\w+ ){0,2}(?:invoice|statement|bill|receipt)(?: \S*\d\S*| for \w+
| over [\d.,]+ \w+){0,3} (?:is|are) (?:now )?(?:available|ready|attached)|\bplease find (?:attached )?your (?:invoice
|statement|receipt)
payment/payout ~ \b(?:your |the |a )payment (?:of \S+(?: \S+)? )?(?:has been|was|is) (?:received|approved|processed
|successful|declined|sent|due)|\bpayout (?:of|has|is|was)
payout
receipt for your
inventory for
dropped below
expire/expired/expires/renews ~ \b(?:domain|subscription|plan|certificate|trial|licen[cs]e|membership
|card)(?: \S+){0,4} (?:will expire|expires|is about to expire|has expired|renews)
unusual/recent/new ~ \b(?:new|unusual|recent) (?:sign-?in|login|log-?in)
verification code
password ~ \bpassword (?:was|has been) (?:changed|reset)|\b(?:reset|change) your password\b
event coming up
today's topics
mailing list submissions
scheduled maintenance
survey ~ \b(?:short|quick|brief|our) (?:customer )?survey\b
rate/tell ~ \brate (?:your|us)\b|\btell us (?:how|what you)
no action is required
your message was automatically
been ~ \bhas been (?:held|quarantined)
digest ~ \bdigest,? (?:vol|for|#|n)
päckchen/paket ~ \b(?:ihr|dein|das) (?:paket|päckchen)(?: [\w-]*\d[\w-]*)? (?:wird|ist|kommt|wurde|liegt|kann|hat)
bestellung/lieferung/sendung ~ \b(?:ihre|deine|die) (?:sendung|bestellung|lieferung)(?: [\w-]*\d[\w-]*)? (?:wird
|ist (?:unterwegs|auf|versand|bei|eingetroffen|abholbereit|bestätigt|bereit)|wurde|kommt|hat|liegt)
zustellversuch/angetroffen ~ \bnicht angetroffen|zustellversuch
wurde ~ \bwurde (?:soeben |heute |an \w+ )?(?:versendet|versandt|verschickt|übergeben)
rechnung/anbei ~ \b(?:ihre|deine) (?:\w+ )?rechnung (?:\S+ ){0,6}(?:steht|ist verfügbar|liegt|vom|finden|abruf
|als pdf)|anbei (?:erhalten|finden) sie ihre
abgebucht
zahlung ~ \b(?:ihre|deine|die) zahlung (?:\S+ ){0,4}(?:eingegangen|erhalten|erfolgreich|genehmigt|bestätigt)
anmeldung ~ \b(?:eine|neue) anmeldung (?:\w+ ){0,3}(?:gerät|konto|neuen|festgestellt)
falls sie das
kurzen umfrage
umfrage ~ \b(?:an|zur|unserer) (?:\w+ )?umfrage
wartungsarbeiten
passwort ~ \bihr passwort wurde
lagerbestand
verlängert/läuft ~ \b(?:vertrag|domain|abo|abonnement|zertifikat|mitgliedschaft) (?:\S+ ){0,4}(?:läuft|verlängert)
envoi/colis ~ \b(?:votre|le) (?:colis|envoi)(?: [\w-]*\d[\w-]*)? (?:est (?:arrivé|disponible|en\b(?! encore)|prêt
|livré|parti)|sera
|a été|vous attend|arrive|n'a pas pu)
votre commande ~ \bvotre commande (?:\S+ )?(?:est (?:confirmée|en|prête|partie|expédiée)|a (?:bien )?été|sera|arrive)
disponible ~ \bvotre (?:\w+ )?(?:facture|relevé)(?: [\w°-]+){0,12} (?:est|sont) disponible
prélèvement
paiement ~ \bpaiement (?:\S+ ){0,5}(?:a été|est) (?:accepté|reçu|validé|refusé|effectué)
connexion ~ \bconnexion (?:\w+ )?à votre compte|nouvelle connexion
à l'origine de cette
questionnaire de
répondez à notre
opération de maintenance
arrive à échéance
vous avez vendu
paquete/pedido/envío ~ \b(?:tu|su|el) (?:envío|paquete|pedido)(?: [\w-]*\d[\w-]*)? (?:se entregará|está (?:en|listo
|disponible|de camino)|ha sido|llega|llegará|será|ya está|te espera|no ha podido)
hemos intentado entregar
disponible ~ \b(?:su|tu) (?:\w+ )?factura (?:[\w-]+ ){0,5}(?:ya )?está disponible
|\bfactura .{0,30}disponible para su descarga
pago ~ \b(?:su|tu|el|un) pago (?:\S+ ){0,5}(?:ha sido|se ha|fue) (?:recib|acept|aprob|realiz|rechaz)
acceso ~ \bacceso a (?:tu|su) cuenta
si has sido tú
encuesta ~ \b(?:nuestra|breve|esta|una|la) (?:\w+ )?encuesta
gracias ~ \bgracias por (?:tu|su) (?:compra|pedido)
has vendido
caduca/expira/vence ~ \b(?:dominio|suscripción|contrato|plan) .{0,40}(?:caduca|vence|expira)
tareas de mantenimiento
spedizione ~ \b(?:la tua|la sua|la) spedizione(?: [\w-]*\d[\w-]*)? (?:verrà|è (?:in|stata|arrivata|disponibile
|partita)|sarà|arriva)
ordine/pacco ~ \b(?:il tuo|il suo) (?:pacco|ordine)(?: [\w-]*\d[\w-]*)? (?:è|verrà|sarà|arriva|sta|ha)
abbiamo provato a consegnare
disponibil ~ \b(?:bolletta|fattura) (?:\S+ ){0,8}(?:è|sono) disponibil
addebito
pagamento ~ \bpagamento (?:\S+ ){0,5}(?:è stato|foi) (?:ricevut|accettat|approvat|effettuat|aprovad|recebid|confirmad
|rifiutat|recusad)
accesso ~ \b(?:nuovo )?accesso al (?:tuo|suo) (?:conto|account)
questionario ~ \b(?:nostro|breve|questo) (?:\w+ )?questionario
sondaggio ~ \b(?:nostro|breve|questo|al|il) (?:\w+ )?sondaggio
grazie ~ \bgrazie per (?:il tuo|il suo|aver) (?:acquist|ordin)
hai venduto
scad ~ \b(?:dominio|abbonamento|contratto|certificato) .{0,40}scad
interventi di manutenzione
pacote/pedido ~ \b(?:o|seu|o seu) (?:pacote|pedido)(?: [\w-]*\d[\w-]*)? (?:saiu|foi|está (?:a caminho|em|pronto
|disponível)|chega|será)
encomenda ~ \b(?:a|sua|a sua) encomenda(?: [\w-]*\d[\w-]*)? (?:saiu|foi|está (?:a caminho|em|pronta|disponível)|chega
|será)
entregar ~ \btent(?:ámos|amos) entregar
fatura ~ \b(?:sua|a sua|tua) (?:\w+ )?fatura (?:\S+ ){0,8}(?:está|já está) disponível
boleto
acesso à sua ~ \bacesso à sua conta
se foi você
pesquisa de ~ \bpesquisa de (?:satisfação|opinião)
inquérito ~ \b(?:nosso|breve|este) (?:\w+ )?inquérito
encomenda/compra ~ \bobrigad[oa] pel[ao] (?:sua )?(?:compra|encomenda)
você vendeu
expira/vence ~ \b(?:domínio|assinatura|plano) .{0,40}(?:expira|vence)
manutenção programada
""")
