"""Sign-up and verification mails of other services: whoever has them sent to a shop wants somebody there to pass on
what they hold, or to press their button. They are never answered, and their codes are for administrators only. Pure.

A person who writes about a code speaks of themselves, asks or objects; a program says whose code it is, how long it is
good, and that nobody may be told.
"""

import re

from triage.stages.parsing import automatic_people as people
from triage.stages.parsing import customer_words as customer
from triage.stages.parsing.automatic_content import NO_REPLY
from triage.stages.parsing.automatic_matters import COMPLAINT, WISH
from triage.stages.parsing.automatic_tables import flat, table

_PASSED_ON = re.compile(
    r"(?i)\s{0,9}(?:\[[^\]]{0,40}\]\s{0,9})?(?:re|aw|sv|antw|odp|fwd?|wg|tr|rv|i|r|enc|res|rif|vs|vb)\s{0,9}:"
)
_ROBOT = re.compile(
    r"(?i)(?:verify|verification|registration|register|accounts?|account-security|security|sign-?up|invites?|invitations?"
    r"|notify|confirm|auth|login|otp|nie-?odpowiadaj|niet-?beantwoorden|[a-z]{0,20}id)(?:[._+-][\w.-]{0,30})?@"
)
CODE = (
    r"(?<![\w-])(?:\d{3}[ -]\d{3,4}|\d{4,9}|[a-z]{1,4}-\d{4,8}|(?=[a-z0-9]{0,3}\d|[a-z0-9]{3,4}-[a-z0-9]{0,3}\d)"
    r"[a-z0-9]{3,4}-[a-z0-9]{3,4}|(?:[a-z]{2,12}-){1,4}\d{3,8})(?![\w-])"
)
"""What codes look like, for one line in lower case or with case ignored."""
_CODE = re.compile(CODE)
_REQUESTED = re.compile(r"\b(?:we|you)(?:'ve| have)? (?:recently )?(?:received|got) (?:a|your) request\b")
_LINK = re.compile(r"(?i)https?://")

