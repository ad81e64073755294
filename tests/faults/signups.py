"""Sign-up and verification mails of other services that somebody had sent to the shop's address; all invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    """secret: the code or the link's secret that nobody but an administrator may read."""

    sender: str
    subject: str
    text: str
    secret: str
    more: tuple[str, ...] = ()

    def mail(self, number: int = 1) -> bytes:
        """The mail as octets."""
        lines = [f"From: {self.sender}", "To: help@shop.example", f"Subject: {self.subject}",
                 f"Message-ID: <s{number}@service.example>", *self.more, "MIME-Version: 1.0",
                 "Content-Type: text/plain; charset=utf-8", "", self.text, ""]  # fmt: skip
        return "\r\n".join(lines).encode()


def _of(sender: str, subject: str, text: str, secret: str, *more: str) -> SignUp:
    return SignUp(sender=sender, subject=subject, text=text, secret=secret, more=more)


MAILS = [
    _of("Slate <no-reply@slate.example>", "Slate confirmation code: A7K-9QX",
        "Confirm your email address\n\nYour confirmation code is below. Enter it in your open browser window and we'll "
        "help you get signed in.\n\nA7K-9QX\n\nIf you didn't request this email, there's nothing to worry about, you can "
        "safely ignore it.", "A7K-9QX"),
    _of("Pear <appleid@id.pear.example>", "Verify your Pear ID email address",
        "Dear customer,\n\nYou have selected this email address as your new Pear ID. To verify it's you, enter the code "
        "below on the email verification page:\n\n482913\n\nThis code will expire three hours after this email was sent.\n"
        "\nPear Support", "482913"),
    _of("Goggle <no-reply@accounts.goggle.example>", "482913 is your Goggle verification code",
        "We received a request to use this address for a new account. Use this code to finish setting up:\n\n482913\n\n"
        "This code expires in 24 hours.", "482913"),
    _of("support@chat.example", "Your code is 482913", "Your code is 482913", "482913"),
    _of("Facespace <registration@facespace.example>", "FS-19284 is your confirmation code",
        "Hi there,\n\nPlease enter this code to confirm your account: FS-19284\n\nFacespace", "FS-19284"),
    _of("GitBarn <noreply@gitbarn.example>", "[GitBarn] Please verify your email address.",
        "Almost done! To complete your sign up, we just need to verify your email address:\n\n"
        "https://gitbarn.example/users/x/emails/1/confirm_verification/9f3a77c0b2\n\nOnce verified, you can start using "
        "all features.", "9f3a77c0b2"),
    _of("GitBarn <noreply@gitbarn.example>", "[GitBarn] Your launch code is 28401975",
        "Here's your launch code: 28401975\n\nContinue signing up by entering the code.", "28401975"),
    _of("Discard <noreply@discard.example>", "Verify Email Address for Discard",
        "Hey help,\n\nThanks for registering for an account! Before we get started, we just need to confirm that this is "
        "you. Click below to verify your email address:\n\nhttps://click.discard.example/ls/click?upn=Zk83hFq", "Zk83hFq"),
    _of("Zoomer <no-reply@zoomer.example>", "Code for signing in to Zoomer",
        "Your one-time verification code is 661204. It is valid for 10 minutes. Do not share it with anyone.", "661204"),
    _of("Notable <notify@mail.notable.example>", "Your Notable login code is word-brick-lamp-9921",
        "Log in with this magic link or copy and paste this temporary login code:\n\nword-brick-lamp-9921\n\nIf you "
        "didn't try to log in, you can safely ignore this email.", "9921"),
    _of("Bank <security@bank.example>", "Your one-time passcode",
        "Your one-time passcode (OTP) is 773 019. Never share this passcode with anyone.", "773 019"),
    _of("Payfriend <service@payfriend.example>", "Payfriend: 840 221 is your security code",
        "840221 is your security code. Don't share it.", "840 221"),
    _of("Micro <account-security-noreply@micro.example>", "Your single-use code",
        "Hi he**@shop.example,\n\nWe received your request for a single-use code to use with your account.\n\nYour "
        "single-use code is: 5538201\n\nOnly enter this code on an official website.", "5538201"),
    _of("Dropcrate <no-reply@dropcrate.example>", "Reset your Dropcrate password",
        "Hi,\n\nSomeone recently requested a password change for your account. If this was you, you can set a new "
        "password here:\n\nhttps://dropcrate.example/l/AADK77fhqZ\n\nIf you don't want to change your password, just "
        "ignore this message.", "AADK77fhqZ"),
    _of("Konto <no-reply@konto.example>", "Ihr Bestätigungscode: 391 557",
        "Guten Tag,\n\nIhr Bestätigungscode lautet 391 557. Er ist 15 Minuten gültig.\n\nFalls Sie diese Anfrage "
        "nicht gestellt haben, ignorieren Sie diese E-Mail.", "391 557"),
    _of("Netz <noreply@netz.example>", "Bitte bestätigen Sie Ihre E-Mail-Adresse",
        "Hallo,\n\nvielen Dank für Ihre Registrierung. Bitte bestätigen Sie Ihre E-Mail-Adresse:\n\n"
        "https://netz.example/confirm?token=Q7xx81LmZ\n\nIhr Netz-Team", "Q7xx81LmZ"),
    _of("Compte <ne-pas-repondre@compte.example>", "Votre code de vérification : 204981",
        "Bonjour,\n\nVotre code de vérification est 204981. Ne le communiquez à personne.", "204981"),
    _of("Réseau <noreply@reseau.example>", "Confirmez votre adresse e-mail",
        "Bonjour,\n\nPour activer votre compte, cliquez sur ce lien :\n\nhttps://reseau.example/activer/Hf88zPq2\n\n"
        "Ce lien expire dans 24 heures.", "Hf88zPq2"),
    _of("Cuenta <no-responder@cuenta.example>", "Tu código de verificación es 559013",
        "Hola:\n\nTu código de verificación es 559013. No lo compartas con nadie.", "559013"),
    _of("Rede <nao-responda@rede.example>", "Seu código de acesso: 118 340",
        "Olá,\n\nUse o código 118 340 para confirmar o seu e-mail. O código expira em 10 minutos.", "118 340"),
    _of("Conto <noreply@conto.example>", "Il tuo codice di verifica è 730462",
        "Ciao,\n\nil tuo codice di verifica è 730462. Se non hai richiesto questo codice, ignora questa e-mail.",
        "730462"),
    _of("Rekening <noreply@rekening.example>", "Je verificatiecode is 640917",
        "Hallo,\n\nJe verificatiecode is 640917. Deel deze code met niemand.", "640917"),
    _of("Konto <nie-odpowiadaj@konto.example>", "Twój kod weryfikacyjny: 502 771",
        "Cześć,\n\nTwój kod weryfikacyjny to 502 771. Nikomu go nie udostępniaj.", "502 771"),
    _of("Forum <forum@forum.example>", "Activate your account at Forum",
        "Welcome! Please activate your account by clicking the following link:\n\n"
        "https://forum.example/ucp.php?mode=activate&u=9&k=RT55XZ\n\nYour password has been securely stored.", "RT55XZ"),
    _of("Tasks <hello@tasks.example>", "Welcome to Tasks! Confirm your email",
        "Hi help! Thanks for signing up for Tasks. Confirm your email address to get started:\n\n"
        "https://tasks.example/c/92hfkAAk1\n\nSee you inside,\nThe Tasks team", "92hfkAAk1", "List-Unsubscribe: <x@y.example>"),
    _of("Teamy <invites@teamy.example>", "Bob invited you to join Shop HQ on Teamy",
        "Bob (bob@evil.example) has invited you to use Teamy with them, in a workspace called Shop HQ.\n\nJoin now: "
        "https://join.teamy.example/t/shop/invite/zt-Kk8812", "zt-Kk8812"),
    _of("Stream <info@stream.example>", "Your temporary access code",
        "We received a request for a temporary access code. Enter this code: 3391\n\nThis code will expire in 15 minutes.",
        "3391"),
    _of("Car <verify@car.example>", "Welcome to Car", "Welcome to Car. Your PIN is 8812. Never share this PIN.", "8812"),
    _of("Lock <do-not-reply@lock.example>", "Two-factor authentication code",
        "Your two-factor authentication (2FA) code is 904 118", "904 118"),
    _of("Cloud <no-reply@verify.signin.cloud.example>", "Cloud Email Verification",
        "Thanks for starting the new Cloud account creation process. We want to make sure it's really you. Please enter the "
        "following verification code when prompted.\n\nVerification code\n\n551907\n\n(This code is valid for 10 minutes)",
        "551907"),
]  # fmt: skip
SIGNUPS = [one.mail(number) for number, one in enumerate(MAILS)]
