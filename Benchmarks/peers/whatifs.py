#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a what-if costs: warm in one sweep, cold one by one, and in a PuLP loop with HiGHS.

A made-up study with one envelope drawn at random for each case. Every case of the sweep is solved
to all its goals; a sample of them is solved again from nothing, in processes of their own, and must
give the same goals; another sample is built and solved, first goal only, as PuLP users do in a
loop. See ../README.md.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from answer import Answer, relative_difference
from instances import ROOT, Instance, Workshop
from measured import run

PATH = "vehicles.{vehicle}.amounts.{year}.secured"
SECONDS = ["reading_seconds", "building_seconds", "solving_seconds", "checking_seconds"]
SAME = 1e-5
"""Relative difference up to which goals of a warm and a cold case are the same: the gap at which
the last of several levels ends."""


@dataclasses.dataclass
class Sweep:
    """One run of `releve sweep`."""

    rows: list[dict[str, str]]
    seconds: float
    memory: list[float]
    """Megabytes that the process held, every five seconds."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--releve", default=os.path.join(ROOT, ".build/release/releve"), help="the tool")
    parser.add_argument("--beneficiaries", type=int, default=3000, metavar="N")
    parser.add_argument("--cases", type=int, default=1000, metavar="N", help="of the sweep")
    parser.add_argument("--cold", type=int, default=10, metavar="N", help="solved from nothing")
    parser.add_argument("--peers", type=int, default=10, metavar="N", help="solved with PuLP")
    parser.add_argument("--limit", type=float, default=900, help="seconds of solving with PuLP")
    parser.add_argument(
        "--vehicle", default="appels", help="whose envelope is drawn, from -10 %% to +10 %%")
    parser.add_argument("--year", type=int, default=2028, help="of the envelope")
    parser.add_argument(
        "--jobs", type=int, action="append", metavar="N",
        help="a sweep for each of these numbers of threads; as often as wanted, 2 by default")
    parser.add_argument(
        "--first-goal", action="store_true",
        help="the first goal only, which is what other solvers are asked for")
    parser.add_argument("--seed", type=int, default=2026, help="of the study and of the cases")
    parser.add_argument("--work", help="folder for studies, programs and results; kept where given")
    parser.add_argument("--out", default="whatifs", help="path of the tables, without .csv")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    if not os.path.exists(options.releve):
        print(f"{options.releve} does not exist: build it first", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.work or temporary
        os.makedirs(folder, exist_ok=True)
        workshop = Workshop(folder, options.releve, options.seed, None)
        study = workshop.study(Instance("plain", options.beneficiaries))
        path = PATH.format(vehicle=options.vehicle, year=options.year)
        base = envelope(study, path)
        if options.first_goal:
            study += "+" + first_goal(folder)
        vary = f"{path}={round(0.9 * base)} €..{round(1.1 * base)} €"
        sweeps = {
            jobs: sweep(options, study, vary, jobs, os.path.join(folder, f"sweep-{jobs}"))
            for jobs in options.jobs or [2]
        }
        for jobs, done in sweeps.items():
            print(throughput(jobs, done), flush=True)
            print(f"  memory: {memory(done)}", flush=True)
        warm = next(iter(sweeps.values())).rows
        entries = [cold(options, study, path, row, folder) for row in sample(warm, options.cold)]
        entries += [
            peer(options, study, path, row, folder) for row in sample(warm, options.peers)]
        write(options.out, entries)
        for name in ("cold", "PuLP with HiGHS"):
            ratios = [entry["ratio"] for entry in entries if entry["against"] == name]
            if ratios:
                print(
                    f"{name} ÷ warm, {len(ratios)} cases: median {statistics.median(ratios):.1f}, "
                    f"from {min(ratios):.1f} to {max(ratios):.1f}")
        return 0 if all(entry["same"] != "no" for entry in entries) else 1


def first_goal(folder: str) -> str:
    """A layer that leaves a made-up study the first of the usual goals only."""
    layer = os.path.join(folder, "first-goal.yaml")
    with open(layer, "w", encoding="utf-8") as file:
        file.write("layer: 1\ngoals: [nis_shortfall]\n")
    return layer


def envelope(study: str, path: str) -> float:
    """Euros that the study gives the envelope."""
    _, vehicle, _, year, _ = path.split(".")
    with open(study, encoding="utf-8") as file:
        lines = file.read().split(f"\n  {vehicle}:", 1)[1].splitlines()
    amounts = next(line for line in lines if line.strip().startswith("amounts:"))
    return float(amounts.split(f"{year}:", 1)[1].split("€", 1)[0])


def sweep(options: argparse.Namespace, study: str, vary: str, jobs: int, out: str) -> Sweep:
    """Solves all cases, and watches the memory of the process meanwhile."""
    command = [
        options.releve, "sweep", study, "--vary", vary, "--sample", str(options.cases), "--seed",
        str(options.seed), "--jobs", str(jobs), "--out", out + ".csv", "--replace", "--yes",
        "--lang", "en"]
    start = time.monotonic()
    with open(out + ".log", "w", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        held: list[float] = []
        ended = threading.Event()
        watch = threading.Thread(target=watched, args=(process.pid, held, ended))
        watch.start()
        process.communicate()
        ended.set()
        watch.join()
    seconds = time.monotonic() - start
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: status {process.returncode}, see {out}.log")
    return Sweep(rows(out + ".csv"), seconds, held)


def watched(process: int, held: list[float], ended: threading.Event) -> None:
    """Notes what a process holds, every five seconds."""
    while not ended.wait(5):
        try:
            with open(f"/proc/{process}/status", encoding="utf-8") as file:
                line = next(line for line in file if line.startswith("VmRSS"))
        except (OSError, StopIteration):
            return
        held.append(int(line.split()[1]) / 1024)


def rows(path: str) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def throughput(jobs: int, done: Sweep) -> str:
    """What a sweep did, in words. The first case is the cold one and is told apart."""
    optimal = sum(row["status"] == "optimal" for row in done.rows)
    first, *others = [sum(parts(row)) for row in done.rows]
    return (
        f"--jobs {jobs}: {len(done.rows)} cases ({optimal} optimal) in {done.seconds:.0f} s, "
        f"{len(done.rows) / done.seconds * 60:.1f} a minute; first {first:.1f} s, others "
        f"{statistics.median(others):.2f} s (median), {max(others):.1f} s at most")


def memory(done: Sweep) -> str:
    """Whether the memory grows: the median of each quarter of the sweep."""
    quarter = len(done.memory) // 4
    if quarter == 0:
        return "too short a sweep to tell"
    medians = [
        statistics.median(done.memory[part * quarter:(part + 1) * quarter]) for part in range(4)]
    return "by quarter of the sweep " + ", ".join(f"{value:.0f} MB" for value in medians)


def parts(row: dict[str, str]) -> list[float]:
    """Seconds of reading, building, solving and checking."""
    return [float(row[name] or 0) for name in SECONDS]


def sample(rows_of_sweep: list[dict[str, str]], count: int) -> list[dict[str, str]]:
    """Solved cases spread over the sweep, without the first, which was cold."""
    solved = [row for row in rows_of_sweep[1:] if row["status"] == "optimal"]
    if count == 0 or not solved:
        return []
    step = max(1, len(solved) // count)
    return solved[::step][:count]


def cold(
        options: argparse.Namespace, study: str, path: str, row: dict[str, str], folder: str
) -> dict[str, object]:
    """One case from nothing, in a process of its own: its goals must be those of the sweep."""
    table = os.path.join(folder, "case.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write(f"{path}\n{row[path]}\n")
    out = os.path.join(folder, "case-result")
    done = run(
        [options.releve, "sweep", study, "--cases", table, "--out", out + ".csv", "--replace",
         "--lang", "en"], 86_400)
    if done.status != 0:
        raise RuntimeError(f"case {row['case']}: {done.output.strip()}")
    alone = rows(out + ".csv")[0]
    goals = [name for name in row if name.endswith(".value")]
    apart = max(relative_difference(float(row[name]), float(alone[name])) for name in goals)
    return entry(row, path, "cold", sum(parts(alone)), "yes" if apart <= SAME else "no", apart)


def peer(
        options: argparse.Namespace, study: str, path: str, row: dict[str, str], folder: str
) -> dict[str, object]:
    """The first goal of one case, built and solved by PuLP with HiGHS."""
    program = os.path.join(folder, "case.mps")
    if os.path.exists(program):
        os.remove(program)
    exported = run(
        [options.releve, "export", "mps", study, "--set", f"{path}={row[path]}", "--level", "1",
         "--out", program, "--quiet", "--lang", "en"], 86_400)
    if exported.status != 0:
        raise RuntimeError(f"case {row['case']}: {exported.output.strip()}")
    worker = os.path.join(os.path.dirname(os.path.abspath(__file__)), "solve_with_pulp.py")
    # Building is not counted by the limit: what ends a worker that hangs leaves room for it.
    done = run(
        [sys.executable, worker, program, "highs", "2", str(options.limit)],
        2 * options.limit + 600)
    answer = Answer.from_output(done.output) or Answer("no answer")
    seconds = (answer.preparing or 0) + (answer.solving or 0)
    if answer.objective is None:
        return entry(row, path, "PuLP with HiGHS", seconds, answer.status, None)
    goal = next(name for name in row if name.endswith(".value"))
    apart = relative_difference(float(row[goal]), answer.objective)
    return entry(
        row, path, "PuLP with HiGHS", seconds, "yes" if apart <= SAME else "no", apart)


def entry(
        row: dict[str, str], path: str, against: str, seconds: float, same: str,
        apart: float | None) -> dict[str, object]:
    warm = sum(parts(row))
    made = {
        "case": row["case"], "value": row[path], "against": against, "warm_seconds": round(warm, 3),
        "seconds": round(seconds, 3), "ratio": round(seconds / warm, 2), "same": same,
        "apart": "" if apart is None else f"{apart:.1e}"}
    print(" ".join(str(value) for value in made.values()), flush=True)
    return made


def write(out: str, entries: list[dict[str, object]]) -> None:
    if not entries:
        return
    with open(out + ".csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(entries[0]))
        writer.writeheader()
        writer.writerows(entries)
    print(f"written: {out}.csv")


if __name__ == "__main__":
    sys.exit(main())