# A code that lets somebody in.
SECRET = table(r"""
code ~ \b(?:verification|confirmation|security|log-?in|sign-?in|sign-?up|access|one-time|single-use|activation|launch
|authentication|temporary|2fa|two-factor|registration)(?: [\w()-]{1,20}){0,2} code\b
code ~ \b(?:your|this|following|below) code\b|\bcode (?:below|for signing in|is valid|expires)
passcode ~ \b(?:one-time |temporary |your )?passcode
otp ~ \botp\b
pin ~ \b(?:your|one-time|temporary) pin\b
magic link
bestätigungscode
sicherheitscode
zugangscode
verifizierungscode
anmeldecode
einmal ~ \beinmal(?:code|passwort|kennwort)
code ~ \bcode (?:de (?:vérification|confirmation|sécurité|connexion)|d'(?:accès|activation|authentification)
|à usage unique)
código ~ \bcódigo de (?:verificación|acceso|confirmación|seguridad|verificação|acesso|confirmação|segurança)
codice ~ \bcodice di (?:verifica|accesso|conferma|sicurezza)
verificatiecode
bevestigingscode
inlogcode
kod ~ \bkod (?:weryfikacyjny|potwierdzający|dostępu|aktywacyjny)
verifieringskod
bekræftelseskode
""")
# Said to the one whose code it is.
YOURS = table(r"""
your ~ \byour (?:[\w-]{1,20} ){0,4}(?:code|passcode|pin)\b
ihr ~ \b(?:ihr|dein) (?:[\w-]{1,20} ){0,2}\w{0,20}code
votre ~ \b(?:votre|ton) code
código ~ \b(?:tu|su|seu|teu) código
codice ~ \b(?:il tuo|il suo) codice
je ~ \b(?:je|uw) \w{0,20}code
twój ~ \b(?:twój|twoj) kod
din ~ \b(?:din|dit) \w{0,20}kode?
""")
# How long it is good, and that nobody may be told.
CARE = table(r"""
expire ~ \b(?:code|link|pin) (?:will )?expires?|\b(?:code|link) will expire|\bis valid for \d
share ~ \b(?:do not|don't|never) share\b
ignore ~ \b(?:ignore|disregard) this (?:e-?mail|message)|\bnothing to worry about
request ~ \bdidn't (?:request|try|ask)|\bdid not request
enter ~ \benter (?:this|the|it|following) ?(?:\w+ )?(?:code|in your|on an official)|\bcode when prompted
gültig ~ \b(?:minuten|stunden) gültig|\bgültig für
ignorieren sie
communiquez ~ \bne (?:le )?communiquez
expire dans
compartas ~ \bno (?:lo )?compart
expira en
expira em
compartilhe
ignora questa
deel deze
nikomu
""")
# A button that makes an account or opens one.
BUTTON = table(r"""
verify ~ \bverify (?:your |an )?e-?mail
confirm ~ \bconfirm (?:your (?:e-?mail|account|registration)|that this is you)
activate ~ \bactivate your account
address ~ \be-?mail verification|\bverify your (?:account|address)
password ~ \b(?:reset|set|change|choose) (?:a |your )?(?:new )?(?:[\w-]{1,20} )?password\b
invited ~ \binvited you to (?:join|use)
e-mail-adresse ~ \bbestätigen sie ihre e-mail-adresse|\be-mail-adresse (?:zu )?bestätigen
konto ~ \b(?:aktivieren sie ihr|ihr) konto (?:zu )?aktivier|\baktivieren sie ihr konto
compte ~ \bactive[rz] votre compte
adresse ~ \bconfirme[rz] votre adresse
correo ~ \b(?:confirma|verifica) tu (?:correo|cuenta|dirección)
e-mail ~ \bconfirm(?:e|ar) (?:o )?seu e-mail
conta ~ \bativ(?:e|ar) (?:a )?sua conta
indirizzo ~ \bconferma il tuo (?:indirizzo|account)
account ~ \battiva il tuo account
bevestig ~ \bbevestig (?:je|uw) e-mail
potwierdź ~ \bpotwierdź (?:swój|adres)
""")
WELCOME = table(r"""
signing up
registering ~ \bregistering for
complete your sign ~ \bcomplete your sign
started ~ \bget started
registrierung
inscription
registrarte
registro
registrazione
rejestrac
welcome ~ \bwelcome[ !]
workspace
""")


def is_sign_up(*, sender: str, subject: str, text: str) -> bool:
    """Whether a program wrote to the one who opens an account, and nobody to a shop."""
    if _PASSED_ON.match(subject):
        return False
    whole = flat(f"{subject}. {text}")
    coded = SECRET.matches(whole) and _CODE.search(whole) is not None
    if not coded and not (BUTTON.matches(whole) and _LINK.search(text)):
        return False
    return _of_a_program(sender, flat(text), whole, coded=coded)


def _of_a_program(sender: str, words: str, whole: str, *, coded: bool) -> bool:
    """Whether nothing speaks for a person, and enough for a program."""
    robot = bool(NO_REPLY.match(sender) or _ROBOT.match(sender))
    if customer.CUSTOMER_ORDER.search(whole) or customer.NARRATIVE.search(words):
        return False
    if not robot and (people.asks(words) or people.speaks_of_self(words)):
        return False
    if COMPLAINT.matches(_REQUESTED.sub(" ", words)) or (WISH.matches(words) and not robot):
        return False
    care = CARE.matches(whole)
    return robot or care or (YOURS if coded else WELCOME).matches(whole)


def holds_secret(subject: str, text: str) -> bool:
    """Whether an automatic mail may hold a code or a link that lets somebody in; in doubt it does."""
    whole = flat(f"{subject}. {text}")
    return SECRET.matches(whole) or YOURS.matches(whole) or BUTTON.matches(whole)
