"""Words in pictures, where tesseract is installed, and nothing where it is not."""

import pytest

from tests.stages.examining.made import label, saved, scene
from triage.stages.examining import lettering
from triage.stages.examining.photos import look_at


def grey(picture):
    seen = look_at(saved(picture)).grey
    assert seen is not None
    return seen


@pytest.mark.parametrize("tilt", [0, 3, -5])
def test_a_label_is_level_before_it_is_read(tilt):
    turned = lettering._tilt(grey(label("MG20481", tilt=tilt)))
    assert abs(turned + tilt) <= 1


def test_the_order_number_on_a_label_is_read_where_the_program_is_there():
    words = lettering.words_in(grey(label("MG20481", tilt=2)))
    assert ("MG20481" in words) == lettering.can_read()


def test_without_the_program_nothing_is_read(monkeypatch):
    monkeypatch.setattr(lettering.shutil, "which", lambda _: None)
    lettering._languages.cache_clear()
    try:
        assert not lettering.can_read()
        assert lettering.words_in(grey(scene(1))) == ""
    finally:
        lettering._languages.cache_clear()
