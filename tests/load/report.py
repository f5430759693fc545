"""Figures as Markdown tables: the application beside the baselines, the ratios and the targets."""

import math
import platform
import statistics
import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.load.scenarios import Figures, Scenario
from tests.load.servers import CHANNELS, FLOOR, ROOT, Cores, Subject, database_and_layer

BUSY = 0.85
# Others may use this share of a core without spoiling a figure much.
CALM = 0.1
TIMES = "\N{MULTIPLICATION SIGN}"
# By scenario and size, what the application on Daphne with SQLite aims at, in the units stored.
TARGETS: dict[tuple[str, int], Figures] = {
    ("burst", 150): {"all_have_all": 0.5, "lost": 0.0},
    ("burst", 300): {"all_have_all": 1.2, "lost": 0.0},
    ("steady", 300): {"cpu_per_delivery": 80e-6, "last_p50": 0.030},
    # Of pages as browsers are: they say how far they were, and fetch when told to.
    ("resume", 600): {"whole_last": 2.5},
    ("sessies", 80): {"each_p99": 0.250},
}


@dataclass(frozen=True)
class Measure:
    """How a figure is called and written: multiplied by `scale`, in `unit`."""

    title: str
    unit: str
    scale: float
    digits: int = 1
    has_ratio: bool = True

    def written(self, figure: float) -> str:
        """The figure for people."""
        if math.isnan(figure):
            return "-"
        if math.isinf(figure):
            return "never"
        return f"{figure * self.scale:.{self.digits}f} {self.unit}"


MEASURES = {
    "all_have_all": Measure("all have all", "s", 1, 2),
    "whole_p50": Measure("whole again, median", "s", 1, 2),
    "whole_last": Measure("whole again, last", "s", 1, 2),
    "each_p50": Measure("each person p50", "ms", 1e3),
    "each_p99": Measure("each person p99", "ms", 1e3),
    "last_p50": Measure("last person p50", "ms", 1e3),
    "last_p99": Measure("last person p99", "ms", 1e3),
    "answered": Measure("last POST answered", "s", 1, 2, has_ratio=False),
    "sent_within": Measure("all sent within", "ms", 1e3, has_ratio=False),
    "cpu_per_delivery": Measure("server CPU per delivery", "µs", 1e6),
    "cpu_per_person": Measure("server CPU per person", "ms", 1e3),
    "server": Measure("server busy", "%", 100, 0, has_ratio=False),
    "frames": Measure("frames per delivery", "", 1, 3, has_ratio=False),
    "memory": Measure("memory per connection", "kB", 1e-3),
    "lost": Measure("lost", "%", 100, 1, has_ratio=False),
    "not_whole": Measure("not whole", "%", 100, 1, has_ratio=False),
    "client": Measure("clients busy", "%", 100, 0, has_ratio=False),
    "others": Measure("others on these cores", "%", 100, 0, has_ratio=False),
}


@dataclass(frozen=True)
class Outcome:
    """The figures of one run of one size with one subject, and what went wrong in it."""

    scenario: Scenario
    size: int
    subject: Subject
    figures: Figures
    complaints: tuple[str, ...] = ()

    @property
    def others(self) -> float:
        """What others used of the busier core; all of it when nothing was measured."""
        share = self.figures.get("others", 1.0)
        return 0.0 if math.isnan(share) else share


def heading(cores: Cores, runs: int) -> str:
    """What was measured, and on what."""
    commit = _output("git", "rev-parse", "--short", "HEAD")
    changed = (
        " with uncommitted changes" if _output("git", "status", "--porcelain", "scholendag") else ""
    )
    database, layer = database_and_layer()
    apart = (
        f"the server has core {cores.server} to itself, the clients have core {cores.clients}"
        if cores.server != cores.clients
        else "there is one core, which the server and the clients share: the clients count too"
    )
    return (
        f"Commit {commit}{changed}, Python {platform.python_version()}, {database}, {layer}; "
        f"{apart}; median of {runs}."
    )


