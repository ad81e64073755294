"""Draws the pictures and documents that the sample mails carry.

Run by hand: `python data/samples/make_media.py FOLDER`.
The mails hold their own copies; this script is here so that everyone can see that no picture is of anything real. It is
deterministic: the same libraries give the same bytes.
"""

import math
import random
import sys
from collections.abc import Callable
from pathlib import Path

from media_formats import heic, jpeg, mp4, pdf, png, tnef
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Colour = tuple[int, int, int]
SIZE = (800, 600)
OAK, SLATE, LINEN, CARDBOARD = (171, 128, 84), (88, 96, 108), (222, 214, 200), (190, 150, 104)
WHITE, INK, GOLD, SILVER, RED = (250, 250, 246), (32, 30, 34), (212, 168, 62), (196, 200, 206), (176, 42, 46)


def table(colour: Colour, seed: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A table top seen from above, with a little grain and a light from the left."""
    picture, dice = Image.new("RGB", SIZE, colour), random.Random(seed)
    draw = ImageDraw.Draw(picture)
    for _ in range(120):
        y, shade = dice.randrange(SIZE[1]), dice.randrange(-14, 14)
        draw.line([(0, y), (SIZE[0], y + dice.randrange(-12, 12))], tuple(max(0, c + shade) for c in colour), 3)
    light = Image.linear_gradient("L").rotate(90).resize(SIZE).point(lambda level: level // 5)
    picture = Image.composite(Image.new("RGB", SIZE, WHITE), picture, light).filter(ImageFilter.GaussianBlur(2))
    return picture, ImageDraw.Draw(picture)


def write(draw: ImageDraw.ImageDraw, at: tuple[float, float], words: str, size: int, colour: Colour = INK) -> None:
    draw.text(at, words, fill=colour, font=ImageFont.load_default(size))


def crack(draw: ImageDraw.ImageDraw, start: tuple[int, int], seed: int, steps: int = 9, width: int = 4) -> None:
    """A jagged line that runs down and to the right of `start`."""
    dice, points = random.Random(seed), [start]
    for _ in range(steps):
        x, y = points[-1]
        points.append((x + dice.randrange(-14, 30), y + dice.randrange(12, 30)))
    draw.line(points, INK, width)
    for x, y in points[2::2]:
        draw.line([(x, y), (x + dice.randrange(20, 46), y + dice.randrange(-18, 18))], INK, 2)


def ring(draw: ImageDraw.ImageDraw, middle: tuple[int, int], radius: int, metal: Colour, stone: Colour) -> None:
    x, y = middle
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], outline=metal, width=radius // 5)
    top = y - radius
    draw.polygon([(x, top - 46), (x + 40, top - 14), (x + 18, top + 20), (x - 18, top + 20), (x - 40, top - 14)], stone)
    draw.line([(x - 40, top - 14), (x + 40, top - 14)], WHITE, 2)


def ring_box() -> Image.Image:
    picture, draw = table(OAK, 1)
    draw.rounded_rectangle([220, 150, 600, 500], 26, (52, 38, 62))
    draw.rounded_rectangle([250, 180, 570, 470], 18, (232, 226, 234))
    ring(draw, (410, 350), 78, GOLD, (64, 150, 112))
    crack(draw, (240, 160), 7)
    return picture.rotate(-3, fillcolor=OAK)


def ring_stone() -> Image.Image:
    picture, draw = table(LINEN, 2)
    ring(draw, (400, 340), 150, (198, 132, 112), (90, 60, 150))
    crack(draw, (386, 150), 12, steps=4, width=3)
    write(draw, (40, 540), "stone, close up", 26)
    return picture


def ring_size() -> Image.Image:
    picture, draw = table(SLATE, 3)
    ring(draw, (300, 330), 110, SILVER, (220, 232, 240))
    draw.rectangle([470, 240, 740, 420], WHITE)
    write(draw, (492, 262), "size 7", 58)
    write(draw, (492, 340), "ordered: 6", 40, RED)
    return picture


def clasp() -> Image.Image:
    picture, draw = table(LINEN, 4)
    for step in range(60):
        x, y = 90 + step * 11, 300 + 90 * math.sin(step / 9)
        if step not in (38, 39, 40):
            draw.ellipse([x - 9, y - 6, x + 9, y + 6], outline=GOLD, width=4)
    draw.arc([500, 330, 560, 390], 20, 290, GOLD, 6)
    write(draw, (470, 420), "snapped here", 30, RED)
    return picture


def bent_print() -> Image.Image:
    picture, draw = table(OAK, 5)
    draw.polygon([(140, 110), (420, 150), (660, 90), (690, 500), (430, 540), (120, 480)], WHITE)
    draw.polygon([(420, 150), (660, 90), (690, 500), (430, 540)], (226, 224, 218))
    for number in range(5):
        draw.ellipse(
            [190 + number * 80, 220 + number % 2 * 60, 280 + number * 80, 310 + number % 2 * 60],
            outline=(40 + 30 * number, 110, 150),
            width=9,
        )
    draw.line([(420, 150), (426, 340), (430, 540)], (120, 116, 110), 7)
    return picture


def frame_glass() -> Image.Image:
    picture, draw = table(SLATE, 6)
    draw.rectangle([200, 60, 600, 540], (60, 44, 30))
    draw.rectangle([232, 92, 568, 508], (202, 220, 226))
    for seed in range(5):
        crack(draw, (300 + seed * 44, 120), 20 + seed, steps=12, width=2)
    return picture


def wrong_poster() -> Image.Image:
    picture, draw = table(LINEN, 7)
    draw.rectangle([180, 50, 620, 560], (238, 196, 120))
    draw.pieslice([230, 180, 570, 520], 180, 360, (220, 96, 60))
    write(draw, (270, 90), "SUNSET No. 4", 42)
    return picture


def name_card() -> Image.Image:
    picture, draw = table(OAK, 8)
    draw.rounded_rectangle([160, 170, 640, 430], 16, WHITE)
    write(draw, (220, 240), "MARGARTE", 76)
    write(draw, (220, 345), "& Jonas", 44)
    return picture


def legging() -> Image.Image:
    picture, draw = table(WHITE, 9)
    draw.polygon([(300, 70), (500, 70), (540, 560), (430, 560), (402, 240), (372, 560), (262, 560)], (104, 112, 66))
    draw.rectangle([300, 70, 500, 112], (86, 94, 52))
    draw.rectangle([560, 120, 740, 250], WHITE)
    write(draw, (574, 136), "OLIVE / S", 32)
    return picture


def sports_top() -> Image.Image:
    picture, draw = table(LINEN, 10)
    draw.polygon([(250, 130), (320, 120), (400, 210), (480, 120), (550, 130), (580, 420), (220, 420)], (40, 60, 96))
    draw.ellipse([330, 330, 392, 372], fill=LINEN, outline=WHITE, width=4)
    draw.line([(392, 352), (450, 380), (500, 372)], WHITE, 3)
    return picture


def lava_lamp() -> Image.Image:
    picture, draw = table(OAK, 11)
    draw.polygon([(340, 90), (440, 90), (480, 400), (300, 400)], (232, 96, 50))
    draw.ellipse([350, 200, 430, 290], fill=(250, 200, 70))
    draw.polygon([(300, 400), (480, 400), (520, 520), (260, 520)], SILVER)
    draw.ellipse([180, 490, 620, 575], fill=(206, 88, 46))
    return picture


def cup() -> Image.Image:
    picture, draw = table(LINEN, 13)
    draw.polygon([(260, 180), (420, 180), (400, 460), (290, 460)], (70, 130, 150))
    draw.polygon([(450, 220), (560, 250), (520, 440)], (70, 130, 150))
    draw.arc([520, 330, 640, 450], 200, 20, (70, 130, 150), 24)
    crack(draw, (400, 190), 31, steps=10)
    return picture


def tote() -> Image.Image:
    picture, draw = table(OAK, 14)
    draw.arc([310, 60, 490, 330], 180, 360, (200, 190, 160), 16)
    draw.rectangle([240, 190, 560, 540], (224, 214, 184))
    write(draw, (290, 330), "RETRO TOTE", 44)
    return picture


def shoe_rack() -> Image.Image:
    picture, draw = table(LINEN, 15)
    for level in (180, 300, 420):
        draw.rectangle([150, level, 650, level + 26], (214, 190, 150))
    for side in (150, 624):
        draw.rectangle([side, 110, side + 26, 540], (196, 170, 128))
    return picture


def plate() -> Image.Image:
    picture, draw = table(SLATE, 16)
    draw.ellipse([190, 90, 610, 510], fill=WHITE, outline=(70, 100, 170), width=14)
    draw.polygon([(400, 300), (640, 180), (660, 330)], SLATE)
    crack(draw, (390, 290), 41, steps=6)
    return picture


def speaker() -> Image.Image:
    picture, draw = table(OAK, 17)
    draw.rounded_rectangle([200, 170, 600, 440], 60, (44, 46, 52))
    draw.ellipse([250, 220, 420, 390], outline=SILVER, width=10)
    draw.ellipse([520, 290, 544, 314], fill=RED)
    write(draw, (200, 470), "charging 6 h, still red", 32)
    return picture


def parcel_label(number: str) -> Image.Image:
    """A cardboard box with the shop's order-number label on it."""
    picture, draw = table(CARDBOARD, sum(map(ord, number)))
    draw.rectangle([150, 120, 650, 460], WHITE)
    for bar in range(60):
        if (bar * 7 + len(number)) % 3:
            draw.rectangle([190 + bar * 7, 300, 193 + bar * 7, 420], INK)
    write(draw, (190, 150), "ORDER NO.", 34)
    write(draw, (190, 200), number, 64)
    return picture.rotate(2, fillcolor=CARDBOARD)


def logo(words: str, colour: Colour) -> Image.Image:
    """A small company mark, as it stands under business mails."""
    picture = Image.new("RGB", (180, 48), WHITE)
    draw = ImageDraw.Draw(picture)
    draw.ellipse([4, 6, 40, 42], fill=colour)
    write(draw, (50, 14), words, 18, colour)
    return picture


def screenshot(lines: list[str]) -> Image.Image:
    """A telephone's screen with a few lines of text."""
    picture = Image.new("RGB", (420, 640), (244, 245, 248))
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, 0, 420, 70], (38, 70, 120))
    for number, line in enumerate(lines):
        write(draw, (26, 22 + 62 * number), line, 24, WHITE if number == 0 else INK)
    return picture


