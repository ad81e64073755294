"""How well whole mails are understood: label figures, order numbers, languages, automatic mail; keyword rules beside.

    python -m benchmarks.understanding [--data FILE] [--rules] [--json] [--misses FILE]

Each row becomes a real mail and goes through `inspect`, as a customer's would. FILE: rows as in data/exam/mails.jsonl,
or plain messages ({"id", "text", "labels"}), of which only the labels are measured, doubtful ones (`borderline`) apart.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.exam_mail import Row, mail_bytes
from benchmarks.idea_rules import labels_by_rule
from triage.learning.classify import LABELS
from triage.learning.corpus import load_rows
from triage.learning.evaluate import Answers, Figures, measure
from triage.usecases.inspect import Line, inspect_paths

ROOT = Path(__file__).resolve().parents[1]
EXAM = ROOT / "data" / "exam" / "mails.jsonl"
ANY_STORE = "mila_mvmt"
_MAIL_COVERAGE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One row and what `inspect` printed of it."""

    row: Row
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Label figures of one reader. macro_occurring: mean F1 of the labels that occur in the file; sure_*: of mails not
    handed over; primary_at_70: main label true among the surest 70 %.
    """

    figures: Figures
    macro_occurring: float
    sure_share: float
    sure_all_true: float
    sure_primary_true: float
    sure_exact: float
    primary_at_70: float

    def to_json(self) -> dict[str, Any]:
        """Plain values, without the curve."""
        figures = {
            name: value
            for name, value in self.figures.to_json().items()
            if name not in {"curve", "coverage_at_95", "sure_share", "sure_precision", "language_right"}
        }
        return figures | {name: getattr(self, name) for name in self.__slots__ if name != "figures"}


def ask(path: Path) -> list[Answered]:
    """Every row of the file with its answer, one inspected folder a store."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    answered = []
    for store in sorted({row.get("store", ANY_STORE) for row in rows}):
        answered += _ask_store(store, [row for row in rows if row.get("store", ANY_STORE) == store])
    return answered


def _ask_store(store: str, rows: Sequence[Row]) -> list[Answered]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:05}.eml" for number in range(len(rows))]
        for path, row in zip(paths, rows, strict=True):
            path.write_bytes(mail_bytes(row))
        lines = inspect_paths(ROOT, paths, store=store, orders=None)
        return [Answered(row=row, line=line) for row, line in zip(rows, lines, strict=True)]


def scores(path: Path, answered: Sequence[Answered], named: Callable[[Line], list[tuple[str, float]]]) -> Scores:
    """Measure one reader. named: its labels of a mail with their probabilities, main one first."""
    known = {row.id: row for row in load_rows([path])}
    said = [named(one.line) for one in answered]
    places = [[list(LABELS).index(label) for label, _ in labels] for labels in said]  # type: ignore[arg-type]
    told = np.array([labels[0][1] for labels in said])
    true = [known[str(one.row["id"])] for one in answered]
    truth = np.array([[label in row.labels for label in LABELS] for row in true])
    answers = Answers(
        truth=truth,
        named=np.array([[place in own for place in range(len(LABELS))] for own in places]),
        told=told,
        certainty=told,
        primary=np.array([own[0] for own in places]),
        sure_from=0.0,
        languages=(),
    )
    sure = np.array([not one.line["abstained"] for one in answered])
    main_true = truth[np.arange(len(true)), answers.primary]
    all_true = (truth | ~answers.named).all(axis=1)
    exact = (truth == answers.named).all(axis=1)
    surest = np.argsort(-told, kind="stable")[: max(int(_MAIL_COVERAGE * len(true)), 1)]
    figures = measure(true, answers)
    return Scores(
        figures=figures,
        macro_occurring=_share(label.f1 for label in figures.labels if label.mails),
        sure_share=_share(sure),
        sure_all_true=_share(all_true[sure]),
        sure_primary_true=_share(main_true[sure]),
        sure_exact=_share(exact[sure]),
        primary_at_70=_share(main_true[surest]),
    )


def _learnt(line: Line) -> list[tuple[str, float]]:
    categories: Any = line["categories"]
    return [(one["label"], one["probability"]) for one in categories]


def _by_rule(line: Line) -> list[tuple[str, float]]:
    if line["auto"]:
        return [("other", 1.0)]
    return [(str(one), 1.0) for one in labels_by_rule(str(line["subject"]), str(line["text"]), str(line["language"]))]


def around(answered: Sequence[Answered]) -> dict[str, float]:
    """What else is read off a mail. Shares, but two counts: customers taken for a machine, and automatic mails."""
    people = [one for one in answered if not one.row["auto"]]
    machines = [one for one in answered if one.row["auto"] and one.row.get("auto_kind") != "spam"]
    numbered = [one for one in answered if one.row["order_numbers"]]
    return {
        "order_numbers_exact": _share(_numbers(one) == one.row["order_numbers"] for one in answered),
        "order_numbers_as_sets": _share(set(_numbers(one)) == set(one.row["order_numbers"]) for one in answered),
        "order_numbers_exact_where_any": _share(_numbers(one) == one.row["order_numbers"] for one in numbered),
        "language": _share(one.line["language"] == one.row["language"] for one in answered),
        "attachments": _share(_names(one.line["attachments"]) == _names(one.row["attachments"]) for one in answered),
        "automatic_recognised": _share(bool(one.line["auto"]) for one in machines),
        "automatic_kind_right": _share(
            one.line["auto"] == one.row.get("auto_kind", one.line["auto"]) for one in machines
        ),
        "automatic_mails": len(machines),
        "customers_taken_for_automatic": sum(bool(one.line["auto"]) for one in people),
    }


