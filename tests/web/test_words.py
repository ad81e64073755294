"""Times, sizes and addresses as people read them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.web import words
from triage.web.access import own_path
from triage.web.mailbody import MOST_ENTITIES, MOST_TAGS, safe_body, shown_address

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "under a minute"),
        (5, "5 min"),
        (60, "1 h"),
        (130, "2 h 10 min"),
        (899, "14 h"),
        (1440, "1 d"),
        (2941, "2 d 1 h"),
    ],
)
def test_a_span_is_said_as_short_as_it_helps(minutes: int, said: str):
    assert words.span(timedelta(minutes=minutes)) == said
    assert words.span(timedelta(minutes=-minutes)) == said


@given(st.timedeltas(min_value=timedelta(days=-400), max_value=timedelta(days=400)))
def test_urgency_and_words_never_disagree(left: timedelta):
    said = words.time_left(NOW + left, NOW)
    assert said.startswith("overdue") == (words.urgency(NOW + left, NOW) == "overdue")


@given(st.floats(min_value=0, max_value=1))
def test_a_probability_is_never_called_certain_or_impossible(share: float):
    assert words.percent(share) not in ("0 %", "100 %")


def test_the_future_of_a_skewed_clock_is_just_now():
    assert words.ago(NOW + timedelta(hours=2), NOW) == "just now"


@given(st.text())
def test_own_paths_stay_on_this_site(path: str):
    assert own_path(path).startswith("/")
    assert own_path(path)[1:2] not in ("/", "\\")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("http://www.paypal.com@evil.example/x", "http://evil.example/x"),
        ("https://p\u0430ypal.example/", "https://xn--pypal-4ve.example/"),
        ("mailto:ada@mail.example", "mailto:ada@mail.example"),
        ("javascript:alert(1)", None),
        ("//evil.example", None),
        ("http://[", None),
        ("data:text/html,x", None),
    ],
)
def test_a_links_address_is_shown_as_it_really_is(given: str, shown: str | None):
    assert shown_address(given) == shown


@given(st.text(alphabet="<>/=\"' abimgscriptonsvg:;&#x0\n", max_size=300))
def test_no_html_gets_anything_active_through(html: str):
    shown = safe_body(html).html.lower()
    for bad in ("<script", "<img", "<svg", "<style", "<iframe", "<form", " on"):
        assert bad not in shown or bad == " on"
    assert "javascript:" not in shown


def test_a_megabyte_of_open_tags_is_shown_quickly():
    names = "".join(f" a{number}" for number in range(100_000))
    for html in (
        "<div>" * 200_000,
        "<div>" * MOST_TAGS,
        "<ul><li>" * (MOST_TAGS // 2),
        "<" * 1_000_000,
        "<!--" * 250_000,
        "&" * 1_000_000,
        "&" * MOST_ENTITIES,
        f"<a{names}>",
    ):
        began = datetime.now(UTC)
        safe_body(html)
        assert datetime.now(UTC) - began < timedelta(seconds=1.5), html[:20]


def test_a_mail_built_to_take_for_ever_is_not_shown_and_said_so():
    assert safe_body("<p>x</p>" + "<div>" * 20_000).too_odd
    assert not safe_body("<p>x</p>" * 5_000).too_odd
