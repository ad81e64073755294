"""Coverage-guided runs with atheris, from the seeds beside this file.

python -m benchmarks.fuzz TARGET [-runs=1000000] [any option of libFuzzer]

It stops at the first input that breaks a promise and keeps that input as crash-*.
"""

import sys
from pathlib import Path

import atheris

SEEDS = Path(__file__).parent / "seeds"
PARSER = ["triage.stages.parse", "triage.stages.parsing"]
WATCHED = {
    "numbers": ["triage.stages.extracting"],
    "pack": ["triage.policy"],
    "headers": ["triage.mail.compose"],
}
"""The modules whose branches a run counts, where they are not the parser's; counting others only takes time."""
LONGEST_BYTES = {"numbers": 256, "cutter": 512, "headers": 256, "header": 256, "charset": 256, "pack": 1024}


def main() -> None:
    """Fuzz one target until it breaks or the runs are over."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    with atheris.instrument_imports(include=WATCHED.get(name, PARSER)):
        from benchmarks.fuzz.targets import TARGETS, tried
    if name not in TARGETS:
        sys.exit(f"say which target: {', '.join(TARGETS)}")
    given = sys.argv[2:]
    if all(word.startswith("-") for word in given):
        given.append(str(SEEDS / name))
    atheris.Setup(
        [sys.argv[0], f"-max_len={LONGEST_BYTES.get(name, 1500)}", "-timeout=30", *given],
        lambda data: tried(name, data),
    )
    atheris.Fuzz()


main()
