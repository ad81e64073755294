"""Bytes to text, when the declared charset may be missing, wrong or unknown."""

import codecs
import re

from charset_normalizer import from_bytes

from triage.stages.parsing.clean import clean_line

_ALIASES = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "x-ansi": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "ksc5601": "cp949",
    "korean": "cp949",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "cp-850": "cp850",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
}
_ESCAPED = re.compile(rb"\x1b(?:\$[@AB]|\$\([CDO]|\([JI]|\$\)C)")
_WIDE = ("utf-16", "utf-32", "utf_16", "utf_32", "ucs-2")
_SAMPLE_BYTES = 8192
_WESTERN_SHARE = 0.15


def decoded(payload: bytes, declared: str | None, *, guess: bool = True) -> tuple[str, str | None]:
    """Text of `payload`, and in plain words what was wrong with its charset (None: nothing).

    guess: let statistics choose when nothing declared fits (slow; for bodies, not for headers).
    """
    name = _codec(declared)
    early = _by_marks(payload, name)
    if early is not None:
        return early, None
    if name and name.startswith(_WIDE):
        return payload.decode(name, "replace"), None
    try:
        return payload.decode("utf-8"), None
    except UnicodeDecodeError:
        pass  # no UTF-8: the declared name is tried next
    if name and name != "utf-8":
        try:
            return payload.decode(name), None
        except UnicodeError:
            pass  # declared wrongly: it has to be guessed
    return _guessed(payload, declared, guess)


def _by_marks(payload: bytes, name: str | None) -> str | None:
    """Text whose encoding shows in the bytes: byte order marks, ISO-2022 escapes, 7-bit codes."""
    if payload.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return payload.decode("utf-16", "replace")
    if payload.startswith(codecs.BOM_UTF8):
        return payload.decode("utf-8-sig", "replace")
    if _ESCAPED.search(payload, 0, _SAMPLE_BYTES * 8):
        korean = b"\x1b$)C" in payload
        return payload.decode("iso2022_kr" if korean else "iso2022_jp_ext", "replace")
    if name in ("utf-7", "hz") and payload.isascii():
        return payload.decode(name, "replace")
    return None


def _guessed(payload: bytes, declared: str | None, guess: bool) -> tuple[str, str]:
    """Text when neither UTF-8 nor the declared charset fits."""
    wish = f"declared as {clean_line(declared[:40])}" if declared else "without a declared charset"
    sample = payload[:_SAMPLE_BYTES]
    # Few letters beyond ASCII among many within: a Western language, where statistics only mislead.
    foreign = sum(byte >= 0x80 for byte in sample)
    best = from_bytes(sample).best() if guess and foreign > _WESTERN_SHARE * len(sample) and foreign > 8 else None
    name = best.encoding if best is not None else "cp1252"
    return payload.decode(name, "replace"), f"A text {wish} could not be read as such; it was read as {name}."


def _codec(declared: str | None) -> str | None:
    """Python's name for a declared charset, None when there is none that decodes text."""
    if not declared:
        return None
    wish = declared.strip().strip("'\"").lower()
    wish = _ALIASES.get(wish, wish)
    try:
        info = codecs.lookup(wish)
    except (LookupError, ValueError):
        return None
    # Only text codecs: "base64", "zip" and their like are codecs too, and "zip" is a bomb.
    if not info._is_text_encoding or info.name in ("idna", "punycode", "unicode_escape", "raw_unicode_escape"):
        return None
    return _ALIASES.get(info.name, info.name)
