"""Between parse and understand: look into the attachments of a person's mail. Total: no file raises or hangs."""

from dataclasses import replace

from triage.records import Attachment, AttachmentKind, Finding, ParsedMail
from triage.stages.examining import lettering
from triage.stages.examining.deadline import TookTooLongError, within
from triage.stages.examining.papers import look_into
from triage.stages.examining.photos import look_at
from triage.stages.opening import looks_like_picture

_MOST_FILES = 20
_MOST_READ = 4
_CPU_SECONDS = 5.0
_TOO_LONG = "An attachment took too long to be looked into: a person must open it."


def examine(mail: ParsedMail) -> ParsedMail:
    """The mail with a finding for each picture and PDF that a person attached, at most twenty, and notes on bad ones.

    Words in pictures are read in the first four, where that is installed.
    """
    if mail.auto is not None or not any(map(_is_worth_it, mail.attachments)):
        return mail
    files: list[Attachment] = []
    looked = letters = 0
    for file in mail.attachments:
        if looked == _MOST_FILES or not _is_worth_it(file):
            files.append(file)
            continue
        looked += 1
        finding = _finding(file, read_words=letters < _MOST_READ)
        letters += finding.pages is None
        files.append(replace(file, finding=finding))
    problems = [file.finding.problem for file in files if file.finding and file.finding.problem]
    return replace(mail, attachments=tuple(files), problems=tuple(dict.fromkeys((*mail.problems, *problems))))


def _is_worth_it(file: Attachment) -> bool:
    if file.kind is AttachmentKind.PHOTO:
        return True
    if file.kind is AttachmentKind.DOCUMENT:
        return b"%PDF-" in file.content[:1024]
    return file.kind is AttachmentKind.OTHER and looks_like_picture(file.content)


def _finding(file: Attachment, *, read_words: bool) -> Finding:
    try:
        with within(_CPU_SECONDS):
            if file.kind is AttachmentKind.DOCUMENT:
                return look_into(file.content)
            look = look_at(file.content)
    except TookTooLongError:
        return Finding(problem=_TOO_LONG)
    if look.grey is None or not read_words:
        return look.finding
    return replace(look.finding, text=lettering.words_in(look.grey))
