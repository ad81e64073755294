"""Which folder is Drafts."""

import pytest

from triage.errors import OperatorError
from triage.mail.folders import DRAFTS_NAMES, find_folder
from triage.mail.wire import Listed


def drafts(*folders: str | tuple[str, str], configured: str | None = None, delimiter: str = "/") -> str | None:
    listed = [
        Listed(name=folder[0], flags=frozenset(folder[1].split()), delimiter=delimiter)
        if isinstance(folder, tuple)
        else Listed(name=folder, flags=frozenset(), delimiter=delimiter)
        for folder in folders
    ]
    return find_folder(listed, use="\\drafts", names=DRAFTS_NAMES, configured=configured, setting="TRIAGE_IMAP_DRAFTS")


def test_special_use_wins_over_names() -> None:
    assert drafts("Drafts", ("Entwürfe für später", "\\drafts")) == "Entwürfe für später"


def test_a_special_folder_that_cannot_be_opened_is_ignored() -> None:
    assert drafts(("Old", "\\drafts \\noselect"), "Brouillons") == "Brouillons"


@pytest.mark.parametrize("name", ["Drafts", "DRAFTS", "Entwürfe", "Borradores", "Bozze", "Rascunhos", "INBOX/Drafts"])
def test_usual_names_are_known(name: str) -> None:
    assert drafts("INBOX", "Sent", name) == name


@pytest.mark.parametrize("name", ["[Gmail]/Entwürfe", "[Google Mail]/Drafts"])
def test_gmail_keeps_its_folders_below_one(name: str) -> None:
    assert drafts("INBOX", name) == name


def test_courier_keeps_its_folders_below_the_inbox() -> None:
    assert drafts("INBOX", "INBOX.Drafts", delimiter=".") == "INBOX.Drafts"


def test_a_folder_of_that_name_deep_below_another_is_not_it() -> None:
    assert drafts("INBOX", "Archive/Drafts") is None


def test_two_marked_folders_are_told_apart_by_name() -> None:
    assert drafts(("Templates", "\\drafts"), ("Drafts", "\\drafts")) == "Drafts"


@pytest.mark.parametrize("folders", [("Drafts", "Entwürfe"), (("A", "\\drafts"), ("B", "\\drafts"))])
def test_a_guess_is_refused_and_the_setting_named(folders: tuple[str, ...]) -> None:
    with pytest.raises(OperatorError, match="TRIAGE_IMAP_DRAFTS"):
        drafts(*folders)


def test_the_setting_wins_over_everything() -> None:
    assert drafts(("Drafts", "\\drafts"), "Bot", configured="Bot") == "Bot"


def test_the_setting_forgives_the_case() -> None:
    assert drafts("INBOX", "Bot", configured="bot") == "Bot"


def test_a_configured_folder_that_is_missing_is_none() -> None:
    assert drafts(("Drafts", "\\drafts"), configured="Bot") is None
