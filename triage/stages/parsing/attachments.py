"""Attachments as records: clean names, decoded octets, and a kind judged by content."""

import hashlib
import re
from email.message import Message

from triage.records import Attachment, AttachmentKind
from triage.stages.parsing.clean import clean_line, clean_text
from triage.stages.parsing.kinds import Hints, kind_of
from triage.stages.parsing.tnef import opened_tnef
from triage.stages.parsing.walk import Leaf, content_type, disposition_of, filename_of, payload_of

_MAX_NAME_CHARS = 200
_MOST_JUDGED = 100
_MANY = "The mail has more than 100 attachments: the rest was not looked into."
_SEPARATORS = re.compile(r"[\\/]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_TNEF_TYPES = ("application/ms-tnef", "application/vnd.ms-tnef")
_SUMMARY = re.compile(r"(?m)^SUMMARY(?:;[^:\n]{0,200})?:(.{1,300})")
_STARTS = re.compile(r"(?m)^DTSTART(?:;[^:\n]{0,200})?:([0-9TZ]{8,16})")
_NOTED_TYPES = {
    "application/pkcs7-mime": "The mail is encrypted or sealed with S/MIME: a person must open it.",
    "application/x-pkcs7-mime": "The mail is encrypted or sealed with S/MIME: a person must open it.",
    "application/pgp-encrypted": "The mail is encrypted with PGP: a person must open it.",
    "application/vnd.ms-outlook": "An Outlook .msg file is attached: a person must open it.",
}


def attachments_of(files: list[Leaf], html: str, problems: list[str]) -> tuple[list[Attachment], list[str]]:
    """Records of all files, winmail.dat replaced by its members, and texts found inside such containers.

    Notes on what could not be opened are added to `problems`.
    """
    found: list[Attachment] = []
    texts: list[str] = []
    for leaf in files:
        content = payload_of(leaf.part)
        record = _record(leaf.part, content, html, is_judged=len(found) < _MOST_JUDGED)
        if record.content_type in _TNEF_TYPES or (record.filename or "").lower() == "winmail.dat":
            members, text = _members(content, problems)
            found.extend(members or [record])
            texts.extend([text] if text else [])
            continue
        if record.content_type == "text/calendar" and (summary := _calendar_line(content)):
            texts.append(summary)
        _note(record, problems)
        found.append(record)
    if len(found) > _MOST_JUDGED:
        problems.append(_MANY)
    return found, texts


def clean_name(name: str | None) -> str | None:
    """A file name without folders, control and direction characters, at most 200 long; None when nothing stays."""
    if not name:
        return None
    last = _SEPARATORS.split(clean_line(name))[-1]
    last = _FORBIDDEN.sub("_", last).strip(" .")
    if len(last) > _MAX_NAME_CHARS:
        stem, dot, suffix = last.rpartition(".")
        keep = _MAX_NAME_CHARS - len(suffix) - 1
        last = f"{stem[:keep]}.{suffix}" if dot and len(suffix) <= 10 else last[:_MAX_NAME_CHARS]
    return last or None


def _record(part: Message, content: bytes, html: str, *, is_judged: bool) -> Attachment:
    name = clean_name(filename_of(part))
    declared = content_type(part)
    content_id = clean_line(str(part.get("content-id", ""))).strip("<> ")
    hints = Hints(
        name=name or "",
        content_type=declared,
        is_shown_in_text=bool(content_id) and len(content_id) < 500 and f"cid:{content_id}" in html,
        is_inline=disposition_of(part) == "inline" or (bool(content_id) and disposition_of(part) != "attachment"),
    )
    return _attachment(name, declared, content, kind_of(content, hints) if is_judged else AttachmentKind.OTHER)


def _attachment(name: str | None, declared: str, content: bytes, kind: AttachmentKind) -> Attachment:
    return Attachment(
        filename=name,
        content_type=declared,
        size_bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        kind=kind,
        content=content,
    )


def _members(content: bytes, problems: list[str]) -> tuple[list[Attachment], str]:
    """Files and text of a winmail.dat."""
    opened = opened_tnef(content)
    if opened is None:
        problems.append("A winmail.dat is attached that could not be opened.")
        return [], ""
    members = []
    for raw_name, data in opened.files:
        name = clean_name(raw_name)
        kind = kind_of(data, Hints(name=name or "", content_type="", is_shown_in_text=False, is_inline=False))
        members.append(_attachment(name, "application/octet-stream", data, kind))
    return members, opened.text


def _calendar_line(content: bytes) -> str:
    """What an invitation is about, as one line of text."""
    text = clean_text(content[:65536].decode("utf-8", "replace")).replace("\n ", "")
    summary, starts = _SUMMARY.search(text), _STARTS.search(text)
    if not summary:
        return ""
    return clean_line(f"{summary[1]} ({starts[1]})" if starts else summary[1])


def _note(record: Attachment, problems: list[str]) -> None:
    """Say in plain words that a file needs a person to open it."""
    note = _NOTED_TYPES.get(record.content_type)
    if record.kind is AttachmentKind.OTHER and (record.filename or "").lower().endswith(".msg"):
        note = _NOTED_TYPES["application/vnd.ms-outlook"]
    if note and note not in problems:
        problems.append(note)
