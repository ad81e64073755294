"""A private Dovecot on loopback: its own folder, its own ports, users made as tests need them."""

import hmac
import json
import shutil
import socket
import subprocess
import threading
import time
from base64 import b64encode, urlsafe_b64encode
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from textwrap import dedent

from triage.loaders.settings import Account

PASSWORD = "secret"
OTHER_PASSWORDS = {"jörg": "größe wörter", "two words": 'a "quoted\\" one'}
START_SECONDS = 10.0


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def installed() -> bool:
    """Whether this machine has Dovecot."""
    return shutil.which("dovecot") is not None and shutil.which("doveadm") is not None


def wait_for_port(port: int, seconds: float = START_SECONDS) -> None:
    """Return once something greets on the port; raises TimeoutError."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as talk:
                talk.settimeout(5)
                if talk.recv(4):
                    return
        except OSError:
            if time.monotonic() > deadline:
                raise
        time.sleep(0.02)


CONFIG = """\
base_dir = {home}/run
log_path = {home}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = {ssl}
{certificate}
disable_plaintext_auth = no
auth_failure_delay = 0
auth_username_chars =
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
mail_location = maildir:{home}/mail/%n
mail_max_userip_connections = 100
passdb {{
  driver = passwd-file
  args = {home}/users
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={home}/mail/%n
}}
namespace inbox {{
  inbox = yes
  separator = .
{folders}
}}
service anvil {{
  client_limit = 1000
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
{extra}
"""

SPECIAL_FOLDERS = """\
  mailbox Drafts {
    special_use = \\Drafts
    auto = subscribe
  }
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
  mailbox Trash {
    special_use = \\Trash
    auto = subscribe
  }
"""

TOKENS = """\
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={home}/keys/
username_attribute = email
"""
TOKEN_LOG_IN = """
auth_mechanisms = plain login xoauth2
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {home}/tokens.conf
}}
"""


@dataclass(frozen=True)
class TokenSigner:
    """Signs access tokens as identity providers do (JSON Web Tokens, RFC 7519, HMAC with SHA-256)."""

    key: bytes = b"for tests, and no secret to anyone"

    def token(self, user: str, *, seconds: float) -> str:
        """A token that lets the user in, or did until `seconds` ago where that is negative."""
        now = int(time.time())
        claims = {"sub": user, "email": user, "iat": now - 3600, "exp": now + int(seconds)}
        words = b".".join(_plain(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims))
        return (words + b"." + _plain(hmac.digest(self.key, words, "sha256"))).decode()


def _plain(octets: bytes) -> bytes:
    return urlsafe_b64encode(octets).rstrip(b"=")


@dataclass
class Dovecot:
    """One server. tls: also offers STARTTLS and a TLS port with a certificate of its own (`ca_file`).

    special_folders: Drafts, Sent and Trash exist and are marked. capabilities: what it claims after log-in instead of
    the truth (it still understands everything). opens_to: also opens to tokens that this signer signed.
    """

    home: Path
    tls: bool = False
    special_folders: bool = True
    capabilities: str | None = None
    opens_to: TokenSigner | None = None
    port: int = field(default_factory=free_port)
    tls_port: int = 0
    _names: "count[int]" = field(default_factory=lambda: count(1))
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def ca_file(self) -> Path:
        """The certificate that a client has to trust."""
        return self.home / "server.pem"

    def prepare(self) -> None:
        """Write the configuration; the mail folder belongs to nobody, so its parents must be passable."""
        self.tls_port = free_port() if self.tls else 0
        mail = self.home / "mail"
        mail.mkdir(parents=True)
        shutil.chown(mail, "nobody", "nogroup")
        entries = [f"{user}:{{PLAIN}}{password}::::::\n" for user, password in OTHER_PASSWORDS.items()]
        (self.home / "users").write_text("".join(entries), encoding="utf-8")
        if self.tls:
            make_certificate(self.home)
        certificate = f"ssl_cert = <{self.home}/server.pem\nssl_key = <{self.home}/server.key" if self.tls else ""
        capability = f"protocol imap {{\n  imap_capability = {self.capabilities}\n}}" if self.capabilities else ""
        config = CONFIG.format(
            home=self.home,
            password=PASSWORD,
            ssl="yes" if self.tls else "no",
            certificate=certificate,
            folders=SPECIAL_FOLDERS if self.special_folders else "",
            port=self.port,
            tls_port=self.tls_port,
            extra=capability + self._token_log_in(),
        )
        (self.home / "dovecot.conf").write_text(config)

    def _token_log_in(self) -> str:
        """Log-in by signed tokens, which the server checks by itself: their seal, their age and whose they are."""
        if self.opens_to is None:
            return ""
        keys = self.home / "keys" / "default" / "HS256"
        keys.mkdir(parents=True)
        (keys / "default").write_text(b64encode(self.opens_to.key).decode())
        (self.home / "tokens.conf").write_text(TOKENS.format(home=self.home))
        return TOKEN_LOG_IN.format(home=self.home)

    def start(self) -> None:
        """Start and wait for the greeting. It keeps our output, so that goes to a file; it dies when the tests do."""
        command = ["dovecot", "-F", "-c", str(self.home / "dovecot.conf")]
        if threading.current_thread() is threading.main_thread():  # else it would die with the thread
            command = ["setpriv", "--pdeathsig", "TERM", *command]
        with (self.home / "start.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        wait_for_port(self.port)

    def stop(self) -> None:
        """Stop in good order, which takes Dovecot about three seconds."""
        with (self.home / "start.log").open("ab") as log:
            command = ["doveadm", "-c", str(self.home / "dovecot.conf"), "stop"]
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False)
        self._wait_until_gone()

    def kill(self, user: str | None = None) -> None:
        """End the sessions of one user, or the whole server without good-bye."""
        if user is not None:
            command = ["doveadm", "-c", str(self.home / "dovecot.conf"), "kick", user]
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
            return
        pid_file = self.home / "run" / "master.pid"
        master = int(pid_file.read_text())
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(master)], capture_output=True, text=True, check=False
        )
        for pid in [master, *map(int, children.stdout.split())]:
            subprocess.run(["kill", "-9", str(pid)], capture_output=True, check=False)
        self._wait_until_gone()
        pid_file.unlink(missing_ok=True)

    def restart(self) -> None:
        """Stop and start on the same ports with the same mail."""
        self.stop()
        self.start()

    def _wait_until_gone(self) -> None:
        if self._process is not None:
            self._process.wait(START_SECONDS)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                return
            time.sleep(0.02)

    def add_user(self) -> str:
        """The name of a fresh user with an empty mailbox; every name is let in with `PASSWORD`."""
        return f"user{next(self._names)}"

    def account(self, user: str | None = None, **changes: object) -> Account:
        """Settings for a user; a fresh one when none is named."""
        settings: dict[str, object] = {
            "name": user or self.add_user(),
            "store": "shop",
            "host": "127.0.0.1",
            "port": self.port,
            "password": PASSWORD,
            "security": "none",
            "from_address": "support@shop.example",
            "from_name": "Shop Support",
        }
        settings["user"] = settings["name"]
        return Account(**(settings | changes))

    def log(self) -> str:
        """What the server had to say, for a failed test."""
        path = self.home / "dovecot.log"
        return path.read_text(errors="replace") if path.exists() else ""


def make_certificate(home: Path) -> None:
    """A self-signed certificate for localhost and 127.0.0.1, good for a day."""
    config = home / "openssl.cnf"
    config.write_text(
        dedent("""\
        [req]
        distinguished_name = name
        x509_extensions = server
        prompt = no
        [name]
        CN = localhost
        [server]
        subjectAltName = DNS:localhost,IP:127.0.0.1
        basicConstraints = critical,CA:TRUE
        """)
    )
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-config", str(config)]
    files = ["-keyout", str(home / "server.key"), "-out", str(home / "server.pem")]
    subprocess.run([*command, *files], stdin=subprocess.DEVNULL, capture_output=True, check=True)
