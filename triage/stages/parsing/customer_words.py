"""The words by which a customer's mail is known, in six languages."""

import re

# A person who wants to be let off a list.
LEAVE_WISH = re.compile(
    r"(?i)(?:unsubscribe|remove|take)\s+(?:me|us|my)\b|stop\s+(?:sending|e?mailing)|(?:want|like|wish"
    r"|how\s+(?:do|can)\s+i)\s+(?:to\s+)?unsubscribe|(?:mich|uns|meine)\s.{0,60}(?:abmelden|austragen"
    r"|abbestellen|entfernen|streichen)|melden\s+sie\s+mich|(?:désabonnez|désinscrivez|retirez"
    r"|supprimez)-(?:moi|nous)|(?:me|nous)\s+(?:désabonner|désinscrire|retirer)|(?:darme"
    r"|darnos)\s+de\s+baja|d(?:en|adme|eme|énme|ame)\s+de\s+baja|(?:quiero|quisiera)\s.{0,30}baja"
    r"|(?:cancellatemi|disiscrivetemi|toglietemi|rimuovetemi)|(?:voglio|vorrei)\s.{0,30}(?:disiscriv"
    r"|cancell)|(?:removam|retirem|tirem)-me|(?:quero|gostaria|queria)\s.{0,30}(?:cancelar|descadastrar"
    r"|sair)"
)
# A person telling what happened to them, in the past and in the first person.
NARRATIVE = re.compile(
    r"(?i)\bi\s+(?:wrote|sent|tried|got|received|have\s+(?:written|sent|tried|been)|keep\s+getting"
    r"|only\s+get|just\s+got|ordered|bought|asked|did\s+not|didn['’]t|never|was|can['’]t|cannot|want"
    r"|would|need|forward)|\bis\s+this\s+(?:real|from|legit)|\bich\s+(?:habe|hab|bekam|bekomme|schrieb"
    r"|erhielt|wollte|möchte|warte)|\bhabe\s+ich|\bj['’](?:ai|avais|attends)|\bje\s+(?:reçois|n['’]ai"
    r"|voudrais|souhaite|vous\s+(?:ai|transfère))|\b(?:he|hemos)\s+(?:enviado|recibido|escrito|pedido"
    r"|intentado)|\brecibí|\bescribí|\bho\s+(?:scritto|inviato|ricevuto|ordinato|mandato|provato)"
    r"|\babbiamo\s+(?:scritto|inviato)\b|\b(?:enviei|recebi|escrevi|tentei|encomendei|comprei)\b"
)
# Words that only somebody with an open matter writes to a shop.
CUSTOMER = re.compile(
    r"(?i)\b(?:my|our)\s+(?:order|parcel|package|refund|ring|item|returns?\s+(?:label|parcel|package"
    r"|shipment|was|has|is|arrived|number)|delivery|purchase|money)|(?:i|we)\s+(?:ordered|bought|received"
    r"|want|would\s+like|need|haven['’]t|have\s+not|paid|returned)|refund|broken|damaged|cancel\b"
    r"|exchange|mein(?:e|er|en)?\s+(?:bestellung|paket|lieferung|ring|geld|rückerstattung|auftrag)|(?:ich"
    r"|wir)\s+(?:habe|haben|möchte|möchten|warte|brauche)|storn|kaputt|beschädigt|umtausch|rückgabe"
    r"|erstatt|ma\s+commande|mon\s+(?:colis|remboursement|achat)|j['’](?:ai|attends|aimerais)"
    r"|je\s+(?:voudrais|souhaite|veux|n['’]ai)|rembours|cassé|abîmé|annul|échange|mi\s+(?:pedido|paquete"
    r"|reembolso|compra|dinero)|(?:he|hemos)\s+(?:recibido|pedido|comprado|pagado)|quiero|quisiera"
    r"|me\s+gustaría|reembols|roto|dañad|cancelar|cambiar|devol|(?:il\s+)?mio\s+(?:ordine|pacco|rimborso)"
    r"|ho\s+(?:ricevuto|ordinato|comprato|pagato)|vorrei|rimbors|rott[oa]|danneggiat|annullare|cambio"
    r"|reso|(?:o\s+)?meu\s+(?:pedido|reembolso|dinheiro)|minha\s+(?:encomenda|compra)|(?:eu\s+)?(?:recebi"
    r"|comprei|encomendei|paguei)|quero|queria|gostaria|estrag|partid|cancelar|trocar|devol"
)
MATTER = re.compile(
    r"(?i)\b(?:my|our)\s+(?:order|parcel|package|refund|delivery|purchase|returns?\s+(?:label|parcel"
    r"|package|shipment|was|has|is|arrived|number))\b|\bmein(?:e|er|en)?\s+(?:bestellung|paket|lieferung"
    r"|rückerstattung)|\bma\s+commande|\bmon\s+(?:colis|remboursement)|\bmi\s+(?:pedido|paquete"
    r"|reembolso)|\bmio\s+(?:ordine|pacco|rimborso)|\bmeu\s+(?:pedido|reembolso)|\bminha\s+(?:encomenda"
    r"|compra)"
)
CUSTOMER_ORDER = re.compile(
    r"(?i)\b(?:my|our)\s{1,9}(?:order|parcel|package|refund|delivery|purchase)\b|mein(?:e|er"
    r"|en)?\s{1,9}(?:bestellung|paket|lieferung|rückerstattung)|ma\s{1,9}commande|mon\s{1,9}(?:colis|remboursement)"
    r"|mi\s{1,9}(?:pedido|paquete|reembolso)|mio\s{1,9}(?:ordine|pacco|rimborso)|meu\s{1,9}(?:pedido|reembolso)"
    r"|minha\s{1,9}(?:encomenda|compra)|\b(?:order|bestellung|commande|pedido|ordine|encomenda)\s{0,9}(?:no\.?"
    r"|nr\.?|number|n[°ºo]\.?|#)?\s{0,9}:?\s{0,9}#?(?:[a-z]{2}\s?)?\d{4,}"
)
