"""The body of a mail as text: the whole, and what the sender wrote now."""

import re
from dataclasses import dataclass

from triage.stages.parsing.cutter import MAX_LINES, Cut, cut, unquoted
from triage.stages.parsing.markup import has_quote_container, html_to_text
from triage.stages.parsing.phrases import FORWARD_SUBJECT
from triage.stages.parsing.walk import BodyPiece

_REPLY_SUBJECT = re.compile(
    r"(?i)\s{0,9}(?:\[[^\]]{0,40}\]\s{0,9})?(?:re|aw|sv|antw|odp|r|res|ref|rif|vs|ynt)\s{0,9}(?:\[\d+\])?\s{0,9}:"
)
_PLACEHOLDER = re.compile(
    r"(?i)(?:your|ihr|votre|su|il\s+(?:suo|tuo)|seu)\s.{0,60}(?:html|not\s+display|nicht\s+(?:anzeigen|darstellen))|view\s+(?:this|it)\s.{0,40}(?:html|browser)"
    r"|html\s+(?:capable|compatible|e-?mail|mail|format|only)"
)
_MAX_CUT_CHARS = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """text: the new words. full_text: everything. html: as sent. problems: in plain words."""

    text: str
    full_text: str
    html: str
    problems: tuple[str, ...]


def read_body(pieces: list[BodyPiece], extra: list[str], subject: str, *, is_reply: bool) -> Body:
    """Body of a mail from its pieces; `extra`: text found inside containers and invitations."""
    forward = bool(FORWARD_SUBJECT.match(subject))
    whole: list[str] = []
    cuts: list[Cut] = []
    for piece in pieces:
        full, best = _read_piece(piece, forward_subject=forward)
        whole.append(full)
        cuts.append(best)
    extra = [text for text in extra if _bare(text) not in {_bare(full) for full in whole}]
    full_text = _joined([*whole, *extra])
    text = _joined([found.new for found in cuts])
    problems: list[str] = []
    if not text:
        text, problem = _when_nothing_is_new(
            cuts, whole, extra, is_reply=is_reply or bool(_REPLY_SUBJECT.match(subject))
        )
        problems.extend([problem] if problem else [])
    if len(full_text) > _MAX_CUT_CHARS or full_text.count("\n") >= MAX_LINES:
        problems.append("The text is very long: only its first part was searched for what is new.")
    html = "\n".join(html for piece in pieces for html in piece.html)
    return Body(text=text, full_text=full_text, html=html, problems=tuple(problems))


def _read_piece(piece: BodyPiece, *, forward_subject: bool) -> tuple[str, Cut]:
    """Whole text and cut of one stretch. HTML says best where a quote begins, plain text reads best."""
    plain = "\n".join(piece.plain).strip("\n")
    html = "\n".join(piece.html)
    if html and (not plain.strip() or _is_placeholder(plain)):
        plain = html_to_text(html)
        return plain, cut(plain[:_MAX_CUT_CHARS], forward_subject=forward_subject)
    best = cut(plain[:_MAX_CUT_CHARS], forward_subject=forward_subject)
    if html and has_quote_container(html):
        other = cut(html_to_text(html)[:_MAX_CUT_CHARS], forward_subject=forward_subject)
        if other.has_history and other.new and (not best.has_history or len(other.new) < len(best.new)):
            best = other
    return plain, best


def _is_placeholder(plain: str) -> bool:
    """Does the plain form only say that there is an HTML form?"""
    return len(plain) < 300 and bool(_PLACEHOLDER.search(plain))


def _when_nothing_is_new(
    cuts: list[Cut], whole: list[str], extra: list[str], *, is_reply: bool
) -> tuple[str, str | None]:
    """What to read when the sender wrote nothing above the older mail."""
    forwarded = _joined([found.forwarded or "" for found in cuts])
    if forwarded:
        return forwarded, "Nothing is written above the forwarded mail: its text was read instead."
    if not any(full.strip() for full in whole):
        return _joined(extra), None
    if is_reply and any(found.has_history for found in cuts):
        return "", "The reply holds nothing but older mails."
    return _joined(
        [unquoted(full) for full in whole]
    ), "Nothing but quoted text was found: it was read as the sender's."


def _bare(text: str) -> str:
    """Without blanks: the same words in another form are the same."""
    return "".join(text.split())


def _joined(texts: list[str]) -> str:
    return "\n\n".join(text.strip("\n") for text in texts if text.strip()).strip("\n")
