"""Playing a state machine of Hypothesis: always from the seed of this run, and without a memory of other runs."""

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.faults.conftest import SEED


def play(machine: type[RuleBasedStateMachine], *, examples: int, steps: int) -> None:
    """Play so many days of so many steps; a failure prints the shortest day that was found."""
    seed(SEED)(machine)
    profile = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )
    run_state_machine_as_test(machine, settings=profile)
