"""What a picture is by nature: seen by a camera, drawn by a program, or taken of a screen."""

import re
from dataclasses import dataclass

from PIL import Image, ImageChops

from triage.stages.opening import JPEG, is_bounded, opened

_MAX_DECODED_PIXELS = 4_000_000
_EXIF_MAKE, _EXIF_MODEL = 0x010F, 0x0110
_SAMPLE = 64
_FLAT_STEP = 2
_MOSTLY = 0.75
_SHADES = 600
_PLAIN = 0.998
_SCREENS = frozenset(
    re.findall(
        r"\d+x\d+",
        """
            1080x1920 1080x2340 1080x2400 1080x2408 1170x2532 1179x2556 1206x2622 1125x2436 1242x2688
            1284x2778 1290x2796 1320x2868 828x1792 750x1334 1440x3200 1440x3120 720x1600 720x1280
            640x1136 1536x2048 1640x2360 1200x1920 900x1440 768x1366 800x1280 1440x2560 1600x2560
            1800x2880 1050x1680 900x1600 2160x3840
""",
    )
)
"""Short and long side of screens of telephones, tablets and computers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """width, height in pixels. has_camera: its EXIF names a camera. is_photographic: many shades, as a photo has.

    is_drawn: mostly even areas with something on them, as programs draw. is_cut_out: parts of it are transparent.
    fills_screen: a PNG of the size of a common screen.
    """

    width: int
    height: int
    has_camera: bool
    is_photographic: bool
    is_drawn: bool = False
    is_cut_out: bool = False
    fills_screen: bool = False


def read_picture(content: bytes) -> Picture | None:
    """Size and nature of a picture; None when it cannot be decoded or would unfold too far."""
    try:
        with opened(content) as image:
            return _read(image) if is_bounded(image, content) else None
    except Exception:  # noqa: BLE001 - the door to foreign decoders: what they cannot read is no picture
        return None


def _read(image: Image.Image) -> Picture:
    width, height = image.size
    has_camera = _names_camera(image)
    photographic = image.format in ("HEIF", "AVIF", "MPO")
    drawn = cut_out = False
    if image.format in JPEG:
        image.draft("RGB", (_SAMPLE, _SAMPLE))
        decoded = _loaded(image)
        photographic = not decoded or _has_many_shades(image)
        drawn = decoded and _is_drawn(image)
    elif width * height <= _MAX_DECODED_PIXELS and not photographic:
        image.load()
        photographic, drawn, cut_out = _has_many_shades(image), _is_drawn(image), _is_cut_out(image)
    return Picture(
        width=width,
        height=height,
        has_camera=has_camera,
        is_photographic=photographic,
        is_drawn=drawn and not has_camera,
        is_cut_out=cut_out,
        fills_screen=image.format == "PNG" and f"{min(width, height)}x{max(width, height)}" in _SCREENS,
    )


def _names_camera(image: Image.Image) -> bool:
    try:
        exif = image.getexif()
        return bool(exif.get(_EXIF_MAKE) or exif.get(_EXIF_MODEL))
    except Exception:  # noqa: BLE001 - broken EXIF is no proof of anything
        return False


def _loaded(image: Image.Image) -> bool:
    """Decode; False for a picture cut short on its way. Raises what the decoder raises else."""
    try:
        image.load()
    except OSError as fault:
        if "truncated" in str(fault):
            return False
        raise
    return True


def _has_many_shades(image: Image.Image) -> bool:
    small = image.convert("RGB").resize((_SAMPLE, _SAMPLE), Image.Resampling.NEAREST)
    return small.getcolors(_SHADES) is None  # it gives up at more colours, which counting them all would not


def _is_drawn(image: Image.Image) -> bool:
    """Are most dots like their left neighbour, and is there more than one colour?"""
    rows = image.convert("L").resize((image.width, min(image.height, _SAMPLE)), Image.Resampling.NEAREST)
    if rows.width < 2:
        return False
    shades = rows.histogram()
    if sum(count > 0 for count in shades) < 2 or max(shades) > _PLAIN * sum(shades):
        return False
    right, left = rows.crop((1, 0, rows.width, rows.height)), rows.crop((0, 0, rows.width - 1, rows.height))
    steps = ImageChops.difference(right, left).histogram()
    return sum(steps[:_FLAT_STEP]) > _MOSTLY * sum(steps)


def _is_cut_out(image: Image.Image) -> bool:
    if not image.has_transparency_data:
        return False
    alpha = image.convert("RGBA").getchannel("A").histogram()
    return sum(alpha[:128]) > 0.05 * sum(alpha)
