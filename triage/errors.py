"""Three families of errors, by who must act next.

`OperatorError`: a person changes a file or a setting. `RetryLater`: the world may heal by itself. `Refused`: the
caller asked for what the present state forbids.
"""


class TriageError(Exception):
    """Carries `what` happened and the `fix` that the reader can apply now."""

    exit_code = 1
    http_status = 500

    def __init__(self, what: str, *, fix: str) -> None:
        super().__init__(f"{what}; {fix}")
        self.what = what
        self.fix = fix


class OperatorError(TriageError):
    """A person must change a file or a setting (exit 2, HTTP 500)."""

    exit_code = 2


class SettingsError(OperatorError):
    """A setting is missing or wrong."""


class InputError(TriageError):
    """A file or argument that the caller gave cannot be read (exit 2, HTTP 400)."""

    exit_code = 2
    http_status = 400


class RetryLater(TriageError):
    """The world is broken for now: network, server, full disk (exit 1, HTTP 503)."""

    http_status = 503


class Refused(TriageError):
    """The present state forbids what was asked (exit 1, HTTP 409)."""

    http_status = 409
