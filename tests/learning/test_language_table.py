"""The language table answers as the model that it was cut from."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

from triage.learning.concepts import LANGUAGES
from triage.learning.corpus import load_rows
from triage.learning.language_source import cut_down
from triage.learning.language_table import TABLE, language_table

TRAINING = Path(__file__).resolve().parents[2] / "data" / "training"


@pytest.fixture(scope="module")
def whole():
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def test_every_training_mail_is_ranked_as_by_the_whole_model(whole):
    texts = [row.body[:500] for row in load_rows(sorted(TRAINING.glob("*.jsonl")))]
    assert len(texts) > 1000
    for text in texts:
        expected = whole.rank(text)
        found = language_table().shares(text)
        assert list(found) == [name for name, _ in expected]
        assert np.allclose(list(found.values()), [share for _, share in expected], rtol=0, atol=1e-6)


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_any_text_in_any_script_gets_the_shares_of_the_whole_model(whole, text):
    found = language_table().shares(text)
    assert all(abs(found[name] - share) < 1e-6 for name, share in whole.rank(text))


def test_the_stored_table_is_what_the_installed_model_gives():
    made = cut_down(Path(MODEL_DIR) / MODEL_FILE)
    with np.load(TABLE, allow_pickle=False) as stored:
        assert set(stored.files) == set(made)
        assert all(np.array_equal(stored[name], array) for name, array in made.items())