def stool() -> Image.Image:
    picture, draw = table(LINEN, 18)
    draw.ellipse([220, 130, 580, 250], fill=(150, 104, 62))
    for left, lean in ((270, -40), (400, 0), (520, 40)):
        draw.line([(left, 230), (left + lean, 520)], (120, 80, 46), 24)
    crack(draw, (404, 250), 52, steps=5)
    return picture


def kettle() -> Image.Image:
    picture, draw = table(WHITE, 19)
    draw.ellipse([260, 180, 560, 500], fill=(60, 120, 96))
    draw.arc([280, 60, 540, 320], 180, 360, INK, 20)
    draw.polygon([(540, 280), (660, 220), (640, 260), (560, 350)], (60, 120, 96))
    draw.ellipse([330, 300, 420, 380], fill=(38, 76, 60))
    return picture


def console_video() -> bytes:
    """Two seconds of a handheld console whose screen flickers."""
    frames = []
    for number in range(8):
        picture = Image.new("RGB", (320, 240), OAK)
        draw = ImageDraw.Draw(picture)
        draw.rounded_rectangle([40, 50, 280, 200], 20, (70, 74, 130))
        draw.rectangle([100, 70, 220, 160], (150, 190, 120) if number % 2 else (20, 24, 20))
        draw.ellipse([56, 100, 86, 130], fill=INK)
        frames.append(picture)
    return mp4(frames)


