"""Sending, phase by phase: what is known at each failure, and that nothing is sent twice or changed on the way."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.servers.dovecot import free_port
from tests.servers.smtp_sink import SmtpSink
from triage.errors import OperatorError
from triage.loaders.settings import SmtpSettings
from triage.mail.outgoing import Outcome, SendResult
from triage.mail.smtp import SmtpSender, check_login, smtp_form

MAIL = b"Subject: hi\r\n\r\nhello\r\n"


def send(sink: SmtpSink, mail: bytes = MAIL, before_dot: Callable[[], None] = lambda: None) -> SendResult:
    return SmtpSender(sink.settings).send("shop@shop.example", "kim@mail.example", mail, before_dot=before_dot)


def test_an_accepted_mail_arrives_once_and_unchanged(smtp_sink: SmtpSink) -> None:
    assert send(smtp_sink) == SendResult(outcome=Outcome.ACCEPTED, phase="dot", reply="250")
    (mail,) = smtp_sink.delivered
    assert (mail.sender, mail.recipients, mail.content) == ("shop@shop.example", ("kim@mail.example",), MAIL)


def test_the_mark_is_set_before_the_mail_is_taken(smtp_sink: SmtpSink) -> None:
    taken_at_mark = []
    send(smtp_sink, before_dot=lambda: taken_at_mark.append(len(smtp_sink.delivered)))
    assert taken_at_mark == [0]


def test_a_mark_that_cannot_be_set_sends_nothing(smtp_sink: SmtpSink) -> None:
    def fail() -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        send(smtp_sink, before_dot=fail)
    assert smtp_sink.delivered == []
    assert send(smtp_sink).outcome is Outcome.ACCEPTED
    assert len(smtp_sink.delivered) == 1


@pytest.mark.parametrize("phase", ["mail", "rcpt", "data", "dot"])
@pytest.mark.parametrize(
    ("reply", "outcome"), [("451 4.3.0 later", Outcome.RETRY), ("550 5.1.1 never", Outcome.REFUSED)]
)
def test_an_answer_is_definite_in_every_phase(smtp_sink: SmtpSink, phase: str, reply: str, outcome: Outcome) -> None:
    smtp_sink.replies[phase] = reply
    assert send(smtp_sink) == SendResult(outcome=outcome, phase=phase, reply=reply[:3])
    assert smtp_sink.delivered == []


@pytest.mark.parametrize("phase", ["mail", "rcpt", "data"])
def test_silence_before_the_dot_may_be_tried_again(smtp_sink: SmtpSink, phase: str) -> None:
    marks: list[str] = []
    smtp_sink.replies[phase] = "drop"
    result = send(smtp_sink, before_dot=lambda: marks.append("dot"))
    assert (result.outcome, result.phase, marks) == (Outcome.RETRY, phase, [])


@pytest.mark.parametrize(("fault", "taken"), [("drop", 1), ("drop-before", 0)])
def test_silence_after_the_dot_is_never_resolved_by_machine(smtp_sink: SmtpSink, fault: str, taken: int) -> None:
    smtp_sink.replies["dot"] = fault
    result = send(smtp_sink)
    assert (result.outcome, result.phase) == (Outcome.UNKNOWN, "dot")
    assert len(smtp_sink.delivered) == taken


def test_a_server_that_is_away_is_tried_again() -> None:
    settings = SmtpSettings(host="127.0.0.1", port=free_port(), security="none")
    result = SmtpSender(settings).send("a@shop.example", "b@mail.example", MAIL, before_dot=lambda: None)
    assert (result.outcome, result.phase) == (Outcome.RETRY, "connect")


@pytest.mark.parametrize("recipient", ["kim@mail.example>\r\nRCPT TO:<eve@mail.example", "ü@mail.example", "", "kim"])
def test_an_address_that_breaks_commands_is_refused(smtp_sink: SmtpSink, recipient: str) -> None:
    result = SmtpSender(smtp_sink.settings).send("shop@shop.example", recipient, MAIL, before_dot=lambda: None)
    assert result.outcome is Outcome.REFUSED
    assert smtp_sink.delivered == []


def test_results_hold_no_words_of_the_server(smtp_sink: SmtpSink) -> None:
    smtp_sink.replies["rcpt"] = "550 5.1.1 <kim@mail.example> unknown"
    assert "kim" not in repr(send(smtp_sink))


def test_plain_text_to_another_machine_is_refused() -> None:
    with pytest.raises(OperatorError, match="TRIAGE_SMTP_SECURITY"):
        SmtpSender(SmtpSettings(host="mail.shop.example", port=25, security="none"))


def test_a_server_without_log_in_names_the_setting(smtp_sink: SmtpSink) -> None:
    settings = SmtpSettings(host="127.0.0.1", port=smtp_sink.port, security="none", user="shop", password="secret")
    with pytest.raises(OperatorError, match="TRIAGE_SMTP_USER"):
        check_login(settings)


def test_a_server_without_starttls_names_the_setting(smtp_sink: SmtpSink) -> None:
    with pytest.raises(OperatorError, match="TRIAGE_SMTP_SECURITY"):
        check_login(SmtpSettings(host="127.0.0.1", port=smtp_sink.port, security="starttls"))


def test_a_reachable_server_passes_the_check(smtp_sink: SmtpSink) -> None:
    assert str(smtp_sink.port) in check_login(smtp_sink.settings)
    assert smtp_sink.delivered == []


@pytest.mark.parametrize(
    "body",
    [
        b"a\n.\nMAIL FROM:<eve@mail.example>\n",
        b"a\r.\rb",
        b"a\r\n.\r\nb",
        b"a\n.\r\nb",
        b"a\r\n.\nb",
        b".",
        b"",
        b"..\r\n",
    ],
)
def test_no_body_can_end_early(smtp_sink: SmtpSink, body: bytes) -> None:
    assert send(smtp_sink, b"Subject: x\r\n\r\n" + body).outcome is Outcome.ACCEPTED
    (mail,) = smtp_sink.delivered
    expected = (b"Subject: x\n\n" + body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")).removesuffix(b"\n") + b"\n"
    assert mail.content == expected.replace(b"\n", b"\r\n")
    assert smtp_sink.commands == ["ehlo", "mail", "rcpt", "data"]


@given(st.binary(max_size=500))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_form_on_the_wire_has_no_bare_ends_and_no_lone_dot(mail: bytes) -> None:
    form = smtp_form(mail)
    rest = form.replace(b"\r\n", b"")
    assert form.endswith(b"\r\n") or form == b""
    assert b"\r" not in rest
    assert b"\n" not in rest
    assert b"." not in form.split(b"\r\n")