def _numbers(one: Answered) -> list[str]:
    numbers: Any = one.line["order_numbers"]
    return list(numbers)


def _names(attachments: Any) -> list[str]:
    return sorted(str(attachment["filename"]) for attachment in attachments)


def _share(flags: Iterable[Any]) -> float:
    values = list(flags)
    return float(np.mean(values)) if values else 0.0


def report(path: Path, *, rules: bool) -> tuple[dict[str, Any], list[Answered]]:
    """Every figure of the file as JSON values, and the answers they come from."""
    answered = ask(path)
    groups = {"all": answered}
    if any("borderline" in one.row for one in answered):
        groups = {
            "clear": [one for one in answered if not one.row["borderline"]],
            "borderline": [one for one in answered if one.row["borderline"]],
        } | groups
    readers = {"model": _learnt} | ({"rules": _by_rule} if rules else {})
    found: dict[str, Any] = {
        name: {reader: scores(path, group, named).to_json() for reader, named in readers.items()}
        for name, group in groups.items()
    }
    if all("order_numbers" in one.row for one in answered):
        found["around"] = around(answered)
    return found, answered


def table(found: dict[str, Any]) -> str:
    """The figures for a terminal, readers side by side."""
    return "\n\n".join(
        _around_table(part) if name == "around" else _labels_table(name, part) for name, part in found.items()
    )


_WANTED = (
    ("macro_f1", "macro-F1"),
    ("macro_low", "  95 % from"),
    ("macro_high", "  to"),
    ("macro_occurring", "  of labels that occur"),
    ("exact_match", "exact match"),
    ("accuracy", "main label true"),
    ("both_found", "both of two found"),
    ("sure_share", "not handed over"),
    ("sure_all_true", "  all named true"),
    ("sure_primary_true", "  main label true"),
    ("sure_exact", "  exact match"),
    ("precision_at_70", "surest 70 %: all true"),
    ("primary_at_70", "surest 70 %: main true"),
    ("calibration_error", "calibration error"),
)


def _labels_table(name: str, readers: dict[str, Any]) -> str:
    first = next(iter(readers.values()))
    lines = [f"{name}: {first['mails']} mails, {first['two_matters']} with two matters", _row("", readers)]
    lines += [_row(title, [f"{one[key]:.3f}" for one in readers.values()]) for key, title in _WANTED]
    for place, label in enumerate(LABELS):
        told = [one["labels"][place] for one in readers.values()]
        values = [f"{one['precision']:.2f} {one['recall']:.2f} {one['f1']:.2f}" for one in told]
        lines.append(_row(f"{label} P R F1", values) + f"{told[0]['mails']:>6}")
    lines += ["", "main label (down: true)", _row("", [label[:9] for label in LABELS])]
    return "\n".join([*lines, *_confusion(first["confusion"])])


def _confusion(confusion: dict[str, dict[str, int]]) -> list[str]:
    return [_row(label, [str(confusion[label][other]) for other in LABELS]) for label in LABELS]


def _row(title: str, values: Iterable[str]) -> str:
    return f"{title:<26}" + "".join(f"{value:>16}" for value in values)


def _around_table(figures: dict[str, float]) -> str:
    return "\n".join(f"{name.replace('_', ' '):<34}{value:>8.3f}" for name, value in figures.items())


def misses(answered: Iterable[Answered]) -> str:
    """A line a mail whose labels, numbers, language or kind were not as labelled: ids and values, never the words."""
    lines = []
    for one in answered:
        wanted = {"labels": sorted(one.row["labels"])}
        got: dict[str, Any] = {"labels": sorted(label for label, _ in _learnt(one.line))}
        for key in ("order_numbers", "language", "auto"):
            if key in one.row:
                wanted[key] = one.row[key]
                got[key] = bool(one.line[key]) if key == "auto" else one.line[key]
        wrong = {key: [wanted[key], got[key]] for key in wanted if wanted[key] != got[key]}
        if wrong:
            line = {"id": one.row["id"], "abstained": one.line["abstained"], "wanted_and_got": wrong}
            lines.append(json.dumps(line, ensure_ascii=False))
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Print the table or the JSON; optionally write the misses to a file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=EXAM, help="labelled rows, JSON Lines (default: the exam)")
    parser.add_argument("--rules", action="store_true", help="keyword rules beside the classifier")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--misses", type=Path, help="write ids and values of what was not as labelled there")
    chosen = parser.parse_args(arguments)
    found, answered = report(chosen.data, rules=chosen.rules)
    print(json.dumps(found, indent=1) if chosen.json else table(found))
    if chosen.misses:
        chosen.misses.write_text(misses(answered) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
