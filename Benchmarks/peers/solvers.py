# SPDX-License-Identifier: GPL-3.0-or-later
"""The solvers that are compared: how each is called, and how its answer is read."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable

from answer import Answer
from measured import Run, run
from program import is_negated

HERE = os.path.dirname(os.path.abspath(__file__))
READING_MEGABYTES_A_SECOND = 5
"""The slowest reader seen: the limit is on solving, and a process is ended only when the limit and
ample time to read are over."""


@dataclasses.dataclass
class Case:
    """One program to solve, and within what."""

    study: str
    """Study with its layers, for our own engine."""
    mps: str | None
    """The program as a file; None where it is too large to be written for others."""
    engine: str
    threads: int
    seconds: float

    @property
    def patience(self) -> float:
        size = os.path.getsize(self.mps) / 1e6 if self.mps else 0
        return self.seconds + 30 + size / READING_MEGABYTES_A_SECOND


@dataclasses.dataclass
class Solver:
    """One row of the table for each instance."""

    name: str
    title: str
    solve: Callable[[Case], Answer]
    uses_threads: bool = False
    is_end_to_end: bool = False
    """Whether its time is building and solving, to be compared with our whole process."""


def finished(run: Run, answer: Answer | None) -> Answer:
    """An answer with what the process took, whatever became of it."""
    if answer is None:
        last = run.output.strip().splitlines()[-1:]
        answer = Answer(
            "> limit" if run.was_ended else f"failed (status {run.status})", detail="".join(last))
    answer.process = run.seconds
    answer.processor = run.processor
    answer.megabytes = run.megabytes
    return answer


def our_engine(case: Case) -> Answer:
    """The first goal alone; the total it prints counts taking the program apart, too."""
    one = run([case.engine, case.study, "1", str(case.threads)], case.seconds * 4 + 600)
    total = re.search(r"^total ([0-9.]+) s\b", one.output, re.MULTILINE)
    level = re.search(
        r"^\S+ (\S+) (\S+) gap (\S+) [0-9.]+ s (.*)$", one.output, re.MULTILINE)
    if not total or not level or one.status != 0:
        return finished(one, None)
    solving = float(total[1])
    return finished(
        one,
        Answer(
            level[1], float(level[2]), float(level[3]), one.seconds - solving, solving,
            detail=level[4]))


def highs(algorithm: str, crossover: str = "off") -> Callable[[Case], Answer]:
    def solve(case: Case) -> Answer:
        return worker(
            case, "solve_with_highs.py", algorithm, crossover, str(case.threads), str(case.seconds))

    return solve


def pulp(name: str) -> Callable[[Case], Answer]:
    def solve(case: Case) -> Answer:
        return worker(case, "solve_with_pulp.py", name, str(case.threads), str(case.seconds))

    return solve


def worker(case: Case, script: str, *arguments: str) -> Answer:
    assert case.mps
    one = run(
        [sys.executable, os.path.join(HERE, script), case.mps, *arguments], case.patience)
    return finished(one, Answer.from_output(one.output))


def cbc(case: Case) -> Answer:
    """CBC on a linear program is CLP's dual simplex after presolve.

    It tells only processor time apart, so a run that does nothing but read gives the time of that.
    """
    if not shutil.which("cbc"):
        return Answer("not installed")
    assert case.mps
    reading = run(["cbc", case.mps, "-quit"], case.patience).seconds
    one = run(
        ["cbc", case.mps, "-seconds", str(case.seconds), "-threads", str(case.threads), "-solve",
         "-quit"], case.patience)
    # CLP says the end twice: before it undoes the presolve, and after, with more digits.
    values = re.findall(
        r"^Optimal objective ([-+.0-9e]+) - .* iterations", one.output, re.MULTILINE)
    if not values:
        stopped = one.was_ended or re.search("[Ss]topped on time|on maximum time", one.output)
        return finished(one, Answer("> limit") if stopped else None)
    return finished(
        one,
        Answer(
            "optimal", sign(case) * float(values[-1]), None, reading,
            max(0.0, one.seconds - reading)))


def glpsol(case: Case) -> Answer:
    if not shutil.which("glpsol"):
        return Answer("not installed")
    assert case.mps
    with tempfile.TemporaryDirectory() as folder:
        solution = os.path.join(folder, "solution")
        one = run(
            ["glpsol", "--freemps", case.mps, "--tmlim", str(int(case.seconds)), "-w", solution],
            case.patience)
        used = re.search(r"^Time used:\s+([.0-9]+) secs", one.output, re.MULTILINE)
        head = ""
        if os.path.exists(solution):
            with open(solution, encoding="utf-8", errors="replace") as file:
                head = "".join(line for line in file if line.startswith("s "))
    found = re.search(r"^s bas \d+ \d+ (.) (.) (\S+)", head, re.MULTILINE)
    if not used or not found or "OPTIMAL" not in one.output:
        stopped = one.was_ended or "TIME LIMIT EXCEEDED" in one.output
        return finished(one, Answer("> limit") if stopped else None)
    solving = float(used[1])
    return finished(
        one,
        Answer(
            "optimal", sign(case) * float(found[3]), None, one.seconds - solving, solving))


def sign(case: Case) -> int:
    return -1 if case.mps and is_negated(case.mps) else 1


OURS = Solver("ours", "Relève (Dantzig–Wolfe on GLPK)", our_engine, uses_threads=True)

# HiGHS' methods from the quickest to the slowest, so that a run that is stopped has the best ones.
SOLVERS = [
    OURS,
    Solver("highs-ipm", "HiGHS interior point (ipx)", highs("ipx")),
    Solver("highs-ipm-crossover", "HiGHS interior point (ipx), crossover", highs("ipx", "on")),
    Solver("highs-hipo", "HiGHS interior point (HiPO)", highs("hipo"), uses_threads=True),
    Solver("highs-simplex", "HiGHS simplex", highs("simplex")),
    Solver("highs-pdlp", "HiGHS first order (PDLP)", highs("pdlp"), uses_threads=True),
    Solver("cbc", "CBC", cbc),
    Solver("glpsol", "glpsol", glpsol),
    Solver("pulp-cbc", "PuLP + its CBC, with building", pulp("cbc"), is_end_to_end=True),
    Solver("pulp-highs", "PuLP + HiGHS, with building", pulp("highs"), is_end_to_end=True),
]
