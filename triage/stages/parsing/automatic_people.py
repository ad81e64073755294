"""What only a person writes to a shop: wishes, complaints, questions, talk of an own order. It outweighs all else."""

import re

from triage.stages.parsing.automatic_matters import COMPLAINT, WISH

# Somebody speaks of himself; programs do not, but for the labels of their buttons.
_SELF = re.compile(
    r"\b(?:my|me|i(?:'m|'ve|'d|'ll))\b|\bi (?=[a-z']+ (?!saldi))(?:\w+ )?(?:am|was|have|had|want|need|got|get|did|do"
    r"|didn't|don't"
    r"|ordered|bought|paid|tried|see|saw|filled|accepted|clicked|never|still|just|can|can't|cannot|will|would|think"
    r"|see|keep|sent|wrote)\b"
    r"|\b(?:ich|mir|mich)\b|\bmein(?:e[rmns]?)? (?!konto|profil|bestellungen|bereich|paket umleiten)"
    r"|\bj'(?!en profite|y vais|y participe|active|achète|accepte)|\bje (?!découvre|donne|profite|participe|réponds"
    r"|commande|craque|me désinscris)"
    r"|\bmoi\b|\b(?:yo|tengo|recibí|compré|estuve|me (?:ha|han|llega|llegó|sale))\b|\bmi (?!cuenta|perfil"
    r"|bancoprisma)(?:pedido|paquete|\w+)"
    r"|\b(?:ho|voglio|mio|mia)\b|\b(?:eu|meu|minha (?!conta)|recebi|quero|comprei|paguei)\b"
)
_QUESTION = re.compile(r"[^.!?]{0,160}\?")
# Questions that programs put: to read on, to get help, to leave the list, whether one is content.
_NOT_ASKING = re.compile(
    r"urgent|dringend|eilig|urgen[cz]|urgênc|questions?\b|help|hilfe|fragen|aide|ayuda|aiut|ajuda|dúvida|pregunta"
    r"|domande|problem"
    r"|no longer|nicht mehr|ne (?:souhaitez|voulez|désirez) plus|no (?:deseas|quieres|desea|quiere)|non (?:vuoi"
    r"|desidera)|não (?:quer|deseja)"
    r"|unsubscri|abbestell|abmeld|désabonn|suscrib|zufrieden|satisf|soddisf|satisfech|did we do|how (?:was|did)"
    r"|wie war|andata"
    r"|not you|wasn't you|this wasn't|sie (?:das )?nicht|warum (?:erhalte|bekomme)|why (?:am|did|do)|pourquoi recevez"
    r"|enjoy|ready|recommend|empfehl|recommand|recomend|consigli|missed|forget|forgot|vergessen|oubli|olvid|dimentic"
    r"|esquec|how happy|hat ihnen|o que achou|ha parecido|è piaciut|vous a plu|absente? ?\?|looking for"
    r"|not expecting|minute call|open to a|schedule a|book a|quick call|chat this week"
    r"|haven't (?:you|received)|did you know|wusst|saviez|sab[ií]as|sapevi|sabia"
)


_TURN = re.compile(
    r"\b(?:but (?!nobody|no one|you were)|though\b|aber (?!niemand|leider niemand)|trotzdem\b|pourtant\b|cependant\b"
    r"|mais (?!personne|vous étiez)|pero (?!no había)|però\b|mas (?!não havia|ninguém)|porém\b|contudo\b"
    r"|ma (?!non c\'era|nessuno|che))"
)


def turns(flat: str) -> bool:
    """ "But": what is set against something else is seldom a program's."""
    return _TURN.search(flat) is not None


def wants_something(flat: str) -> bool:
    """Does a person ask the shop for something, complain, or put a question of their own?"""
    return WISH.matches(flat) or COMPLAINT.matches(flat) or asks(flat)


def asks(flat: str) -> bool:
    """A question that no program puts."""
    if "?" not in flat:
        return False
    return any(_has_words(match[0]) and not _NOT_ASKING.search(match[0]) for match in _QUESTION.finditer(flat[:3000]))


def speaks_of_self(flat: str) -> bool:
    """First person singular, button labels set aside."""
    return _SELF.search(flat) is not None


def _has_words(question: str) -> bool:
    return len(question.split()) > 2
