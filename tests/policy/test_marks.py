"""Errors of a pack file name the line."""

from pathlib import Path

import pytest

from triage.policy.pack import PackError, parse_pack

LINES = """store: shop
name: Shop
contact: help@shop.example
in_force_from: 2026-01-01T00:00:00Z
languages: [en]
order_number: ['\\d{4}']
headings: [Returns]
windows:
  back: {start: delivered_at, length: 14, unit: days}
definitions:
  new: {condition: unworn}
topics:
  - id: all
    rules:
      - id: one
        when:
          is: new
          has_photo: true
        decide: approve
        because: it says so
        cites: Returns
        says: ok
statements:
  ok: All is well.
"""


def fault(before: str, after: str) -> PackError:
    assert before in LINES
    with pytest.raises(PackError) as caught:
        parse_pack(LINES.replace(before, after, 1), "shop/pack.yaml")
    return caught.value


@pytest.mark.parametrize(
    ("before", "after", "what", "fix"),
    [
        ("has_photo: true", "foto: true", "line 18: rule `one`: unknown fact `foto`", "did you mean `has_photo`?"),
        ("is: new", "is: newest", "line 17: rule `one`: unknown definition `newest`", "did you mean `new`?"),
        ("unworn", "unwarn", "line 11: definition `new`: `condition` cannot be 'unwarn'", "did you mean `unworn`?"),
        ("delivered_at", "recieved_at", "line 9: window `back`: unknown name `recieved_at`", "did you mean"),
        ("cites: Returns", "cites: Return", "line 21: rule `one`: unknown name `Return`", "did you mean `Returns`?"),
        ("says: ok", "says: okay", "line 22: rule `one`: unknown name `okay`", "did you mean `ok`?"),
        ("All is well.", "By {deadlin}.", "line 24: statement `ok`: unknown `{deadlin}`", "did you mean `deadline`?"),
        ("decide: approve", "decides: approve", "line 19: topics > `all` > rules > `one` > decides", "did you mean"),
        ("length: 14", "length: -1", "line 9: windows > back > length", "see the other packs"),
        ("name: Shop", "name: [Shop", "line 3: is not YAML", "mend the indentation"),
        ("name: Shop", "name: Shop\nname: Other", "line 3: `name` stands twice in one place", "join the two"),
        ("'\\d{4}'", "'\\d{4'", None, None),
        ("'\\d{4}'", "'('", "line 6: order_number: not a pattern", "write a regular expression"),
    ],
)
def test_an_error_names_file_line_part_and_mend(before: str, after: str, what: str | None, fix: str | None) -> None:
    if what is None or fix is None:
        assert parse_pack(LINES.replace(before, after), "shop/pack.yaml").store == "shop"
        return
    found = fault(before, after)
    assert found.what.startswith("shop/pack.yaml, ")
    assert what in found.what
    assert fix in found.fix


def test_a_pack_knows_where_its_rules_begin() -> None:
    path = Path(__file__).parents[2] / "data" / "policies" / "milisima" / "pack.yaml"
    text = path.read_text(encoding="utf-8")
    pack = parse_pack(text, "milisima/pack.yaml")
    line = text.splitlines()[pack.lines["rule `cancel.done`"] - 1]
    assert line.strip() == "- id: cancel.done"
