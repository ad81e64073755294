"""The sample mails, their index and the orders behind them keep the promises of data/samples/README.md."""

import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tnefparse
from PIL import Image
from pillow_heif import register_heif_opener
from pypdf import PdfReader

DATA = Path(__file__).resolve().parents[1] / "data"
SAMPLES, ORDERS = DATA / "samples", DATA / "orders"
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
STORES = ("mila_mvmt", "milliretro", "milisima", "marketplace", "migems")
LABELS = {"wrong_item", "damaged", "missing", "late_refund", "cancellation", "size_question", "other"}
MAIN = sorted(path for store in STORES for path in (SAMPLES / store).glob("*.eml"))
EARLIER = sorted((SAMPLES / "history").rglob("*.eml"))
QUESTIONS = [path for path in EARLIER if path.parent.name != "sent"]
ANSWERS = [path for path in EARLIER if path.parent.name == "sent"]

ORDER_FACTS = {
    "number",
    "status",
    "placed_at",
    "fulfilled_at",
    "shipped_at",
    "production_started_at",
    "delivered_at",
    "tracking_status",
    "cancelled_at",
    "cancelled_by",
    "return_approved_at",
    "return_code_issued_at",
    "return_sent_at",
    "return_received_at",
    "return_inspected_at",
    "refund_approved_at",
    "refund_issued_at",
    "refund_destination",
    "amount_paid",
    "amount_refunded",
    "currency",
    "payment",
    "channel",
    "country",
    "items",
}
ITEM_FACTS = {
    "title",
    "sku",
    "kind",
    "size",
    "personalized",
    "made_to_order",
    "preorder",
    "limited_edition",
    "set",
    "discount_percent",
    "sale",
    "final_sale",
    "gift",
    "exchanged_before",
    "affected",
}
ORDER_VALUES = {
    "status": {"processing", "partial", "shipped", "delivered", "cancelled", "returned"},
    "tracking_status": {"in_transit", "stalled", "delivery_failed", "returned_to_sender", "delivered", "lost"},
    "cancelled_by": {"customer", "store"},
    "refund_destination": {"original_payment", "store_credit", "account_balance"},
    "payment": {"card", "paypal", "bank_transfer", "gift_card", "other"},
    "channel": {"direct", "retailer"},
}
KINDS = {
    "apparel",
    "accessory",
    "print",
    "card",
    "homeware",
    "electronics",
    "appliance",
    "ring",
    "earrings",
    "bracelet",
    "necklace",
    "other",
}
NUMBER_SHAPES = {
    "mila_mvmt": r"10\d{3}",
    "milliretro": r"MR\d{4}",
    "milisima": r"1\d{3}",
    "marketplace": r"2034\d{5}",
    "migems": r"(MG)?20\d{3}",
}
QUOTED = re.compile(r"^(?:>|On \d.* wrote:|Le \d.* écrit :|\S.*> wrote:$)", re.M)
WEEKDAYS = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b"
    r"|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b"
    r"|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b"
    r"|\b(?:lune|marte|mercole|giove|vener)dì\b|\b(?:sabato|domenica)\b"
    r"|\b(?:segunda|terça|quarta|quinta|sexta)-feira\b",
    re.I,
)
DATES = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th|er|\.)? (?:de |of )?"
    r"(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|jul|aug|ago|sep|oct|okt|nov|dec|dez|déc|gen|mag|giu|lug|ott|dic)",
    re.I,
)
HOST = re.compile(r"(?:[\w.+-]@|https?://)([\w.-]+)")


@cache
def read(path: Path) -> Message:
    return BytesParser().parsebytes(path.read_bytes())


def header(mail: Message, name: str) -> str:
    return str(make_header(decode_header(mail.get(name, ""))))


def sent_at(path: Path) -> datetime:
    return parsedate_to_datetime(read(path)["Date"])


def payload(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def texts(path: Path) -> list[str]:
    """Decoded text parts, each by the charset that the mail declares (a wrong one raises)."""
    leaves = [part for part in read(path).walk() if part.get_content_maintype() == "text"]
    return [payload(part).decode(part.get_content_charset("ascii")) for part in leaves]


def new_text(path: Path) -> str:
    """The first text part above any quoted history."""
    return QUOTED.split(texts(path)[0], maxsplit=1)[0]


def attached(kind: str) -> list[bytes]:
    return [payload(part) for path in MAIN for part in read(path).walk() if part.get_content_type() == kind]


@cache
def index() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SAMPLES / "index.jsonl").read_text("utf-8").splitlines()]


