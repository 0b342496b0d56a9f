# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one command as a process of its own and measures it."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence


@dataclasses.dataclass
class Run:
    """What a process did."""

    output: str
    status: int
    """Exit status; negative for a signal."""
    seconds: float
    processor: float
    """Seconds of processor: other work on the machine changes them less than those of the clock."""
    megabytes: float
    was_ended: bool
    """Whether it was ended because its time was over."""


def run(command: Sequence[str], seconds: float) -> Run:
    """Runs a command for at most a number of seconds.

    Output goes through a file: a pipe that nobody reads would stop a solver that says much. The
    command leads a process group, so that what it started ends with it.
    """
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            start_new_session=True)
        ended = threading.Event()

        def end() -> None:
            ended.set()
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

        timer = threading.Timer(seconds, end)
        timer.start()
        try:
            # `wait4` alone tells the memory of this one child rather than of all so far.
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            # Ctrl-C does not reach a group of its own.
            end()
            raise
        finally:
            timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        elapsed = time.monotonic() - start
        output.seek(0)
        text = output.read().decode("utf-8", errors="replace")
    return Run(
        text, process.returncode, elapsed, usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1024, ended.is_set())
