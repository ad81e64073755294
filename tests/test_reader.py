"""The reader in its own process answers like the one inside, and takes nothing with it when it falls."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.mailbag import mailbag
from tests.stages.examining.made import hostile
from tests.stages.parsing.mails import built
from triage.errors import OperatorError
from triage.kit import Kit, NotLoaded
from triage.loaders.kit import load_kit
from triage.pipeline import read
from triage.reader import ReadingChild, ReadingFailedError
from triage.records import RawMail

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 3, 10, tzinfo=UTC)
NO_KIT = Kit(packs={}, replies=NotLoaded(), classifier=NotLoaded())


def some_mails(count: int = 12) -> list[RawMail]:
    return [RawMail(raw=mail.raw, received_at=NOW, source=mail.name) for mail in mailbag(count)]


@pytest.fixture(scope="module")
def child() -> Iterator[ReadingChild]:
    reader = ReadingChild(ROOT)
    yield reader
    reader.close()


def pid_of(reader: ReadingChild) -> int:
    process = reader._process
    assert process is not None
    assert process.pid is not None
    return process.pid


def test_the_child_reads_as_the_pipeline_does(child):
    inside = read(some_mails(), "mila_mvmt", load_kit(ROOT), frozenset({"support@shop.example"}))
    assert child(some_mails(), "mila_mvmt", NO_KIT, frozenset({"support@shop.example"})) == inside


def test_a_child_that_dies_costs_its_batch_and_the_next_one_is_read_again(child):
    os.kill(pid_of(child), signal.SIGKILL)
    with pytest.raises(ReadingFailedError):
        child(some_mails(), "mila_mvmt", NO_KIT, frozenset())
    assert len(child(some_mails(3), "mila_mvmt", NO_KIT, frozenset())) == 3


def test_a_child_that_hangs_is_ended(child, monkeypatch):
    monkeypatch.setattr("triage.reader.SILENT_SECONDS", 0.5)
    stopped = pid_of(child)
    os.kill(stopped, signal.SIGSTOP)
    with pytest.raises(ReadingFailedError):
        child(some_mails(1), "mila_mvmt", NO_KIT, frozenset())
    with pytest.raises(ProcessLookupError):
        os.kill(stopped, 0)


def test_a_fault_in_the_child_is_told_without_the_mails_words(child):
    with pytest.raises(ReadingFailedError, match="KeyError"):
        child(some_mails(1), "no such store", NO_KIT, frozenset())
    assert child(some_mails(1), "mila_mvmt", NO_KIT, frozenset())


def test_the_childs_memory_and_processor_time_are_bounded(child):
    limits = Path(f"/proc/{pid_of(child)}/limits").read_text().splitlines()
    soft = {line[:25].strip(): line[26:].split()[0] for line in limits[1:]}
    assert int(soft["Max address space"]) < 8 * 1024**3
    assert int(soft["Max cpu time"]) < 3600


def test_a_child_that_gives_signs_of_life_may_take_longer(child, monkeypatch):
    monkeypatch.setattr("triage.reader.SILENT_SECONDS", 8.0)
    assert len(child(some_mails(12), "mila_mvmt", NO_KIT, frozenset())) == 12


def test_files_made_to_harm_stop_no_mail_of_the_batch(child):
    def carrying(name: str, content: bytes) -> RawMail:
        mail = built("See the file.")
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename="x.jpg")
        return RawMail(raw=mail.as_bytes(), received_at=NOW, source=name)

    before = pid_of(child)
    mails = [carrying(name, content) for name, content in hostile().items()]
    readings = child([*mails, *some_mails(1)], "mila_mvmt", NO_KIT, frozenset())
    assert [reading.mail.text for reading in readings[:-1]] == ["See the file."] * len(mails)
    assert pid_of(child) == before


def test_a_missing_model_is_told_at_once(tmp_path):
    for part in ("data/policies", "templates/replies"):
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / part).symlink_to(ROOT / part)
    (tmp_path / "models").mkdir()
    with pytest.raises(OperatorError, match="model train"):
        ReadingChild(tmp_path)


def test_the_child_ends_when_its_parent_is_killed():
    program = (
        "import sys, time; from pathlib import Path; from triage.reader import ReadingChild\n"
        "reader = ReadingChild(Path(sys.argv[1])); print(reader._process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(ROOT)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    reader = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{reader}").exists() and "Z" not in Path(f"/proc/{reader}/stat").read_text().split(")")[1][:3]:
        assert time.monotonic() < deadline, "the reader outlived its parent"
        time.sleep(0.05)


def two_models(folder: Path) -> Path:
    """A project with the served model under two names, the first of them serving."""
    for part in ("data/policies", "templates/replies"):
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        (folder / part).symlink_to(ROOT / part)
    models = ROOT / "models"
    serving = (models / "current").read_text().strip()
    for name in ("one", "two"):
        shutil.copytree(models / serving, folder / "models" / name)
    (folder / "models" / "current").write_text("one\n")
    return folder


def versions(reader: ReadingChild, count: int = 3) -> set[str]:
    return {one.understanding.model_version for one in reader(some_mails(count), "mila_mvmt", NO_KIT, frozenset())}


def test_a_promoted_model_reads_from_the_next_batch_on_and_a_broken_one_never_does(tmp_path):
    root = two_models(tmp_path)
    reader = ReadingChild(root)
    try:
        assert versions(reader) == {"one"}
        before = pid_of(reader)
        (root / "models" / "current").write_text("two\n")
        assert versions(reader) == {"two"}
        with pytest.raises(ProcessLookupError):
            os.kill(before, 0)
        (root / "models" / "one" / "classifier.skops").write_bytes(b"not a model")
        (root / "models" / "current").write_text("one\n")
        serving = pid_of(reader)
        assert versions(reader) == {"two"}
        assert versions(reader) == {"two"}
        assert pid_of(reader) == serving
        (root / "models" / "current").unlink()
        assert versions(reader) == {"two"}
    finally:
        reader.close()
