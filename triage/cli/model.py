"""Commands on the classifier."""

import argparse
import json
from pathlib import Path

from triage.cli import context


def register(commands: "context.Commands") -> None:
    """Add `model train|evaluate|list|promote`."""
    model = commands.add_parser("model", help="train, measure and choose the classifier")
    verbs = model.add_subparsers(dest="verb", metavar="VERB", required=True)
    train = verbs.add_parser("train", help="train on data/training and keep the result under models/")
    train.add_argument("--name", help="folder under models/; default: the day and the data's hash")
    train.set_defaults(handle=_train)
    evaluate = verbs.add_parser("evaluate", help="measure the served classifier on labelled messages")
    evaluate.add_argument("data", type=Path, metavar="DATA.jsonl")
    evaluate.add_argument("--json", action="store_true", help="print the metrics as JSON")
    evaluate.add_argument("--html", type=Path, metavar="FILE", help="also write a report with curves")
    evaluate.set_defaults(handle=_evaluate)
    verbs.add_parser("list", help="trained classifiers, the served one marked").set_defaults(handle=_list)
    promote = verbs.add_parser("promote", help="serve another trained classifier")
    promote.add_argument("id", metavar="ID")
    promote.set_defaults(handle=_promote)


def _train(args: argparse.Namespace) -> int:
    from triage.cli.bars import on_terminal
    from triage.usecases import learn

    print(learn.train(context.project_root(), name=args.name, progress=on_terminal))
    return 0


def _evaluate(args: argparse.Namespace) -> int:
    from triage.usecases import learn

    report = learn.evaluate(context.project_root(), args.data, html=args.html)
    print(json.dumps(report.to_json(), ensure_ascii=False) if args.json else report.in_words())
    return 0


def _list(args: argparse.Namespace) -> int:
    from triage.usecases import learn

    for line in learn.list_models(context.project_root()):
        print(line)
    return 0


def _promote(args: argparse.Namespace) -> int:
    from triage.usecases import learn

    print(learn.promote(context.project_root(), args.id))
    return 0
