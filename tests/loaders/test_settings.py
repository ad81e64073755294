"""Settings: every wrong one is a line that says how to mend it."""

import stat
from datetime import UTC, datetime, timedelta

import pytest

from triage.loaders.settings import SettingsError, load_settings, parse_since

MAILBOX = {
    "TRIAGE_STORE": "migems",
    "TRIAGE_IMAP_HOST": "mail.example",
    "TRIAGE_IMAP_USER": "care@migems.example",
    "TRIAGE_IMAP_PASSWORD": "secret",
}


def test_the_port_follows_from_the_security(tmp_path):
    assert load_settings(tmp_path, MAILBOX).accounts[0].port == 993
    relaxed = MAILBOX | {"TRIAGE_IMAP_SECURITY": "starttls"}
    assert load_settings(tmp_path, relaxed).accounts[0].port == 143


def test_the_environment_wins_over_the_file(tmp_path):
    (tmp_path / ".env").write_text("TRIAGE_STORE=milisima\nTRIAGE_POLL_SECONDS=5\n")
    (account,) = load_settings(tmp_path, MAILBOX).accounts
    assert (account.store, account.poll_seconds) == ("migems", 5.0)


def test_no_password_is_ever_printed(tmp_path):
    assert "secret" not in repr(load_settings(tmp_path, MAILBOX))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"TRIAGE_IMAP_SECURITY": "none"}, "not on this machine"),
        ({"TRIAGE_IMAP_SECURITY": "ssl"}, "tls, starttls, none"),
        ({"TRIAGE_IMAP_PORT": "0"}, "1 to 65535"),
        ({"TRIAGE_IMAP_PASSWORD": ""}, "TRIAGE_IMAP_PASSWORD is not set"),
        ({"TRIAGE_IMAP_PASWORD": "x"}, "did you mean TRIAGE_IMAP_PASSWORD"),
        ({"TRIAGE_SINCE": "soon"}, "48h or 30d"),
        ({"TRIAGE_POLL_SECONDS": "0"}, "1 or more"),
        ({"TRIAGE_DATABASE_URL": "mysql://x"}, "sqlite:///path or postgresql"),
        ({"TRIAGE_SECRET_KEY": "short"}, "long random value"),
        ({"TRIAGE_CONFIG": "absent.toml"}, "not there"),
    ],
)
def test_a_wrong_setting_says_how_to_mend_it(tmp_path, change, words):
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path, MAILBOX | change)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_malformed_env_file_names_its_line(tmp_path):
    (tmp_path / ".env").write_text("TRIAGE_STORE=migems\nthis is no setting at all\n")
    with pytest.raises(SettingsError, match="line 2"):
        load_settings(tmp_path, {})


