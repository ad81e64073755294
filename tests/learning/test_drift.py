"""Alarms only beyond noise, and only with enough mails."""

from collections import Counter

from triage.learning.drift import CARD, FEWEST, WEEKS, Drift, corrected, handed_over, in_words, label_mix
from triage.records import Label

CARD_MIX = {label.value: 1 / 7 for label in Label}


def test_as_many_mistakes_as_the_card_promises_are_no_alarm():
    assert not corrected(5, 100, 0.045).alarm
    assert not corrected(9, 100, 0.045).alarm


def test_many_more_mistakes_are_an_alarm_with_their_number():
    found = corrected(20, 100, 0.045)
    assert found.alarm
    assert found.in_words() == "corrected: 20.0% of 100 mails, expected 4.5% by the model's card: ALARM"


def test_few_mails_never_alarm():
    found = corrected(FEWEST - 1, FEWEST - 1, 0.045)
    assert not found.alarm
    assert found.in_words().endswith("too few to tell")


def test_handing_over_more_and_handing_over_less_both_count():
    assert handed_over(700, 1000, 0.45).alarm
    assert handed_over(200, 1000, 0.45).alarm
    assert not handed_over(460, 1000, 0.45).alarm


def test_a_certain_but_small_difference_is_let_be():
    assert not handed_over(47_000, 100_000, 0.45).alarm


def test_the_mix_is_held_against_the_card_until_the_shop_has_weeks_of_its_own():
    week = Counter({"missing": 150, "other": 50})
    few = label_mix(week, Counter({"missing": 100}), CARD_MIX, 4000)
    assert (few.against, few.alarm) == (CARD, True)
    own = label_mix(week, Counter({"missing": 600, "other": 200}), CARD_MIX, 4000)
    assert (own.against, own.alarm) == (WEEKS, False)
    moved = label_mix(Counter({"late_refund": 150, "other": 50}), Counter({"missing": 600, "other": 200}), CARD_MIX, 1)
    assert moved.alarm
    assert 0.7 < moved.seen < 0.8


def test_a_week_without_mail_alarms_nobody():
    found = Drift(
        model="one",
        since="2026-03-01T00:00:00+00:00",
        until="2026-03-08T00:00:00+00:00",
        signals=(corrected(0, 0, 0.045), handed_over(0, 0, 0.45), label_mix(Counter(), Counter(), CARD_MIX, 4000)),
        mix={label.value: (0.0, 1 / 7) for label in Label},
    )
    assert found.alarms == []
    assert found.to_json()["alarm"] is False
    assert "corrected: nothing to count yet" in in_words(found)