@cache
def orders() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ORDERS / "demo.jsonl").read_text("utf-8").splitlines()]


def order_times(order: dict[str, Any]) -> dict[str, datetime]:
    return {name: datetime.fromisoformat(at) for name, at in order.items() if name.endswith("_at") and at}


def question_of(answer: Path) -> Path:
    return answer.parents[1] / answer.name


def reply_time(answer: Path) -> timedelta:
    return sent_at(answer) - sent_at(question_of(answer))


def short(path: Path) -> str:
    return path.relative_to(SAMPLES).as_posix()


def test_the_index_names_every_mail_once() -> None:
    assert [row["path"] for row in index()] == sorted(map(short, MAIN))


def test_there_are_enough_mails_for_every_store() -> None:
    assert len(MAIN) >= 66
    assert all(sum(row["store"] == store for row in index()) >= 12 for store in STORES)


def test_an_indexed_mail_lies_in_the_folder_of_its_store() -> None:
    assert all(row["path"].startswith(row["store"] + "/") for row in index())


def test_all_labels_five_languages_and_every_kind_of_automatic_mail_occur() -> None:
    assert {label for row in index() for label in row["labels"]} == LABELS
    assert {"en", "fr", "de", "es", "it"} <= {row["language"] for row in index()}
    assert {row["auto"] for row in index()} == {None, "auto_reply", "bounce", "newsletter", "spam"}


def test_automatic_mail_is_other() -> None:
    assert all(row["labels"] == ["other"] for row in index() if row["auto"])


def test_order_numbers_have_the_shape_of_their_store() -> None:
    assert all(re.fullmatch(NUMBER_SHAPES[row["store"]], n) for row in index() for n in row["order_numbers"])


def test_an_indexed_order_number_stands_in_its_mail() -> None:
    for row in index():
        path = SAMPLES / row["path"]
        words = header(read(path), "Subject") + "\n".join(texts(path))
        assert all(number in words for number in row["order_numbers"]), row["path"]


@pytest.mark.parametrize("path", MAIN + EARLIER, ids=short)
def test_a_mail_is_whole_and_in_crlf(path: Path) -> None:
    raw = path.read_bytes()
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert not [part.defects for part in read(path).walk() if part.defects]
    assert texts(path)


def test_mails_are_dated_within_the_two_days_before_now() -> None:
    dates = [sent_at(path) for path in MAIN]
    assert all(NOW - timedelta(hours=46) <= at < NOW for at in dates)
    assert NOW - max(dates) < timedelta(hours=1)


def test_earlier_questions_are_two_to_twenty_eight_days_old() -> None:
    ages = [NOW - sent_at(path) for path in QUESTIONS]
    assert len(ages) == 40
    assert all(timedelta(days=2) <= age <= timedelta(days=28) for age in ages)


def test_answers_refer_to_their_question() -> None:
    assert len(ANSWERS) >= 34
    for path in ANSWERS:
        answer, question = read(path), read(question_of(path))
        shop = header(question, "To").split("<")[-1].rstrip(">")
        assert answer["In-Reply-To"] == answer["References"] == question["Message-ID"]
        assert answer["From"].endswith(f"<{shop}>")


def test_answers_follow_their_question_and_precede_now() -> None:
    assert all(timedelta(hours=1) <= reply_time(path) <= timedelta(hours=70) for path in ANSWERS)
    assert all(sent_at(path) < NOW for path in ANSWERS)


def test_most_earlier_questions_were_answered_in_time_and_a_few_were_not() -> None:
    assert 3 <= sum(reply_time(path) > timedelta(hours=48) for path in ANSWERS) <= 4


def test_message_ids_are_unique_and_one_mail_has_none() -> None:
    ids = [read(path)["Message-ID"] for path in MAIN + EARLIER]
    assert ids.count(None) == 1
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", MAIN + EARLIER, ids=short)
def test_new_text_names_no_weekday_and_no_date(path: Path) -> None:
    assert not WEEKDAYS.search(new_text(path))
    assert not DATES.search(new_text(path))


