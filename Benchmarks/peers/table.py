# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of a comparison, as CSV and as Markdown."""

from __future__ import annotations

import csv
import dataclasses
import platform
import time

from answer import Answer, relative_difference
from solvers import OURS, Solver

AGREEMENT = 1e-6
"""Largest relative difference between objectives that are called the same."""
COLUMNS = [
    "instance", "solver", "threads", "status", "preparing_seconds", "solving_seconds",
    "process_seconds", "processor_seconds", "ratio_to_ours", "processor_ratio_to_ours",
    "objective", "difference_to_ours", "gap", "peak_megabytes", "detail",
]
TITLES = [
    "solver", "threads", "reading or building (s)", "solving (s)", "processor (s)",
    "ratio to ours", "of processor", "objective", "agrees", "gap", "peak (MB)",
]


@dataclasses.dataclass
class Entry:
    """What one solver made of one instance, beside what ours did."""

    instance: str
    solver: Solver
    answer: Answer
    ours: Answer | None
    threads: int

    @property
    def own_threads(self) -> int:
        return self.threads if self.solver.uses_threads else 1

    def ratio(self, limit: float) -> tuple[str, float | None]:
        """Times as long as ours, with `>` where the solver was stopped.

        Solving against solving; where a solver is used end to end, building and solving against our
        whole process.
        """
        mine = self.ours and (self.ours.process if self.solver.is_end_to_end else self.ours.solving)
        if not mine:
            return "", None
        if self.answer.status == "> limit":
            return "> ", limit / mine
        if self.answer.objective is None or self.answer.solving is None:
            return "", None
        built = self.answer.preparing if self.solver.is_end_to_end else 0
        return "", (self.answer.solving + (built or 0)) / mine

    def processor_ratio(self, form: str) -> str:
        """Times as much processor time as ours, of the whole process, whatever the load around."""
        if not self.ours or not self.ours.processor or not self.answer.processor:
            return ""
        mark = "" if self.answer.objective is not None else "> "
        return mark + format(self.answer.processor / self.ours.processor, form)

    @property
    def difference(self) -> float | None:
        if not self.ours or self.ours.objective is None or self.answer.objective is None:
            return None
        return relative_difference(self.ours.objective, self.answer.objective)


class Table:
    """Entries as they come; both files are written again after each, so that nothing is lost."""

    def __init__(self, path: str, limit: float, threads: int) -> None:
        self.path = path
        self.limit = limit
        self.threads = threads
        self.entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)
        with open(self.path + ".csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(self._csv_row(entry) for entry in self.entries)
        with open(self.path + ".md", "w", encoding="utf-8") as file:
            file.write(self.markdown())

    def _csv_row(self, entry: Entry) -> list[str]:
        answer = entry.answer
        mark, ratio = entry.ratio(self.limit)
        return [
            entry.instance, entry.solver.name, str(entry.own_threads), answer.status,
            number(answer.preparing, ".3f"), number(answer.solving, ".3f"),
            number(answer.process, ".3f"), number(answer.processor, ".3f"),
            mark + number(ratio, ".3f"), entry.processor_ratio(".3f"),
            number(answer.objective, ".12g"), number(entry.difference, ".1e"),
            number(answer.gap, ".1e"), number(answer.megabytes, ".0f"), answer.detail,
        ]

    def markdown(self) -> str:
        lines = [
            f"{platform.system()} {platform.machine()}, {processor()}, "
            f"{time.strftime('%Y-%m-%d')}; limit {self.limit:g} s of solving; solvers that use "
            f"threads had {self.threads}.", "",
        ]
        for instance in dict.fromkeys(entry.instance for entry in self.entries):
            lines += [f"**{instance}**", "", row(TITLES), row(["---"] * len(TITLES))]
            entries = [entry for entry in self.entries if entry.instance == instance]
            lines += [row(self._markdown_row(entry)) for entry in entries] + [""]
        return "\n".join(lines)

    def _markdown_row(self, entry: Entry) -> list[str]:
        answer = entry.answer
        mark, ratio = entry.ratio(self.limit)
        solved = answer.status == "optimal"
        if answer.status == "> limit":
            solving = f"> {self.limit:g}"
        else:
            solving = number(answer.solving, ".2f") + ("" if solved else f" ({answer.status})")
        return [
            entry.solver.title, str(entry.own_threads), number(answer.preparing, ".2f"), solving,
            number(answer.processor, ".1f"), mark + number(ratio, ".1f"),
            entry.processor_ratio(".1f"), number(answer.objective, ".9g"), self._agreement(entry),
            number(answer.gap, ".0e"), number(answer.megabytes, ".0f"),
        ]

    @staticmethod
    def _agreement(entry: Entry) -> str:
        if entry.difference is None or entry.solver is OURS:
            return ""
        if entry.difference <= AGREEMENT:
            return "yes"
        return f"**no: {entry.difference:.0e}**"


def number(value: float | None, form: str) -> str:
    return "" if value is None else format(value, form)


def row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            lines = [line for line in file if line.startswith("model name")]
    except OSError:
        lines = []
    if not lines:
        return platform.processor()
    return f"{len(lines)} × {lines[0].split(':', 1)[1].strip()}"
