"""The reader in its own process answers like the one inside, and takes nothing with it when it falls."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from tests.e2e.mailbag import mailbag
from tests.stages.examining.made import hostile
from tests.stages.parsing.mails import built
from triage.errors import OperatorError
from triage.kit import Kit, NotLoaded
from triage.loaders.kit import load_kit
from triage.pipeline import read
from triage.reader.apart import PutAsideError, ReadingChild
from triage.reader.process import ReadingFailedError
from triage.records import RawMail

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 3, 10, tzinfo=UTC)
NO_KIT = Kit(packs={}, replies=NotLoaded(), classifier=NotLoaded())


def some_mails(count: int = 12) -> list[RawMail]:
    """Without pictures: a machine that has tesseract would read words in them, for seconds."""
    plain = (mail for mail in mailbag(2 * count + 2) if b"image/jpeg" not in mail.raw)
    return [RawMail(raw=mail.raw, received_at=NOW, source=mail.name) for mail in islice(plain, count)]


@pytest.fixture(scope="module")
def child() -> Iterator[ReadingChild]:
    reader = ReadingChild(ROOT)
    yield reader
    reader.close()


def loaded_pid(reader: ReadingChild) -> int:
    """The process that has loaded everything and never sees a mail."""
    assert reader._loaded is not None
    assert reader._loaded._process.pid is not None
    return reader._loaded._process.pid


def pid_of(reader: ReadingChild) -> int:
    """The process that reads mails; there is one after the first batch."""
    assert reader._loaded is not None
    assert reader._loaded.reader_pid
    return reader._loaded.reader_pid


def is_running(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and "Z" not in stat.read_text().split(")")[1][:3]


def ends(process: int) -> bool:
    deadline = time.monotonic() + 10
    while is_running(process):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def test_the_child_reads_as_the_pipeline_does(child):
    inside = read(some_mails(), "mila_mvmt", load_kit(ROOT), frozenset({"support@shop.example"}))
    assert child(some_mails(), "mila_mvmt", NO_KIT, frozenset({"support@shop.example"})) == inside


def test_a_reader_that_was_killed_meanwhile_costs_at_most_its_batch(child):
    child(some_mails(1), "mila_mvmt", NO_KIT, frozenset())
    os.kill(pid_of(child), signal.SIGKILL)
    with pytest.raises(ReadingFailedError):
        child(some_mails(), "mila_mvmt", NO_KIT, frozenset())
    assert len(child(some_mails(3), "mila_mvmt", NO_KIT, frozenset())) == 3


def test_when_the_loaded_process_is_gone_another_one_loads(child):
    gone = loaded_pid(child)
    os.kill(gone, signal.SIGKILL)
    assert ends(gone)
    assert len(child(some_mails(3), "mila_mvmt", NO_KIT, frozenset())) == 3
    assert loaded_pid(child) != gone


def test_a_reader_that_hangs_is_ended(child, monkeypatch):
    monkeypatch.setattr("triage.reader.apart.SILENT_ALONE_SECONDS", 0.5)
    child(some_mails(1), "mila_mvmt", NO_KIT, frozenset())
    stopped = pid_of(child)
    os.kill(stopped, signal.SIGSTOP)
    with pytest.raises(ReadingFailedError):
        child(some_mails(1), "mila_mvmt", NO_KIT, frozenset())
    assert len(child(some_mails(2), "mila_mvmt", NO_KIT, frozenset())) == 2
    assert ends(stopped)


def test_a_fault_in_the_child_is_told_without_the_mails_words(child):
    with pytest.raises(ReadingFailedError, match="KeyError"):
        child(some_mails(1), "no such store", NO_KIT, frozenset())
    assert child(some_mails(1), "mila_mvmt", NO_KIT, frozenset())


def test_the_childs_memory_and_processor_time_are_bounded(child):
    child(some_mails(1), "mila_mvmt", NO_KIT, frozenset())
    limits = Path(f"/proc/{pid_of(child)}/limits").read_text().splitlines()
    soft = {line[:25].strip(): line[26:].split()[0] for line in limits[1:]}
    taken = int(Path(f"/proc/{pid_of(child)}/statm").read_text().split()[0]) * os.sysconf("SC_PAGESIZE")
    assert int(soft["Max address space"]) <= taken + 512 * 1024**2
    assert int(soft["Max cpu time"]) < 120
    assert soft["Max core file size"] == "0"


def test_a_child_that_gives_signs_of_life_may_take_longer(child, monkeypatch):
    monkeypatch.setattr("triage.reader.apart.SILENT_SECONDS", 2.0)
    assert len(child(some_mails(12), "mila_mvmt", NO_KIT, frozenset())) == 12


def test_files_made_to_harm_stop_no_mail_of_the_batch(child):
    def carrying(name: str, content: bytes) -> RawMail:
        mail = built("See the file.")
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename="x.jpg")
        return RawMail(raw=mail.as_bytes(), received_at=NOW, source=name)

    mails = [carrying(name, content) for name, content in hostile().items()]
    batch = [*mails, *some_mails(1)]
    try:
        readings = dict(enumerate(child(batch, "mila_mvmt", NO_KIT, frozenset())))
    except PutAsideError as some:
        readings = dict(some.readings)
    assert len(batch) - 1 in readings
    alone = [child([mail], "mila_mvmt", NO_KIT, frozenset())[0] for at, mail in enumerate(mails) if at not in readings]
    words = [reading.mail.text for reading in (*alone, *readings.values())]
    assert words.count("See the file.") == len(mails)


def test_a_missing_model_is_told_when_the_child_is_awaited(tmp_path):
    for part in ("data/policies", "templates/replies"):
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / part).symlink_to(ROOT / part)
    (tmp_path / "models").mkdir()
    with pytest.raises(OperatorError, match="model train"):
        ReadingChild(tmp_path).await_loaded()


def test_the_child_and_its_reader_end_when_their_parent_is_killed():
    program = (
        "import sys, time; from pathlib import Path; from triage.reader.apart import ReadingChild\n"
        "from tests.test_reader import NO_KIT, some_mails\n"
        "reader = ReadingChild(Path(sys.argv[1])); reader(some_mails(1), 'mila_mvmt', NO_KIT, frozenset())\n"
        "print(reader._loaded._process.pid, reader._loaded.reader_pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(ROOT)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    family = [int(word) for word in parent.stdout.readline().split()]
    assert len(family) == 2
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert all(map(ends, family))


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
        assert ends(before)
        (root / "models" / "one" / "classifier.skops").write_bytes(b"not a model")
        (root / "models" / "current").write_text("one\n")
        serving = loaded_pid(reader)
        assert versions(reader) == {"two"}
        assert versions(reader) == {"two"}
        assert loaded_pid(reader) == serving
        (root / "models" / "current").unlink()
        assert versions(reader) == {"two"}
    finally:
        reader.close()
