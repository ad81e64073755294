"""No file stops the reading, however it was made: seconds and memory are bounded, and what is wrong is told."""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.stages.examining.made import hostile
from triage.stages.examining.deadline import TookTooLongError, within

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import json, resource, sys, time
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from triage.records import RawMail
from triage.stages.examine import examine
from triage.stages.parse import parse

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

for path in sorted(Path(sys.argv[1]).iterdir()):
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ann <ann@mail.example>", "Ring"
    mail.set_content("See the file.")
    mail.add_attachment(path.read_bytes(), maintype="application", subtype="octet-stream", filename="x.jpg")
    before, start = peak(), time.process_time()
    seen = examine(parse(RawMail(raw=mail.as_bytes(), received_at=datetime.now(UTC), source="")))
    print(json.dumps({
        "name": path.name, "seconds": time.process_time() - start, "megabytes": peak() - before,
        "kind": seen.attachments[0].kind, "problems": seen.problems, "text": seen.text,
    }))
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    for name, content in hostile().items():
        (folder / name.replace(" ", "_").replace(":", "")).write_bytes(content)
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=100, check=True
    )
    return {one["name"]: one for one in map(json.loads, ran.stdout.splitlines())}


def test_every_file_is_survived_within_seconds(outcomes):
    assert len(outcomes) == len(hostile())
    assert {name: one["seconds"] for name, one in outcomes.items() if one["seconds"] > 5} == {}


def test_no_file_takes_more_than_three_hundred_megabytes(outcomes):
    assert {name: one["megabytes"] for name, one in outcomes.items() if one["megabytes"] > 300} == {}


def test_the_mail_itself_is_read_whatever_is_attached(outcomes):
    assert {one["text"] for one in outcomes.values()} == {"See the file."}


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("png_bomb", "too large"),
        ("jpeg_of_3,000_scans", "too large"),
        ("jpeg_cut_short", "damaged"),
        ("pdf_unfolds", "damaged or too large"),
        ("pdf_endless_words", "damaged or too large"),
    ],
)
def test_what_could_not_be_looked_at_is_told(outcomes, name, note):
    assert any(note in problem for problem in outcomes[name]["problems"])


@pytest.mark.parametrize("name", ["png_bomb", "svg_with_script", "jpeg_of_nothing", "webp_of_16,000_squared"])
def test_a_file_made_to_harm_is_no_photo(outcomes, name):
    assert outcomes[name]["kind"] == "other"


def endless() -> None:
    while True:
        pass


def test_a_block_beyond_its_share_is_ended():
    start = time.process_time()
    with pytest.raises(TookTooLongError), within(0.2):
        endless()
    assert time.process_time() - start < 2


def test_code_that_swallows_the_end_is_ended_all_the_same():
    def stubborn() -> None:
        for _ in range(3):
            try:
                while True:
                    pass
            except TookTooLongError:
                continue
        while True:
            pass

    with pytest.raises(TookTooLongError), within(0.1):
        stubborn()


def test_outside_the_main_thread_the_block_runs_on():
    done: list[bool] = []

    def work() -> None:
        with within(0.001):
            done.append(sum(range(200_000)) > 0)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
