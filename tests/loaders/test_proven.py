"""Only proven packs serve; what fails stays out, the last good version goes on and the owner is told."""

import json
import shutil
from pathlib import Path

import pytest

from triage.errors import OperatorError
from triage.loaders import proven
from triage.loaders.proven import PROVEN, kept_pack, load_proven, record_proven
from triage.policy.lint import Finding

ROOT = Path(__file__).resolve().parents[2]
PACK = "data/policies/milliretro/pack.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with one shop, whose pack is proven."""
    (tmp_path / PACK).parent.mkdir(parents=True)
    shutil.copy(ROOT / PACK, tmp_path / PACK)
    record_proven(tmp_path)
    return tmp_path


def change(root: Path, before: str, after: str) -> None:
    text = (root / PACK).read_text(encoding="utf-8")
    assert before in text
    (root / PACK).write_text(text.replace(before, after, 1), encoding="utf-8")


def the_lint_finds(monkeypatch, *findings):
    monkeypatch.setattr(proven, "lint", lambda _: list(findings))


FINDING = Finding(kind="dead_rule", rule="fault.claim", what="decides in none of the cases tried")


def test_every_shipped_pack_is_written_down_as_proven():
    written = json.loads((ROOT / PROVEN).read_text(encoding="utf-8"))
    assert written == {
        str(path.relative_to(ROOT)): proven._version(path)
        for path in sorted((ROOT / "data/policies").glob("*/pack*.yaml"))
    }, "run `run.py policy lint --record`"


def test_a_proven_pack_serves_without_being_proven_again(root: Path, monkeypatch):
    the_lint_finds(monkeypatch, FINDING)
    serving = load_proven(root, root / "kept")
    assert list(serving.packs) == ["milliretro"]
    assert serving.faults == ()


def test_a_changed_pack_is_proven_before_it_serves(root: Path, monkeypatch):
    load_proven(root, root / "kept")
    the_lint_finds(monkeypatch)
    change(root, "value: 10", "value: 12")
    assert load_proven(root, root / "kept").packs["milliretro"][0].stated["refund_days"].value == 12


def test_a_pack_that_fails_stays_out_and_the_last_good_one_goes_on(root: Path, monkeypatch):
    good = load_proven(root, root / "kept").packs["milliretro"][0]
    the_lint_finds(monkeypatch, FINDING)
    change(root, "value: 10", "value: 12")
    for _ in range(2):  # also at the next start
        serving = load_proven(root, root / "kept")
        assert serving.packs["milliretro"][0].pack_version == good.pack_version
        (fault,) = serving.faults
        assert str(fault) == (
            f"{PACK} is not in use: dead rule, fault.claim: decides in none of the cases tried; "
            f"version {good.pack_version} goes on"
        )


def test_a_pack_that_is_no_yaml_any_more_stays_out_too(root: Path):
    load_proven(root, root / "kept")
    (root / PACK).write_text("store: [", encoding="utf-8")
    (fault,) = load_proven(root, root / "kept").faults
    assert "is not YAML" in fault.what


def test_without_a_last_good_version_the_start_stops(root: Path, monkeypatch):
    the_lint_finds(monkeypatch, FINDING)
    change(root, "value: 10", "value: 12")
    with pytest.raises(OperatorError, match=r"dead rule, fault\.claim"):
        load_proven(root, root / "kept")


def test_every_version_that_served_is_kept_to_decide_by_again(root: Path, monkeypatch):
    first = load_proven(root, root / "kept").packs["milliretro"][0]
    the_lint_finds(monkeypatch)
    change(root, "value: 10", "value: 12")
    load_proven(root, root / "kept")
    again = kept_pack(root / "kept", first.pack_version)
    assert again is not None
    assert again.stated == first.stated
    assert kept_pack(root / "kept", "000000000000") is None


def test_a_folder_that_cannot_be_written_is_named(root: Path):
    (root / "kept").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(OperatorError, match="cannot write"):
        load_proven(root, root / "kept")
