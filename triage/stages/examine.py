"""Between parse and understand: look into the attachments of a person's mail. Total: no file raises or hangs."""

import time
from dataclasses import replace

from triage.records import Attachment, AttachmentKind, Finding, ParsedMail
from triage.stages.examining.deadline import TookTooLongError, within
from triage.stages.opening import looks_like_picture

_MOST_FILES = 20
_MOST_READ = 4
_CPU_SECONDS = 1.5
"""For all files of a mail together: with its reading before, it stays well below what a mail may take."""
_LEAST_SECONDS = 0.01
_TOO_LONG = "An attachment took too long to be looked into: a person must open it."


def examine(mail: ParsedMail) -> ParsedMail:
    """The mail with a finding for each attached picture and PDF, at most twenty, and notes on bad ones."""
    if mail.auto is not None or not any(map(_is_worth_it, mail.attachments)):
        return mail
    files: list[Attachment] = []
    looked, end = 0, time.process_time() + _CPU_SECONDS
    for file in mail.attachments:
        if looked < _MOST_FILES and _is_worth_it(file):
            files.append(replace(file, finding=_finding(file, end - time.process_time())))
            looked += 1
        else:
            files.append(file)
    problems = [file.finding.problem for file in files if file.finding and file.finding.problem]
    return replace(mail, attachments=tuple(files), problems=tuple(dict.fromkeys((*mail.problems, *problems))))


def read_pictures(mail: ParsedMail) -> ParsedMail:
    """The mail with the words that stand in its first four pictures, where the machine can read them.

    It takes half a second or more a picture; for mails that leave open what only a picture may say.
    """
    legible = [file for file in mail.attachments if file.finding is not None and file.finding.clarity is not None]
    if not legible:
        return mail
    from triage.stages.examining import lettering

    if not lettering.can_read():
        return mail
    end = time.process_time() + _CPU_SECONDS
    read = {id(file): _with_words(file, end - time.process_time()) for file in legible[:_MOST_READ]}
    return replace(mail, attachments=tuple(read.get(id(file), file) for file in mail.attachments))


def _is_worth_it(file: Attachment) -> bool:
    if file.kind is AttachmentKind.PHOTO:
        return True
    if file.kind is AttachmentKind.DOCUMENT:
        return b"%PDF-" in file.content[:1024]
    return file.kind is AttachmentKind.OTHER and looks_like_picture(file.content)


def _finding(file: Attachment, seconds: float) -> Finding:
    """What a file shows, if it can be found out in so much processor time."""
    if seconds < _LEAST_SECONDS:
        return Finding(problem=_TOO_LONG)
    # Imported by the first mail that needs them: most processes never do, and they weigh 40 MB.
    from triage.stages.examining.papers import look_into
    from triage.stages.examining.photos import look_at

    try:
        with within(seconds):
            return look_into(file.content) if file.kind is AttachmentKind.DOCUMENT else look_at(file.content).finding
    except TookTooLongError:
        return Finding(problem=_TOO_LONG)


def _with_words(file: Attachment, seconds: float) -> Attachment:
    if seconds < _LEAST_SECONDS:
        return file
    from triage.stages.examining import lettering
    from triage.stages.examining.photos import look_at

    try:
        with within(seconds):
            grey = look_at(file.content).grey
    except TookTooLongError:
        return file
    if grey is None or file.finding is None:
        return file
    return replace(file, finding=replace(file.finding, text=lettering.words_in(grey)))
