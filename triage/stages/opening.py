"""The one place that opens pictures: Pillow with HEIC, and bounds on what a file may unfold into."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener()

JPEG = ("JPEG", "MPO")
"""What a JPEG may turn out to be: telephones put two pictures into one."""
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "HEIF", "AVIF")
STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_MOST_PIXELS = 40_000_000
_MOST_DRAFT_PIXELS = 250_000_000
_MOST_SCANS = 100


def looks_like_picture(start: bytes) -> bool:
    """Do the first octets announce a picture?"""
    if start.startswith(STARTS) or (start[:4] == b"RIFF" and start[8:12] == b"WEBP"):
        return True
    return start[4:8] == b"ftyp" and start[8:12] in _HEIF_BRANDS


@contextmanager
def opened(content: bytes) -> Iterator[Image.Image]:
    """A picture whose size is known and whose dots are not decoded yet; raises whatever the decoders raise."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            yield image


def is_bounded(image: Image.Image, content: bytes) -> bool:
    """Will decoding take less than some seconds and some hundred megabytes?

    A plain JPEG is decoded at a fraction of its size; a progressive one is kept whole, and read once a scan.
    """
    pixels = image.width * image.height
    if image.width < 1 or image.height < 1:
        return False
    if image.format not in JPEG:
        return pixels <= _MOST_PIXELS
    if image.info.get("progressive") or image.info.get("progression"):
        return pixels <= _MOST_PIXELS and content.count(b"\xff\xda") <= _MOST_SCANS
    return pixels <= _MOST_DRAFT_PIXELS
