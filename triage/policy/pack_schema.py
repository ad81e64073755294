"""The form of a pack as a JSON Schema, with which an editor completes names and underlines what is wrong."""

from collections.abc import Iterable, Mapping
from typing import Any

from triage.policy.conditions import CAUSES, HAPPENED, NOT_YET
from triage.policy.schema import PackForm
from triage.policy.view import DERIVED
from triage.policy.vocabulary import FACTS, FactType
from triage.policy.windows import STATES

_CONDITION = {"$ref": "#/$defs/Condition"}
_ANY_OBJECT = {"additionalProperties": True, "type": "object"}


def pack_schema() -> Mapping[str, Any]:
    """The schema of `pack.yaml`. Which names a pack gives its own windows and rules, it does not know."""
    schema = PackForm.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Policy pack"
    described: dict[str, Any] = _with_conditions(schema)
    described["$defs"]["Condition"] = _condition()
    return described


def _with_conditions(part: Any) -> Any:  # a JSON value of any shape
    """The same with every free-form object taken for a condition."""
    if isinstance(part, list):
        return [_with_conditions(one) for one in part]
    if not isinstance(part, dict):
        return part
    if {name: part[name] for name in part if name in _ANY_OBJECT} == _ANY_OBJECT:
        return {**{name: value for name, value in part.items() if name not in _ANY_OBJECT}, **_CONDITION}
    return {name: _with_conditions(value) for name, value in part.items()}


def _condition() -> Mapping[str, Any]:
    several = {"type": "array", "items": _CONDITION}
    facts = {name: _or_surely(_fact(kind)) for name, kind in FACTS.items()}
    return {
        "type": "object",
        "description": "All entries have to hold. `surely` counts the unknown as not so.",
        "additionalProperties": False,
        "properties": {
            "all": several,
            "any": several,
            "not": _CONDITION,
            "is": _some(None),
            "cause": _or_surely(_some(CAUSES)),
            **{name: _or_surely({"type": "boolean"}) for name in DERIVED},
            **facts,
        },
        "patternProperties": {r"^window\.": _or_surely(_some(STATES))},
    }


def _fact(kind: FactType) -> Mapping[str, Any]:
    known = {"const": "known"}
    match kind.kind:
        case "flag":
            return {"anyOf": [{"type": "boolean"}, known]}
        case "number":
            least = {"type": "object", "properties": {"min": {"type": "number"}}, "required": ["min"]}
            return {"anyOf": [{**least, "additionalProperties": False}, known]}
        case "time":
            return {"enum": [HAPPENED, NOT_YET, "known"]}
        case _:
            return {"anyOf": [*_some(kind.values or None)["anyOf"], known]}


def _some(values: Iterable[str] | None) -> Mapping[str, Any]:
    """One of these, or a list of them; any text where no values are given."""
    one: Mapping[str, Any] = {"type": "string"} if values is None else {"enum": list(values)}
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _or_surely(value: Mapping[str, Any]) -> Mapping[str, Any]:
    surely = {"type": "object", "properties": {"surely": value}, "required": ["surely"], "additionalProperties": False}
    return {"anyOf": [value, surely]}
