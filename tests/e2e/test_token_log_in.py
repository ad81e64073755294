"""A mailbox without a password: the worker signs on with tokens, and a real server judges them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.conftest import Shop
from tests.e2e.letters import a_letter
from tests.servers.dovecot import Dovecot, TokenSigner
from tests.servers.identity import CLIENT_SECRET, IdentityProvider
from tests.servers.plugin import running

SIGNER = TokenSigner()


@pytest.fixture(scope="module")
def token_dovecot(server_home: Path) -> Iterator[Dovecot]:
    """Dovecot that opens to tokens of `SIGNER`; to passwords too, for the eyes of the test."""
    yield from running(server_home / "dovecot-tokens", opens_to=SIGNER)


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    one = IdentityProvider()
    one.start()
    yield one
    one.stop()


@dataclass
class TokenShop(Shop):
    """A shop whose settings hold no password."""

    provider: IdentityProvider = field(default_factory=IdentityProvider)

    def environment(self) -> dict[str, str]:
        given = {
            "TRIAGE_IMAP_PASSWORD": "",
            "TRIAGE_IMAP_AUTH": "oauth2",
            "TRIAGE_OAUTH_TOKEN_URL": self.provider.url,
            "TRIAGE_OAUTH_CLIENT_ID": "shop-bot",
            "TRIAGE_OAUTH_CLIENT_SECRET": CLIENT_SECRET,
            "TRIAGE_OAUTH_REFRESH_TOKEN": self.provider.first,
        }
        return super().environment() | given


@pytest.fixture
def shop(token_dovecot: Dovecot, provider: IdentityProvider, tmp_path: Path) -> TokenShop:
    shop = TokenShop(server=token_dovecot, user=token_dovecot.add_user(), home=tmp_path, provider=provider)
    shop.deliver(a_letter(sender="kim@mail.example", subject="Broken", text="My order 10001 arrived broken."))
    return shop


@pytest.mark.row(58)
def test_a_real_server_opens_to_the_token_and_the_draft_lies_there(shop: TokenShop, provider: IdentityProvider):
    provider.make = lambda number: SIGNER.token(shop.user, seconds=3600)
    shop.command("worker", "--once")
    assert len(shop.drafts()) == 1
    assert len(provider.asked) == 1


@pytest.mark.row(58)
def test_a_token_that_the_real_server_holds_for_over_is_renewed_once(shop: TokenShop, provider: IdentityProvider):
    provider.make = lambda number: SIGNER.token(shop.user, seconds=-60 if number == 1 else 3600)
    shop.command("worker", "--once")
    assert (len(shop.drafts()), len(provider.asked)) == (1, 2)
