# SPDX-License-Identifier: GPL-3.0-or-later
"""What one solver made of one program."""

from __future__ import annotations

import dataclasses
import json


@dataclasses.dataclass
class Answer:
    """Times in seconds; what is not known is None.

    A worker prints its answer as one line of JSON, the last of its standard output, so that the
    solver's own output before it does no harm.
    """

    status: str
    """`optimal`, `> limit`, or what the solver said."""
    objective: float | None = None
    gap: float | None = None
    """Relative difference of primal and dual objective, where the solver tells it."""
    preparing: float | None = None
    """Reading the program, or building the model."""
    solving: float | None = None
    process: float | None = None
    """The whole process, from start to end."""
    processor: float | None = None
    """Seconds of processor of that process and of those it waited for."""
    megabytes: float | None = None
    """Largest resident memory of the process and of those it waited for."""
    detail: str = ""

    def line(self) -> str:
        return json.dumps(dataclasses.asdict(self))

    @staticmethod
    def from_output(output: str) -> Answer | None:
        """The answer a worker printed, or None where it printed none."""
        for line in reversed(output.splitlines()):
            if line.startswith("{"):
                try:
                    return Answer(**json.loads(line))
                except (ValueError, TypeError):
                    continue
        return None


def relative_difference(first: float, second: float) -> float:
    """Relative to the larger value, and at least to 1, as the engine counts its gap."""
    return abs(first - second) / max(1.0, abs(first), abs(second))
