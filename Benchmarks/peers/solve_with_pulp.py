# SPDX-License-Identifier: GPL-3.0-or-later
"""Worker: builds a model in PuLP, as a Python user would, and solves it.

Usage: solve_with_pulp.py FILE SOLVER THREADS SECONDS, where SOLVER is `cbc` or `highs`

The numbers come from an MPS file, whose reading is not counted: a user has them in tables.
"""

from __future__ import annotations

import sys
import time

import highspy
import pulp

from answer import Answer
from program import is_negated, quiet, read


def built(arrays: highspy.HighsLp) -> pulp.LpProblem:
    """The program as PuLP objects: one variable a column, one or two constraints a row.

    Rows are made column by column, since HiGHS holds the matrix so.
    """
    problem = pulp.LpProblem("study", pulp.LpMinimize)
    columns = [
        pulp.LpVariable(
            f"x{position}", lower if lower > -highspy.kHighsInf else None,
            upper if upper < highspy.kHighsInf else None)
        for position, (lower, upper) in enumerate(zip(arrays.col_lower_, arrays.col_upper_))
    ]
    rows: list[list[tuple[pulp.LpVariable, float]]] = [[] for _ in arrays.row_lower_]
    starts = list(arrays.a_matrix_.start_)
    indices = list(arrays.a_matrix_.index_)
    values = list(arrays.a_matrix_.value_)
    for position, column in enumerate(columns):
        for entry in range(starts[position], starts[position + 1]):
            rows[indices[entry]].append((column, values[entry]))
    problem += pulp.LpAffineExpression(
        [(column, cost) for column, cost in zip(columns, arrays.col_cost_) if cost != 0])
    for position, (lower, upper) in enumerate(zip(arrays.row_lower_, arrays.row_upper_)):
        terms = pulp.LpAffineExpression(rows[position])
        if lower == upper:
            problem += terms == lower, f"r{position}"
            continue
        if lower > -highspy.kHighsInf:
            problem += terms >= lower, f"r{position}l"
        if upper < highspy.kHighsInf:
            problem += terms <= upper, f"r{position}u"
    return problem


def solve(path: str, name: str, threads: int, seconds: float) -> Answer:
    solver = quiet(threads)
    read(solver, path)
    arrays = solver.getLp()
    start = time.monotonic()
    problem = built(arrays)
    prepared = time.monotonic()
    chosen = {"cbc": pulp.PULP_CBC_CMD, "highs": pulp.HiGHS}[name]
    status = problem.solve(chosen(msg=False, timeLimit=seconds, threads=threads))
    solved = time.monotonic()
    answer = Answer(
        status=pulp.LpStatus[status].lower(), preparing=prepared - start, solving=solved - prepared,
        detail=f"PuLP {pulp.VERSION}")
    if status == pulp.LpStatusOptimal and problem.sol_status == pulp.LpSolutionOptimal:
        value = pulp.value(problem.objective) + arrays.offset_
        answer.objective = -value if is_negated(path) else value
    elif solved - prepared >= seconds:
        answer.status = "> limit"
    return answer


if __name__ == "__main__":
    file, solver, number, limit = sys.argv[1:]
    print(solve(file, solver, int(number), float(limit)).line(), flush=True)
