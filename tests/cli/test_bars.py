"""Bars change nothing about the work, and never stand in a file."""

import io
import threading

from triage.cli.bars import on_terminal


class Terminal(io.StringIO):
    """Says that a person looks."""

    def isatty(self) -> bool:
        return True


def test_the_steps_are_the_same_with_and_without_a_terminal(monkeypatch):
    plain = list(on_terminal(range(50), "Working", 50))
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    assert list(on_terminal(range(50), "Working", 50)) == plain
    assert "Working" in screen.getvalue()


def test_a_file_gets_no_bar(monkeypatch):
    file = io.StringIO()
    monkeypatch.setattr("sys.stderr", file)
    assert list(on_terminal(range(3), "Working", 3)) == [0, 1, 2]
    assert file.getvalue() == ""


def test_a_thread_of_the_worker_shows_no_bar(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    thread = threading.Thread(target=lambda: list(on_terminal(range(3), "Working", 3)))
    thread.start()
    thread.join()
    assert screen.getvalue() == ""