def table(scenario: Scenario, outcomes: Sequence[Outcome]) -> str:
    """One scenario: a row for each size and measure, a column for each subject and each ratio."""
    subjects = list(dict.fromkeys(outcome.subject for outcome in outcomes))
    columns = [title for subject in subjects for title in _titles(subject, subjects)]
    head = ["people" if scenario.unit == "people" else scenario.unit, "", *columns, "target"]
    rows = [head, ["---:", "---", *["---:"] * len(columns), "---:"]]
    for size in dict.fromkeys(outcome.size for outcome in outcomes):
        medians = {
            subject: _medians(o for o in outcomes if (o.size, o.subject) == (size, subject))
            for subject in subjects
        }
        rows += _rows(scenario, size, medians)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"### {scenario.title}", "", *lines, *_remarks(outcomes)])


def _titles(subject: Subject, subjects: Sequence[Subject]) -> list[str]:
    return [subject.title, *(f"{TIMES} {base.title[:3]}" for base in _bases(subject, subjects))]


def _bases(subject: Subject, subjects: Iterable[Subject]) -> list[Subject]:
    """What the application is divided by."""
    return [base for base in (CHANNELS, FLOOR) if subject.is_app and base in subjects]


def _medians(outcomes: Iterable[Outcome]) -> Figures:
    runs = [outcome.figures for outcome in outcomes if outcome.figures]
    names = runs[0] if runs else ()
    return {name: _median([run[name] for run in runs]) for name in names}


def _median(figures: list[float]) -> float:
    """The middle one, of those that are a number."""
    return statistics.median_low([one for one in figures if not math.isnan(one)] or [math.nan])


def _rows(scenario: Scenario, size: int, medians: dict[Subject, Figures]) -> list[list[str]]:
    rows = []
    targets = TARGETS.get((scenario.key, size), {})
    for name, measure in MEASURES.items():
        if not any(name in figures for figures in medians.values()):
            continue
        cells = [
            cell
            for subject, figures in medians.items()
            for cell in (
                measure.written(figures.get(name, math.nan)),
                *(
                    _ratio(measure, figures.get(name), medians[base].get(name))
                    for base in _bases(subject, medians)
                ),
            )
        ]
        target = f"≤ {measure.written(targets[name])}" if name in targets else ""
        rows.append([str(size), measure.title, *cells, target])
    return rows


def _ratio(measure: Measure, figure: float | None, base: float | None) -> str:
    usable = measure.has_ratio and figure is not None and base is not None
    if not usable or not math.isfinite(figure) or not math.isfinite(base) or base <= 0:
        return ""
    ratio = figure / base
    return f"{ratio:.{0 if ratio >= 10 else 1}f} {TIMES}"


def _remarks(outcomes: Iterable[Outcome]) -> list[str]:
    """What the reader has to know: clients that were too busy, and what went wrong."""
    found: Counter[str] = Counter()
    for one in outcomes:
        where = f"{one.subject.title}, {one.size}"
        if one.figures.get("client", 0) > BUSY:
            found[
                f"{where}: the clients were {one.figures['client']:.0%} busy; this is their figure"
            ] += 1
        if one.others > CALM:
            found[f"{where}: others were busy on the same cores; its times are too long"] += 1
        for complaint in one.complaints:
            found[f"{where}: {complaint}"] += 1
    return (
        ["", *(f"- {remark} ({times} {TIMES})" for remark, times in found.items())] if found else []
    )


def people_per_core(outcomes: Iterable[Outcome]) -> str:
    """The most people at which 99 of 100 deliveries come within a quarter of a second."""
    lines = []
    by_subject: dict[Subject, dict[int, list[float]]] = {}
    for one in outcomes:
        sizes = by_subject.setdefault(one.subject, {})
        sizes.setdefault(one.size, []).append(one.figures.get("each_p99", math.inf))
    for subject, sizes in by_subject.items():
        good = [s for s, runs in sizes.items() if _median(runs) <= 0.250]
        most = max(good, default=0)
        reached = "at least " if most == max(sizes) else ""
        lines.append(f"- {subject.title}: {reached}{most} sessies, {most * 30} people on one core")
    return "\n".join(["", "p99 under 250 ms:", "", *lines])


def _output(*command: str) -> str:
    return subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True
    ).stdout.strip()