@pytest.mark.parametrize("path", MAIN + EARLIER, ids=short)
def test_every_host_is_an_example_host(path: Path) -> None:
    heads = [str(value) for part in read(path).walk() for _, value in part.items()]
    hosts = {host.rstrip(".") for words in heads + texts(path) for host in HOST.findall(words)}
    assert hosts
    assert all(host.endswith(".example") for host in hosts)


@pytest.mark.parametrize("kind", ["image/jpeg", "image/png", "image/heic"])
def test_pictures_are_real_and_small(kind: str) -> None:
    register_heif_opener()
    pictures = attached(kind)
    assert pictures
    for content in pictures:
        assert len(content) < 60_000
        Image.open(io.BytesIO(content)).load()


def test_some_photos_carry_their_time() -> None:
    photos = [Image.open(io.BytesIO(content)) for content in attached("image/jpeg")]
    assert sum(0x0132 in photo.getexif() for photo in photos) >= 5


def test_the_pdf_can_be_read_strictly() -> None:
    [content] = attached("application/pdf")
    assert "MR2911" in PdfReader(io.BytesIO(content), strict=True).pages[0].extract_text()


def test_winmail_dat_holds_one_photo() -> None:
    [content] = attached("application/ms-tnef")
    [photo] = tnefparse.TNEF(content, do_checksum=True).attachments
    assert Image.open(io.BytesIO(photo.data)).size == (800, 600)


def test_the_video_begins_like_an_mp4() -> None:
    [content] = attached("video/mp4")
    assert content[4:8] == b"ftyp"


def test_the_samples_stay_below_their_size() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 2_500_000


def test_there_are_sixty_orders_each_numbered_once_in_its_store() -> None:
    numbers = [(row["store"], row["order"]["number"]) for row in orders()]
    assert len(numbers) >= 60
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(NUMBER_SHAPES[store], number) for store, number in numbers)


def test_orders_state_known_facts_only() -> None:
    for row in orders():
        order = row["order"]
        assert set(row) == {"store", "customer_email", "order"}
        assert set(order) <= ORDER_FACTS
        assert all(order[name] in values for name, values in ORDER_VALUES.items() if name in order)


def test_items_state_known_facts_only() -> None:
    assert all(row["order"]["items"] for row in orders())
    items = [item for row in orders() for item in row["order"]["items"]]
    assert all(set(item) <= ITEM_FACTS and item["kind"] in KINDS for item in items)


def test_an_order_runs_forward_in_time_and_ends_before_now() -> None:
    steps = (
        "placed_at",
        "fulfilled_at",
        "shipped_at",
        "delivered_at",
        "return_received_at",
        "refund_approved_at",
    )
    for row in orders():
        times = order_times(row["order"])
        in_order = [times[step] for step in steps if step in times]
        assert in_order == sorted(in_order), row["order"]["number"]
        assert all(at < NOW for at in times.values())


def test_a_mail_names_orders_of_its_sender_save_for_the_stranger() -> None:
    owners = {(row["store"], row["order"]["number"]): row["customer_email"] for row in orders()}
    strangers = []
    for row in index():
        mail = read(SAMPLES / row["path"])
        sender = mail.get("Reply-To", mail["From"])
        known = [owners[key] for n in row["order_numbers"] if (key := (row["store"], n)) in owners]
        strangers += [row["path"]] * any(owner not in sender for owner in known)
    assert strangers == ["milisima/10-somebody-elses-order.eml"]


def test_an_order_is_placed_before_the_mail_that_names_it() -> None:
    placed = {(row["store"], row["order"]["number"]): order_times(row["order"])["placed_at"] for row in orders()}
    for row in index():
        at = sent_at(SAMPLES / row["path"])
        assert all(placed.get((row["store"], number), at) <= at for number in row["order_numbers"]), row["path"]


def test_the_csv_example_says_the_same_as_the_json_lines() -> None:
    by_number = {row["order"]["number"]: row for row in orders()}
    with (ORDERS / "example.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["number"] for row in rows}) == 6
    for row in rows:
        known = by_number[row["number"]]
        assert row["customer_email"] == known["customer_email"]
        assert row["delivered_at"] == (known["order"]["delivered_at"] or "")
        assert row["item_title"] in [item["title"] for item in known["order"]["items"]]
