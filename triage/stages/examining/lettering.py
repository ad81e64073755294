"""Words in pictures, where the shop's machine can read them: extra `ocr` and the program tesseract."""

import shutil
from functools import cache

import numpy as np
from PIL import Image, ImageOps

from triage.stages.examining.papers import clean

SECONDS = 2
_LANGUAGES = ("eng", "deu", "fra", "spa", "ita", "por")
_LONG_SIDE = 1600
_MOST_ENLARGED = 2.0
_TILT_SIDE = 400
_TILTS = range(-8, 9)
_SPARSE = "--psm 11"
"""Words stand anywhere in a photo, not in columns."""


def can_read() -> bool:
    """Whether both the library and the program are there."""
    return bool(_languages())


def words_in(grey: Image.Image) -> str:
    """What is written in a picture, "" when nothing can be read within two seconds."""
    languages = _languages()
    if not languages:
        return ""
    import pytesseract

    try:
        read = pytesseract.image_to_string(_made_legible(grey), "+".join(languages), config=_SPARSE, timeout=SECONDS)
    except (RuntimeError, OSError, pytesseract.TesseractError):
        return ""
    return clean(str(read))


def _made_legible(grey: Image.Image) -> Image.Image:
    """At the size that the program reads best, with full contrast and level lines."""
    scale = min(_MOST_ENLARGED, _LONG_SIDE / max(grey.size))
    sized = grey.resize((max(1, round(grey.width * scale)), max(1, round(grey.height * scale))))
    tilt = _tilt(sized)
    level = sized.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255) if tilt else sized
    return ImageOps.autocontrast(level)


def _tilt(grey: Image.Image) -> int:
    """By how many degrees to turn a picture for its edges to lie in rows: there its rows differ the most."""
    small = grey.copy()
    small.thumbnail((_TILT_SIDE, _TILT_SIDE))
    return max(_TILTS, key=lambda degrees: (_rows_differ(small, degrees), -abs(degrees)))


def _rows_differ(grey: Image.Image, degrees: int) -> float:
    turned = np.asarray(grey.rotate(degrees, Image.Resampling.BILINEAR), dtype=np.float32)
    edge = max(4, min(turned.shape) // 10)
    rows = turned[edge:-edge, edge:-edge].mean(axis=1)
    return float(np.square(np.diff(rows)).sum())


@cache
def _languages() -> tuple[str, ...]:
    """Those of our languages that are installed; none without the library or the program."""
    try:
        import pytesseract
    except ImportError:
        return ()
    if shutil.which("tesseract") is None:
        return ()
    try:
        installed = set(pytesseract.get_languages())
    except (OSError, RuntimeError, pytesseract.TesseractError):
        return ()
    return tuple(language for language in _LANGUAGES if language in installed)
