"""What a file is: judged by its octets, names are hints for pictures only."""

import io

import pillow_heif
import pytest
from PIL import Image

from tests.stages.parsing.mails import built, picture, read
from triage.records import AttachmentKind
from triage.stages.parsing.kinds import Hints, kind_of


def attached(name, content_type):
    return Hints(name=name, content_type=content_type, is_shown_in_text=False, is_inline=False)


ATTACHED = attached("ring.jpg", "image/jpeg")


def placed(name, *, shown=True):
    return Hints(name=name, content_type="image/jpeg", is_shown_in_text=shown, is_inline=True)


def heic():
    image = Image.effect_noise((640, 480), 90).convert("RGB")
    out = io.BytesIO()
    pillow_heif.from_pillow(image).save(out, format="HEIF")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "hints", "kind"),
    [
        (picture(800, 600), ATTACHED, AttachmentKind.PHOTO),
        (picture(32, 32, photographic=False), ATTACHED, AttachmentKind.PHOTO),
        (picture(800, 600, "PNG"), placed("IMG_1234.png"), AttachmentKind.PHOTO),
        (picture(800, 600), placed("IMG_1234.jpeg"), AttachmentKind.PHOTO),
        (picture(800, 600), placed("image0.jpeg"), AttachmentKind.PHOTO),
        (picture(300, 120, camera=True), placed("x.jpg"), AttachmentKind.PHOTO),
        (picture(1200, 900), placed("image001.jpg"), AttachmentKind.PHOTO),
        (picture(200, 60, "PNG", photographic=False), placed("image001.png"), AttachmentKind.INLINE),
        (picture(1, 1, "GIF", photographic=False), ATTACHED, AttachmentKind.INLINE),
        (picture(900, 120, "PNG", photographic=False), placed("banner.png"), AttachmentKind.INLINE),
        (picture(64, 64, "PNG", photographic=False), attached("logo.png", "image/png"), AttachmentKind.INLINE),
        (picture(800, 600)[:9000], ATTACHED, AttachmentKind.PHOTO),
        (b"MZ\x90\x00" + b"\x00" * 200, ATTACHED, AttachmentKind.OTHER),
        (b"\xff\xd8\xffnot a picture", ATTACHED, AttachmentKind.OTHER),
        (b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 40, attached("a.mp4", "video/mp4"), AttachmentKind.VIDEO),
        (b"\x00\x00\x00\x14ftypqt  " + b"\x00" * 40, ATTACHED, AttachmentKind.VIDEO),
        (b"\x1a\x45\xdf\xa3" + b"\x00" * 40, ATTACHED, AttachmentKind.VIDEO),
        (b"%PDF-1.7 x", ATTACHED, AttachmentKind.DOCUMENT),
        (b"order;number\n1;2\n", attached("a.csv", "text/csv"), AttachmentKind.DOCUMENT),
        (b"@echo off", attached("a.bat", "text/plain"), AttachmentKind.OTHER),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ATTACHED, AttachmentKind.DOCUMENT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__nameid_version".encode("utf-16-le"), ATTACHED, AttachmentKind.OTHER),
        (b"<svg onload='x'/>", attached("a.svg", "image/svg+xml"), AttachmentKind.OTHER),
        (b"<?xml version='1.0'?>\n<!-- x --><svg onload='x'/>", ATTACHED, AttachmentKind.OTHER),
        (b"", ATTACHED, AttachmentKind.OTHER),
        (b"PK\x03\x04" + b"\x00" * 60, ATTACHED, AttachmentKind.OTHER),
    ],
)
def test_the_kind_follows_from_the_content(content, hints, kind):
    assert kind_of(content, hints) is kind


def test_a_heic_photo_is_a_photo():
    assert kind_of(heic(), placed("IMG_0417.HEIC", shown=False)) is AttachmentKind.PHOTO


def test_a_small_file_that_unfolds_into_a_giant_is_not_opened():
    out = io.BytesIO()
    Image.new("1", (30000, 20000)).save(out, "PNG")
    assert kind_of(out.getvalue(), ATTACHED) is AttachmentKind.OTHER


def test_a_picture_that_the_text_shows_and_a_photo_beside_it_are_told_apart():
    mail = built("see", html='<p>see</p><img src="cid:logo@x">')
    mail.add_attachment(
        picture(120, 40, "PNG", photographic=False),
        maintype="image",
        subtype="png",
        filename="image001.png",
        disposition="inline",
        cid="<logo@x>",
    )
    mail.add_attachment(picture(900, 700), maintype="image", subtype="jpeg", filename="clasp.jpg")
    assert [file.kind for file in read(mail.as_bytes()).attachments] == [AttachmentKind.INLINE, AttachmentKind.PHOTO]
