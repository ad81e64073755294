"""What `policy lint` prints: each fault with its place, its case in words and the case as `policy decide` takes it."""

import json
import shutil
from pathlib import Path

import pytest

from triage.errors import OperatorError
from triage.policy import lint
from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.pack import parse_pack
from triage.usecases.lint_packs import lint_and_record, lint_packs, write_schema

ROOT = Path(__file__).resolve().parents[2]
PACK = "data/policies/milliretro/pack.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / PACK).parent.mkdir(parents=True)
    shutil.copy(ROOT / PACK, tmp_path / PACK)
    return tmp_path


def damage(root: Path) -> str:
    """The pack with a rule for refunds that are late in which a photo has slipped."""
    text = (root / PACK).read_text(encoding="utf-8")
    rule = "when: {window.refund: closed"
    assert text.count(rule) == 1
    text = text.replace(rule, "when: {has_photo: true, window.refund: closed")
    (root / PACK).write_text(text, encoding="utf-8")
    return text


def test_a_sound_pack_has_nothing_to_tell(root: Path) -> None:
    checked = lint_packs(root, ("milliretro",))
    assert (checked.faults, checked.notes) == ((), ())


def test_a_fault_comes_with_its_line_its_words_and_a_case_that_shows_it(root: Path) -> None:
    text = damage(root)
    (fault,) = lint_packs(root, ()).faults
    told, words, case = fault.splitlines()
    line = next(place for place, one in enumerate(text.splitlines(), 1) if one.strip() == "- id: refund_wait")
    assert told.startswith("milliretro: undecided: refund_wait: ")
    assert told.endswith(f"({PACK}, line {line})")
    assert "the refund approved on" in words
    assert decide(parse_pack(text, PACK), read_case(json.loads(case))).rule_id == ""


def test_a_pack_that_cannot_be_loaded_is_a_fault_and_the_others_are_still_checked(root: Path) -> None:
    damage(root)
    other = root / "data/policies/another/pack.yaml"
    other.parent.mkdir()
    text = (ROOT / PACK).read_text(encoding="utf-8").replace("store: milliretro", "store: another")
    other.write_text(text.replace("cites: Are there any charges", "cites: Is there any charge", 1), encoding="utf-8")
    first, second = lint_packs(root, ()).faults
    assert first.startswith("another: not_loaded: data/policies/another/pack.yaml, line ")
    assert "unknown name `Is there any charge for return?`; did you mean `Are there any charges for return?`?" in first
    assert second.startswith("milliretro: undecided")


def test_a_pack_in_the_folder_of_another_store_is_a_fault(root: Path) -> None:
    shutil.move(root / "data/policies/milliretro", root / "data/policies/another")
    (fault,) = lint_packs(root, ()).faults
    assert "the pack is for store 'milliretro'" in fault


def test_a_pack_with_a_fault_is_not_written_down_as_proven(root: Path) -> None:
    damage(root)
    assert lint_and_record(root).faults
    assert not (root / "data/policies/proven.json").exists()


def test_a_sound_pack_is_written_down_as_proven(root: Path) -> None:
    assert lint_and_record(root).faults == ()
    assert PACK in (root / "data/policies/proven.json").read_text(encoding="utf-8")


def test_a_pack_that_was_only_sampled_is_not_written_down_as_proven(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lint, "find_spec", lambda _: None)
    checked = lint_and_record(root)
    assert checked.faults == ()
    assert checked.notes == (lint.NO_SOLVER, "not written down as proven")
    assert not (root / "data/policies/proven.json").exists()


def test_an_unknown_store_is_refused_with_those_that_there_are(root: Path) -> None:
    with pytest.raises(OperatorError) as caught:
        lint_packs(root, ("nobody",))
    assert caught.value.fix == "known: milliretro"


def test_the_schema_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    write_schema(tmp_path / "pack.schema.json")
    assert json.loads((tmp_path / "pack.schema.json").read_text(encoding="utf-8"))["title"] == "Policy pack"
    with pytest.raises(OperatorError):
        write_schema(tmp_path / "nowhere" / "pack.schema.json")
