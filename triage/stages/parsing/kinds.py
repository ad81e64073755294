"""What a file is, judged by its content; names and declared types are hints for pictures only, never proof."""

import re
from dataclasses import dataclass

import puremagic

from triage.records import AttachmentKind
from triage.stages.opening import looks_like_picture
from triage.stages.parsing.pictures import Picture, read_picture

_SNIFF_BYTES = 4096
_ENTRIES_BYTES = 64 * 1024
_VIDEO_BRANDS = re.compile(
    rb"....ftyp(?:mp4|mp7|isom|iso[2-9]|avc1|M4V|M4VP|qt  |3g|dash|MSNV|f4v|mmp4|NDX|XAVC|hvc1|CAEP)", re.S
)
_VIDEO_STARTS = (
    b"\x1a\x45\xdf\xa3",
    b"\x00\x00\x01\xba",
    b"\x00\x00\x01\xb3",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",
    b"FLV\x01",
)
_QUICKTIME_ATOMS = (b"moov", b"mdat", b"wide", b"free")
_OFFICE_FOLDERS = (b"word/", b"xl/", b"ppt/")
_DRAWING = re.compile(
    rb"(?i)[\xef\xbb\xbf\s]{0,9}(?:<\?xml[^>]{0,200}>\s{0,9}|<!doctype[^>]{0,200}>\s{0,9}|<!--[^>]{0,200}>\s{0,9}){0,4}<svg\b"
)
_MSG_STREAM = "__nameid_version".encode("utf-16-le")
_DOCUMENT_TYPES = frozenset(
    [
        "application/pdf",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/rtf",
        "text/rtf",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
    ]
)
_PROGRAM_NAMES = re.compile(
    r"(?i)\.(?:exe|com|scr|pif|bat|cmd|ps1|psm1|vbs?|vbe|jse?|wsf|wsh|hta|msi|reg|lnk|jar|sh|py|pl|app"
    r"|dll|cpl|svg|asc|p7s|p7m|sig)$"
)
_DECORATION = re.compile(
    r"(?i)logo|banner|signatur|firma|icon|facebook|instagram|twitter|linkedin|youtube|tiktok|pinterest"
    r"|spacer|pixel|footer|header|divider|emoji|badge|avatar|^image\d{3}\.(?:png|gif|jpe?g)$|^(?:att"
    r"|atp)\d{3,6}\.|^~wrd\d+|^outlook-|^oledata|^clip_image|^pastedgraphic"
)
_CAMERA = re.compile(
    r"(?i)^(?:img|dsc|dscn|dscf|pxl|mvimg|wp|p|pict|cam|foto|photo|bild|image|picture|immagine|imagem"
    r"|imagen|whatsapp|signal|screenshot|bildschirmfoto|capture|captura|fullsizerender|received|snapchat"
    r"|burst|pano)[ _-]?.*\d.*\.(?:jpe?g|heic|heif|png|webp)$|^\d{8}[_-]\d{4,6}"
)
_SCREEN = re.compile(
    r"(?i)screen[ _-]?(?:shot|grab|cap)|^ss[ _-]?\d|bildschirm(?:foto|aufnahme)|capture|captura|schermata|istantanea"
    r"|pantallazo|\bprint(?:screen| de tela)?[ _-]?\d"
)
_LOGO_PIXELS, _LOGO_SIDE = 320 * 200, 200
_PHOTO_SIDE = 480
_CUT_OUT_PIXELS = 500 * 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the mail says about a file.

    is_shown_in_text: the HTML body shows it by its Content-ID. is_inline: the mail asks to show it within the text.
    """

    name: str
    content_type: str
    is_shown_in_text: bool
    is_inline: bool


def kind_of(content: bytes, hints: Hints) -> AttachmentKind:
    """The kind of a file, from its octets; unknown and dangerous things are `other`."""
    if hints.content_type.startswith("message/"):
        return AttachmentKind.OTHER
    start = content[:_SNIFF_BYTES]
    if looks_like_picture(start):
        picture = read_picture(content)
        return _picture_kind(picture, hints, len(content)) if picture else AttachmentKind.OTHER
    if _is_video(start):
        return AttachmentKind.VIDEO
    return AttachmentKind.DOCUMENT if _is_document(content, start, hints) else AttachmentKind.OTHER


def _is_video(start: bytes) -> bool:
    if start[4:8] == b"ftyp":
        return bool(_VIDEO_BRANDS.match(start))
    if start[:4] == b"RIFF":
        return start[8:12] == b"AVI "
    return start.startswith(_VIDEO_STARTS) or start[4:8] in _QUICKTIME_ATOMS


def _picture_kind(picture: Picture, hints: Hints, size_bytes: int) -> AttachmentKind:
    """A picture that a customer attached, or decoration of the mail?"""
    short, long = sorted((picture.width, picture.height))
    is_placed = hints.is_shown_in_text or hints.is_inline
    if short < 8 or (long <= 24 and is_placed):
        return AttachmentKind.INLINE
    if picture.has_camera:
        return AttachmentKind.PHOTO
    if _is_of_screen(picture, hints.name):
        return AttachmentKind.OTHER
    decorated = bool(_DECORATION.search(hints.name))
    from_camera = bool(_CAMERA.match(hints.name)) and not decorated
    if not is_placed:
        return AttachmentKind.INLINE if _is_decoration(picture, decorated=decorated) else AttachmentKind.PHOTO
    if from_camera and (short >= _LOGO_SIDE or picture.is_photographic):
        return AttachmentKind.PHOTO
    if long > 4 * short or _is_logo_like(short, long):
        return AttachmentKind.INLINE
    if short >= _PHOTO_SIDE or (picture.is_photographic and not decorated and size_bytes > 20_000):
        return AttachmentKind.PHOTO
    return AttachmentKind.INLINE


def _is_of_screen(picture: Picture, name: str) -> bool:
    """A picture of a screen shows words on even ground; one of a photo on a screen shows the photo, and counts."""
    return picture.is_drawn and (bool(_SCREEN.search(name)) or picture.fills_screen)


def _is_decoration(picture: Picture, *, decorated: bool) -> bool:
    """Is an attached picture one of those that programs attach by themselves?"""
    short, long = sorted((picture.width, picture.height))
    if decorated and _is_logo_like(short, long):
        return True
    if not picture.is_drawn or picture.is_photographic:
        return False
    return long > 5 * short or (picture.is_cut_out and short * long <= _CUT_OUT_PIXELS)


def _is_logo_like(short: int, long: int) -> bool:
    return short * long <= _LOGO_PIXELS or short <= _LOGO_SIDE or long > 5 * short


def _is_document(content: bytes, start: bytes, hints: Hints) -> bool:
    """PDF, office files and readable text; programs under any name are not."""
    if _PROGRAM_NAMES.search(hints.name) or not content:
        return False
    if b"%PDF-" in start[:1024] or start.startswith(b"{\\rtf"):
        return True
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _MSG_STREAM not in content[: 4 * 1024 * 1024]
    if start.startswith(b"PK\x03\x04"):
        return _is_office_zip(content)
    if _DRAWING.match(start):
        return False
    if _is_text(start):
        return not hints.content_type.startswith(("application/pgp", "application/x-sh", "image/"))
    return _by_library(content, start)


def _is_office_zip(content: bytes) -> bool:
    """Word, Excel, PowerPoint and OpenDocument are archives with known entries; nothing is unpacked."""
    head = content[:_ENTRIES_BYTES] + content[-_ENTRIES_BYTES:]
    if b"[Content_Types].xml" in head and any(folder in head for folder in _OFFICE_FOLDERS):
        return b"vbaProject.bin" not in head
    return b"mimetypeapplication/vnd.oasis.opendocument" in content[:200]


def _is_text(start: bytes) -> bool:
    if b"\x00" in start or start.startswith((b"MZ", b"\x7fELF", b"#!")):
        return False
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start < len(start) - 4 and sum(byte >= 0x80 for byte in start) > len(start) // 4:
            return False
    return not any(byte < 9 or 14 <= byte < 27 for byte in start)


def _by_library(content: bytes, start: bytes) -> bool:
    """The signature table of puremagic, for the rarer document formats."""
    try:
        found = puremagic.from_string(start if len(content) > _SNIFF_BYTES else content, mime=True)
    except (puremagic.PureError, ValueError):
        return False
    return found in _DOCUMENT_TYPES
