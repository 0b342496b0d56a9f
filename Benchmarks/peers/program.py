# SPDX-License-Identifier: GPL-3.0-or-later
"""A program as HiGHS reads it from an MPS file."""

from __future__ import annotations

import highspy

CONSTANT = "@constant"
"""Column fixed at 1 that carries the constant of an objective in the files of `releve export`."""


def is_negated(path: str) -> bool:
    """Whether the file minimises the negative of what was to be maximised."""
    with open(path, encoding="utf-8") as file:
        return file.readline().startswith("* The objective was maximised")


def quiet(threads: int) -> highspy.Highs:
    """A solver that says nothing, held to a number of threads."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", threads)
    return solver


def read(solver: highspy.Highs, path: str) -> None:
    """Reads a program into a solver.

    A warning is no failure: HiGHS warns of coefficients it takes for 0.
    """
    if solver.readModel(path) == highspy.HighsStatus.kError:
        raise RuntimeError(f"HiGHS cannot read {path}")
