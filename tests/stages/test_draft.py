"""Letters: what the pack states, once, in the store's voice; nothing of the customer's but a first name."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.loaders.kit import load_packs, load_replies
from triage.loaders.replies import TemplateFault
from triage.policy.decision import Decision
from triage.records import Label
from triage.stages.draft import Matter, compose
from triage.stages.drafting.subject import first_name, reply_subject
from triage.stages.drafting.wording import locale_of, shown_moment

ROOT = Path(__file__).resolve().parents[2]
PACKS = load_packs(ROOT)
REPLIES = load_replies(ROOT)
NEUTRAL = Matter(label=Label.DAMAGED, order_number="10482", decision=Decision(decision="deny"), owned=False)


def a_letter(matters, store="mila_mvmt", **how):
    return compose(matters, PACKS[store][0], REPLIES, subject=how.pop("subject", "Hello"), **how)


def a_matter(decision, label=Label.DAMAGED, number="10482", **facts):
    return Matter(label=label, order_number=number, decision=Decision(decision=decision, **facts))


@pytest.mark.parametrize("store", sorted(PACKS))
@pytest.mark.parametrize("decision", ["approve", "deny", "needs_info", "inform", "review"])
def test_every_store_has_words_for_every_decision(store, decision):
    letter = a_letter([a_matter(decision, missing=("photo",))], store)
    assert PACKS[store][0].name.split()[0].lower() in letter.text.lower() or store == "marketplace"
    assert letter.template == f"{store}/damaged/{decision}"
    assert "{" not in letter.text
    assert "  " not in letter.text


def test_only_what_is_missing_is_asked_for():
    letter = a_letter([a_matter("needs_info", missing=("photo", "address"))], "milliretro")
    assert letter.text.count("\n- ") == 2
    assert "photo" in letter.text
    assert "telephone" not in letter.text


def test_the_day_of_the_order_is_not_asked_for_when_the_order_is_looked_up_anyway():
    letter = a_letter([a_matter("needs_info", missing=("items", "placed_at"))], "milisima")
    assert "please send" not in letter.text
    assert "checking the details" in letter.text


def test_what_follows_is_said_after_what_is_asked_for():
    letter = a_letter(
        [a_matter("needs_info", missing=("phone",), statements=("fault.needs", "fault.then"))], "milliretro"
    )
    assert letter.text.index("need a few details") < letter.text.index("\n- ") < letter.text.index("Once we have")


def test_nothing_is_said_to_follow_when_nothing_is_asked_for():
    letter = a_letter([a_matter("needs_info", missing=("final_sale",), statements=("return.then",))])
    assert "Once we have" not in letter.text


def test_a_day_stands_in_the_letter_as_a_reader_expects_it():
    told = a_matter("inform", statements=("refund.issued_on",), days=(("refund_issued_at", date(2026, 3, 9)),))
    assert "It left us on 9 March 2026." in a_letter([told], "milisima").text


def test_what_only_the_shop_can_know_is_not_asked_of_the_customer():
    letter = a_letter([a_matter("needs_info", missing=("production_started_at",))], "milisima")
    assert "please send" not in letter.text
    assert "checking the details" in letter.text


def test_several_matters_share_one_letter_and_say_a_thing_once():
    key = next(iter(PACKS["mila_mvmt"][0].statements))
    both = [
        a_matter("inform", statements=(key,)),
        a_matter("deny", label=Label.MISSING, number="10483", statements=(key,)),
    ]
    letter = a_letter(both)
    assert letter.text.count("Kind regards") == 1
    assert "10482" in letter.text
    assert "10483" in letter.text
    assert letter.text.count("come back to you.") == 1


def test_a_foreign_order_and_an_unknown_one_get_the_same_letter_to_the_byte():
    unknown = Matter(label=Label.DAMAGED, order_number="99999", decision=Decision(decision="review"), owned=False)
    assert a_letter([NEUTRAL]) == a_letter([unknown])
    assert "10482" not in a_letter([NEUTRAL]).text


def test_when_the_classifier_is_not_sure_the_letter_promises_a_person_and_nothing_else():
    letter = a_letter([a_matter("approve", remedies=("refund",))], sure=False)
    assert letter.template == "mila_mvmt/damaged/holding"
    assert "colleague" in letter.text
    assert "refund" not in letter.text


def test_a_reply_time_is_promised_only_where_the_shop_publishes_one():
    assert "within 48 hours" in a_letter([a_matter("review")], "mila_mvmt").text
    assert "48" not in a_letter([a_matter("review", number=None)], "migems").text


def test_the_html_says_the_same_and_escapes_everything():
    letter = a_letter([a_matter("needs_info", missing=("photo",))], name="Dana<b>")
    assert "<li>" in letter.html
    assert "<b>" not in letter.html
    assert "Dana&lt;b&gt;" in letter.html


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Dana Whitlock", "Dana"), ("Jean-Luc Petit", "Jean-Luc"), ("DANA WHITLOCK", ""), ("Whitlock, Dana", ""),
        ("dana", ""), ("Dana", ""), ("{{7*7}} x", ""), ("Shop Team of the North GmbH", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_first_name_is_used_only_when_it_is_plainly_one(name, greeted):
    assert first_name(name) == greeted


@pytest.mark.parametrize(
    ("subject", "reply"),
    [
        ("Wrong item", "Re: Wrong item"), ("Re: Wrong item", "Re: Wrong item"), ("AW: RE: Re[2]: Falsch", "Re: Falsch"),
        ("Return of my ring", "Re: Return of my ring"), ("Re: \r\nBcc: a@b.example", "Re: Bcc: a@b.example"),
        ("Antw: SV: x", "Re: x"),
    ],
)  # fmt: skip
def test_re_stands_once(subject, reply):
    assert reply_subject(subject) == reply


@given(st.text(max_size=400))
def test_no_subject_breaks_a_header(subject):
    reply = reply_subject(subject)
    assert reply.isprintable()
    assert len(reply) <= 200
    assert reply.startswith("Re:")


def test_a_customers_words_are_never_run_as_a_template():
    letter = a_letter([a_matter("inform")], name="{{ 7*7 }}")
    assert "49" not in letter.text
    assert letter.withheld


def test_a_template_that_asks_for_an_unknown_value_is_refused(tmp_path):
    from triage.loaders.replies import ReplyTemplates

    (tmp_path / "x.en.txt.j2").write_text("{{ nobody }}")
    with pytest.raises(TemplateFault, match="nobody"):
        ReplyTemplates(tmp_path).render("x", "en", {})


def test_a_template_cannot_reach_into_python(tmp_path):
    from triage.loaders.replies import ReplyTemplates

    (tmp_path / "x.en.txt.j2").write_text("{{ ''.__class__.__mro__ }}")
    with pytest.raises(TemplateFault):
        ReplyTemplates(tmp_path).render("x", "en", {})


def test_deadlines_are_shown_as_readers_expect_them():
    assert shown_moment("2026-04-01", "en_GB") == "1 April 2026"
    assert shown_moment("2026-06-10T14:00:00Z", "en_GB") == "10 June 2026, 14:00 UTC"
    assert shown_moment("2026-04-01", "fr") == "1er avril 2026"
    assert shown_moment("2026-04-01", "en_US") == "April 1, 2026"


@pytest.mark.parametrize(
    ("language", "country", "locale"),
    [
        ("en", None, "en_GB"),
        ("en", "US", "en_US"),
        ("de", "AT", "de_AT"),
        ("de", "JP", "de"),
        ("pt", "BR", "pt_BR"),
        ("fr", "../..", "fr"),
    ],
)
def test_days_are_written_as_in_the_customers_country(language, country, locale):
    assert locale_of(language, country) == locale


@pytest.mark.parametrize(
    ("language", "said"), [("en", "5 to 10 business days"), ("de", "5 bis 10"), ("fr", "5 à 10"), ("it", "5-10")]
)
def test_a_range_is_said_as_the_language_says_it(language, said):
    told = a_matter("inform", statements=("refund.after_inspection",))
    assert said in a_letter([told], "migems", language=language).text.replace("\u202f", " ").replace("\xa0", " ")
