"""The file formats that make_media.py writes: pictures, a PDF, an MP4 and a winmail.dat, all by hand or with Pillow."""

import struct
from io import BytesIO

from PIL import Image
from pillow_heif import from_pillow


def jpeg(picture: Image.Image, *, taken: str = "", quality: int = 68) -> bytes:
    """`taken` is an EXIF time (`YYYY:MM:DD HH:MM:SS`); empty leaves EXIF out."""
    exif, out = Image.Exif(), BytesIO()
    if taken:
        exif[0x010F], exif[0x0110], exif[0x0132] = "Example", "Drawn Camera 1", taken
        exif.get_ifd(0x8769)[0x9003] = taken
    picture.save(out, "JPEG", quality=quality, optimize=True, exif=exif)
    return out.getvalue()


def png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.quantize(64, method=Image.Quantize.MAXCOVERAGE).save(out, "PNG", optimize=True)
    return out.getvalue()


def heic(picture: Image.Image) -> bytes:
    out = BytesIO()
    from_pillow(picture).save(out, quality=45)
    return out.getvalue()


def pdf(lines: list[str]) -> bytes:
    """A valid one-page PDF with `lines` (Latin-1 text) below one another."""
    drawn = " T* ".join(
        "(" + line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ") Tj" for line in lines
    )
    page = f"BT /F1 13 Tf 18 TL 56 760 Td {drawn} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table_at = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % start for start in starts)
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table_at


def box(name: str, *content: bytes) -> bytes:
    """One box of an ISO media file."""
    body = b"".join(content)
    return struct.pack(">I4s", 8 + len(body), name.encode()) + body


def mp4(frames: list[Image.Image], *, per_second: int = 4) -> bytes:
    """A playable MP4: one Motion JPEG track of `frames`, all of one size."""
    pictures, (width, height) = [jpeg(frame, quality=40) for frame in frames], frames[0].size
    count, tick = len(pictures), 1000 // per_second
    matrix = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    ftyp = box("ftyp", b"isom", struct.pack(">I", 512), b"isomiso2mp41")
    decoder = b"\x04\x0d\x6c\x11" + bytes(11)  # object type 0x6C: JPEG pictures
    esds = box("esds", bytes(4), b"\x03\x15\x00\x01\x00", decoder, b"\x06\x01\x02")
    entry = box(
        "mp4v",
        bytes(6),
        b"\x00\x01",
        bytes(16),
        struct.pack(">HHII", width, height, 0x480000, 0x480000),
        bytes(4),
        b"\x00\x01",
        bytes(32),
        b"\x00\x18\xff\xff",
        esds,
    )

    def movie(offset: int) -> bytes:
        stbl = box(
            "stbl",
            box("stsd", bytes(4), struct.pack(">I", 1), entry),
            box("stts", bytes(4), struct.pack(">3I", 1, count, tick)),
            box("stsc", bytes(4), struct.pack(">4I", 1, 1, count, 1)),
            box("stsz", bytes(4), struct.pack(f">2I{count}I", 0, count, *map(len, pictures))),
            box("stco", bytes(4), struct.pack(">2I", 1, offset)),
        )
        dinf = box("dinf", box("dref", bytes(4), struct.pack(">I", 1), box("url ", b"\x00\x00\x00\x01")))
        minf = box("minf", box("vmhd", b"\x00\x00\x00\x01", bytes(8)), dinf, stbl)
        mdia = box(
            "mdia",
            box("mdhd", bytes(12), struct.pack(">IIHH", 1000, count * tick, 0x55C4, 0)),
            box("hdlr", bytes(8), b"vide", bytes(12), b"drawn\x00"),
            minf,
        )
        tkhd = box(
            "tkhd",
            b"\x00\x00\x00\x03",
            bytes(8),
            struct.pack(">III", 1, 0, count * tick),
            bytes(16),
            matrix,
            struct.pack(">II", width << 16, height << 16),
        )
        mvhd = box(
            "mvhd",
            bytes(12),
            struct.pack(">IIIH", 1000, count * tick, 0x10000, 0x100),
            bytes(10),
            matrix,
            bytes(24),
            struct.pack(">I", 2),
        )
        return box("moov", mvhd, box("trak", tkhd, mdia))

    moov = movie(len(ftyp) + len(movie(0)) + 8)
    return ftyp + moov + box("mdat", *pictures)


def tnef(words: str, name: str, content: bytes) -> bytes:
    """A winmail.dat that holds a text and one file."""

    def attribute(level: int, number: int, data: bytes) -> bytes:
        return struct.pack("<BII", level, number, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    return (
        struct.pack("<IH", 0x223E9F78, 1)
        + attribute(1, 0x00089006, struct.pack("<I", 0x00010000))
        + attribute(1, 0x00069007, struct.pack("<II", 1252, 0))
        + attribute(1, 0x00078008, b"IPM.Microsoft Mail.Note\x00")
        + attribute(1, 0x0002800C, words.encode("cp1252") + b"\x00")
        + attribute(2, 0x00069002, struct.pack("<HIHHI", 1, 0xFFFFFFFF, 0, 0, 0))
        + attribute(2, 0x00018010, name.encode("cp1252") + b"\x00")
        + attribute(2, 0x0006800F, content)
    )
