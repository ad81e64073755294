"""Commands on the classifier."""

import argparse
import json
from pathlib import Path

from triage.cli import context
from triage.errors import InputError


def register(commands: "context.Commands") -> None:
    """Add `model train|evaluate|list|promote|rollback|explain|drift`."""
    model = commands.add_parser("model", help="train, measure, choose and question the classifier")
    verbs = model.add_subparsers(dest="verb", metavar="VERB", required=True)
    train = verbs.add_parser("train", help="train on data/training and keep the result under models/")
    train.add_argument("--name", help="folder under models/; default: after the data's hash")
    train.add_argument(
        "--confirmed",
        action="store_true",
        help="learn from what agents confirmed too, and let it serve when no label is worse, as the worker does",
    )
    train.add_argument("--json", action="store_true", help="with --confirmed: print the result as JSON")
    train.set_defaults(handle=_train)
    evaluate = verbs.add_parser("evaluate", help="measure the served classifier on labelled messages")
    evaluate.add_argument("data", type=Path, nargs="?", metavar="DATA.jsonl")
    evaluate.add_argument(
        "--confirmed", action="store_true", help="on the mail that agents confirmed, in place of DATA"
    )
    evaluate.add_argument("--store", metavar="KEY", help="with --confirmed: mail of one store only")
    evaluate.add_argument("--json", action="store_true", help="print the metrics as JSON")
    evaluate.add_argument("--html", type=Path, metavar="FILE", help="also write a report with curves")
    evaluate.set_defaults(handle=_evaluate)
    verbs.add_parser("list", help="trained classifiers, the served one marked").set_defaults(handle=_list)
    promote = verbs.add_parser("promote", help="serve another trained classifier, if it is worse on no label")
    promote.add_argument("id", metavar="ID")
    promote.set_defaults(handle=_promote)
    verbs.add_parser("rollback", help="put back the classifier that served before").set_defaults(handle=_rollback)
    explain = verbs.add_parser("explain", help="why a mail got its labels: probabilities, phrases, doubts")
    explain.add_argument("what", nargs="?", metavar="TICKET|FILE", help="a ticket's id, or an .eml file")
    explain.add_argument("--text", metavar="WORDS", help="explain these words in place of a mail")
    explain.add_argument("--json", action="store_true", help="the same as JSON")
    explain.set_defaults(handle=_explain)
    drift = verbs.add_parser("drift", help="this week's mail against what the classifier was measured on")
    drift.add_argument("--json", action="store_true", help="the same as JSON")
    drift.set_defaults(handle=_drift)


def _train(args: argparse.Namespace) -> int:
    from triage.cli.bars import on_terminal

    if not args.confirmed:
        from triage.usecases import learn

        print(learn.train(context.project_root(), name=args.name, progress=on_terminal))
        return 0
    from triage.usecases import retrain

    verdict = retrain.challenge(context.app(with_kit=False), progress=on_terminal)
    print(json.dumps(verdict.to_json()) if args.json else retrain.in_words(verdict))
    return 0


def _evaluate(args: argparse.Namespace) -> int:
    from triage.usecases import learn_evaluate

    if args.confirmed == (args.data is not None):
        raise InputError("one of DATA.jsonl and --confirmed is needed", fix="give a file, or --confirmed alone")
    if args.confirmed:
        report = learn_evaluate.evaluate_confirmed(context.app(with_kit=False), args.store, html=args.html)
    else:
        report = learn_evaluate.evaluate(context.project_root(), args.data, html=args.html)
    print(json.dumps(report.to_json(), ensure_ascii=False) if args.json else report.in_words())
    return 0


def _list(args: argparse.Namespace) -> int:
    from triage.usecases import learn_serving

    for line in learn_serving.list_models(context.project_root()):
        print(line)
    return 0


def _promote(args: argparse.Namespace) -> int:
    from triage.usecases import learn_serving

    print(learn_serving.promote(context.project_root(), args.id))
    return 0


def _rollback(args: argparse.Namespace) -> int:
    from triage.usecases import learn_serving

    print(learn_serving.rollback(context.project_root()))
    return 0


def _explain(args: argparse.Namespace) -> int:
    from triage.usecases import explain

    if (args.what is None) == (args.text is None):
        raise InputError("one of TICKET, FILE and --text is needed", fix="name a ticket or a file, or give --text")
    if args.text is not None:
        found = explain.explain_text(context.project_root(), args.text)
    elif Path(args.what).exists():
        found = explain.explain_file(context.project_root(), Path(args.what))
    else:
        found = explain.explain_ticket(context.app(with_kit=False), args.what)
    print(json.dumps(found.to_json(), ensure_ascii=False) if args.json else found.in_words())
    return 0


def _drift(args: argparse.Namespace) -> int:
    from triage.learning.drift import in_words
    from triage.usecases.drift import look

    found = look(context.app(with_kit=False))
    print(json.dumps(found.to_json()) if args.json else "\n".join(in_words(found)))
    return 0
