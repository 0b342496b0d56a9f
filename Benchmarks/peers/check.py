# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every goal level of a study against HiGHS.

HiGHS optimises each goal while the goals before it are held where our engine held them: its answer
is the optimum of the very program our engine had at that level. Our own values are taken, not those
of HiGHS, because later goals answer to a change of 1e-6 in an earlier one with far more than 1e-6.
"""

from __future__ import annotations

import re
import subprocess

import highspy
import numpy

from answer import relative_difference
from instances import Instance, Workshop
from program import CONSTANT, is_negated, quiet, read

GAP = 1e-6
LAST_GAP = 1e-5
"""The last of several levels stops there (docs/engine.md)."""
HELD_ROOM = 1e-6
"""Room of a held goal, relative to its value and at least to 1 (docs/model.md)."""

PRIMAL_SIMPLEX = 4
"""HiGHS' option `simplex_strategy`."""


def check(workshop: Workshop, instance: Instance, engine: str, threads: int) -> bool:
    """Prints a line for each level, and tells whether all agree."""
    ours = our_values(workshop.study(instance), engine, threads)
    solver: highspy.Highs | None = None
    goals: list[tuple[numpy.ndarray, float]] = []
    agree = bool(ours)
    for position, (name, ending, value) in enumerate(ours):
        path = workshop.program(instance, position + 1)
        program = quiet(threads)
        read(program, path)
        if program.getColByName(CONSTANT)[0] == highspy.HighsStatus.kOk:
            raise RuntimeError(f"{path}: an objective with a constant is not held right here")
        # In the file every goal is minimised.
        sign = -1 if is_negated(path) else 1
        costs = numpy.array(program.getLp().col_cost_)
        if solver is None:
            solver = program
            # The goals held are dear: at the usual 1e-7, their rows would be worth too much.
            solver.setOptionValue("primal_feasibility_tolerance", 1e-9)
            solver.setOptionValue("dual_feasibility_tolerance", 1e-9)
            # The simplex from nothing takes hours at 600; crossover leaves a basis to go on from.
            solver.setOptionValue("solver", "ipx")
            solver.setOptionValue("run_crossover", "on")
        else:
            solver.setOptionValue("solver", "simplex")
            # The basis is feasible for a new goal as long as the held ones are.
            solver.setOptionValue("simplex_strategy", PRIMAL_SIMPLEX)
            hold(solver, *goals[-1])
            solver.changeColsCost(
                len(costs), numpy.arange(len(costs), dtype=numpy.int32), costs)
        goals.append((costs, sign * value))
        solver.run()
        status = solver.modelStatusToString(solver.getModelStatus()).lower()
        theirs = sign * solver.getInfo().objective_function_value
        allowed = LAST_GAP if 0 < position == len(ours) - 1 else GAP
        difference = relative_difference(value, theirs)
        is_same = ending == status == "optimal" and difference <= allowed
        agree = agree and is_same
        print(
            f"{instance.name} {name}: ours {value:.12g} ({ending}), "
            f"HiGHS {theirs:.12g} ({status}), difference {difference:.1e}, allowed {allowed:.0e}: "
            + ("agree" if is_same else "DO NOT AGREE"), flush=True)
    return agree


def hold(solver: highspy.Highs, costs: numpy.ndarray, value: float) -> None:
    """Adds the row that keeps a minimised goal at its value."""
    columns = numpy.flatnonzero(costs).astype(numpy.int32)
    solver.addRow(
        -highspy.kHighsInf, value + HELD_ROOM * max(1.0, abs(value)), len(columns), columns,
        costs[columns])


def our_values(study: str, engine: str, threads: int) -> list[tuple[str, str, float]]:
    """Name, ending and value of each level, as our engine found them."""
    done = subprocess.run(
        [engine, study, "99", str(threads)], capture_output=True, text=True, check=True)
    tail = done.stdout.partition("\ntotal ")[2]
    return [
        (found[1], found[2], float(found[3]))
        for found in re.finditer(r"^(\S+) (\S+) (\S+) gap ", tail, re.MULTILINE)
    ]
