"""Two demos never stand in each other's way."""

import socket
from pathlib import Path

import pytest

from triage.demo.run import _only_one, run_demo
from triage.errors import OperatorError


def test_a_second_demo_is_refused_before_it_empties_the_folder_of_the_first(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "demo" / "triage.db"
    with _only_one(tmp_path / "data"):
        kept.parent.mkdir()
        kept.write_text("the first demo's")
        with pytest.raises(OperatorError, match="running already"):
            run_demo(tmp_path, once=True, port=0)
    assert kept.read_text() == "the first demo's"


def test_a_taken_port_is_told_before_anything_is_done(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OperatorError, match="cannot be used"):
        run_demo(tmp_path, once=False, port=taken.getsockname()[1])
    assert not (tmp_path / "data").exists()


def test_the_folder_is_free_again_when_a_demo_has_ended(tmp_path: Path) -> None:
    with _only_one(tmp_path):
        pass
    with _only_one(tmp_path):
        assert (tmp_path / ".demo.lock").exists()
