"""Which tests prove which rows of docs/reliability.md: read from their markers, written into the document.

python -m tests.faults.rows          # writes the list of proofs anew
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs/reliability.md"
LAST = 67
ROW = re.compile(r"^\| (\d+) \|", re.MULTILINE)
NOT_OURS = re.compile(r"^\| (\d+) \|.*\bdoes not apply\b", re.MULTILINE)
BEGIN, END = "<!-- proofs: written by `python -m tests.faults.rows` -->\n", "<!-- end of proofs -->\n"


def proofs() -> dict[int, list[str]]:
    """Row -> the tests that bear its number, as `file::name` below `tests/`."""
    found: dict[int, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for name, number in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            found[number].append(f"{path.relative_to(ROOT / 'tests')}::{name}")
    return {number: sorted(set(names)) for number, names in sorted(found.items())}


def listed(document: str) -> str:
    """The list of proofs as the document holds it."""
    return document.partition(BEGIN)[2].partition(END)[0]


def written() -> str:
    """The list of proofs as it should stand there."""
    lines = []
    for number, names in proofs().items():
        files: dict[str, list[str]] = defaultdict(list)
        for name in names:
            file, _, test = name.partition("::")
            files[file].append(test.removeprefix("test_").replace("_", " "))
        where = "; ".join(f"`{file}`: {', '.join(tests)}" for file, tests in files.items())
        lines.append(f"- **{number}** {where}\n")
    return "".join(lines)


def _marked(tree: ast.Module) -> Iterator[tuple[str, int]]:
    whole = [number for node in tree.body if _is_pytestmark(node) for number in _numbers(node)]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            own = [number for decorator in node.decorator_list for number in _numbers(decorator)]
            tests = node.name.startswith("test_") or node.name.startswith("Test")
            for number in (*own, *(whole if tests else ())):
                yield node.name, number
        elif isinstance(node, ast.Assign) and not _is_pytestmark(node):
            # A state machine becomes a test by `TestX = Machine.TestCase`, marked by `TestX.pytestmark = [...]`.
            target = node.targets[0]
            if isinstance(target, ast.Attribute) and target.attr == "pytestmark" and isinstance(target.value, ast.Name):
                for number in _numbers(node.value):
                    yield target.value.id, number


def _is_pytestmark(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets
    )


def _numbers(node: ast.AST) -> Iterator[int]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("mark.row"):
            yield from (one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, int))


def main() -> None:
    """Write the list into the document."""
    document = DOCUMENT.read_text(encoding="utf-8")
    head, _, rest = document.partition(BEGIN)
    DOCUMENT.write_text(head + BEGIN + written() + END + rest.partition(END)[2], encoding="utf-8")


if __name__ == "__main__":
    main()
