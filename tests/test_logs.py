"""Log lines: one event a line, whatever the values hold."""

import ast
import json
import logging
from pathlib import Path

import pytest
import structlog

from triage import logs


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_both_kinds_of_loggers_give_json_with_their_fields(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(json_lines=True)
    logging.getLogger("triage.one").info("stored", extra={"uid": 7})
    structlog.get_logger("triage.two").info("stored", uid=8)
    first, second = map(json.loads, lines(capsys))
    assert (first["event"], first["uid"], first["level"]) == ("stored", 7, "info")
    assert (second["event"], second["uid"], second["logger"]) == ("stored", 8, "triage.two")


def test_a_value_cannot_start_a_line_or_colour_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(json_lines=False)
    logging.getLogger("triage").info("x\nforged", extra={"value": "a\r\n\x1b[31mred\u2028b"})
    (line,) = lines(capsys)
    assert "\x1b" not in line


def test_a_fault_is_named_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(json_lines=True)
    try:
        raise ValueError("Mrs Smith, 5 High Street")
    except ValueError:
        logging.getLogger("triage").exception("failed")
        structlog.get_logger("triage").exception("failed")
    told = lines(capsys)
    assert [json.loads(line)["fault"] for line in told] == ["ValueError", "ValueError"]
    assert not any("Smith" in line for line in told)


def test_the_screen_can_be_spared_what_is_no_warning(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(json_lines=True, screen_level=logging.WARNING)
    logging.getLogger("triage").info("stored")
    logging.getLogger("triage").warning("odd")
    assert [json.loads(line)["event"] for line in lines(capsys)] == ["odd"]


def test_lines_are_kept_in_the_folder_too(tmp_path: Path) -> None:
    logs.configure(tmp_path / "logs", json_lines=False)
    logging.getLogger("triage").info("stored", extra={"uid": 7})
    assert json.loads((tmp_path / "logs" / "worker.log").read_text())["uid"] == 7
    logs.configure()


def test_no_log_line_names_a_field_that_the_library_keeps_for_itself():
    kept = set(vars(logging.makeLogRecord({}))) | {"message", "asctime"}
    for path in sorted((Path(__file__).resolve().parents[1] / "triage").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "extra" and isinstance(node.value, ast.Dict):
                names = {key.value for key in node.value.keys if isinstance(key, ast.Constant)}
                assert not names & kept, f"{path.name}, line {node.value.lineno}"
