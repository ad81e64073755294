"""What is seen in a picture: its size, whether it is sharp, when it was taken, and what it is known again by."""

import io

import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageEnhance, ImageOps

from tests.stages.examining.made import blurred, saved, scene, with_notes
from triage.records import Clarity
from triage.stages.examining.photos import look_at
from triage.store.pictures import MOST_DIFFERENT_BITS, different_bits, keys_of

SCENES = [scene(seed, (640, 480)) for seed in range(8)]
QUICK = settings(max_examples=40, deadline=None)


def finding(content: bytes):
    return look_at(content).finding


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "BMP", "TIFF"])
def test_a_sharp_photo_of_any_form_is_clear_and_has_its_size(form):
    seen = finding(saved(scene(3), form))
    assert (seen.width, seen.height, seen.clarity, seen.problem) == (1200, 900, Clarity.CLEAR, None)


def test_a_heic_photo_is_looked_at_too():
    out = io.BytesIO()
    pillow_heif.from_pillow(scene(3)).save(out, format="HEIF")
    seen = finding(out.getvalue())
    assert (seen.width, seen.clarity) == (1200, Clarity.CLEAR)
    assert different_bits(seen.picture_hash, finding(saved(scene(3))).picture_hash) <= MOST_DIFFERENT_BITS


@pytest.mark.parametrize("seed", range(4))
def test_a_blurred_photo_is_hard_to_see(seed):
    assert finding(saved(blurred(scene(seed)))).clarity is Clarity.BLURRED


def test_a_sharp_thing_before_a_soft_ground_is_clear():
    picture = blurred(scene(5))
    picture.paste(scene(6).crop((0, 0, 500, 400)), (350, 250))
    assert finding(saved(picture)).clarity is Clarity.CLEAR


def test_a_dark_photo_is_hard_to_see():
    assert finding(saved(ImageEnhance.Brightness(scene(2)).enhance(0.05))).clarity is Clarity.DARK


def test_a_tiny_photo_is_hard_to_see():
    assert finding(saved(scene(2, (160, 120)))).clarity is Clarity.SMALL


def test_the_camera_says_when_with_its_offset():
    assert finding(with_notes(scene(1), taken="2026:03:03 14:05:09", offset="+01:00")).taken == (
        "2026-03-03T14:05:09+01:00"
    )


@pytest.mark.parametrize(
    ("taken", "offset", "said"),
    [
        ("2026:03:03 14:05:09", None, "2026-03-03T14:05:09"),
        ("2026:03:03 14:05:09", "somewhere", "2026-03-03T14:05:09"),
        ("0000:00:00 00:00:00", None, None),
        ("2026:13:41 99:05:09", None, None),
        ("yesterday", None, None),
        (None, "+01:00", None),
    ],
)
def test_a_broken_time_is_no_time(taken, offset, said):
    assert finding(with_notes(scene(1), taken=taken, offset=offset)).taken == said


def test_nothing_says_where_a_photo_was_taken():
    content = with_notes(scene(1), taken="2026:03:03 14:05:09")
    with Image.open(io.BytesIO(content)) as image:
        assert image.getexif().get_ifd(0x8825), "the photo should carry a place for this test to mean anything"
    said = repr(finding(content))
    assert not any(part in said for part in ("48.0", "11.0", "GPS", "34.0"))


def test_a_photo_lying_on_its_side_is_seen_upright():
    upright = scene(4, (600, 800))
    lying = with_notes(upright.rotate(90, expand=True), taken=None, turned=6)
    seen = finding(lying)
    assert (seen.width, seen.height) == (600, 800)
    assert different_bits(seen.picture_hash, finding(saved(upright)).picture_hash) <= MOST_DIFFERENT_BITS


@given(st.sampled_from(SCENES), st.integers(35, 95))
@QUICK
def test_saving_anew_keeps_the_hash(picture, quality):
    assert _bits(picture, saved(picture, quality=quality)) <= MOST_DIFFERENT_BITS


@given(st.sampled_from(SCENES), st.floats(0.35, 1.6), st.floats(0.35, 1.0))
@QUICK
def test_another_size_keeps_the_hash(picture, scale, quality):
    small = picture.resize((round(picture.width * scale), round(picture.height * scale)))
    assert _bits(picture, saved(small, quality=round(100 * quality))) <= MOST_DIFFERENT_BITS


@given(st.sampled_from(SCENES), st.floats(0.75, 1.2))
@QUICK
def test_another_brightness_keeps_the_hash(picture, factor):
    assert _bits(picture, saved(ImageEnhance.Brightness(picture).enhance(factor))) <= MOST_DIFFERENT_BITS


@given(st.sampled_from(SCENES), st.integers(50, 95))
@QUICK
def test_the_mirror_image_is_known_by_the_mirrored_hash(picture, quality):
    mirrored = finding(saved(ImageOps.mirror(picture), quality=quality))
    known = finding(saved(picture))
    assert different_bits(mirrored.mirrored_hash, known.picture_hash) <= MOST_DIFFERENT_BITS
    assert different_bits(mirrored.picture_hash, known.picture_hash) > MOST_DIFFERENT_BITS


def test_different_photos_are_far_apart():
    hashes = [finding(saved(picture)).picture_hash for picture in SCENES]
    assert min(different_bits(a, b) for at, a in enumerate(hashes) for b in hashes[:at]) > MOST_DIFFERENT_BITS + 6


def test_a_plain_picture_has_no_hash_as_all_of_them_are_alike():
    assert finding(saved(Image.new("RGB", (800, 600), "grey"))).picture_hash is None


@given(st.integers(0, 2**64 - 1), st.sets(st.integers(0, 63), max_size=MOST_DIFFERENT_BITS))
def test_hashes_that_differ_in_six_bits_share_a_key(bits, flipped):
    other = bits
    for place in flipped:
        other ^= 1 << place
    one, two = f"{bits:016x}", f"{other:016x}"
    assert different_bits(one, two) == len(flipped)
    assert set(keys_of(one)) & set(keys_of(two))


@given(st.integers(0, 2**64 - 1))
def test_the_keys_of_a_hash_are_seven_and_hold_every_bit(bits):
    keys = keys_of(f"{bits:016x}")
    assert len(set(keys)) == 7
    widths = [9, 9, 9, 9, 9, 9, 10]
    again = 0
    for key, width in zip(keys, widths, strict=True):
        again = again << width | (key & 1023)
    assert again == bits


def _bits(picture: Image.Image, changed: bytes) -> int:
    before, after = finding(saved(picture)).picture_hash, finding(changed).picture_hash
    assert before is not None
    assert after is not None
    return different_bits(before, after)
