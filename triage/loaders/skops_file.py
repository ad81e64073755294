"""Reading the numbers and strings of a skops file without skops, whose import costs two seconds and 100 MB.

Only plain dicts, lists, strings, JSON numbers and numeric arrays are understood; anything else is refused unread.
"""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np

_LARGEST_BYTES = 500_000_000
"""Unpacked."""


def read_skops(octets: bytes) -> Any:
    """What the file holds. Raises ValueError, KeyError, TypeError or BadZipFile when it holds anything else."""
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        if sum(member.file_size for member in archive.infolist()) > _LARGEST_BYTES:
            raise ValueError("too large when unpacked")
        return _value(json.loads(archive.read("schema.json")), archive)


def _value(node: Mapping[str, Any], archive: zipfile.ZipFile) -> Any:
    match node["__loader__"], node["__module__"], node["__class__"]:
        case "DictNode", "builtins", "dict":
            return {name: _value(inner, archive) for name, inner in node["content"].items()}
        case "ListNode", "builtins", "list":
            return [_value(inner, archive) for inner in node["content"]]
        case "JsonNode", "builtins", "str":
            return json.loads(node["content"])
        case "NdArrayNode", "numpy", "ndarray":
            return np.load(io.BytesIO(archive.read(node["file"])), allow_pickle=False)
    raise ValueError("types that are not trusted")
