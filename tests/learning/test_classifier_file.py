"""The model file: written, read back, and refused when it is not what its card says."""

import hashlib
import json
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
import sklearn
import skops.io

from tests.learning.rows import few_rows
from triage.errors import InputError, OperatorError
from triage.learning.classify import Model
from triage.learning.features import read
from triage.learning.train import train
from triage.loaders.classifier import load_classifier, load_model, model_octets, point_current, save_model

CARD = {"versions": {"scikit-learn": sklearn.__version__}}


def stored(folder: Path, model: Model, card: dict[str, object] = CARD) -> Path:
    save_model(folder / "models", "one", model, card)
    return folder / "models" / "one"


def test_a_model_answers_the_same_after_a_round_trip(tmp_path: Path, small_model: Model) -> None:
    stored(tmp_path, small_model)
    again = load_model(tmp_path / "models", "one")
    readings = [read("", "the mug arrived broken", "en"), read("Frage", "welche Größe soll ich nehmen", "de")]
    before = small_model.probabilities(small_model.scores(small_model.features(readings)))
    after = again.probabilities(again.scores(again.features(readings)))
    assert np.allclose(before, after, atol=1e-4)


def test_the_same_rows_and_seed_give_the_same_bytes(small_model: Model) -> None:
    assert model_octets(train(few_rows()).model) == model_octets(small_model)


def test_another_process_gives_the_same_bytes(small_model: Model) -> None:
    program = (
        "import hashlib; from tests.learning.rows import few_rows; from triage.learning.train import train;"
        "from triage.loaders.classifier import model_octets;"
        "print(hashlib.sha256(model_octets(train(few_rows()).model)).hexdigest())"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == hashlib.sha256(model_octets(small_model)).hexdigest()


def test_a_changed_file_is_refused(tmp_path: Path, small_model: Model) -> None:
    path = stored(tmp_path, small_model) / "classifier.skops"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(OperatorError, match="not the file that its card describes"):
        load_model(tmp_path / "models", "one")


def test_a_hostile_file_is_refused_and_runs_nothing(tmp_path: Path, small_model: Model) -> None:
    class Attack:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return (Path.touch, (tmp_path / "owned",))

    folder = stored(tmp_path, small_model)
    for octets in (pickle.dumps(Attack()), b"", b"PK\x03\x04 not a zip"):
        replace_file(folder, octets)
        with pytest.raises(OperatorError, match=r"run\.py model train"):
            load_model(tmp_path / "models", "one")
    assert not (tmp_path / "owned").exists()


def test_a_file_with_types_beyond_numbers_is_refused(tmp_path: Path, small_model: Model) -> None:
    folder = stored(tmp_path, small_model)
    replace_file(folder, skops.io.dumps({"labels": Path.home}))
    with pytest.raises(OperatorError):
        load_model(tmp_path / "models", "one")


def test_a_model_of_another_scikit_learn_is_refused_with_the_mend(tmp_path: Path, small_model: Model) -> None:
    stored(tmp_path, small_model, {"versions": {"scikit-learn": "0.24.1"}})
    with pytest.raises(OperatorError, match=r"0\.24\.1") as caught:
        load_model(tmp_path / "models", "one")
    assert "run.py model train" in caught.value.fix


def test_a_missing_model_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=r"run\.py model train"):
        load_classifier(tmp_path)


def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "current").write_text("../elsewhere\n")
    with pytest.raises(OperatorError, match="names no model"):
        load_classifier(tmp_path)


def test_only_a_stored_model_can_be_promoted(tmp_path: Path, small_model: Model) -> None:
    stored(tmp_path, small_model)
    with pytest.raises(InputError, match="choose one of: one"):
        point_current(tmp_path / "models", "two")
    point_current(tmp_path / "models", "one")
    assert load_classifier(tmp_path).version == "one"


def test_the_archive_names_no_time_and_no_address(small_model: Model, tmp_path: Path) -> None:
    path = stored(tmp_path, small_model) / "classifier.skops"
    with zipfile.ZipFile(path) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(len(name) < 12 for name in archive.namelist())


def replace_file(folder: Path, octets: bytes) -> None:
    """Put other octets in place, with a card that vouches for them."""
    (folder / "classifier.skops").write_bytes(octets)
    card = json.loads((folder / "card.json").read_text())
    (folder / "card.json").write_text(json.dumps({**card, "sha256": hashlib.sha256(octets).hexdigest()}))
