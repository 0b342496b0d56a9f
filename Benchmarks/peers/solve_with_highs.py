# SPDX-License-Identifier: GPL-3.0-or-later
"""Worker: solves an MPS file with one algorithm of HiGHS.

Usage: solve_with_highs.py FILE ALGORITHM CROSSOVER THREADS SECONDS
"""

from __future__ import annotations

import sys
import time

import highspy

from answer import Answer
from program import is_negated, quiet, read


def solve(path: str, algorithm: str, crossover: str, threads: int, seconds: float) -> Answer:
    solver = quiet(threads)
    if solver.setOptionValue("solver", algorithm) != highspy.HighsStatus.kOk:
        return Answer(f"{algorithm} is not in this build")
    solver.setOptionValue("run_crossover", crossover)
    solver.setOptionValue("time_limit", seconds)
    start = time.monotonic()
    read(solver, path)
    prepared = time.monotonic()
    solver.run()
    solved = time.monotonic()
    status = solver.getModelStatus()
    info = solver.getInfo()
    answer = Answer(
        status=solver.modelStatusToString(status).lower(), preparing=prepared - start,
        solving=solved - prepared,
        detail=f"HiGHS {solver.version()}, simplex {info.simplex_iteration_count}, interior point "
        f"{info.ipm_iteration_count}, crossover {info.crossover_iteration_count}, first order "
        f"{info.pdlp_iteration_count} iterations; infeasibility "
        f"{info.max_primal_infeasibility:.0e}")
    if status == highspy.HighsModelStatus.kTimeLimit:
        answer.status = "> limit"
    elif status == highspy.HighsModelStatus.kOptimal or info.primal_solution_status == 2:
        value = info.objective_function_value
        answer.objective = -value if is_negated(path) else value
        answer.gap = abs(info.primal_dual_objective_error)
    return answer


if __name__ == "__main__":
    file, solver, finish, number, limit = sys.argv[1:]
    print(solve(file, solver, finish, int(number), float(limit)).line(), flush=True)
