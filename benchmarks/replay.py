"""How fast stored decisions are made again: one decision with its trace, and 100,000 stored cases.

    python -m benchmarks.replay [--cases N]

The cases are the shops' worked ones, as JSON text as the database hands them out, again and again. The limits of one
run: 50 microseconds a decision (median, everything that matters known), 20 seconds for 100,000 cases.
"""

import argparse
import json
import statistics
import time
from itertools import cycle, islice
from pathlib import Path

import yaml

from triage.loaders.kit import load_packs
from triage.policy.evaluate import decide
from triage.policy.facts import read_case

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cases", type=int, default=100_000)
    wanted = arguments.parse_args().cases
    packs = {store: versions[0] for store, versions in load_packs(ROOT).items()}
    texts = [json.dumps(case, default=str) for store in sorted(packs) for case in _cases(store)]
    singles = _singles(packs, texts)
    started = time.perf_counter()
    for text in islice(cycle(texts), wanted):
        case = read_case(json.loads(text))
        decide(packs[case.store], case)
    seconds = time.perf_counter() - started
    print(
        f"one decision with its trace: median {singles[len(singles) // 2]:.0f} us, 95 % under {_of(singles, 95):.0f} us"
    )
    print(f"{wanted} stored cases: {seconds:.1f} s, {1e6 * seconds / wanted:.0f} us each from JSON to decision")


def _cases(store: str) -> list[dict[str, object]]:
    found = yaml.safe_load((ROOT / "data/policies" / store / "cases.yaml").read_text(encoding="utf-8"))
    return [{name: value for name, value in case.items() if name != "expected"} for case in found]


def _singles(packs: dict, texts: list[str]) -> list[float]:
    """The best of 20 runs of each case, in microseconds, ascending."""
    found = []
    for text in texts:
        case = read_case(json.loads(text))
        runs = []
        for _ in range(20):
            at = time.perf_counter()
            decide(packs[case.store], case)
            runs.append(1e6 * (time.perf_counter() - at))
        found.append(min(runs))
    return sorted(found)


def _of(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


if __name__ == "__main__":
    main()