def test_an_env_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / ".env").write_bytes(b"TRIAGE_STORE=\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(tmp_path, {})


def test_several_mailboxes_come_from_the_configuration_file(tmp_path, monkeypatch):
    monkeypatch.setenv("SHOP_B", "pass-b")
    (tmp_path / "triage.toml").write_text(
        '[[mailbox]]\nname="a"\nstore="migems"\nimap_host="h.example"\nimap_user="u"\nimap_password="p"\n'
        '[[mailbox]]\nname="b"\nstore="milisima"\nimap_host="h.example"\nimap_user="u"\nimap_password="env:SHOP_B"\n'
    )
    first, second = load_settings(tmp_path, {"TRIAGE_CONFIG": "triage.toml"}).accounts
    assert (first.name, second.name, second.password) == ("a", "b", "pass-b")


def test_two_mailboxes_of_one_name_are_refused(tmp_path):
    table = '[[mailbox]]\nname="a"\nstore="migems"\nimap_host="h.example"\nimap_user="u"\nimap_password="p"\n'
    (tmp_path / "triage.toml").write_text(table * 2)
    with pytest.raises(SettingsError, match="two mailboxes"):
        load_settings(tmp_path, {"TRIAGE_CONFIG": "triage.toml"})


def test_without_a_mailbox_the_settings_are_still_readable(tmp_path):
    assert load_settings(tmp_path, {}).accounts == ()


def test_the_secret_key_is_made_once_and_readable_by_its_owner_alone(tmp_path):
    first = load_settings(tmp_path, {}).secret_key
    path = tmp_path / "data" / "secret.key"
    assert load_settings(tmp_path, {}).secret_key == first
    assert len(first) == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_since_reads_spans_instants_and_all():
    assert parse_since("48h") == timedelta(hours=48)
    assert parse_since("30d") == timedelta(days=30)
    assert parse_since("all") is None
    assert parse_since("2026-03-01") == datetime(2026, 3, 1, tzinfo=UTC)


SIGN_ON = {
    "TRIAGE_OAUTH_TOKEN_URL": "https://login.example/token",
    "TRIAGE_OAUTH_CLIENT_ID": "shop-bot",
    "TRIAGE_OAUTH_REFRESH_TOKEN": "secretrefresh",
}
NO_PASSWORD = {key: value for key, value in MAILBOX.items() if key != "TRIAGE_IMAP_PASSWORD"}


def test_a_sign_on_stands_in_for_the_password(tmp_path):
    sending = {"TRIAGE_SMTP_HOST": "smtp.example", "TRIAGE_SMTP_USER": "care@migems.example"}
    settings = load_settings(tmp_path, NO_PASSWORD | SIGN_ON | sending)
    (account,) = settings.accounts
    assert account.sign_on is not None
    assert account.smtp is not None
    assert (account.auth, account.password) == ("oauth2", "")
    assert account.smtp.sign_on == account.sign_on
    assert account.sign_on.kept.parent == tmp_path / "data" / "tokens"
    assert "secretrefresh" not in repr(settings)


def test_an_smtp_password_wins_over_the_sign_on(tmp_path):
    sending = {"TRIAGE_SMTP_HOST": "smtp.example", "TRIAGE_SMTP_USER": "u", "TRIAGE_SMTP_PASSWORD": "secret"}
    (account,) = load_settings(tmp_path, NO_PASSWORD | SIGN_ON | sending).accounts
    assert account.smtp is not None
    assert account.smtp.sign_on is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"TRIAGE_OAUTH_TOKEN_URL": "http://login.example/token"}, "unencrypted"),
        ({"TRIAGE_OAUTH_TOKEN_URL": "login.example"}, "no address"),
        ({"TRIAGE_OAUTH_TOKEN_URL": "https://u:p@login.example/token"}, "no address"),
        ({"TRIAGE_OAUTH_TOKEN_URL": "https://login.example:99999/"}, "no address"),
        ({"TRIAGE_OAUTH_TOKEN_URL": "https://login.example/\r\nX: y"}, "no address"),
        ({"TRIAGE_OAUTH_TOKEN_URL": ""}, "TRIAGE_OAUTH_TOKEN_URL is not"),
        ({"TRIAGE_OAUTH_CLIENT_ID": ""}, "TRIAGE_OAUTH_CLIENT_ID is not set"),
        ({"TRIAGE_OAUTH_REFRESH_TOKEN": ""}, "TRIAGE_OAUTH_CLIENT_SECRET"),
        ({"TRIAGE_OAUTH_REFRESH_TOKEN": "secret refresh"}, "copy it again"),
        ({"TRIAGE_IMAP_AUTH": "password"}, "oauth2"),
    ],
)
def test_a_wrong_sign_on_says_how_to_mend_it(tmp_path, change, words):
    with pytest.raises(SettingsError, match=words) as caught:
        load_settings(tmp_path, NO_PASSWORD | SIGN_ON | change)
    assert "secret refresh" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_each_mailbox_of_the_file_has_a_sign_on_and_a_place_for_tokens_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("SHOP_REFRESH", "secretrefresh")
    table = """
    [[mailbox]]
    name = "{name}"
    store = "migems"
    imap_host = "imap.example"
    imap_user = "u"
    oauth_token_url = "https://login.example/token"
    oauth_client_id = "shop-bot"
    oauth_refresh_token = "env:SHOP_REFRESH"
    """
    (tmp_path / "triage.toml").write_text(table.format(name="a/b") + table.format(name="a-b"))
    signs = [one.sign_on for one in load_settings(tmp_path, {"TRIAGE_CONFIG": "triage.toml"}).accounts]
    assert all(sign is not None and sign.refresh_token == "secretrefresh" for sign in signs)
    places = {sign.kept for sign in signs if sign is not None}
    assert len(places) == 2
    assert {place.parent for place in places} == {tmp_path / "data" / "tokens"}
