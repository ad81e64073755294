"""Explanations quote the mail, give the place, and say why a mail is handed over."""

from dataclasses import replace

from triage.learning.classify import Model
from triage.learning.explanation import explain, place_of
from triage.records import Label

TEXT = "Hello, the mug arrived\n broken in three pieces.\nRegards"
TABLE = {label.value: {other.value: int(label is other) * 9 + 1 for other in Label} for label in Label}


def test_every_label_has_its_probability_and_threshold(small_model: Model):
    found = explain(small_model, "small", "", TEXT, TABLE)
    assert {one.label for one in found.labels} == {label.value for label in Label}
    assert [one.named for one in found.labels] == [True] + [False] * 6
    assert found.labels[0].label == "damaged"
    assert found.language == "en"


def test_phrases_stand_where_they_are_said_to_stand(small_model: Model):
    found = explain(small_model, "small", "", TEXT, TABLE)
    quoted = found.labels[0].phrases
    assert any("broken" in one.phrase for one in quoted)
    for one in quoted:
        assert " ".join(TEXT[one.start : one.end].split()) == one.phrase


def test_a_phrase_of_the_subject_is_placed_in_the_subject(small_model: Model):
    found = explain(small_model, "small", "Please cancel my order", "Thanks", TABLE)
    assert {one.where for one in found.labels[0].phrases} == {"subject"}


def test_a_mail_without_words_is_handed_over_for_that(small_model: Model):
    found = explain(small_model, "small", "", "", TABLE)
    assert found.abstained
    assert found.why == "handed over: the mail holds no words"


def test_a_doubtful_mail_says_what_is_doubtful(small_model: Model):
    found = explain(replace(small_model, sure_from=0.999), "small", "", "quux flurb", TABLE)
    assert found.abstained
    assert found.why.startswith("handed over: 98.2% that every label named is true, 99.9% is needed")
    assert "is merely the likeliest" in found.why


def test_confusions_are_shares_of_what_was_given_this_label(small_model: Model):
    found = explain(small_model, "small", "", TEXT, TABLE)
    assert found.confusions["damaged"] == 0.625
    assert "when it names damaged, the truth on unknown writers was: damaged 62%" in found.in_words()
    assert explain(small_model, "small", "", TEXT, {}).confusions == {}


def test_the_page_for_people_holds_what_the_json_holds(small_model: Model):
    found = explain(small_model, "small", "", TEXT, TABLE)
    words = found.in_words()
    assert all(one["label"] in words for one in found.to_json()["labels"])
    assert f'"{found.labels[0].phrases[0].phrase}"' in words
    assert found.why in words


def test_a_phrase_is_found_across_line_ends_and_signs():
    assert place_of("where (is)\n  it?", "where (is) it?") == (0, 16)
    assert place_of("where is it", "was it") is None
