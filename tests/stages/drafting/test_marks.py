"""Marks: each piece of a letter is found again where it stands, and no stranger can forge one."""

from hypothesis import given
from hypothesis import strategies as st

from triage.stages.drafting.marks import Marks, unmarked

WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Co"]), max_size=30)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=8))
def test_every_marked_piece_is_found_at_its_place(pieces):
    marks = Marks()
    marked = "".join(before + marks.mark(words, "statement", str(n)) for n, (before, words) in enumerate(pieces))
    text, spans = marks.resolve(marked)
    assert text == "".join(before + words for before, words in pieces)
    found = {span.key: text[span.start : span.end] for span in spans}
    assert found == {str(n): words for n, (_, words) in enumerate(pieces)}


def test_a_figure_within_a_sentence_has_a_span_of_its_own():
    marks = Marks()
    days = marks.mark("30 days", "figure", "return_days", ("Returns",))
    text, spans = marks.resolve(f"- {marks.mark(f'Within {days}.', 'statement', 'return.by')}")
    assert [(span.kind, text[span.start : span.end]) for span in spans] == [
        ("statement", "Within 30 days."),
        ("figure", "30 days"),
    ]
    assert spans[1].cites == ("Returns",)


@given(st.text(alphabet=st.characters(categories=["Co", "L"])))
def test_a_strangers_words_hold_no_mark(words):
    marks = Marks()
    text, spans = marks.resolve(unmarked(words) + marks.mark("x", "ask", "photo"))
    assert text == unmarked(words) + "x"
    assert len(spans) == 1