PROOF = [
    "MILLIRETRO",
    "Proof of purchase",
    "",
    "Order MR2911",
    "1 x Lava lamp, orange   49.00 EUR",
    "Shipping   6.90 EUR",
    "Total   55.90 EUR",
    "Paid by card",
    "",
    "Thank you for playing with us.",
]

MEDIA: dict[str, Callable[[], bytes]] = {
    "ring-box.jpg": lambda: jpeg(ring_box(), taken="2026:03:09 18:12:44"),
    "ring-stone.jpg": lambda: jpeg(ring_stone(), taken="2026:03:08 21:03:10"),
    "ring-size.png": lambda: png(ring_size()),
    "clasp.heic": lambda: heic(clasp()),
    "bent-print.jpg": lambda: jpeg(bent_print(), taken="2026:03:09 14:40:02"),
    "frame-glass.jpg": lambda: jpeg(frame_glass()),
    "wrong-poster.jpg": lambda: jpeg(wrong_poster()),
    "name-card.jpg": lambda: jpeg(name_card()),
    "legging-olive.jpg": lambda: jpeg(legging(), taken="2026:03:10 08:12:31"),
    "sports-top.heic": lambda: heic(sports_top()),
    "lava-lamp.jpg": lambda: jpeg(lava_lamp(), taken="2026:03:08 20:15:00"),
    "cup.jpg": lambda: jpeg(cup()),
    "tote.png": lambda: png(tote()),
    "shoe-rack.jpg": lambda: jpeg(shoe_rack()),
    "label-203471101.jpg": lambda: jpeg(parcel_label("203471101")),
    "plate.jpg": lambda: jpeg(plate(), taken="2026:03:09 12:31:27"),
    "label-203471104.jpg": lambda: jpeg(parcel_label("203471104")),
    "speaker.heic": lambda: heic(speaker()),
    "stool-label.jpg": lambda: jpeg(parcel_label("203471111")),
    "stool.jpg": lambda: jpeg(stool()),
    "kettle.jpg": lambda: jpeg(kettle()),
    "logo-harbour.png": lambda: png(logo("Harbour Desk", (30, 90, 140))),
    "logo-lindgruen.png": lambda: png(logo("Lindgruen", (50, 130, 70))),
    "screen-delivered.png": lambda: png(
        screenshot(["Tracking", "Status: delivered", "Left at the door", "No signature"])
    ),
    "proof-mr2911.pdf": lambda: pdf(PROOF),
    "console.mp4": console_video,
    "winmail.dat": lambda: tnef("See the picture of the kettle.", "kettle.jpg", jpeg(kettle())),
}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MEDIA.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make_media.py FOLDER")
    main(Path(sys.argv[1]))
