"""Every reply of the shops in every language on one page, to be read aloud before customers read them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from triage.errors import OperatorError
from triage.kit import Replies
from triage.loaders.kit import load_packs, load_replies
from triage.policy.decision import Decision
from triage.policy.evaluate import decide
from triage.policy.facts import Case, read_case
from triage.policy.pack import PolicyPack
from triage.records import Draft, Label
from triage.stages.draft import Matter, compose
from triage.usecases.worked_cases import worked_cases


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One decision with its letter in each language. situation: the case in a few words; letters: by language."""

    store: str
    situation: str
    category: str
    decision: Decision
    letters: Mapping[str, Draft]


def gallery(root: Path, stores: Sequence[str] = (), languages: Sequence[str] = ()) -> str:
    """The page, as HTML. stores, languages: only these; empty for all. Raises OperatorError for an unknown name."""
    packs, replies = load_packs(root), load_replies(root)
    chosen = list(stores) or sorted(packs)
    for store in chosen:
        if store not in packs:
            raise OperatorError(f"no store '{store}'", fix=f"known: {', '.join(sorted(packs))}")
    spoken = list(languages) or list(dict.fromkeys(one for store in chosen for one in packs[store][0].languages))
    pictures = [picture for store in chosen for picture in pictures_of(root, packs[store][0], replies, spoken)]
    shown = Environment(
        loader=FileSystemLoader(root / "templates" / "reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("gallery.html.j2")
    names = {store: packs[store][0].name for store in chosen}
    return shown.render(pictures=pictures, languages=spoken, stores=names)


def pictures_of(root: Path, pack: PolicyPack, replies: Replies, languages: Sequence[str]) -> Iterator[Picture]:
    """One picture for each thing that the shop's own worked cases make it say, in the order of the cases."""
    seen: set[tuple[object, ...]] = set()
    for data in worked_cases(root, pack.store):
        case = read_case(data)
        decision = decide(pack, case)
        said = (decision.decision, decision.statements, decision.missing)
        if said not in seen:
            seen.add(said)
            letters = {language: _letter(case, decision, pack, replies, language) for language in languages}
            yield Picture(
                store=pack.store,
                situation=str(data.get("message", {}).get("summary", "")) or case.id,
                category=case.category,
                decision=decision,
                letters=letters,
            )


def _letter(case: Case, decision: Decision, pack: PolicyPack, replies: Replies, language: str) -> Draft:
    number = case.order.get("number")
    matter = Matter(
        label=Label(case.category), order_number=number if isinstance(number, str) else None, decision=decision
    )
    return compose([matter], pack, replies, subject="", name="Dana", language=language)
