"""Corpus, figures and the use case, from files to a promoted model."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.learning.rows import few_rows
from triage.errors import InputError, OperatorError, Refused
from triage.learning.corpus import LOCKED_HANDS, Row, load_rows, split, wrapped
from triage.learning.evaluate import Answers, measure
from triage.learning.train import named_matrix
from triage.learning.verdict import name_labels
from triage.records import Label
from triage.usecases import learn, learn_evaluate, learn_serving


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "training"
    folder.mkdir(parents=True)
    lines = [as_line(row) for row in few_rows()]
    locked = [as_line(row, hand="en-11", body=" ".join(reversed(row.body.split()))) for row in few_rows()[:56]]
    (folder / "a.jsonl").write_text("\n".join([*lines, *locked]), encoding="utf-8")
    templates = tmp_path / "templates" / "reports"
    templates.mkdir(parents=True)
    page = Path(__file__).parents[2] / "templates" / "reports" / "model.html.j2"
    (templates / "model.html.j2").write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def as_line(row: Row, **changes: str) -> str:
    plain = {"id": row.id, "subject": row.subject, "body": row.body, "labels": list(row.labels), "hand": row.hand}
    return json.dumps({**plain, **changes, "id": row.id + changes.get("hand", "")})


def test_locked_hands_are_never_learnt_from() -> None:
    parts = split([*few_rows(), *(changed(row, hand="fr-04") for row in few_rows()[:3])])
    assert {row.hand for row in parts.learning}.isdisjoint(LOCKED_HANDS)
    assert {row.hand for row in parts.locked} == {"fr-04"}


def test_a_row_that_resembles_a_locked_one_is_left_out() -> None:
    row = changed(few_rows()[0], body="my blue teapot from the spring sale lost its lid on the way home")
    twin = changed(row, hand="en-12", body=row.body + " today")
    parts = split([row, twin])
    assert parts.dropped == (row.id,)
    assert parts.learning == ()


def changed(row: Row, **changes: str) -> Row:
    return replace(row, **changes)


def test_a_bad_line_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "1", "text": "x", "labels": ["broken"]}\n')
    with pytest.raises(InputError, match=r"bad\.jsonl:1"):
        load_rows([path])


def test_text_stands_for_subject_and_body(tmp_path: Path) -> None:
    path = tmp_path / "chat.jsonl"
    path.write_text('{"id": 1, "text": "where is it", "labels": ["missing"]}\n\n')
    assert load_rows([path])[0].body == "where is it"


def test_wrapping_keeps_the_words_of_the_mail() -> None:
    rows = few_rows()[:5]
    assert all(long.body.startswith(row.body) for row, long in zip(rows, wrapped(rows, 1), strict=True))


def test_the_matrix_of_named_labels_agrees_with_one_by_one() -> None:
    chance = np.random.default_rng(3)
    probabilities, thresholds = chance.random((200, 7)), chance.random(7)
    named = named_matrix(probabilities, thresholds)
    assert [set(np.flatnonzero(line)) for line in named] == [set(name_labels(one, thresholds)) for one in probabilities]


def test_figures_of_a_perfect_answer_are_perfect() -> None:
    rows = few_rows()
    truth = np.array([[label in row.labels for label in Label] for row in rows])
    said = Answers(
        truth=truth,
        named=truth,
        told=np.ones(len(rows)),
        certainty=np.ones(len(rows)),
        primary=truth.argmax(axis=1),
        sure_from=0.5,
        languages=(),
    )
    figures = measure(rows, said)
    assert (figures.accuracy, figures.macro_f1, figures.exact_match) == (1.0, 1.0, 1.0)
    assert figures.calibration_error == 0.0
    assert figures.coverage_at_95 == 1.0


def test_train_evaluate_list_and_promote_work_from_files(shop: Path) -> None:
    first = learn.train(shop, "first")
    assert first.serves
    assert first.held_out.macro_f1 > 0.9
    assert first.locked is not None
    evaluation = learn_evaluate.evaluate(shop, shop / "data" / "training" / "a.jsonl", shop / "report.html")
    assert evaluation.to_json()["macro_f1"] > 0.9
    assert set(evaluation.to_json()) >= {"accuracy", "micro_f1", "labels", "exact_match", "confusion", "speed"}
    assert "macro-F1" in evaluation.in_words()
    page = (shop / "report.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2
    assert "http" not in page.replace("http://www.w3.org", "").replace("http://purl.org", "").replace(
        "http://creativecommons.org", ""
    )
    assert not learn.train(shop, "second").serves
    assert [line[0] for line in learn_serving.list_models(shop)] == ["*", " "]
    learn_serving.promote(shop, "second")
    assert (shop / "models" / "current").read_text() == "second\n"


def test_the_card_names_data_versions_and_scores(shop: Path) -> None:
    learn.train(shop, "first")
    card = json.loads((shop / "models" / "first" / "card.json").read_text())
    assert card["data"]["mails"] == 112
    assert set(card["thresholds"]) == {label.value for label in Label}
    assert {"sha256", "seed", "versions", "held_out_writers", "locked_test"} <= set(card)


def test_a_model_that_lost_a_label_is_not_promoted(shop: Path) -> None:
    learn.train(shop, "first")
    path = shop / "data" / "training" / "a.jsonl"
    swapped = path.read_text().replace('["damaged"]', '["SWAP"]').replace('["missing"]', '["damaged"]')
    honest = [line for line in path.read_text().splitlines() if '"en-11"' in line]
    spoilt = [line for line in swapped.replace("SWAP", "missing").splitlines() if '"en-11"' not in line]
    path.write_text("\n".join([*spoilt, *honest]))
    learn.train(shop, "spoilt")
    with pytest.raises(Refused, match="worse than the serving model"):
        learn_serving.promote(shop, "spoilt")
    assert (shop / "models" / "current").read_text() == "first\n"


def test_a_name_that_is_no_folder_of_models_is_refused(shop: Path) -> None:
    with pytest.raises(InputError):
        learn_serving.promote(shop, "../elsewhere")
    with pytest.raises((InputError, OperatorError)):
        learn.train(shop, "../elsewhere")


def test_too_few_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="0 labelled mails"):
        learn.train(tmp_path)
