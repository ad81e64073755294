"""The JSON Schema of packs, for editors: it takes the packs of the repository and refuses what is misspelt."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from triage.policy.pack_schema import pack_schema
from triage.usecases.lint_packs import schema_text

POLICIES = Path(__file__).parents[2] / "data" / "policies"
SCHEMA = pack_schema()
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def faults(value: Any, schema: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """As much of JSON Schema as packs need. Dates count as text, as they do in an editor."""
    if "$ref" in schema:
        yield from faults(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], where)
    if "anyOf" in schema and all(list(faults(value, one, where)) for one in schema["anyOf"]):
        yield f"{where}: nothing fits {value!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r}"
    if "const" in schema and value != schema["const"]:
        yield f"{where}: {value!r}"
    if "type" in schema and not _is(value, schema["type"]):
        yield f"{where}: {value!r} is no {schema['type']}"
    elif isinstance(value, list) and "items" in schema:
        for one in value:
            yield from faults(one, schema["items"], where)
    elif isinstance(value, dict):
        yield from _names(value, schema, where)


def _is(value: object, kind: str) -> bool:
    if kind == "string":
        return isinstance(value, str) or hasattr(value, "isoformat")
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _names(value: dict[str, Any], schema: Mapping[str, Any], where: str) -> Iterator[str]:
    yield from (f"{where}: no {name}" for name in schema.get("required", ()) if name not in value)
    for name, part in value.items():
        patterns = (one for pattern, one in schema.get("patternProperties", {}).items() if re.search(pattern, name))
        form = schema.get("properties", {}).get(name) or next(patterns, schema.get("additionalProperties", {}))
        if form is False:
            yield f"{where} > {name}"
        else:
            yield from faults(part, {} if form is True else form, f"{where} > {name}")


@pytest.mark.parametrize("path", sorted(POLICIES.glob("*/pack.yaml")), ids=lambda path: path.parent.name)
def test_the_schema_takes_a_pack_of_the_repository(path: Path) -> None:
    assert list(faults(yaml.safe_load(path.read_text(encoding="utf-8")), SCHEMA)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    when: {asks", "    wen: {asks"),
        ("{asks: ", "{ask: "),
        ("decide: inform", "decide: informs"),
        ("unit: business_days", "unit: fortnights"),
        ("surely: happened", "surely: happend"),
        ("window.refund: open", "window.refund: opened"),
    ],
)
def test_the_schema_refuses_what_is_misspelt(before: str, after: str) -> None:
    text = (POLICIES / "milliretro" / "pack.yaml").read_text(encoding="utf-8")
    assert before in text
    assert list(faults(yaml.safe_load(text.replace(before, after, 1)), SCHEMA))


def test_the_schema_that_is_shipped_is_current() -> None:
    shipped = (POLICIES / "pack.schema.json").read_text(encoding="utf-8")
    assert shipped == schema_text(), "run `run.py policy lint --schema data/policies/pack.schema.json`"
