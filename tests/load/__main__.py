"""The benchmark: the real application with real sockets, beside two baselines, in one run.

    .venv/bin/python -m tests.load                        # everything, three runs: about an hour
    .venv/bin/python -m tests.load --table                # every size once, within 12 minutes
    .venv/bin/python -m tests.load --quick                # small sizes, one run
    .venv/bin/python -m tests.load --scenario burst --people 150 300 --server daphne

Prints Markdown tables. What it is compared with:

(a) bare Channels: a group broadcast as in the textbook, on Daphne, without database or templates
    (`apps/channels_broadcast.py`);
(b) bare sockets: a server that stores nothing and sends one frame per note (`apps/floor.py`).

Without DATABASE_URL and REDIS_URL in the environment each measurement has an SQLite file of its
own and the in-memory layer. A DATABASE_URL must name a database of the benchmark's own: it is
filled and never emptied.

Runs are interleaved, so that a slow minute of the machine hits all subjects, and medians are
printed. Nothing here is collected as a test. It needs Linux, and `uvicorn` with `websockets`.
"""

import argparse
import asyncio
import gc
import math
import os
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.load import report
from tests.load.report import CALM, Outcome
from tests.load.room import room
from tests.load.scenarios import NEVER, SCENARIOS, Pace, Scenario
from tests.load.servers import CHANNELS, FLOOR, SUBJECTS, Cores, Subject

QUICK_SIZES = {"steady": (10, 60), "burst": (60,), "storm": (60,), "resume": (60,), "sessies": (5,)}
QUICK = Pace(steady_notes=20, sessies_seconds=5)
# The baselines as far as docs/live.md shows them, and no run that begins after so many seconds.
TABLE_BASELINES = {"burst": (60, 150, 300), "steady": (300,)}
TABLE_SECONDS = 10.5 * 60
# A subject that is slower than this with so many sessies is not asked for more of them.
P99_SECONDS = 0.250


@dataclass(frozen=True)
class Plan:
    """What is measured, how often and where."""

    subjects: tuple[Subject, ...]
    runs: int
    tries: int
    cores: Cores
    pace: Pace
    until: float = math.inf
    is_table: bool = False

    def measured(self, scenario: Scenario, size: int) -> Iterator[Subject]:
        """The subjects that this size is measured with."""
        for subject in self.subjects:
            shown = subject.is_app or size in TABLE_BASELINES.get(scenario.key, ())
            if shown or not self.is_table:
                yield subject


def main() -> None:
    """Run what was asked for and print the tables."""
    options = _options()
    cores = Cores.of_this_machine()
    os.sched_setaffinity(0, {cores.clients})
    gc.disable()  # a pause of the clients would be booked as the server's
    baselines = () if options.alone else (CHANNELS, FLOOR)
    subjects = (*(SUBJECTS[key] for key in options.server), *baselines)
    pace = QUICK if options.quick or options.table else Pace()
    until = time.monotonic() + TABLE_SECONDS if options.table else math.inf
    plan = Plan(subjects, options.runs, options.tries, cores, pace, until, is_table=options.table)
    print(report.heading(cores, options.runs), flush=True)
    failed = False
    for key in options.scenario:
        scenario = SCENARIOS[key]
        outcomes = _play(scenario, _sizes(scenario, options), plan)
        print(f"\n{report.table(scenario, outcomes)}", flush=True)
        if key == "sessies":
            print(report.people_per_core(outcomes), flush=True)
        failed |= any(not one.figures for one in outcomes)
    sys.exit(failed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.load")
    parser.add_argument("--scenario", nargs="+", choices=list(SCENARIOS), default=list(SCENARIOS))
    parser.add_argument("--people", nargs="+", type=int, help="sizes of steady, burst and storm")
    parser.add_argument("--sessies", nargs="+", type=int, help="sizes of sessies")
    parser.add_argument(
        "--server", nargs="+", choices=["daphne", "uvicorn"], default=["daphne", "uvicorn"]
    )
    parser.add_argument("--alone", action="store_true", help="without the baselines")
    parser.add_argument("--runs", type=int, help="how often, interleaved; the median is printed")
    parser.add_argument(
        "--tries", type=int, default=2, help="of a run while others are busy on the same cores"
    )
    parser.add_argument(
        "--table", action="store_true", help="every size once, shortly, within 12 minutes"
    )
    parser.add_argument("--quick", action="store_true", help="small sizes, one run")
    options = parser.parse_args()
    options.runs = options.runs or (1 if options.quick or options.table else 3)
    if options.table:
        options.tries = 1
    return options


def _sizes(scenario: Scenario, options: argparse.Namespace) -> Sequence[int]:
    asked: Sequence[int] | None = options.people if scenario.unit == "people" else options.sessies
    return asked or (QUICK_SIZES[scenario.key] if options.quick else scenario.sizes)


def _play(scenario: Scenario, sizes: Sequence[int], plan: Plan) -> list[Outcome]:
    """Every size with every subject, so many times, one subject after the other."""
    outcomes: list[Outcome] = []
    for size in sizes:
        subjects = plan.measured(scenario, size)
        going_on = [one for one in subjects if not _is_beyond(scenario, one, outcomes)]
        for run in range(plan.runs):
            for subject in going_on:
                print(f"{scenario.key} {size} {subject.key} {run + 1}", file=sys.stderr, flush=True)
                if time.monotonic() < plan.until:
                    outcomes.append(_calm_outcome(scenario, size, subject, plan))
                else:
                    outcomes.append(Outcome(scenario, size, subject, {}, ("time was up",)))
    return outcomes


def _calm_outcome(scenario: Scenario, size: int, subject: Subject, plan: Plan) -> Outcome:
    """One run, again when others were at work on these cores too; the calmest of them counts."""
    tries: list[Outcome] = []
    while len(tries) < plan.tries and (not tries or tries[-1].others > CALM):
        tries.append(_outcome(scenario, size, subject, plan))
        gc.collect()
    return min(tries, key=lambda one: one.others)


def _outcome(scenario: Scenario, size: int, subject: Subject, plan: Plan) -> Outcome:
    """One run. A failure is a remark in the report, so that the other runs are not for nothing."""
    try:
        return asyncio.run(_once(scenario, size, subject, plan))
    except Exception as error:
        traceback.print_exc()
        return Outcome(scenario, size, subject, {}, (f"did not get through: {error!r}"[:200],))


def _is_beyond(scenario: Scenario, subject: Subject, outcomes: Sequence[Outcome]) -> bool:
    """Could not keep up with fewer sessies already."""
    own = [one for one in outcomes if one.subject == subject]
    return scenario.key == "sessies" and any(
        one.figures.get("each_p99", NEVER) > P99_SECONDS for one in own
    )


async def _once(scenario: Scenario, size: int, subject: Subject, plan: Plan) -> Outcome:
    async with room(subject, plan.cores, scenario.setting(size, plan.pace)) as filled:
        figures = await scenario.play(filled, plan.pace)
        return Outcome(scenario, size, subject, figures, tuple(filled.ledger.complaints))


if __name__ == "__main__":
    main()
