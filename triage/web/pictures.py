"""Small copies of customers' photos, drawn anew: what a browser gets is never what a stranger sent."""

import io
from threading import BoundedSemaphore

from PIL import Image, ImageOps, UnidentifiedImageError

SIDE = 480
MOST_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "HEIF")
AT_ONCE = BoundedSemaphore(2)
"""A decoded photo takes up to 200 MB."""


def thumbnail(octets: bytes) -> bytes | None:
    """A JPEG of at most 480 by 480 dots, upright, without metadata; None when it is no picture we can read."""
    with AT_ONCE:
        try:
            return _drawn(octets)
        # Decoders meet bytes made to break them and fail in many ways; the photo stays available as a download.
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, MemoryError):
            return None


def _drawn(octets: bytes) -> bytes | None:
    _know_heif()
    with Image.open(io.BytesIO(octets), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            return None
        picture.draft("RGB", (2 * SIDE, 2 * SIDE))
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((SIDE, SIDE))
        flat = Image.new("RGB", upright.size, "white")
        clear = upright.convert("RGBA")
        flat.paste(clear, mask=clear.getchannel("A"))
    out = io.BytesIO()
    flat.save(out, format="JPEG", quality=82)
    return out.getvalue()


def _know_heif() -> None:
    if "HEIF" not in Image.OPEN:
        from pillow_heif import register_heif_opener

        register_heif_opener(thumbnails=False)
