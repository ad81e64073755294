"""The language of a text."""

import re
from collections.abc import Sequence

from triage.learning.language_table import language_table
from triage.learning.words import composed, words_of

_SHORT_WORDS = 8
_ENOUGH_CHARACTERS = 200
"""A language shows itself in a few sentences."""
_CLOSE = 0.06
"""Evidence by which a few words have to speak for another language than the one to be expected."""
_FEWEST_WORDS = 2
_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„\n]{1,60}[\"“”«»„]")
_CAPITALS = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’-]{1,20}){1,5}")
_SURE_FROM = 0.30
"""Evidence from which a guess stands: six languages alike give 0.17 each, one known word of four adds 0.25."""

_COMMON = {
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
_COMMON_WORDS = {name: frozenset(listing.split()) for name, listing in _COMMON.items()}


def detect(text: str, *, subject: str = "", default: str = "en", languages: Sequence[str] = ()) -> str:
    """ISO 639-1 code of what the customer wrote; `default` where the words do not tell.

    languages: those that the shop writes in; none: the six of the trade. A text of a few words is read together with
    its subject. Names of goods, in quotes or capitals, are in the shop's language, not the customer's.
    """
    if default in _COMMON and list(languages) == [default]:
        return default  # a shop of one language: whatever the words say, there is nothing to choose from
    text = _without_names(text[:_ENOUGH_CHARACTERS])
    forms = _plain_words(text)
    if len(forms) < _SHORT_WORDS:
        text = f"{subject}\n{text}"
        forms = _plain_words(text)
    if not forms:
        return default
    shares = language_table().shares(composed(text))
    spoken = [name for name in shares if not languages or name in languages] or list(shares)
    evidence = {name: shares[name] + _listed_share(forms, name) for name in spoken}
    best = max(evidence, key=lambda name: (evidence[name], name == default))
    close = len(forms) < _SHORT_WORDS and evidence[best] - evidence.get(default, 0.0) < _CLOSE
    return default if close or evidence[best] < _SURE_FROM else best


def _without_names(text: str) -> str:
    """Leave out quoted names and runs of capitalised words within a sentence, if enough is left to judge by."""
    rest = _CAPITALS.sub(" ", _QUOTED.sub(" ", text))
    return rest if len(rest.split()) >= _FEWEST_WORDS else text


def _plain_words(text: str) -> list[str]:
    return [word.form for word in words_of(text) if word.form.isalpha()]


def _listed_share(forms: Sequence[str], language: str) -> float:
    common = _COMMON_WORDS.get(language, frozenset())
    return sum(form in common for form in forms) / len(forms)
