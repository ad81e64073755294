"""What the blob store promised to keep is there, whole, and nothing else is."""

import ctypes
import errno
import os
from collections import namedtuple
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.errors import OperatorError, RetryLater
from triage.store import blobs
from triage.store.blobs import Blobs


def _files(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob("*") if path.is_file())


@given(many=st.lists(st.binary(max_size=200), max_size=8))
def test_any_batch_comes_back_byte_for_byte(tmp_path_factory, many):
    store = Blobs(tmp_path_factory.mktemp("blobs"))
    assert [store.get(name) for name in store.put_many(many)] == many


def test_octets_lie_under_their_sha256_in_a_folder_of_its_first_two_digits(tmp_path: Path):
    name = Blobs(tmp_path).put(b"hello")
    assert name == sha256(b"hello").hexdigest()
    assert (tmp_path / name[:2] / name).read_bytes() == b"hello"


def test_the_same_octets_are_kept_once(tmp_path: Path):
    store = Blobs(tmp_path)
    assert store.put_many([b"same", b"same"]) == [store.put(b"same")] * 2
    assert len(_files(tmp_path)) == 1


def test_a_full_disk_keeps_nothing_half_and_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 7:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RetryLater, match="make room"):
        Blobs(tmp_path).put_many([bytes([n]) * 10 for n in range(4)])
    assert _files(tmp_path) == []


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_full_disk_under_a_large_batch_keeps_nothing_half(tmp_path: Path, monkeypatch, fails_at: int):
    calls = []

    def full(_handle: int) -> int:
        calls.append(1)
        ctypes.set_errno(errno.ENOSPC)
        return -1 if len(calls) == fails_at else 0

    monkeypatch.setattr(blobs, "_SYNCFS", full)
    with pytest.raises(RetryLater, match="make room"):
        Blobs(tmp_path).put_many([bytes([n]) * 10 for n in range(50)])
    assert not [name for name in _files(tmp_path) if name.startswith(".")]


def test_a_large_batch_is_kept_without_the_call_that_only_linux_has(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(blobs, "_SYNCFS", None)
    many = [bytes([n]) * 10 for n in range(50)]
    store = Blobs(tmp_path)
    assert [store.get(name) for name in store.put_many(many)] == many


def test_too_little_room_is_said_before_mail_is_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    Disk = namedtuple("Disk", "f_bavail f_frsize")
    monkeypatch.setattr(os, "statvfs", lambda _: Disk(66_000, 1024))
    Blobs(tmp_path).require_room(1_000)
    with pytest.raises(RetryLater, match="mail waits on the server"):
        Blobs(tmp_path).require_room(2_000_000)


def test_a_damaged_file_is_never_handed_out(tmp_path: Path):
    store = Blobs(tmp_path)
    name = store.put(b"whole")
    store.path(name).write_bytes(b"wh")
    with pytest.raises(OperatorError, match="backup"):
        store.get(name)


def test_what_was_removed_is_missed_with_an_actionable_error(tmp_path: Path):
    store = Blobs(tmp_path)
    name = store.put(b"gone")
    store.remove([name, name])
    with pytest.raises(OperatorError, match="missing"):
        store.get(name)
