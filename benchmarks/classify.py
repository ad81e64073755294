"""How fast the served classifier reads mails: in batches and one by one, on one core.

Run from the project's folder: `python benchmarks/classify.py [rounds]`.
"""

import sys
import time
from pathlib import Path

from triage.learning.concepts import LANGUAGES
from triage.learning.corpus import load_rows
from triage.loaders.classifier import load_classifier
from triage.usecases.learn import TRAINING, mail_of


def main(rounds: int = 3) -> None:
    """Print messages a second in batches (best of `rounds`) and milliseconds for one (median)."""
    root = Path(__file__).resolve().parents[1]
    started = time.process_time()
    classifier = load_classifier(root)
    print(f"load: {time.process_time() - started:.2f} s")
    mails = [mail_of(row) for row in load_rows((root / TRAINING).glob("*.jsonl"))]
    for shop, languages in (("English", ["en"]), ("six languages", list(LANGUAGES))):
        rates = []
        for _ in range(rounds):
            started = time.process_time()
            classifier.understand(mails, languages)
            rates.append(len(mails) / (time.process_time() - started))
        print(f"batches, shop of {shop}: {max(rates):.0f} a second, {len(mails)} mails (first round {rates[0]:.0f})")
    times = []
    for mail in mails[:300]:
        started = time.process_time()
        classifier.understand([mail], LANGUAGES)
        times.append(1000 * (time.process_time() - started))
    print(f"one by one: {sorted(times)[len(times) // 2]:.2f} ms (median), {sorted(times)[-4]:.2f} ms (99 %)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
