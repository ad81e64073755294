"""A picture looked at closely: how large and how sharp it is, when it was taken, and what it is known again by."""

import re
from dataclasses import dataclass
from itertools import pairwise

import imagehash
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from triage.records import Clarity, Finding
from triage.stages.examining.deadline import TookTooLongError
from triage.stages.opening import JPEG, is_bounded, opened

_DRAFT_SIDE = 2000
_LOOK_SIDE = 640
_TILES = 8
_SHARP_VARIANCE = 60.0
_DARK_LEVEL = 24
_SMALL_SIDE = 200
_PLAIN_CONTRAST = 6.0
_EXIF_PART = 0x8769
_TAKEN, _OFFSET = 0x9003, 0x9011
_EXIF_TIME = re.compile(r"([12]\d{3}):([01]\d):([0-3]\d) ([0-2]\d):([0-5]\d):([0-5]\d)")
_EXIF_OFFSET = re.compile(r"[+-][01]\d:[0-5]\d")
_TOO_LARGE = "A picture is too large to be looked at: a person must open it."
_BROKEN = "A picture is damaged: it could not be looked at."


@dataclass(frozen=True, slots=True)
class Look:
    """What was found, and the picture itself, upright, grey and at most 2,000 pixels long; None when unreadable."""

    finding: Finding
    grey: Image.Image | None


def look_at(content: bytes) -> Look:
    """Decode a picture within bounds and describe it; what cannot be decoded is a finding with a problem.

    Raises TookTooLongError where the caller sets a bound.
    """
    try:
        with opened(content) as image:
            return _looked(image, content)
    except Image.DecompressionBombError:
        return Look(Finding(problem=_TOO_LARGE), None)
    except TookTooLongError:
        raise
    except Exception:  # noqa: BLE001 - the door to foreign decoders: what they cannot read is told
        return Look(Finding(problem=_BROKEN), None)


def _looked(image: Image.Image, content: bytes) -> Look:
    if not is_bounded(image, content):
        return Look(Finding(width=image.width, height=image.height, problem=_TOO_LARGE), None)
    size, taken = image.size, _taken(image)
    if image.format in JPEG:
        image.draft("L", (_DRAFT_SIDE, _DRAFT_SIDE))
    try:
        image.load()
    except OSError:
        return Look(Finding(width=size[0], height=size[1], taken=taken, problem=_BROKEN), None)
    flat = _on_white(image)
    turned = ImageOps.exif_transpose(flat)
    is_turned = (turned.width > turned.height) != (flat.width > flat.height)
    turned.thumbnail((_DRAFT_SIDE, _DRAFT_SIDE))
    grey = turned.convert("L")
    same, mirrored = _hashes(grey)
    finding = Finding(
        width=size[1] if is_turned else size[0],
        height=size[0] if is_turned else size[1],
        clarity=_clarity(grey, min(size)),
        taken=taken,
        picture_hash=same,
        mirrored_hash=mirrored,
    )
    return Look(finding, grey)


def _on_white(image: Image.Image) -> Image.Image:
    """Without transparency. The EXIF block, which says how to turn it, stays with it."""
    if image.mode in ("RGBA", "LA", "PA", "P", "La", "RGBa"):
        clear = image.convert("RGBA")
        flat = Image.new("RGB", image.size, "white")
        flat.paste(clear, mask=clear.getchannel("A"))
        return flat
    return image if image.mode in ("L", "RGB") else image.convert("RGB")


def _clarity(grey: Image.Image, short_side: int) -> Clarity:
    """Sharp where it is sharpest: a ring before a soft background is a clear picture."""
    if short_side < _SMALL_SIDE:
        return Clarity.SMALL
    small = grey.copy()
    small.thumbnail((_LOOK_SIDE, _LOOK_SIDE))
    if _is_dark(small):
        return Clarity.DARK
    return Clarity.CLEAR if sharpness(np.asarray(small)) >= _SHARP_VARIANCE else Clarity.BLURRED


def _is_dark(grey: Image.Image) -> bool:
    """Is less than a tenth of the picture lighter than a dark grey?"""
    shades = grey.histogram()
    return 10 * sum(shades[_DARK_LEVEL:]) < sum(shades)


def sharpness(picture: npt.NDArray[np.uint8]) -> float:
    """Variance of the Laplacian in the sharpest tenth of an 8 by 8 grid."""
    levels = picture.astype(np.int16)
    edges = -4 * levels
    for near, here in ((edges[1:], levels[:-1]), (edges[:-1], levels[1:])):
        near += here
    for near, here in ((edges[:, 1:], levels[:, :-1]), (edges[:, :-1], levels[:, 1:])):
        near += here
    for side in (0, -1):  # beyond its border a picture goes on as it is there
        edges[side] += levels[side]
        edges[:, side] += levels[:, side]
    return float(np.percentile(_variances(edges.astype(np.float32)), 90))


def _variances(levels: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Variance within each tile of the grid, worked out for all of them at once."""
    rows, columns = (_shares(side) for side in levels.shape)
    means = rows @ levels @ columns.T
    return np.ravel(rows @ (levels * levels) @ columns.T - means * means)


def _shares(length: int) -> npt.NDArray[np.float32]:
    """What each place of one side adds to the mean of each tile, which are as even as can be."""
    least, over = divmod(length, _TILES)
    ends = [least * tile + min(tile, over) for tile in range(_TILES + 1)]
    shares = np.zeros((_TILES, length), dtype=np.float32)
    for tile, (first, last) in enumerate(pairwise(ends)):
        shares[tile, first:last] = 1 / max(1, last - first)
    return shares


def _hashes(grey: Image.Image) -> tuple[str | None, str | None]:
    """Perceptual hash of the picture and of its mirror image; none for a nearly plain one, as all those are alike."""
    tiny = grey.resize((32, 32), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if float(np.asarray(tiny, dtype=np.float32).std()) < _PLAIN_CONTRAST:
        return None, None
    return str(imagehash.phash(tiny)), str(imagehash.phash(ImageOps.mirror(tiny)))


def _taken(image: Image.Image) -> str | None:
    """When the camera says that it took the picture. Nothing else of its notes is read, the place least of all."""
    try:
        notes = image.getexif().get_ifd(_EXIF_PART)
    except Exception:  # noqa: BLE001 - a stranger's EXIF block breaks in many ways and is only a hint
        return None
    match = _EXIF_TIME.match(str(notes.get(_TAKEN, "")))
    if match is None or match[1] == "0000":
        return None
    offset = str(notes.get(_OFFSET, "")).strip("\0 ")
    year, month, day, hour, minute, second = match.groups()
    if not ("01" <= month <= "12" and "01" <= day <= "31" and hour <= "23"):
        return None
    zone = offset if _EXIF_OFFSET.fullmatch(offset) else ""
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"
