"""The commands on the classifier, as people and scripts call them."""

import json
from pathlib import Path

import pytest

from triage.cli.main import main

MAIL = b"From: kim@mail.example\r\nSubject: Order 20481\r\n\r\nThe mug arrived broken in three pieces.\r\n"


@pytest.fixture(autouse=True)
def _empty_shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIAGE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("TRIAGE_DATABASE_URL", f"sqlite:///{tmp_path}/triage.db")


def test_words_are_explained_as_json_and_for_people(capsys: pytest.CaptureFixture[str]):
    assert main(["model", "explain", "--json", "--text", "The mug arrived broken in three pieces"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["labels"][0]["label"] == "damaged"
    assert found["labels"][0]["probability"] >= found["labels"][0]["threshold"]
    assert len(found["labels"]) == 7
    assert found["confusions"]
    assert main(["model", "explain", "--text", "The mug arrived broken in three pieces"]) == 0
    assert "* damaged" in capsys.readouterr().out


def test_a_file_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "one.eml").write_bytes(MAIL)
    assert main(["model", "explain", str(tmp_path / "one.eml")]) == 0
    assert "broken" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["explain"], "one of TICKET, FILE and --text"),
        (["explain", "nothing"], "neither a ticket"),
        (["evaluate"], "one of DATA.jsonl and --confirmed"),
        (["evaluate", "--confirmed"], "no mail was confirmed"),
        (["evaluate", "--confirmed", "--store", "migems"], "no mail of migems was confirmed"),
        (["train", "--confirmed"], "0 confirmed mails to learn from"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_one_line(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]):
    assert main(["model", *arguments]) in (1, 2)
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_drift_of_a_shop_without_mail_is_quiet(capsys: pytest.CaptureFixture[str]):
    assert main(["model", "drift", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["alarm"] is False
    assert {one["name"] for one in found["signals"]} == {"corrected", "handed over", "label mix"}
    assert main(["model", "drift"]) == 0
    assert "nothing to count yet" in capsys.readouterr().out


def test_evaluation_tells_every_figure_and_the_yardstick(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    rows = [
        {"id": 1, "text": "The mug arrived broken", "labels": ["damaged"]},
        {"id": 2, "text": "Please cancel my order before it ships", "labels": ["cancellation"]},
        {"id": 3, "subject": "", "body": "Which size should I take, my waist is 74 cm", "labels": ["size_question"]},
    ]
    data = tmp_path / "few.jsonl"
    data.write_text("\n".join(map(json.dumps, rows)))
    assert main(["model", "evaluate", str(data), "--json", "--html", str(tmp_path / "few.html")]) == 0
    found = json.loads(capsys.readouterr().out)
    figures = {"accuracy", "micro_f1", "macro_f1", "exact_match", "calibration_error", "coverage_at_95", "confusion"}
    assert set(found) >= figures | {"labels", "speed", "keyword_rules", "curve", "calibration", "mails"}
    assert set(found["labels"][0]) == {"label", "precision", "recall", "f1", "low", "high", "mails"}
    assert found["keyword_rules"]["accuracy"] == 1.0
    assert "confirmed" not in found
    page = (tmp_path / "few.html").read_text()
    assert page.count("<svg") == 2
    assert "F1 by rules" in page


def test_the_doctor_tells_of_learning_and_drift(capsys: pytest.CaptureFixture[str]):
    main(["doctor"])
    said = capsys.readouterr().out
    assert "ok   learning: 0 mails confirmed since the last training, trained at 02:30 UTC from 50 on" in said
    assert "run.py model evaluate --confirmed" in said
    assert "ok   drift: corrected: nothing to count yet" in said
