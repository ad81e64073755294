"""The one place that decodes pictures: Pillow, with HEIC and bounds on what a file may unfold into."""

import warnings
from dataclasses import dataclass
from io import BytesIO

import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener()

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "HEIF", "AVIF", "MPO")
_MAX_PIXELS = 250_000_000
_MAX_DECODED_PIXELS = 4_000_000
_EXIF_MAKE, _EXIF_MODEL = 0x010F, 0x0110
_SAMPLE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """width, height in pixels. has_camera: its EXIF names a camera. is_photographic: many shades, as a photo has."""

    width: int
    height: int
    has_camera: bool
    is_photographic: bool


def read_picture(content: bytes) -> Picture | None:
    """Size and nature of a picture; None when it cannot be decoded or would unfold beyond 250 megapixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content), formats=_FORMATS) as image:
                return _read(image)
    except Exception:  # noqa: BLE001 - the door to foreign decoders: what they cannot read is no picture
        return None


def _read(image: Image.Image) -> Picture | None:
    width, height = image.size
    if width * height > _MAX_PIXELS or width < 1 or height < 1:
        return None
    has_camera = _names_camera(image)
    photographic = image.format in ("HEIF", "AVIF", "MPO")
    if image.format in ("JPEG", "MPO"):
        image.draft("RGB", (_SAMPLE, _SAMPLE))
        photographic = _has_many_shades(image, truncated_is_fine=True)
    elif width * height <= _MAX_DECODED_PIXELS and not photographic:
        photographic = _has_many_shades(image, truncated_is_fine=False)
    return Picture(width=width, height=height, has_camera=has_camera, is_photographic=photographic)


def _names_camera(image: Image.Image) -> bool:
    try:
        exif = image.getexif()
        return bool(exif.get(_EXIF_MAKE) or exif.get(_EXIF_MODEL))
    except Exception:  # noqa: BLE001 - broken EXIF is no proof of anything
        return False


def _has_many_shades(image: Image.Image, *, truncated_is_fine: bool) -> bool:
    """Decode small and count colours. Raises what the decoder raises, but for a picture cut short on its way."""
    try:
        image.load()
    except OSError as fault:
        if truncated_is_fine and "truncated" in str(fault):
            return True
        raise
    small = image.convert("RGB").resize((_SAMPLE, _SAMPLE), Image.Resampling.NEAREST)
    colours = small.getcolors(_SAMPLE * _SAMPLE)
    return colours is not None and len(colours) > 600
