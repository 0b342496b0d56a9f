#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Solves the same programs with Relève and with other solvers, in one run on one machine.

Every solver runs as a process of its own, one after the other, so that none disturbs another and a
crash costs one row. See ../README.md.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile

from check import check
from instances import ROOT, Instance, Workshop, every_instance
from solvers import OURS, SOLVERS, Case
from table import Entry, Table


def arguments() -> argparse.Namespace:
    names = [solver.name for solver in SOLVERS]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--releve", default=os.path.join(ROOT, ".build/release/releve"), help="the tool")
    parser.add_argument(
        "--engine", default=os.path.join(ROOT, "Benchmarks/.build/release/MeasureEngine"),
        help="the executable MeasureEngine of Benchmarks")
    parser.add_argument("--work", help="folder for studies and programs; kept where given")
    parser.add_argument("--out", default="peers", help="path of the table, without .csv and .md")
    parser.add_argument(
        "--instance", action="append", metavar="NAME",
        help="KIND-SIZE or sae, as often as wanted; all by default: "
        + " ".join(instance.name for instance in every_instance()))
    parser.add_argument(
        "--solver", action="append", choices=names, metavar="NAME",
        help="as often as wanted; all by default: " + " ".join(names))
    parser.add_argument("--limit", type=float, default=900, help="seconds of solving for each")
    parser.add_argument("--threads", type=int, default=2, help="for solvers that use threads")
    parser.add_argument("--seed", type=int, default=2026, help="of the made-up studies")
    parser.add_argument(
        "--shared-data", metavar="DIR",
        help="folder with sae-2023 and sae-2022; the SAE is left out without it")
    parser.add_argument(
        "--largest-exported", type=int, default=10_000, metavar="N",
        help="larger made-up studies are solved by Relève alone: their files take gigabytes")
    parser.add_argument(
        "--check", action="store_true",
        help="no times: every goal level of the instances (plain-600 by default) against HiGHS")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    # As Ctrl-C, so that the solver that runs ends, too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        chosen = [Instance.named(name) for name in options.instance or []]
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    for path in (options.releve, options.engine):
        if not os.path.exists(path):
            print(f"{path} does not exist: build it first (Benchmarks/README.md)", file=sys.stderr)
            return 2
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.work or temporary
        os.makedirs(folder, exist_ok=True)
        workshop = Workshop(folder, options.releve, options.seed, options.shared_data)
        if options.check:
            chosen = chosen or [Instance("plain", 600)]
            agree = [
                check(workshop, instance, options.engine, options.threads) for instance in chosen]
            return 0 if all(agree) else 1
        return compare(options, workshop, chosen or every_instance())


def compare(options: argparse.Namespace, workshop: Workshop, chosen: list[Instance]) -> int:
    table = Table(options.out, options.limit, options.threads)
    wanted = options.solver or [solver.name for solver in SOLVERS]
    for instance in chosen:
        if instance.kind == "sae" and not options.shared_data:
            print("sae: left out, --shared-data was not given", file=sys.stderr)
            continue
        is_exported = instance.size <= options.largest_exported and wanted != [OURS.name]
        try:
            case = Case(
                workshop.study(instance), workshop.program(instance) if is_exported else None,
                options.engine, options.threads, options.limit)
        except RuntimeError as error:
            print(f"{instance.name}: left out, {error}", file=sys.stderr)
            continue
        ours = None
        for solver in SOLVERS:
            if solver.name not in wanted or (solver is not OURS and not is_exported):
                continue
            answer = solver.solve(case)
            if solver is OURS and answer.objective is not None:
                ours = answer
            entry = Entry(instance.name, solver, answer, ours, options.threads)
            table.add(entry)
            print(instance.name, solver.name, answer.line(), flush=True)
        if is_exported and not options.work:
            os.remove(workshop.program(instance))
    print(f"written: {options.out}.csv, {options.out}.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
