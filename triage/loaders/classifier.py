"""The trained classifier on disk: `<models>/<name>/classifier.skops` with its `card.json`, checked before it is used.

The file holds numbers and strings only. Reading it runs no code from it, and it is read only when its sha256 is the one
that the card names.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from triage.errors import InputError, OperatorError
from triage.learning.classify import LABELS, Bag, Model
from triage.learning.features import BAGS
from triage.learning.filters import INPUTS, WIDTHS, Filters, Singles
from triage.learning.language_table import language_table
from triage.learning.reader import TrainedClassifier
from triage.learning.word_vectors import word_vectors
from triage.loaders.skops_file import read_skops

MODELS = "models"
CURRENT = "current"
_MODEL_FILE = "classifier.skops"
_CARD_FILE = "card.json"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")
_RETRAIN = "run `run.py model train`"
_LARGEST_BYTES = 60_000_000
_EPOCH = (1980, 1, 1, 0, 0, 0)


def load_classifier(root: Path) -> TrainedClassifier:
    """The model that serves, from `root`/models. Raises OperatorError when it is missing, changed or foreign."""
    models = root / MODELS
    name = current_name(models)
    language_table()  # both tables are loaded at the start, not under the first mail
    word_vectors()
    return TrainedClassifier(version=name, model=load_model(models, name))


def current_name(models: Path) -> str:
    """Name of the model that serves. Raises OperatorError when none was promoted."""
    try:
        name = (models / CURRENT).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise OperatorError(f"no classifier in {models}", fix=_RETRAIN) from error
    if not _NAME.fullmatch(name):
        raise OperatorError(f"{models / CURRENT} names no model", fix=f"write the model's name into it or {_RETRAIN}")
    return name


def model_names(models: Path) -> tuple[str, ...]:
    """Every stored model, by name."""
    return tuple(sorted(card.parent.name for card in models.glob(f"*/{_CARD_FILE}")))


def point_current(models: Path, name: str) -> None:
    """Let `name` serve from the next load on. Raises InputError when it is not there or does not load."""
    if name not in model_names(models):
        known = ", ".join(model_names(models)) or "none"
        raise InputError(f"no model '{name}' in {models}", fix=f"choose one of: {known}")
    load_model(models, name)
    fresh = models / f".{CURRENT}.new"
    fresh.write_text(f"{name}\n", encoding="utf-8")
    fresh.replace(models / CURRENT)


def load_card(models: Path, name: str) -> Mapping[str, Any]:
    """The card of a stored model. Raises OperatorError when it is missing or no JSON object."""
    path = models / name / _CARD_FILE
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OperatorError(f"{path} cannot be read", fix=f"restore it or {_RETRAIN}") from error
    if not isinstance(card, dict):
        raise OperatorError(f"{path} holds no JSON object", fix=f"restore it or {_RETRAIN}")
    return card


def load_model(models: Path, name: str) -> Model:
    """A stored model. Raises OperatorError when it is missing, changed, hostile or made by another scikit-learn."""
    card = load_card(models, name)
    path = models / name / _MODEL_FILE
    try:
        octets = path.read_bytes()
    except OSError as error:
        raise OperatorError(f"{path} is missing", fix=f"restore it or {_RETRAIN}") from error
    if hashlib.sha256(octets).hexdigest() != card.get("sha256"):
        raise OperatorError(f"{path} is not the file that its card describes", fix=f"restore it or {_RETRAIN}")
    made_with = str(card.get("versions", {}).get("scikit-learn", "unknown"))
    here = version("scikit-learn")
    if _minor(made_with) != _minor(here):
        raise OperatorError(f"{path} was made with scikit-learn {made_with}, here is {here}", fix=_RETRAIN)
    return model_from(octets, str(path))


def model_from(octets: bytes, place: str) -> Model:
    """Read a model file. Raises OperatorError for anything but the numbers and strings of a model."""
    try:
        if len(octets) > _LARGEST_BYTES:
            raise ValueError("too large")
        return _unpacked(read_skops(octets))
    except OperatorError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile, OSError) as error:
        raise OperatorError(
            f"{place} is no classifier of ours ({type(error).__name__})", fix=f"delete it and {_RETRAIN}"
        ) from error


def _unpacked(parts: Mapping[str, Any]) -> Model:
    if list(parts["labels"]) != [label.value for label in LABELS]:
        raise ValueError("other labels")
    if parts["word_vectors"] != word_vectors().digest:
        raise ValueError("other word vectors")
    texts: dict[str, list[str]] = {name: parts["vocabulary"][name].split("\n") for name in BAGS}
    places = list(range(max(map(len, texts.values()))))  # shared: each number is an object of 28 octets
    bags = {
        name: Bag(
            vocabulary=dict(zip(texts[name], places, strict=False)),
            idf=np.asarray(parts["idf"][name], dtype=np.float64),
        )
        for name in BAGS
    }
    weights = np.asfortranarray(parts["weights"], dtype=np.float32)  # it is read feature by feature
    if weights.shape != (len(LABELS), sum(len(bag.idf) for bag in bags.values())):
        raise ValueError("weights and vocabulary differ in size")
    filters, heard = _filters(parts)
    numbers = {name: np.asarray(parts[name], dtype=np.float64) for name in _NUMBERS}
    arrays: list[NDArray[Any]] = [weights, heard, filters.bias, *filters.windows, *numbers.values()]
    if not all(np.isfinite(values).all() for values in arrays):
        raise ValueError("numbers that are none")
    return Model(
        bags=bags, weights=weights, filters=filters, heard=heard, sure_from=float(parts["sure_from"]), **numbers
    )


def _filters(parts: Mapping[str, Any]) -> tuple[Filters, Singles]:
    windows = tuple(np.asarray(parts["filters"][str(width)], dtype=np.float32) for width in WIDTHS)
    bias, heard = (np.asarray(parts[name], dtype=np.float32) for name in ("filter_bias", "heard"))
    sizes = [window.shape for window in windows]
    if [size[:2] for size in sizes] != [(width, INPUTS) for width in WIDTHS]:
        raise ValueError("filters of other words")
    if bias.shape != (sum(size[2] for size in sizes),) or heard.shape != (len(LABELS), len(bias)):
        raise ValueError("filters and their weights differ in number")
    return Filters(windows=windows, bias=bias), heard


_NUMBERS = ("bias", "thresholds", "sureness", "stating")


def model_octets(model: Model) -> bytes:
    """The model as the octets of a skops file, the same for the same numbers."""
    import skops.io  # only who trains pays for its import

    parts = {
        "labels": [label.value for label in LABELS],
        "word_vectors": word_vectors().digest,
        "vocabulary": {name: "\n".join(_ordered(bag.vocabulary)) for name, bag in model.bags.items()},
        "idf": {name: bag.idf.astype(np.float32) for name, bag in model.bags.items()},
        "weights": np.ascontiguousarray(model.weights),
        "filters": {str(width): window for width, window in zip(WIDTHS, model.filters.windows, strict=True)},
        "filter_bias": model.filters.bias,
        "heard": model.heard,
        "sure_from": model.sure_from,
        **{name: getattr(model, name) for name in _NUMBERS},
    }
    return _canonical(skops.io.dumps(parts))


def _ordered(vocabulary: Mapping[str, int]) -> list[str]:
    return sorted(vocabulary, key=lambda feature: vocabulary[feature])


def _canonical(octets: bytes) -> bytes:
    """The archive without what differs from run to run: memory addresses as names, and the time of day."""
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        schema = archive.read("schema.json").decode()
        members = {name: archive.read(name) for name in archive.namelist() if name != "schema.json"}
    addresses = dict.fromkeys(re.findall(r'"__id__": ?(\d+)', schema))
    numbered = {address: str(number) for number, address in enumerate(addresses, 1)}
    schema = re.sub(
        r'("__id__": ?)(\d+)|"(\d+)\.npy"',
        lambda match: f"{match[1]}{numbered[match[2]]}" if match[1] else f'"{numbered.get(match[3], match[3])}.npy"',
        schema,
    )
    renamed = {_renamed(name, numbered): data for name, data in members.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in [("schema.json", schema.encode()), *sorted(renamed.items())]:
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _renamed(name: str, numbered: Mapping[str, str]) -> str:
    stem, dot, ending = name.partition(".")
    return f"{numbered.get(stem, stem)}{dot}{ending}"


def save_model(models: Path, name: str, model: Model, card: Mapping[str, Any]) -> str:
    """Store a model with its card under `name`; the sha256 of its file is added to the card and
    returned. Raises InputError when `name` could not be a folder of its own.
    """
    if not _NAME.fullmatch(name):
        raise InputError(f"'{name}' cannot name a model", fix="use letters, digits, dots, dashes and underscores")
    octets = model_octets(model)
    digest = hashlib.sha256(octets).hexdigest()
    folder = models / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MODEL_FILE).write_bytes(octets)
    text = json.dumps({**card, "sha256": digest, "size_bytes": len(octets)}, indent=2, ensure_ascii=False)
    (folder / _CARD_FILE).write_text(f"{text}\n", encoding="utf-8")
    return digest


def _minor(version: str) -> str:
    return ".".join(version.split(".")[:2])
