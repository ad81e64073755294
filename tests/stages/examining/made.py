"""Files drawn and written for the tests: photo-like pictures, pictures of screens, logos, papers, and hostile ones."""

import io
import zlib

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.pdfgen.canvas import Canvas


def scene(seed: int, size: tuple[int, int] = (1200, 900)) -> Image.Image:
    """A picture with detail of every size, as the world has: clouds of light, things with edges, grain."""
    dice = np.random.default_rng(seed)
    levels = np.zeros((size[1], size[0], 3), dtype=np.float32)
    for cells in (3, 6, 12, 24, 48):
        coarse = dice.random((cells, cells, 3)).astype(np.float32) * 255
        layer = Image.fromarray(coarse.astype(np.uint8)).resize(size, Image.Resampling.BICUBIC)
        levels += np.asarray(layer, dtype=np.float32) / cells
    levels = (levels - levels.min()) / (levels.max() - levels.min()) * 235 + 10
    picture = Image.fromarray(levels.astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    for _ in range(14):
        x, y = int(dice.integers(0, size[0])), int(dice.integers(0, size[1]))
        wide, high = int(dice.integers(30, size[0] // 3)), int(dice.integers(30, size[1] // 3))
        colour = tuple(int(one) for one in dice.integers(0, 255, 3))
        draw.ellipse([x, y, x + wide, y + high], fill=colour, outline="black", width=3)
    grain = dice.normal(0, 4, (size[1], size[0], 1))
    return Image.fromarray(np.clip(np.asarray(picture) + grain, 0, 255).astype(np.uint8))


def saved(picture: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def blurred(picture: Image.Image, radius: float = 12) -> Image.Image:
    """As when the camera moved."""
    return picture.filter(ImageFilter.GaussianBlur(radius))


def with_notes(picture: Image.Image, *, taken: str | None, offset: str | None = None, turned: int = 1) -> bytes:
    """A JPEG with a camera's notes, a place among them."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Lumina", "L1", turned
    part = exif.get_ifd(0x8769)
    if taken is not None:
        part[0x9003] = taken
    if offset is not None:
        part[0x9011] = offset
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (48.0, 8.0, 14.0), "E", (11.0, 34.0, 31.0)
    return saved(picture, exif=exif)


def label(number: str, *, tilt: float = 0) -> Image.Image:
    """A parcel label on a table."""
    picture = scene(77, (1000, 750)).filter(ImageFilter.GaussianBlur(6))
    paper = Image.new("RGB", (640, 300), "white")
    draw = ImageDraw.Draw(paper)
    draw.text((40, 40), "Order no.", fill="black", font=ImageFont.load_default(44))
    draw.text((40, 130), number, fill="black", font=ImageFont.load_default(84))
    shape = Image.new("L", paper.size, 255).rotate(tilt, expand=True)
    picture.paste(paper.rotate(tilt, Image.Resampling.BICUBIC, expand=True), (150, 200), shape)
    return picture


def screen(size: tuple[int, int] = (1170, 2532)) -> Image.Image:
    """A picture of a telephone's screen: words on even ground."""
    picture = Image.new("RGB", size, (248, 248, 250))
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, 0, size[0], size[1] // 12], fill=(30, 90, 200))
    for row in range(14):
        draw.text((60, size[1] // 8 + row * 110), f"Shipment event {row}: in transit", fill="black", font=font(40))
    return picture


def logo(size: tuple[int, int] = (320, 180), *, clear: bool = True) -> Image.Image:
    """A mark of a firm on a transparent ground."""
    picture = Image.new("RGBA", size, (0, 0, 0, 0) if clear else (255, 255, 255, 255))
    draw = ImageDraw.Draw(picture)
    draw.ellipse([10, 10, size[1] - 10, size[1] - 10], fill=(20, 90, 60, 255))
    draw.text((size[1], size[1] // 3), "Firm", fill=(20, 90, 60, 255), font=font(48))
    return picture


def banner(size: tuple[int, int] = (1200, 150)) -> Image.Image:
    """A strip that programs put below mails."""
    picture = Image.new("RGB", size, (240, 200, 40))
    ImageDraw.Draw(picture).text((40, 40), "Summer sale: everything must go", fill="black", font=font(60))
    return picture


def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The letters that come with Pillow."""
    return ImageFont.load_default(size)


def paper(*pages: str) -> bytes:
    """A PDF with these words."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in pages:
        for row, line in enumerate(page.split("\n")):
            canvas.drawString(72, 780 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    """One part of a PNG."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def bomb_png(side: int = 60_000) -> bytes:
    """A few hundred kilobytes that unfold into gigabytes."""
    head = side.to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    packer = zlib.compressobj(9)
    row = b"\x00" * (3 * side + 1)
    body = b"".join(packer.compress(row) for _ in range(1500)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def lying_png() -> bytes:
    """A small picture whose one row never ends."""
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(b"\x00" * 1_000_000) for _ in range(1000)) + packer.flush()
    head = (640).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def long_gif(frames: int = 10_000) -> bytes:
    """A moving picture of so many frames."""
    first = saved(Image.new("P", (64, 64)), "GIF")
    head, frame = first[: first.index(b"\x2c")], first[first.index(b"\x2c") : -1]
    return head + frame * frames + b"\x3b"


def many_scans(side: int = 6000, scans: int = 3000) -> bytes:
    """A progressive JPEG whose last scan is sent again and again."""
    picture = saved(Image.new("L", (side, side)), progressive=True, quality=10)
    last = picture.rindex(b"\xff\xda")
    return picture[:last] + picture[last:-2] * scans + b"\xff\xd9"


def raw_pdf(objects: list[bytes], root: int = 1) -> bytes:
    """A PDF of these objects, numbered from one."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def stream(body: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), more, body)


def looping_pdfs() -> dict[str, bytes]:
    """Files whose parts lead back to themselves, or unfold without end."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> "
    page += b"/Font << /A << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
    catalog, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"
    words = b"BT /A 9 Tf (again) Tj ET\n"
    return {
        "kids lead back": raw_pdf([catalog, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
        "parents lead back": raw_pdf([catalog, b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>", page[:60]]),
        "form draws itself": raw_pdf([catalog, pages, page, stream(b"/F Do"), stream(b"/F Do /F Do", form)]),
        "endless words": raw_pdf([catalog, pages, page, stream(words * 200_000), stream(b"", form)]),
        "unfolds": raw_pdf(
            [catalog, pages, page, stream(zlib.compress(b" " * 900_000_000, 1), b"/Filter /FlateDecode")]
        ),
        "unfolds twice": raw_pdf(
            [
                catalog,
                pages,
                page,
                stream(zlib.compress(zlib.compress(b" " * 300_000_000)), b"/Filter [/FlateDecode /FlateDecode]"),
            ]
        ),
        "reference to itself": raw_pdf([catalog, pages, b"3 0 R"]),
        "table leads back": raw_pdf([catalog, pages, page]).replace(b"/Root", b"/Prev 9 /Root"),
        "deep arrays": raw_pdf([catalog, b"[" * 50_000 + b"]" * 50_000]),
        "a million pages": raw_pdf(
            [catalog, b"<< /Type /Pages /Kids [%s] /Count 1000000 >>" % (b"3 0 R " * 100_000), page]
        ),
    }


def hostile() -> dict[str, bytes]:
    """Files made to stop or fill a machine, by what they do."""
    photo = saved(scene(1))
    return {
        "png bomb": bomb_png(),
        "png with endless row": lying_png(),
        "jpeg cut short": photo[: len(photo) // 2],
        "jpeg of nothing": b"\xff\xd8\xff" + b"\xda" * 4000,
        "gif of 10,000 frames": long_gif(),
        "jpeg of 3,000 scans": many_scans(),
        "svg with script": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "tiff that leads back": b"II*\x00\x08\x00\x00\x00\x01\x00\x00\x01\x03\x00\x01\x00\x00\x00\x10\x00\x00\x00\x08"
        + b"\x00" * 3,
        "webp of 16,000 squared": b"RIFF\x30\x00\x00\x00WEBPVP8L\x20\x00\x00\x00\x2f\xff\xff\xff\x0f" + b"\x00" * 32,
        "heic of nothing": b"\x00\x00\x00\x18ftypheic" + b"\x00" * 400,
        "pdf of nothing": b"%PDF-1.7\n" + b"\xff" * 5000,
        **{f"pdf: {name}": content for name, content in looping_pdfs().items()},
    }
