"""What the commands share: the project's folder, the settings and the App, built when a command asks for them."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from triage.errors import OperatorError
from triage.loaders.settings import Settings, load_settings

if TYPE_CHECKING:
    from triage.app import App
    from triage.kit import Kit

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""argparse gives this type no public name."""


def project_root() -> Path:
    """The folder that holds templates/, models/ and data/."""
    return Path(__file__).resolve().parents[2]


def settings() -> Settings:
    """The settings of this project."""
    return load_settings(project_root())


def kit() -> "Kit":
    """Packs, replies and the classifier, checked."""
    from triage.loaders.kit import load_kit

    return load_kit(project_root())


def app(*, mailboxes: bool = False, with_kit: bool = True, apart: bool = False) -> "App":
    """The App. mailboxes: at least one has to be configured. with_kit, apart: see `build_app`."""
    from triage.app import build_app
    from triage.cli.bars import on_terminal

    given = settings()
    if mailboxes and not given.accounts:
        raise OperatorError(
            "no mailbox is configured",
            fix="copy .env.example to .env and set TRIAGE_STORE and TRIAGE_IMAP_*, or try `make demo`",
        )
    return build_app(given, with_kit=with_kit, apart=apart, progress=on_terminal)
