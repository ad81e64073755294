"""The commonest words of each language, folded: enough to tell a paragraph's language without any table."""

from collections.abc import Mapping, Sequence

_LISTINGS = {
    "en": """the a an i my me is it its was are you u your to of for and on in not with this that have has had be do
        did where what when how which why please pls hi hello hey dear thanks thank order refund cancel
        size but so we they he she there here still can will would could from at got get ordered item
        wrong broken missing sent yes no sorry any news nothing never back money picture pictures attached
        attach yet again only just too small large need want waiting arrived came come return number new
        address as if or by after before been all some""",
    "de": """der die das den dem ein eine einen einer ich mein meine meinen mir mich ist es sind war sie ihr ihre und
        auf im nicht mit dies dass hab habe hat haben sein wo was wann wie welche warum bitte hallo guten
        moin danke bestellung stornieren grosse aber wir noch kann wird von zu bei nur falsch kaputt fehlt
        lg gruss grusse ja nein leider foto fotos bilder anbei nichts mehr schon geld zuruck paket
        lieferung bin seit heute gestern jetzt immer wieder gerne gut alles gemacht erledigt trotzdem nach
        uber keine kein ob wenn dann auch als wie zum zur neue umtausch angekommen bekommen bestellt krieg
        passt""",
    "fr": """le la les un une des je j mon ma mes me est c ce il elle vous votre vos et de du en au pas avec cette que
        ai a ont suis ou quand comment quelle quel pourquoi svp bonjour bonsoir salut merci commande
        remboursement annuler taille mais nous on toujours peut sera pour sur dans recu cordialement koi
        pr jai nai oui non volontiers tres decu decue photo photos jointe ci joint rien aucun aucune colis
        arrive casse fait jamais deja voici adresse depuis semaines jours aussi tout bien encore trop
        numero argent quand puis si se l d qu n s t comme mauvais article malheureusement""",
    "es": """el la los las un una unos yo mi mis me es lo son era usted ustedes vuestro y de del en al no con este esta
        que he ha han ser donde cuando como cual por favor hola buenas buenos gracias pedido reembolso
        cancelar talla pero nosotros todavia puede para sobre dentro recibido saludos q soy se al tercer
        rompio si adjunto adjunta foto fotos nada aun vale hecho llego roto rota sigo sigue sin paquete
        direccion cambio muy ayer hoy ya dinero aqui tienen llevo esperando semanas dias falta tambien
        numero otra vez le te nos cuanto todo lunes imagenes""",
    "it": """il lo la gli i le un una uno io mio mia mi e sono era voi vostro vostra di del della in al non con questo
        questa che ho ha hanno essere dove quando come quale perche per favore ciao buongiorno salve
        grazie ordine rimborso annullare taglia ma noi ancora puo nel ricevuto saluti cordiali ne su da si
        purtroppo allego allegata allegato foto niente nulla fatto va bene arrivato arrivata rotto pacco
        indirizzo molto ieri oggi gia soldi ecco aspetto settimane giorni manca anche volentieri nessun
        nessuna troppo numero nuovo i l all dal dell dov ci vi lo li tutto quello""",
    "pt": """o a os as um uma eu meu minha me e sao era voces vosso seu sua de do da em no na ao nao com este esta isso
        que tenho tem ser onde quando como qual por favor ola oi bom boa dia tarde obrigado obrigada
        pedido encomenda reembolso cancelar tamanho mas nos ainda pode para sobre dentro recebi
        cumprimentos vc vcs abraco pra sim infelizmente segue seguem foto fotos nada chegou quebrado
        quebrada pacote endereco morada troca muito ontem hoje ja dinheiro aqui estao espero ha semanas
        dias falta tambem sem continua numero novo outra vez tudo voce na pelo imagens""",
}
COMMON_WORDS: Mapping[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _LISTINGS.items()}


def common_share(forms: Sequence[str], language: str) -> float:
    """The share of these folded words that are among the commonest of `language`; there has to be one."""
    common = COMMON_WORDS.get(language, frozenset())
    return sum(form in common for form in forms) / len(forms)
