"""What stays loaded while the program runs: packs, replies, the classifier. Checked at start, then read only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from triage.policy.pack import PolicyPack
from triage.records import ParsedMail, Understanding


class Classifier(Protocol):
    """A trained model, loaded. Batches are much faster than single mails."""

    @property
    def version(self) -> str:
        """Name of the folder under models/ that it came from."""
        ...

    def understand(self, mails: Sequence[ParsedMail], languages: Sequence[str]) -> list[Understanding]:
        """One understanding a mail, in order. languages: those the shop writes in, ISO 639-1, default first."""
        ...


class Replies(Protocol):
    """The reply templates, compiled."""

    def has(self, template: str, language: str) -> bool:
        """Whether this template exists in this language."""
        ...

    def render(self, template: str, language: str, values: Mapping[str, object]) -> str:
        """Text of one template; raises `TemplateFault` on a missing variable or unknown name."""
        ...

    def sentence(self, store: str, key: str, language: str) -> str | None:
        """A statement of the store's pack in a language that the pack is not written in; None when there is none."""
        ...

    def units(self, language: str) -> Mapping[str, Sequence[str]]:
        """How the language writes the units of figures, such as `days`; of several forms the first is the plain one."""
        ...


class NotLoaded:
    """Stands for replies and classifier in commands that need neither, so that they start at once."""

    version = ""

    def understand(self, mails: Sequence[ParsedMail], languages: Sequence[str]) -> list[Understanding]:
        """Never asked for."""
        raise LookupError("this command did not load the classifier")

    def has(self, template: str, language: str) -> bool:
        """Never asked for."""
        raise LookupError("this command did not load the replies")

    def render(self, template: str, language: str, values: Mapping[str, object]) -> str:
        """Never asked for."""
        raise LookupError("this command did not load the replies")

    def sentence(self, store: str, key: str, language: str) -> str | None:
        """Never asked for."""
        raise LookupError("this command did not load the replies")

    def units(self, language: str) -> Mapping[str, Sequence[str]]:
        """Never asked for."""
        raise LookupError("this command did not load the replies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """packs: by store key, every version, newest first. faults: what was left out and why, for the owner."""

    packs: Mapping[str, tuple[PolicyPack, ...]]
    replies: Replies
    classifier: Classifier
    faults: tuple[str, ...] = ()

    def pack(self, store: str, at: datetime | None = None) -> PolicyPack:
        """The pack in force at `at` (aware UTC; None: the newest). Raises KeyError for an unknown store."""
        versions = self.packs[store]
        if at is None:
            return versions[0]
        return next((pack for pack in versions if pack.in_force_from <= at), versions[-1])
